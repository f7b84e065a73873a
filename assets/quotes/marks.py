"""Where quotation marks open and close. Keep out: who speaks, and whether the words are speech at all.

Double and angled marks come first. Single ones count where a text has no others around more than two words, or where
all of those stand inside single ones: most single marks are apostrophes.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

_BREAK = re.compile(r"\n\s*\n")
_DOUBLE = re.compile("[“„‟❝〝«”❞〞»\"＂]|''|``")  # two single marks are a double one as old wires type it
_SINGLE = re.compile("[‘’‚‛'`]")
_OPENERS, _CLOSERS = "“„‟❝〝«", "”❞〞»"
_PAIRS = {"„": "“”", "»": "«", "«": "»", "‚": "‘’"}
_SENTENCE_END = ".?!…"
_PUNCTUATION = ".,?!…;:–—)"
_NEXT_SINGLE = re.compile(r"[.,?!…]['’]|\s['‘]\w|\n")
_MIN_WORDS = 3
_NESTED_MAX = 10  # quotations in double marks up to which single ones may be the outer style
_LOOK_AHEAD = 1_000
_ELISION = re.compile(r"(?:\d0s?|em|tis|twas|til)\b", re.IGNORECASE)

_Classify = Callable[[str, int, list[int]], str]


@dataclass(frozen=True, slots=True)
class Span:
    """Characters of a text from start up to end."""

    start: int
    end: int


def find_quotations(body: str) -> list[Span]:
    """The words between quotation marks, marks left out, in order and without overlap."""
    double = _scan(body, _DOUBLE, _classify_double)
    long = [span for span in double if _is_long(body, span)]
    single = [] if len(long) > _NESTED_MAX else _scan(body, _SINGLE, _classify_single)
    if not long:
        return single or double
    is_outer = sum(_is_long(body, span) for span in single) > len(long)
    return single if is_outer and all(_is_within(span, single) for span in long) else double


def paragraphs(body: str) -> list[Span]:
    """Stretches between empty lines."""
    bounds = [0, *(i for match in _BREAK.finditer(body) for i in match.span()), len(body)]
    return [Span(start, end) for start, end in zip(bounds[::2], bounds[1::2], strict=True) if start < end]


def _is_long(body: str, span: Span) -> bool:
    return len(body[span.start : span.end].split(maxsplit=_MIN_WORDS)) >= _MIN_WORDS


def _is_within(span: Span, others: list[Span]) -> bool:
    return any(other.start <= span.start and span.end <= other.end for other in others)


def _scan(body: str, marks: re.Pattern[str], classify: _Classify) -> list[Span]:
    """A quotation that stays open ends with its paragraph when the next one opens again, as the press writes it."""
    spans: list[Span] = []
    stretches = paragraphs(body)
    for index, stretch in enumerate(stretches):
        following = stretches[index + 1] if index + 1 < len(stretches) else None
        goes_on = following is not None and marks.match(body, following.start) is not None
        spans += _scan_paragraph(body, stretch, marks, classify, goes_on)
    trimmed = (_trim(body, span) for span in spans)
    return [span for span in trimmed if span.start < span.end]


def _scan_paragraph(body: str, stretch: Span, marks: re.Pattern[str], classify: _Classify, goes_on: bool) -> list[Span]:
    spans: list[Span] = []
    inner: list[Span] = []  # closed inside one that is still open: they stand when that one never closes
    opened: list[int] = []  # positions of the last character of the marks that are open
    for match in marks.finditer(body, stretch.start, stretch.end):
        at, last = match.start(), match.end() - 1
        action = classify(body, at, opened)
        if action == "open" and opened and _ends_sentence(body, opened[0], at):
            spans.append(Span(opened[0] + 1, at))  # the mark that should have closed it is missing
            opened, inner = [last], []
        elif action == "open":
            opened.append(last)
        elif action == "close" and opened:
            closed = Span(opened.pop() + 1, at)
            while inner and inner[-1].start >= closed.start:
                inner.pop()
            (inner if opened else spans).append(closed)
    if opened and goes_on:
        return [*spans, Span(opened[0] + 1, stretch.end)]
    return spans + inner


def _classify_double(body: str, at: int, opened: list[int]) -> str:
    width = 2 if body[at] in "'`" else 1
    mark, before, after = body[at], body[at - 1 : at], body[at + width : at + width + 1]
    is_left = not before or before.isspace() or before in "([—–-/"
    if opened and mark in _PAIRS.get(body[opened[-1]], ""):
        return "close"
    if mark in _OPENERS:
        misused = opened and not is_left and (not after or after.isspace() or after in _PUNCTUATION)
        return "close" if misused else "open"
    if not opened:
        starts = bool(after) and not after.isspace() and (mark not in _CLOSERS or is_left)
        return "open" if starts and not (before.isdigit() and after in _PUNCTUATION) else "skip"
    return "open" if mark not in _CLOSERS and is_left and after.isalnum() else "close"


def _classify_single(body: str, at: int, opened: list[int]) -> str:
    before, after = body[at - 1 : at], body[at + 1 : at + 2]
    if before.isalnum() and after.isalnum():
        return "skip"
    if not before.isalnum() and _ELISION.match(body, at + 1):
        return "skip"
    if not before.isalnum() and (after.isalnum() or after in "‘“[$£€") and after and not _closes_glued(before, opened):
        return "open"
    if not opened or body[at] == "‘":
        return "skip"
    return "skip" if len(opened) == 1 and _is_possessive(body, at) else "close"


def _closes_glued(before: str, opened: list[int]) -> bool:
    """A mark between the end of a sentence and a letter closes what is open: the blank after it is missing."""
    return bool(opened) and bool(before) and before in _PUNCTUATION


def _is_possessive(body: str, at: int) -> bool:
    """An apostrophe after a plural s: a lower-case word follows, and a surer end comes before the next opening."""
    if body[at - 1] != "s" or not re.match(r" [a-z]", body[at + 1 : at + 3]):
        return False
    later = _NEXT_SINGLE.search(body, at + 1, at + _LOOK_AHEAD)
    return later is not None and later[0][0] in ".,?!…"


def _ends_sentence(body: str, opened: int, at: int) -> bool:
    text = body[max(opened, at - 40) : at]
    return text.rstrip() != text and text.rstrip()[-1:] in tuple(_SENTENCE_END) and " " in text.strip()


def _trim(body: str, span: Span) -> Span:
    text = body[span.start : span.end]
    return Span(span.start + len(text) - len(text.lstrip()), span.end - len(text) + len(text.rstrip()))
