"""Direct speech of one article, carried on from speaker to speaker. Keep out: reported speech (indirect.py)."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from assets.quotes.attribution import NO_CUE_COST, Attribution, attribute
from assets.quotes.clauses import Reading
from assets.quotes.marks import Span
from assets.quotes.speakers import Speaker
from assets.quotes.text import Text

MIN_WORDS = 3
_WORD = re.compile(r"\w+(?:[’'.-]\w+)*")
_LABEL = re.compile(r"([A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]+)*):\s")
_DASH = re.compile(r"[.\s]*[—–―-]+\s*")
_TAIL_WORDS = 12
_NAMES_BACK = 20
_CLAUSE_END = re.compile(r"[.,?!…]$")


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words of an article with who says them."""

    start: int
    end: int
    is_direct: bool
    attribution: Attribution | None
    confidence: float


def find_direct(reading: Reading) -> list[Quotation]:
    """Quotations of a text that are speech: titles, slogans and single words in marks are left out."""
    text = reading.text
    starts = [sentence.start for sentence in text.sentences]
    found: list[Quotation] = []
    previous: Quotation | None = None
    for span in text.quotations:
        sentence = text.sentences[max(0, bisect_right(starts, span.start - 1) - 1)]
        quotation = _speak(reading, sentence, span, previous)
        if quotation is not None:
            found.append(quotation)
            previous = quotation
    return found


def _speak(reading: Reading, sentence: Span, span: Span, previous: Quotation | None) -> Quotation | None:
    text = reading.text
    choice = _named_at_edge(reading, span) or attribute(reading, sentence, span)
    if choice is None and sentence.start in text.quoted_sentences:
        choice = _announced(reading, sentence) or _carry_on(reading, sentence, previous)
    if not _is_speech(text, span, choice):
        return None
    return Quotation(span.start, span.end, True, choice, _confidence(choice))


def _named_at_edge(reading: Reading, span: Span) -> Attribution | None:
    """`"..." - Name` at the end of a line, and `"NAME: ..."` as transcripts have it."""
    text, speakers = reading.text, reading.speakers
    label = _LABEL.match(text.body, span.start, span.end)
    if label:
        return Attribution(Speaker(label.start(1), label.end(1), label[1], "name"), None, 3)
    dash = _DASH.match(text.body, span.end + 1)
    after = bisect_left(speakers, dash.end(), key=lambda speaker: speaker.start) if dash else len(speakers)
    if after == len(speakers) or dash is None or speakers[after].start > dash.end() + 20:
        return None
    tail = text.body[speakers[after].end : speakers[after].end + 200].split("\n", 1)[0]
    return Attribution(speakers[after], None, 2) if len(tail.split()) <= _TAIL_WORDS else None


def _announced(reading: Reading, sentence: Span) -> Attribution | None:
    """The paragraph before ends with a colon: its subject speaks."""
    text = reading.text
    index = bisect_left(text.sentences, sentence.start, key=lambda other: other.start)
    before = text.sentences[index - 1] if index else None
    if before is None or not text.plain[before.start : before.end].rstrip().endswith(":"):
        return None
    return attribute(reading, before, Span(before.end, before.end))


def _carry_on(reading: Reading, sentence: Span, previous: Quotation | None) -> Attribution | None:
    """The speaker of the quotation before; or who was last named before it, when that is nearer."""
    named = _last_named(reading, sentence)
    if previous is None or previous.attribution is None:
        return Attribution(named, None, 22) if named else None
    paragraphs = reading.text.body.count("\n\n", previous.end, sentence.start)
    if paragraphs > 1 and named is not None and named.start > previous.end:
        return Attribution(named, None, 24)
    return Attribution(previous.attribution.speaker, previous.attribution.cue, min(previous.attribution.cost + 5, 30))


def _last_named(reading: Reading, sentence: Span) -> Speaker | None:
    first_after = bisect_left(reading.speakers, sentence.start, key=lambda speaker: speaker.start)
    nearest = reversed(reading.speakers[max(0, first_after - _NAMES_BACK) : first_after])
    return next((s for s in nearest if s.kind in ("person", "name", "pronoun") and s.end <= sentence.start), None)


def _is_speech(text: Text, span: Span, choice: Attribution | None) -> bool:
    words = _WORD.findall(text.body[span.start : span.end])
    sure = choice is not None and choice.cost < 12
    if len(words) < MIN_WORDS:
        return sure and bool(words) and bool(_CLAUSE_END.search(text.body[span.start : span.end])) and choice.cost < 4
    if _is_title(words):
        return False
    return len(words) > 6 or (choice is not None and choice.cost < NO_CUE_COST)


def _is_title(words: list[str]) -> bool:
    """Every long word begins with a capital: the name of a film, a show, a book."""
    long = [word for word in words if len(word) > 3]
    return len(words) <= 8 and len(long) > 0 and all(word[0].isupper() or word[0].isdigit() for word in long)


def _confidence(choice: Attribution | None) -> float:
    return 0.3 if choice is None else round(max(0.35, 0.98 - 0.02 * choice.cost), 6)
