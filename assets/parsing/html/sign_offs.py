"""What signs an article after its text: a name, initials, "Reporting by ...", who can be reached where."""

import re

from assets.parsing.bylines import is_person_like
from assets.parsing.html.blocks import Page
from assets.parsing.html.layout import Layout
from assets.parsing.html.name_cut import EDGES
from assets.parsing.markers import starts_with

LONGEST_BYLINE = 200
LONGEST_NAME = 60
LONGEST_PROFILE = 400
# Blocks after the last paragraph that still belong to the article.
BELOW = 4
# In brackets, or several, or before a note on pictures: a single short word may be anything ("more", "ad").
_INITIALS = re.compile(
    r"^(?:\(([a-z]{2,4}(?:[,/] ?[a-z]{2,4}){0,2})\)|([a-z]{2,4}(?:[,/] ?[a-z]{2,4}){1,2})|([a-z]{2,4}(?=;)))(?:;\s.*)?$"
)
_PROFILE = re.compile(
    r"^(?:(?:[Cc]ontact|[Rr]each|[Ee]mail)\s+)?((?:[^\W\d_][\w.'’-]*\s+){1,3}?[^\W\d_][\w'’-]*)"
    r"(?:,\s[^.]{3,60},)?\s+(?:can be reached|is an?\s|covers\s|writes\s|reports\s|at\s+\S+@|on\s+\S+@)"
)
_SIGN_OFF_ROLES = frozenset(("byline", "other"))

Value = tuple[str, str]


def sign_offs(page: Page, layout: Layout) -> list[Value]:
    """What signs right after the last paragraph: a name alone, "Reporting by ...", who can be reached where."""
    for position in after_text(page, layout):
        text = page.blocks[position].text
        if name := _lone_name(text) or _profiled_name(text):
            return [(name, "person")]
        if len(text) <= LONGEST_BYLINE and starts_with("byline", text.lstrip("( ")):
            return [(text.strip("() "), "line")]
    return []


def signed_initials(page: Page, layout: Layout) -> list[Value]:
    """Initials that close the text ("(hosb/kem)", "ssi, dan; Photo: Harbour"), on a line of their own."""
    for position in after_text(page, layout)[:2]:
        if found := _INITIALS.match(page.blocks[position].text):
            return [(text, "person") for text in re.split(r"[,/ ]+", found[1] or found[2] or found[3])]
    return []


def after_text(page: Page, layout: Layout) -> list[int]:
    """The last paragraph and the unlinked blocks after it that may still belong to the article."""
    if not layout.body:
        return []
    last = layout.body[-1]
    return [
        position
        for position in range(last, min(last + BELOW, len(page.blocks)))
        if (layout.roles[position][0] in _SIGN_OFF_ROLES or position == last) and not page.blocks[position].link_chars
    ]


def _profiled_name(text: str) -> str | None:
    """The name that a short note on its author begins with: "Anna Berg can be reached at ...", "... is a reporter"."""
    found = _PROFILE.match(text) if len(text) <= LONGEST_PROFILE else None
    return found[1] if found and is_person_like(found[1]) else None


def _lone_name(text: str) -> str | None:
    name = text.strip(EDGES)
    return name if len(name) <= LONGEST_NAME and is_person_like(name) else None
