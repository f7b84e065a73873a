"""Names that a line is taken for by what it says or what stands beside it: a label and a colon, a date.

The weakest places of a name on a page; bylines are in byline_lines.py, what signs in sign_offs.py.
"""

import re
from itertools import pairwise

from assets.parsing.bylines import is_person_like
from assets.parsing.dates import find_dates
from assets.parsing.html.blocks import Page
from assets.parsing.html.date_labels import BARE, PUBLISHED, label
from assets.parsing.html.layout import HEADINGS, Layout
from assets.parsing.html.name_cut import EDGES
from assets.parsing.html.sign_offs import BELOW, LONGEST_NAME, Value
from assets.parsing.markers import starts_with

LONGEST_PLAIN_NAME = 40
LONGEST_LINE = 160
MOST_BLOCKS = 200
BARS = re.compile(r"\s+[|·•–-]\s+")
# Two to four words in mixed case, as names are written; particles and initials among them.
_PLAIN_NAME = re.compile(
    r"[A-ZÀ-Þ][a-zß-ÿ'’-]+(?:[\s-][A-ZÀ-Þ][a-zß-ÿ'’-]*\.?){0,2}(?:\s(?:von|van|de|del|da|di|zu|le|la|el|al|bin|ten|der|den)){0,2}"
    r"(?:\s(?:[A-ZÀ-Þ][a-zß-ÿ'’]+|Ma?c[A-Z][a-z]+|O['’][A-Z][a-z]+)(?:-[A-ZÀ-Þ][a-zß-ÿ]+)?)"
)
_NOT_TOLD = frozenset(("body", "comment"))
_NO_BYLINE = frozenset(("comment", "teaser", "advertisement", "title"))


def names_by_date(page: Page, layout: Layout) -> list[Value]:
    """A line that could be a name and stands right beside a line with nothing but a date, around the text."""
    if not layout.body:
        return []
    first, last = layout.body[0], layout.body[-1]
    start = layout.title + 1 if layout.title is not None and layout.title < first else first
    for position in (*range(start, first + 1), *range(last - 1, min(last + BELOW, len(page.blocks)))):
        near = [page.blocks[i].text for i in (position - 1, position + 1) if 0 <= i < len(page.blocks)]
        if page.blocks[position].tag in HEADINGS or layout.roles[position][0] in _NO_BYLINE:
            continue
        text = page.blocks[position].text
        if _could_be_name(text) and any(map(_is_date_line, near)):
            return [(text, "line")]
        if name := _in_date_line(text):
            return [(name, "line")]
    return []


def _in_date_line(text: str) -> str:
    """The part beside the date of a line with bars, before it first: "News | Anna Berg | 3 March 2011"; "" without one.

    Parted by a comma ("Anna Berg, 3 March 2011") only with a known given name: else it may be a town.
    """
    if len(text) > LONGEST_LINE:
        return ""
    parts = BARS.split(text)
    pairs = [pair for pair in pairwise(parts) if any(map(_is_date_line, pair))]
    name = next((part for pair in pairs for part in pair if _could_be_name(part)), "")
    before, comma, after = text.partition(",")
    return name or (before.strip() if comma and _is_date_line(after) and is_person_like(before.strip()) else "")


def _could_be_name(text: str) -> bool:
    return len(text) <= LONGEST_PLAIN_NAME and _PLAIN_NAME.fullmatch(text.strip(EDGES)) is not None


def _is_date_line(text: str) -> bool:
    dates = find_dates(text) if len(text) <= LONGEST_NAME else []
    return len(dates) == 1 and label(text, dates[0].start, dates[0].end) in (BARE, PUBLISHED)


def labelled_names(page: Page, layout: Layout) -> list[Value]:
    """What a line before or after the text says with a label and a colon ("Author: Anna Berg"); nothing when two do."""
    last = layout.body[-1] if layout.body else 0
    near = [*range(min(MOST_BLOCKS, last)), *range(last, min(last + MOST_BLOCKS, len(page.blocks)))]
    texts = {page.blocks[i].text for i in near if layout.roles[i][0] not in _NOT_TOLD}
    told = {text for text in texts if len(text) <= LONGEST_NAME and ":" in text and _has_label(text)}
    return [(text, "line") for text in told] if len(told) == 1 else []


def _has_label(text: str) -> bool:
    label, _, name = text.partition(":")
    return bool(name.strip()) and starts_with("byline", label) == len(label)
