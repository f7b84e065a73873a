"""Which clause a quotation belongs to, within its sentence. Keep out: what other sentences tell (direct.py).

Costs are small whole numbers, lower is surer; the cheapest choice wins, the earlier speaker on a tie.
"""

import re
from dataclasses import dataclass

from assets.quotes.clauses import Clause, Reading, count_words
from assets.quotes.marks import Span
from assets.quotes.speakers import Speaker, follows_preposition, is_possessive
from assets.quotes.text import HIDDEN

_REACH = 500  # characters between a quotation and its cue
COLON_COST, NO_CUE_COST = 6, 25
_NEW_CLAUSE_COST = 15
_NEW_CLAUSE = re.compile(r"[\W\x01]*(?:but|although|though|while|whereas)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Attribution:
    """A speaker, the word that ties it, and the cost of believing it."""

    speaker: Speaker
    cue: str | None
    cost: int


def attribute(reading: Reading, sentence: Span, quotation: Span) -> Attribution | None:
    """The best speaker of a quotation within its sentence; None when nothing in it can be one."""
    choices = [
        Attribution(c.subject, c.word, c.cost + _relation_cost(reading, quotation, c))
        for c in reading.clauses_in(sentence)
        if c.end > quotation.start - _REACH and c.start < quotation.end + _REACH
    ]
    choices += _before_colon(reading, sentence, quotation)
    choices = choices or _nearest(reading, sentence, quotation)
    return min(choices, key=lambda choice: (choice.cost, choice.speaker.start), default=None)


def _relation_cost(reading: Reading, quotation: Span, clause: Clause) -> int:
    """How far the cue and its subject are from the quotation: words between, a clause between."""
    plain = reading.text.plain
    first, last = min(clause.start, clause.subject.start), max(clause.end, clause.subject.end)
    if first >= quotation.end:
        gap = plain[quotation.end + 1 : first]
        begins_anew = _NEW_CLAUSE_COST * (_NEW_CLAUSE.match(gap) is not None)  # "...", but X denied it
        return count_words(gap) + (0 if gap.strip(" ,") == "" else 3) + begins_anew
    gap = plain[clause.end : quotation.start - 1] if last < quotation.start else ""
    return min(count_words(gap), 15) + bool(gap)


def _before_colon(reading: Reading, sentence: Span, quotation: Span) -> list[Attribution]:
    """`X: "..."`: the first speaker before a colon that opens the quotation."""
    text = reading.text
    lead = text.plain[max(sentence.start, quotation.start - 10) : quotation.start]
    if not lead.rstrip(f" \n\xa0{HIDDEN}").endswith(":"):
        return []
    before = [s for s in reading.speakers_in(sentence) if s.end < quotation.start and not is_possessive(text.plain, s)]
    subjects = [s for s in before if not follows_preposition(text, s)] or before
    return [Attribution(subject, None, COLON_COST) for subject in subjects[:1]]


def _nearest(reading: Reading, sentence: Span, quotation: Span) -> list[Attribution]:
    """Without a cue: the nearest speaker of the sentence, with little confidence."""
    free = [s for s in reading.speakers_in(sentence) if not is_possessive(reading.text.plain, s)]
    gaps = [min(abs(s.start - quotation.start), abs(quotation.end - s.end)) for s in free]
    return [Attribution(s, None, NO_CUE_COST + gap // 20) for s, gap in zip(free, gaps, strict=True)]
