"""Which speaker and which cue belong to a quotation, sentence by sentence. Keep out: what a pronoun stands for.

Every cue of a sentence first gets its best subject, by what stands between the two; then every quotation takes the cue
that is nearest by position and strength. Costs are small whole numbers, lower is surer; no parser is needed.
"""

import re
from dataclasses import dataclass

from assets.quotes.marks import Span
from assets.quotes.speakers import Speaker, is_possessive
from assets.quotes.tables import Tables
from assets.quotes.text import HIDDEN, Text

_ADVERB = re.compile(r"\w+ly$")
_TOKEN = re.compile(r"[\w’'-]+|[^\w\s]")
_APPOSITION = re.compile(r"\s*(?:,[^\x01]*[,)]|\([^)]*\)|[–—-][^\x01]*[–—-])\s*")
_PHRASE = re.compile(r"\s+(?:of|for|at|in|from|with|on|to)\s[^,;:\x01]*")
UNSURE = 40  # a cost above it is as good as none


@dataclass(frozen=True, slots=True)
class Attribution:
    """A speaker, the word that ties it, and the cost of believing it."""

    speaker: Speaker
    cue: str | None
    cost: int


@dataclass(frozen=True, slots=True)
class Clause:
    """A cue with its subject."""

    start: int
    end: int
    word: str
    subject: Speaker
    cost: int


def attribute(text: Text, sentence: Span, quotation: Span, speakers: list[Speaker]) -> Attribution | None:
    """The best speaker of a quotation within its sentence; None when nothing in it can be one."""
    inside = [s for s in speakers if sentence.start <= s.start and s.end <= sentence.end]
    clauses = find_clauses(text, sentence, inside)
    choices = [
        Attribution(c.subject, c.word, c.cost + _relation_cost(text, sentence, quotation, c)) for c in clauses
    ]
    colon = _before_colon(text, sentence, quotation, inside)
    if colon is not None:
        choices.append(colon)
    if not choices:
        choices = _nearest(text, quotation, inside)
    return min(choices, key=lambda choice: (choice.cost, choice.speaker.start), default=None)


def find_clauses(text: Text, sentence: Span, inside: list[Speaker]) -> list[Clause]:
    """Every cue of a sentence that has a subject in it."""
    clauses: list[Clause] = []
    for match in text.tables.cue_pattern.finditer(text.plain, sentence.start, sentence.end):
        word = match[0].lower()
        subjects = [(_subject_cost(text, sentence, match, speaker), speaker) for speaker in inside]
        cost, subject = min(subjects, key=lambda pair: (pair[0], pair[1].start), default=(UNSURE, None))
        if subject is not None and cost < UNSURE:
            weakness = {3: 0, 2: 4, 1: 10}[text.tables.cues[word].strength]
            weakness += 6 * _is_embedded(text, clauses, subject)
            clauses.append(Clause(match.start(), match.end(), word, subject, cost + weakness))
    for match in text.tables.according_pattern.finditer(text.plain, sentence.start, sentence.end):
        subject = next((s for s in inside if 0 < s.start - match.end() < 60), None)
        if subject is not None:
            clauses.append(Clause(match.start(), match.end(), match[0].lower(), subject, 2))
    return clauses


def _is_embedded(text: Text, clauses: list[Clause], subject: Speaker) -> bool:
    """True for the second verb of "she says it shows ..." and "he said they called it ...": the first one tells who speaks."""
    return subject.kind == "pronoun" and any(
        0 < subject.start - clause.end < 30 and _count_words(text.plain[clause.end : subject.start]) <= 1
        for clause in clauses
    )


def _subject_cost(text: Text, sentence: Span, cue: re.Match[str], speaker: Speaker) -> int:
    if is_possessive(text.plain, speaker) or speaker.start < cue.end() and cue.start() < speaker.end:
        return UNSURE
    penalty = 12 if _follows_preposition(text, sentence, speaker) else 0
    if speaker.end <= cue.start():
        return penalty + _gap_cost(text.plain[speaker.end : cue.start()], text.tables)
    before = text.plain[sentence.start : cue.start()].rstrip()
    gap = text.plain[cue.end() : speaker.start]
    if before and HIDDEN not in before[-3:]:
        return UNSURE
    return penalty + _inversion_cost(gap, text.tables)


def _gap_cost(gap: str, tables: Tables) -> int:
    """What stands between a subject and its verb: nothing, fillers, an apposition, a phrase, something else."""
    if HIDDEN in gap:
        return 18 + _count_words(gap)
    if _is_filler(gap, tables):
        return 0
    rest = _APPOSITION.match(gap)
    if rest and _is_filler(gap[rest.end() :], tables):
        return 2
    if _PHRASE.fullmatch(gap):
        return 4 + _count_words(gap) // 3
    return 7 + min(_count_words(gap), 20)


def _inversion_cost(gap: str, tables: Tables) -> int:
    """`said X`: only a title, a form of address or a description may come between, no punctuation but full stops."""
    words = _count_words(gap)
    if HIDDEN in gap or re.search(r"[,;:!?]", gap) or words > 10:
        return UNSURE
    crosses = any(w.lower() in tables.connectors.get("preposition", ()) for w in _TOKEN.findall(gap))
    return 1 + words // 3 + (10 if crosses else 0)


def _is_filler(gap: str, tables: Tables) -> bool:
    fillers = tables.connectors.get("filler", frozenset())
    return all(w == "," or w.lower() in fillers or _ADVERB.match(w) for w in _TOKEN.findall(gap))


def _follows_preposition(text: Text, sentence: Span, speaker: Speaker) -> bool:
    before = re.search(r"([\w’'-]+)\s+(?:the\s+|[A-Z]\w*\.?\s+){0,3}$", text.plain[max(sentence.start, speaker.start - 60) : speaker.start])
    return before is not None and before[1].lower() in text.tables.connectors.get("preposition", ())


def _relation_cost(text: Text, sentence: Span, quotation: Span, clause: Clause) -> int:
    """How far the cue and its subject are from the quotation."""
    first = min(clause.start, clause.subject.start)
    last = max(clause.end, clause.subject.end)
    if first >= quotation.end:
        gap = text.plain[quotation.end + 1 : first]
        return _count_words(gap) + (0 if gap.strip(" ,") == "" else 3)
    gap = text.plain[clause.end : quotation.start - 1] if last < quotation.start else ""
    between = gap.replace(HIDDEN, "")
    return min(_count_words(between), 15) + (1 if gap else 0)


def _before_colon(text: Text, sentence: Span, quotation: Span, inside: list[Speaker]) -> Attribution | None:
    """`X: "..."`: the first speaker before a colon that opens the quotation."""
    before = text.plain[sentence.start : quotation.start - 1].rstrip()
    if not before.endswith(":"):
        return None
    subjects = [s for s in inside if s.end < quotation.start and not is_possessive(text.plain, s)]
    free = [s for s in subjects if not _follows_preposition(text, sentence, s)] or subjects
    return Attribution(free[0], None, 6) if free else None


def _nearest(text: Text, quotation: Span, inside: list[Speaker]) -> list[Attribution]:
    """Without a cue: the nearest speaker of the sentence, with little confidence."""
    free = [s for s in inside if not is_possessive(text.plain, s)]
    return [
        Attribution(s, None, 25 + min(abs(s.start - quotation.start), abs(quotation.end - s.end)) // 20) for s in free
    ]


def _count_words(gap: str) -> int:
    return sum(token[0].isalnum() for token in _TOKEN.findall(gap.replace(HIDDEN, "")))
