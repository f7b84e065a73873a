"""Documents whose parts are labelled: "HEADLINE: ...", "BYLINE: ...", "LENGTH: 512 words", "Full text: ...".

Nexis writes source, date and title without labels at the top; ProQuest half of its labels below the text.
Put here: one such document. Keep out: where it begins and ends (documents.py).
"""

import re
from collections.abc import Sequence

from assets.parsing.markers import fold
from assets.parsing.text.archive.document import Document, field_labels, has_day, is_rights_line
from assets.parsing.text.lines import Line

_LABELLED = re.compile(r"([^\W\d_][^:\n]{1,30}?)\s*:(?:\s+|$)(.*)")
_PAGE = re.compile(r"page \d+ of \d+|\d+ of \d+", re.IGNORECASE)
_KINDS = {"author": "byline", "caption": "caption", "title": "title"}
_LEAST_LABELS = 2
# Labels that only archives print: with one of them a text with labels is no letter or press release.
SURE = {"length", "code"}
_CLOSING = {*SURE, "caption", "language", "other", "source", "date"}


def read_label(text: str) -> tuple[str, str] | None:
    """(field, value) of a labelled line, or of a label alone on its line; else None."""
    labels = field_labels()
    if name := labels.get(fold(text)):
        return name, ""
    found = _LABELLED.match(text)
    name = labels.get(fold(found[1])) if found else None
    return (name, found[2].strip()) if found and name else None


def read_labelled(lines: Sequence[Line], first: int, end: int) -> Document | None:
    """The document in lines[first:end]; None when it has too few labels to be one."""
    reader = _Reader(any((label := read_label(line.text)) and label[0] == "body" for line in lines[first:end]))
    for i in range(first, end):
        reader.take(i, lines[i])
    document = reader.document
    if len(document.values) < _LEAST_LABELS or not SURE & document.values.keys() or not document.body:
        return None
    _read_top(document, lines, reader.free)
    return document


class _Reader:
    """The state of the way down a document: head, body, tail."""

    def __init__(self, has_body_label: bool) -> None:
        self.has_body_label = has_body_label
        self.document = Document()
        self.free: list[int] = []
        self.part = "head"
        self.current: str | None = None

    def take(self, i: int, line: Line) -> None:
        """File one line."""
        label = read_label(line.text)
        if is_rights_line(line.text) or _PAGE.fullmatch(line.text):
            self.part = "tail" if self.document.body else self.part
            self.document.kinds[i] = "legal" if is_rights_line(line.text) else "label"
        elif label and (self.part != "body" or (line.after_blank and label[0] in _CLOSING)):
            self._label(i, *label)
        elif self.part == "body" or (self.part == "head" and self._starts_body(line)):
            self.part = "body"
            self.document.body.append(i)
        elif self.current and (not line.after_blank or self.part == "tail"):
            self.document.go_on(self.current, line.text)
            self.document.kinds[i] = _KINDS.get(self.current, "label")
            self.document.title += [i] if self.current == "title" and self.part == "head" else []
        else:
            self.free.append(i)

    def _label(self, i: int, name: str, value: str) -> None:
        document = self.document
        document.kinds[i] = "label" if name == "title" else _KINDS.get(name, "label")
        self.part = "body" if name == "body" else "tail" if document.body else self.part
        self.current = name
        if name != "body":
            document.add(name, value)

    def _starts_body(self, line: Line) -> bool:
        """True for the first paragraph without a label below the line that gives the length."""
        is_below = "length" in self.document.values and self.current is not None and line.after_blank
        return is_below and not self.has_body_label


def _read_top(document: Document, lines: Sequence[Line], free: Sequence[int]) -> None:
    """Source, date and title out of the lines without labels above the text: the source stands right above the date."""
    above = [i for i in free if not document.body or i < document.body[0]]
    dated = next((k for k, i in enumerate(above) if has_day(lines[i].text)), None)
    if dated is None:
        _take_title(document, lines, above[:1])
        return
    document.values.setdefault("date", [lines[above[dated]].text])
    if dated:
        document.values.setdefault("source", [lines[above[dated - 1]].text])
    before = _paragraph(lines, above, dated - 2)
    _take_title(document, lines, before or _paragraph(lines, above[dated + 1 :], len(above) - dated - 2))
    document.kinds.update({i: "label" for i in above if i not in document.title})


def _paragraph(lines: Sequence[Line], positions: Sequence[int], last: int) -> list[int]:
    """The lines of the paragraph that ends with positions[last]; none when there is no such position."""
    if not 0 <= last < len(positions):
        return []
    first = last
    while first and not lines[positions[first]].after_blank and positions[first - 1] == positions[first] - 1:
        first -= 1
    return list(positions[first : last + 1])


def _take_title(document: Document, lines: Sequence[Line], positions: list[int]) -> None:
    if positions and not document.title:
        document.title = positions
        document.values["title"] = [" ".join(lines[i].text for i in positions)]
