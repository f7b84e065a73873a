"""Where the documents of an export begin and end.

Put here: cutting the text, and giving its lines their kinds. Keep out: reading one document (labels.py, tags.py,
display.py).
"""

import re
from collections.abc import Callable, Sequence

from assets.parsing.text.archive.display import read_display
from assets.parsing.text.archive.document import Document
from assets.parsing.text.archive.labels import SURE, read_label, read_labelled
from assets.parsing.text.archive.tags import is_tagged, read_tag, read_tagged
from assets.parsing.text.lines import Line

_OF = r"(?:of|von|de|di|sur|van|z)"
_START = re.compile(rf"(?:\d+ {_OF} \d+ do[ck]um\w+|do[ck]um\w+ \d+ {_OF} \d+)", re.IGNORECASE)
_END = re.compile(r"end of document|(?:document|dokument|documento) [a-z0-9]{6,}\d{8}\w{4,}", re.IGNORECASE)
_TAG_START = {"SE", "CLM", "HD"}
_LONGEST = 120

_Read = Callable[[Sequence[Line], int, int], Document | None]


def find_documents(lines: list[Line]) -> list[Document]:
    """The documents of an export in order; empty when the text is none."""
    if is_tagged(lines):
        return _read_all(lines, _cut_at_tags(lines), (read_tagged,))
    starts = [i for i, line in enumerate(lines) if _START.fullmatch(line.text)]
    ends = [i for i, line in enumerate(lines) if _END.fullmatch(line.text)]
    if starts:
        cuts = [(i + 1, end) for i, end in zip(starts, [*starts[1:], len(lines)], strict=True)]
    elif ends:
        cuts = [(i + 1, end) for i, end in zip([-1, *ends[:-1]], ends, strict=True)]
    else:
        cuts = [(0, len(lines))]
    return _read_all(lines, cuts, (read_labelled, read_display) if starts or ends else (read_labelled,))


def _read_all(lines: Sequence[Line], cuts: Sequence[tuple[int, int]], ways: Sequence[_Read]) -> list[Document]:
    """Every document by the first way that reads it; none when most cannot be read: then it is no export."""
    found = [next((d for read in ways if (d := read(lines, *cut))), None) for cut in cuts]
    documents = [d for d in found if d is not None]
    return documents if 2 * len(documents) > len(cuts) else []


def _cut_at_tags(lines: Sequence[Line]) -> list[tuple[int, int]]:
    """A document starts at its section or title, whichever comes first behind the text of the one before."""
    starts, is_over = [], True
    for i, line in enumerate(lines):
        tag = read_tag(line.text)
        if tag and tag[0] in _TAG_START and is_over:
            starts.append(i)
            is_over = False
        elif tag and tag[0] in {"LP", "TD"}:
            is_over = True
    return list(zip(starts, [*starts[1:], len(lines)], strict=True))


def cut_labels(lines: Sequence[Line]) -> list[Line]:
    """The lines with "Full text: The bridge ..." cut behind the label, and tags from their values.

    Empty when no line looks like one of an export.
    """
    if not any(_is_export_line(line.text) for line in lines):
        return []
    return [piece for line in lines for piece in _cut(line)]


def _is_export_line(text: str) -> bool:
    if len(text) > _LONGEST:
        return False
    label = read_label(text)
    tag = read_tag(text)
    return bool(
        _START.fullmatch(text) or _END.fullmatch(text) or (label and label[0] in SURE) or (tag and tag[0] == "HD")
    )


def _cut(line: Line) -> list[Line]:
    tag = read_tag(line.text)
    label = None if tag else read_label(line.text)
    value = tag[1] if tag else label[1] if label and label[0] in {"body", "title"} else ""
    if not value or line.end - line.start != len(line.text):
        return [line]
    head, middle = line.text[: -len(value)].rstrip(), line.end - len(value)
    return [Line(line.start, line.start + len(head), head, after_blank=line.after_blank), Line(middle, line.end, value)]


def mark_lines(lines: list[Line], documents: Sequence[Document]) -> list[Line]:
    """The lines with the kind of each that is no text as its hint; the lines of a title are made one."""
    kinds = {i: kind for document in documents for i, kind in document.kinds.items()}
    inner = {i for document in documents for i in (*document.body, *document.title)}
    for i, line in enumerate(lines):
        line.hint = line.hint if i in inner else kinds.get(i, "label")
    merged: set[int] = set()
    for document in documents:
        first, *rest = document.title
        lines[first].text = " ".join(lines[i].text for i in document.title)
        lines[first].end, lines[first].hint = lines[document.title[-1]].end, "title"
        merged.update(rest)
    return [line for i, line in enumerate(lines) if i not in merged]
