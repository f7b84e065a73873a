"""Documents as archives show them without labels: section, title, byline, "98 words", date, source, code, rights, text.

The line with the number of words tells what stands above it (title, byline) and below it (date, source).
Put here: one such document. Keep out: documents with labels or tags (labels.py, tags.py).
"""

import re
from collections.abc import Sequence

from assets.parsing.text.archive.document import Document, has_day, is_rights_line
from assets.parsing.text.lines import Line
from assets.parsing.text.meta import read_byline

_COUNT = re.compile(r"[\d.,]+ (?:words|wörter|mots|palabras|parole|palavras|woorden|słów|слов)", re.IGNORECASE)
_CODE = re.compile(r"[A-Z0-9]{3,8}|\d{1,2}:\d\d|[A-Z]?\d{1,3}|Page \w+|\w{3,12}")
_MOST_ABOVE, _MOST_BELOW = 6, 12


def read_display(lines: Sequence[Line], first: int, end: int) -> Document | None:
    """The document in lines[first:end]; None when no number of words with a date below stands near its top."""
    count = next((i for i in range(first, min(end, first + _MOST_ABOVE)) if _COUNT.fullmatch(lines[i].text)), end)
    dated = next((i for i in range(count + 1, min(end, count + 3)) if has_day(lines[i].text)), end)
    if dated + 1 >= end:
        return None
    document = Document(values={"date": [lines[dated].text], "source": [lines[dated + 1].text]})
    _read_above(document, lines, list(range(first, count)))
    below = range(dated + 2, min(end, dated + _MOST_BELOW))
    start = next((i + 1 for i in below if is_rights_line(lines[i].text)), None)
    start = start or next((i for i in below if not _CODE.fullmatch(lines[i].text)), end)
    document.body = list(range(start, end))
    document.kinds = {i: "label" for i in range(first, start) if i not in document.title}
    return document if document.title and document.body else None


def _read_above(document: Document, lines: Sequence[Line], above: list[int]) -> None:
    """Title and byline; a line above the title is the section."""
    if len(above) > 1 and (read_byline(lines[above[-1]].text) or len(above) > 2):
        document.add("author", lines[above.pop()].text)
    document.title = above[-1:]
    document.values["title"] = [lines[i].text for i in document.title]
    if len(above) > 1:
        document.add("section", lines[above[-2]].text)
