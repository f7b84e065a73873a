"""A text as lines with their places, before anything is known about them.

Put here: cutting into lines, and cutting off what was glued to a line's end. Keep out: what lines mean (kinds.py).
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from assets.parsing.agencies import find_agencies
from assets.parsing.bylines import is_name_like
from assets.parsing.credits import drop_initials
from assets.parsing.markers import ends_with, list_phrases

TERMINATORS = ".!?…。！？؟۔।"
_CLOSERS = "\"'”’»)]›“*_"
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]")
# A sentence ends within the text and another starts.
INNER_STOP = re.compile(r"[^\W\d_]{3,}[\"'”’)]?[.!?]['\"”’)]?\s+[\"'“‘(]?[^\W\d_a-zà-öø-ÿ]")
_LOOK_BACK = 400
_LONG_LINE = 120
_LONGEST_WORD = 30
_SIGN_OFF = re.compile(
    r"(?<=[.!?…؟\"”’»'\w])\s*(?P<sign>(?<=[.!?…؟\"”’»'\w\s])/\s*[^()\n.]{2,40}(?:\([^()\n]{2,40}\))?|(?<=[.!?…؟\"”’»']|\s)\([^()\n]{2,40}\))$"
)
_LONGEST_LINK = 220


@dataclass(slots=True)
class Line:
    """A stretch of the text without line breaks and outer blanks. `text` is what a reader sees (markup removed)."""

    start: int
    end: int
    text: str
    after_blank: bool = False
    level: int = 0
    is_marked: bool = False
    is_item: bool = False
    url: str | None = None
    hint: str = ""


def split_lines(text: str, start: int = 0) -> list[Line]:
    """Lines that hold something, in order, with the offsets of their first and last visible character."""
    lines: list[Line] = []
    blank, position = True, start
    while position < len(text):
        stop = text.find("\n", position)
        stop = len(text) if stop < 0 else stop
        raw = text[position:stop]
        visible = raw.strip()
        if visible:
            first = position + len(raw) - len(raw.lstrip())
            lines.append(Line(first, first + len(visible), visible, after_blank=blank))
        blank = not visible
        position = stop + 1
    return lines


def count_words(text: str) -> int:
    """Words; in a script that writes no blanks two characters count as one, eight where nothing else tells."""
    words = len(text.split())
    if text.isascii():
        return words
    words += len(_UNSPACED.findall(text)) // 2
    return words if len(text) <= _LONGEST_WORD * words else len(text) // 8


def ends_sentence(text: str) -> bool:
    """True when the text ends like a sentence, closing quotes and brackets aside."""
    return text.rstrip(_CLOSERS)[-1:] in TERMINATORS and bool(text.rstrip(_CLOSERS))


def is_cut_off(text: str) -> bool:
    """True when the text ends in an ellipsis, as teasers do."""
    return text.rstrip(_CLOSERS + "] ").endswith(("...", "…", "[...", "[…"))


def cut_stubs(lines: list[Line]) -> list[Line]:
    """The lines with counters, share stubs, sign-offs and "Read also: ..." cut off their ends as lines of their own."""
    last = max((i for i, line in enumerate(lines) if len(line.text) >= _LONG_LINE), default=-1)
    return [piece for i, line in enumerate(lines) for piece in _cut(line, is_last=i == last)]


def _cut(line: Line, *, is_last: bool) -> list[Line]:
    if len(line.text) < 60 or line.end - line.start != len(line.text):
        return [line]
    cuts, keep = [], line.text
    while (at := ends_with("counter", keep)) > 0 and len(cuts) < 6:
        cuts.append(at)
        keep = keep[:at].rstrip()
    if cuts and not ends_sentence(keep):
        cuts, keep = [], line.text
    link = None if ends_sentence(keep) else _inline_link().search(keep, max(0, len(keep) - _LOOK_BACK))
    if link and len(keep) - link.start("link") <= _LONGEST_LINK:
        cuts.append(link.start("link"))
    tail = keep[: min(cuts)] if cuts else keep
    if (at := _sign_off(tail.rstrip(), is_last=is_last)) > 0:
        cuts.append(at)
    return _split_at(line, sorted(cuts)) if cuts else [line]


def _sign_off(text: str, *, is_last: bool) -> int:
    """Where "/ Agency (Outlet)" or "(Agency)" starts behind the last sentence; on the last line "(Outlet)"; or -1."""
    base = max(0, len(text) - _LOOK_BACK)
    found = _SIGN_OFF.search(text, base)
    if found is None:
        return -1
    return (
        found.start("sign")
        if (found["sign"][0] == "/" and find_agencies(found["sign"])) or _is_outlet(found["sign"], is_last)
        else -1
    )


def _is_outlet(sign: str, is_last: bool) -> bool:
    inner = drop_initials(sign.strip("()"))
    if sign[0] != "(" or inner.count(" ") > 4:
        return False
    return bool(find_agencies(inner)) or (is_last and is_name_like(inner))


@lru_cache(maxsize=1)
def _inline_link() -> re.Pattern[str]:
    """ "... he said. Read also: Headline" at the end of a paragraph."""
    phrases = {p for ps in list_phrases("read_also", "start").values() for p in ps}
    named = "|".join(re.escape(p) for p in sorted(phrases, key=lambda p: (-len(p), p)))
    return re.compile(rf"(?<=[.!?…؟\"”’»])\s*(?P<link>(?:{named})\s?[:|»>]\s?[^\n]{{8,}})$", re.IGNORECASE)


def _split_at(line: Line, cuts: list[int]) -> list[Line]:
    pieces = []
    for begin, end in zip([0, *cuts], [*cuts, len(line.text)], strict=True):
        part = line.text[begin:end]
        visible = part.strip()
        if visible:
            first = line.start + begin + len(part) - len(part.lstrip())
            after_blank = line.after_blank if begin == 0 else True
            pieces.append(Line(first, first + len(visible), visible, after_blank=after_blank))
    return pieces
