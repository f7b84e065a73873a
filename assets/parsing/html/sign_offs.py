"""What signs an article after its text: a name, initials, "Reporting by ...", who can be reached where."""

import re

from assets.parsing.bylines import is_person_like
from assets.parsing.html.blocks import Block, Page
from assets.parsing.html.class_words import Hint
from assets.parsing.html.layout import Layout
from assets.parsing.html.name_cut import EDGES
from assets.parsing.markers import starts_with

LONGEST_BYLINE = 200
LONGEST_NAME = 60
LONGEST_LABEL = 20
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
    """What signs after the last paragraph: a name alone, "Posted by ...", a byline, who can be reached where."""
    near = set(after_text(page, layout))
    for position in below_text(page, layout):
        text = with_next(page, position)
        if position in near and (name := _lone_name(text) or _profiled_name(text)):
            return [(name, "person")]
        if begins_like_byline(text.lstrip("( ")) or _is_byline(page, layout, position):
            return [(text.strip("() "), "line")]
    return []


def labelled_names(page: Page, layout: Layout) -> list[Value]:
    """What a line anywhere on the page says with a label and a colon ("Author: Anna Berg"), unless two lines do."""
    texts = [
        block.text
        for block, (role, _) in zip(page.blocks, layout.roles, strict=True)
        if len(block.text) <= LONGEST_NAME and ":" in block.text and role not in ("body", "comment")
    ]
    told = {text for text in texts if text[starts_with("byline", text) - 1] == ":" or _has_label(text)}
    return [(text, "line") for text in told] if len(told) == 1 else []


def _has_label(text: str) -> bool:
    label, _, name = text.partition(":")
    return bool(name.strip()) and starts_with("byline", label) == len(label)


def begins_like_byline(text: str) -> bool:
    """True for "Posted by Anna Berg on 3 March": a short line that begins like a byline."""
    return len(text) <= LONGEST_BYLINE and starts_with("byline", text) > 0


def _is_byline(page: Page, layout: Layout, position: int) -> bool:
    """True for a short block whose element is named a byline."""
    role, block = layout.roles[position][0], page.blocks[position]
    is_named = role == "byline" or (role == "other" and is_named_byline(page, block))
    return is_named and len(block.text) <= LONGEST_NAME


def is_named_byline(page: Page, block: Block) -> bool:
    """True when the element around a block, or a small one around that, is named a byline."""
    element = page.elements[block.element]
    if element.hints & Hint.BYLINE:
        return True
    parent = page.elements[element.parent] if element.parent >= 0 else element
    return bool(parent.hints & Hint.BYLINE) and parent.end_block - parent.first_block <= BELOW


def with_next(page: Page, position: int) -> str:
    """A block's text; when that is only a label ("by", "Author:") with the name in the next block."""
    text = page.blocks[position].text
    if len(text) > LONGEST_LABEL or position + 1 >= len(page.blocks) or starts_with("byline", text) < len(text):
        return text
    following = page.blocks[position + 1].text
    return f"{text} {following}" if len(following) <= LONGEST_NAME else text


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


def below_text(page: Page, layout: Layout) -> list[int]:
    """The last paragraph and the blocks after it, links among them, up to the comments."""
    if not layout.body:
        return []
    last = layout.body[-1]
    found = []
    for position in range(last, min(last + 2 * BELOW, len(page.blocks))):
        if layout.roles[position][0] in ("comment", "teaser"):
            break
        found.append(position)
    return found


def _profiled_name(text: str) -> str | None:
    """The name that a short note on its author begins with: "Anna Berg can be reached at ...", "... is a reporter"."""
    found = _PROFILE.match(text) if len(text) <= LONGEST_PROFILE else None
    return found[1] if found and is_person_like(found[1]) else None


def _lone_name(text: str) -> str | None:
    name = text.strip(EDGES)
    return name if len(name) <= LONGEST_NAME and is_person_like(name) else None
