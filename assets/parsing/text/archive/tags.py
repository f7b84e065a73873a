"""Documents whose parts have tags of two letters at the line's start, as Factiva exports them: HD, BY, PD, SN, LP, TD.

Put here: one such document and where it ends. Keep out: Factiva's display without tags (display.py).
"""

import re
from collections.abc import Sequence

from assets.parsing.text.archive.document import Document
from assets.parsing.text.lines import Line

_FIELDS = {
    "HD": "title", "BY": "author", "PD": "date", "SN": "source", "SE": "section", "LA": "language", "LP": "body",
    "TD": "body", "ART": "caption", "CR": "credit", "CY": "legal", "AN": "code", "HDL": "subtitle",
}  # fmt: skip
_OTHERS = "CLM WC ET SC ED PG VOL CT RF CO IN NS RE IPC IPD PUB CX"
_TAG = re.compile(rf"({'|'.join(sorted([*_FIELDS, *_OTHERS.split()], key=len, reverse=True))})(?:\t\s*|\s{{2,}}|$)(.*)")
_KINDS = {"author": "byline", "caption": "caption", "legal": "legal", "credit": "credit", "title": "title"}
_NEEDED = ({"HD"}, {"PD"}, {"SN", "SC"}, {"LP", "TD"})


def read_tag(text: str) -> tuple[str, str] | None:
    """(tag, value) of a line that starts with one; else None."""
    found = _TAG.match(text)
    return (found[1], found[2]) if found else None


def is_tagged(lines: Sequence[Line]) -> bool:
    """True when the text has the tags that every document has."""
    tags = {found[0] for line in lines if (found := read_tag(line.text))}
    return all(tags & some for some in _NEEDED)


def read_tagged(lines: Sequence[Line], first: int, end: int) -> Document | None:
    """The document in lines[first:end], in which a tag's value is on lines of its own; None without title or text."""
    document, current = Document(), ""
    for i in range(first, end):
        tag = read_tag(lines[i].text)
        if tag is not None:
            current = _FIELDS.get(tag[0], "other")
            document.kinds[i] = "label"
            continue
        if current == "body":
            document.body.append(i)
            continue
        document.kinds[i] = _KINDS.get(current, "label")
        document.title += [i] if current == "title" else []
        document.go_on(current, lines[i].text)
    return document if document.title and document.body else None
