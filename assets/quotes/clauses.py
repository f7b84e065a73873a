"""Verbs of saying with their subjects, sentence by sentence. Keep out: which quotation they belong to.

Every cue takes the speaker with the smallest cost, by what stands between the two. No parser is needed: what cannot be
a subject (an owner, a name after a preposition) and what may stand before a verb (fillers, an apposition) tell enough.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from functools import cached_property

from assets.quotes.marks import Span
from assets.quotes.speakers import Speaker, follows_preposition, is_possessive
from assets.quotes.tables import Tables, Word
from assets.quotes.text import HIDDEN, Text

_ADVERB = re.compile(r"\w+ly$")
_TOKEN = re.compile(r"[\w’'-]+|[^\w\s]")
_APPOSITION = re.compile(r"\s*(?:,[^\x01]*[,)]|\([^)]*\)|[–—-][^\x01]*[–—-])\s*")
_PHRASE = re.compile(r"\s+(?:of|for|at|in|from|with|on|to)\s[^,;:\x01]*")
UNSURE = 40  # a cost from here on is as good as none
_WEAKNESS = {3: 0, 2: 4, 1: 10}  # by the strength of a cue
_AFTER_PREPOSITION, _EMBEDDED, _IN_RELATIVE = 12, 6, 8
_RELATIVE = re.compile(r",\s(?:who|which|whose|where)\s\w[^,\x01]*$")
_RELATIVE_REACH = 80  # characters
_ACCORDING_REACH, _SUBJECT_REACH, _INVERSION_REACH = 60, 300, 120  # characters
_EMBEDDING_CLAUSES = 3  # clauses before one that can hold it


@dataclass(frozen=True, slots=True)
class Clause:
    """A cue with its subject and the cost of believing it."""

    start: int
    end: int
    word: str
    subject: Speaker
    cost: int


@dataclass(frozen=True)
class Reading:
    """One text with everything in it that can speak. Clauses are found once a sentence."""

    text: Text
    speakers: list[Speaker]
    _clauses: dict[int, list[Clause]] = field(default_factory=dict)

    @cached_property
    def _starts(self) -> list[int]:
        return [speaker.start for speaker in self.speakers]

    def speakers_in(self, sentence: Span) -> list[Speaker]:
        """Speakers within a sentence."""
        return self.speakers[bisect_left(self._starts, sentence.start) : bisect_left(self._starts, sentence.end)]

    def clauses_in(self, sentence: Span) -> list[Clause]:
        """Every cue of a sentence that has a subject in it."""
        if sentence.start not in self._clauses:
            self._clauses[sentence.start] = self._find_clauses(sentence)
        return self._clauses[sentence.start]

    def _find_clauses(self, sentence: Span) -> list[Clause]:
        cues, according = _within(self.text.cues, sentence), _within(self.text.according, sentence)
        inside = self.speakers_in(sentence) if cues or according else []
        clauses: list[Clause] = []
        for cue in cues:
            near = _near(inside, cue)
            costs = [(_subject_cost(self.text, sentence, cue, s), s.start, s) for s in near]
            cost, _, subject = min(costs, key=lambda choice: choice[:2], default=(UNSURE, 0, None))
            if subject is not None and cost < UNSURE:
                weakness = _WEAKNESS[self.text.tables.cues[cue.form].strength]
                embedded = _EMBEDDED * _is_embedded(self.text, clauses, subject)
                clauses.append(Clause(cue.start, cue.end, cue.form, subject, cost + weakness + embedded))
        for phrase in according:
            first = bisect_left(inside, phrase.end, key=lambda speaker: speaker.start)
            subject = next((s for s in inside[first:] if s.start - phrase.end < _ACCORDING_REACH), None)
            if subject is not None:
                clauses.append(Clause(phrase.start, phrase.end, phrase.form, subject, 2))
        return clauses


def count_words(gap: str) -> int:
    """Words of a stretch, hidden ones left out."""
    return sum(token[0].isalnum() for token in _TOKEN.findall(gap.replace(HIDDEN, "")))


def _within(words: list[Word], sentence: Span) -> list[Word]:
    if not words:
        return words
    first = bisect_left(words, sentence.start, key=lambda word: word.start)
    return words[first : bisect_left(words, sentence.end, lo=first, key=lambda word: word.start)]


def _near(speakers: list[Speaker], cue: Word) -> list[Speaker]:
    """Speakers that can be the subject of a cue by their distance."""
    first = bisect_left(speakers, cue.start - _SUBJECT_REACH, key=lambda speaker: speaker.end)
    return speakers[first : bisect_left(speakers, cue.end + _INVERSION_REACH, key=lambda speaker: speaker.start)]


def _is_embedded(text: Text, clauses: list[Clause], subject: Speaker) -> bool:
    """True for the second verb of "she says it shows ...", "he said they called it ...": the first tells who speaks."""
    return subject.kind == "pronoun" and any(
        0 < subject.start - clause.end < 30 and count_words(text.plain[clause.end : subject.start]) <= 1
        for clause in clauses[-_EMBEDDING_CLAUSES:]
    )


def _subject_cost(text: Text, sentence: Span, cue: Word, speaker: Speaker) -> int:
    if is_possessive(text.plain, speaker) or (speaker.start < cue.end and cue.start < speaker.end):
        return UNSURE
    penalty = _AFTER_PREPOSITION * follows_preposition(text, speaker)
    if speaker.end <= cue.start:
        # "A spokesman for the chef, who presents Kitchen Wars, said": a name inside the clause is not the subject.
        before = text.plain[max(sentence.start, speaker.start - _RELATIVE_REACH) : speaker.start]
        penalty += _IN_RELATIVE * (_RELATIVE.search(before) is not None)
        return penalty + _gap_cost(text.plain[speaker.end : cue.start], text.tables)
    before = text.plain[max(sentence.start, cue.start - 8) : cue.start].rstrip()
    if before and HIDDEN not in before[-3:]:
        return UNSURE
    return penalty + _inversion_cost(text.plain[cue.end : speaker.start], text.tables)


def _gap_cost(gap: str, tables: Tables) -> int:
    """What stands between a subject and its verb: nothing, fillers, an apposition, a phrase, something else."""
    if HIDDEN in gap:
        return 18 + count_words(gap)
    if _is_filler(gap, tables):
        return 0
    aside = _APPOSITION.match(gap)
    if aside and _is_filler(gap[aside.end() :], tables):
        return 2
    words = count_words(gap)
    return 4 + words // 3 if _PHRASE.fullmatch(gap) else 7 + min(words, 20)


def _inversion_cost(gap: str, tables: Tables) -> int:
    """`said X`: a title, a form of address or a description may come between, no punctuation but full stops."""
    words = count_words(gap)
    if words > 10 or HIDDEN in gap or re.search(r"[,;:!?]", gap):
        return UNSURE
    crosses = any(word.lower() in tables.words("preposition") for word in _TOKEN.findall(gap))
    return 1 + words // 3 + 10 * crosses


def _is_filler(gap: str, tables: Tables) -> bool:
    fillers = tables.words("filler")
    return all(word == "," or word.lower() in fillers or _ADVERB.match(word) for word in _TOKEN.findall(gap))
