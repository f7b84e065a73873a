"""Reported speech of one article: "X said that ...", "X said the plan ...", "..., X said." Keep out: direct speech.

Few forms, each of high precision: a person as subject right at the verb, no negation, no condition.
"""

import re
from bisect import bisect_left

from assets.quotes.attribution import Attribution
from assets.quotes.clauses import Clause, Reading
from assets.quotes.direct import Quotation
from assets.quotes.marks import Span
from assets.quotes.speakers import Speaker
from assets.quotes.text import HIDDEN, Text

MIN_WORDS = 5
_WORD = re.compile(r"\w+(?:[’'.-]\w+)*")
_TAIL = re.compile(r"[\s.]*(?:\w+day|(?:on|in|at|during|after)\b[^,;:\x01]{0,60})?[\s.]*")
_SURE, _LIKELY = 0.9, 0.75


def find_indirect(reading: Reading, direct: list[Quotation]) -> list[Quotation]:
    """Reported speech of a text, at most one stretch a sentence; what is mostly quoted directly is left out."""
    text, found = reading.text, []
    for sentence in text.sentences:
        for clause in reading.clauses_in(sentence):
            quotation = _reported(text, sentence, clause) if _is_report(text, clause) else None
            if quotation is not None and not _is_mostly_direct(text, quotation, direct):
                found.append(quotation)
                break
    return found


def _is_report(text: Text, clause: Clause) -> bool:
    cue = text.tables.cues.get(clause.word)
    if cue is None or not cue.reports or clause.cost > 2 or not _is_person(text, clause.subject):
        return False
    gap = text.plain[clause.subject.end : clause.start].lower()
    doubts = text.tables.words("doubt")
    before = text.plain[max(0, clause.subject.start - 30) : clause.subject.start].lower()
    words = _WORD.findall(gap) + re.findall(r"\w+$", before.rstrip())
    return not any(word in doubts for word in words)


def _is_person(text: Text, speaker: Speaker) -> bool:
    if speaker.kind == "role":
        return text.tables.roles[speaker.word].is_person
    if speaker.kind == "pronoun":
        return bool(text.tables.pronouns[speaker.word][0])
    return speaker.kind == "person" or (speaker.kind == "name" and " " in speaker.text)


def _reported(text: Text, sentence: Span, clause: Clause) -> Quotation | None:
    """The clause after "that", or right after a plain "said", or before ", X said"."""
    if clause.subject.start > clause.start:
        return None
    rest = text.plain[clause.end : sentence.end]
    for word in sorted(text.tables.words("that")):
        opened = re.match(rf"(?:\s[\w’'-]+){{0,4}}?,?\s{word}\s+", rest, re.IGNORECASE)
        if opened and not _is_pronoun(text, opened[0]):
            return _build(text, clause, clause.end + opened.end(), sentence.end, _SURE)
    if _TAIL.fullmatch(rest):
        before = text.plain[sentence.start : clause.subject.start].rstrip()
        return (
            _build(text, clause, sentence.start, sentence.start + len(before), _LIKELY)
            if before.endswith(",")
            else None
        )
    plain_report = clause.cost == 0 and text.tables.cues[clause.word].reports == "bare" and _opens_clause(text, rest)
    return _build(text, clause, clause.end, sentence.end, _LIKELY) if plain_report else None


def _is_pronoun(text: Text, opened: str) -> bool:
    """True for "insisted on that": the word before "that" is a preposition."""
    words = opened.lower().split()
    return len(words) > 1 and words[-2] in text.tables.words("preposition")


def _opens_clause(text: Text, rest: str) -> bool:
    """`said the plan ...`, `said Ukraine ...`, `said they ...`: a subject of its own right after the verb."""
    first = _WORD.match(rest.lstrip(" "))
    if first is None or not rest.startswith(" "):
        return False
    word = first[0]
    known = text.tables.words("determiner") | text.tables.pronouns.keys()
    return word.lower() in known or (word[0].isupper() and word.lower() not in text.tables.words("filler"))


def _build(text: Text, clause: Clause, start: int, end: int, confidence: float) -> Quotation | None:
    words = text.body[start:end]
    start += len(words) - len(words.lstrip())
    end = start + len(words.strip().rstrip(" .,;:"))
    hidden = text.plain[start:end].count(HIDDEN)
    if len(_WORD.findall(text.body[start:end])) < MIN_WORDS or hidden * 2 > end - start:
        return None
    return Quotation(start, end, False, Attribution(clause.subject, clause.word, clause.cost), confidence)


def _is_mostly_direct(text: Text, quotation: Quotation, direct: list[Quotation]) -> bool:
    first = bisect_left(direct, quotation.start, key=lambda other: other.end)
    last = bisect_left(direct, quotation.end, key=lambda other: other.start)
    shared = sum(min(o.end, quotation.end) - max(o.start, quotation.start) for o in direct[first:last])
    return shared * 2 > quotation.end - quotation.start
