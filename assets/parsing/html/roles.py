"""The role of every block, given the container: which blocks are the article's text, and what the others are."""

from dataclasses import dataclass, field

from assets.parsing.html.class_words import Hint
from assets.parsing.html.lines import line_role
from assets.parsing.html.regions import Regions
from assets.parsing.html.titles import fold
from assets.parsing.html.walk import Block, Page

MOST_LINKS = 0.6
SHORTEST_TEASER = 20
LONGEST_TAIL = 60
SHORTEST_SUBTITLE = 30
LONGEST_SUBTITLE = 800
_ENDINGS = ".!?…。！？؟\"'”’»«):;।"
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_KEPT_TAIL = frozenset(("li", "td", "th", "dd", "dt", "pre", "blockquote"))


@dataclass(slots=True)
class Layout:
    """Roles of all blocks, the positions of the body's, and the title and standfirst among them."""

    roles: list[tuple[str, str]]
    body: list[int] = field(default_factory=list)
    title: int | None = None
    subtitle: int | None = None


def lay_out(page: Page, regions: Regions, container: int, title: str | None, description: str | None) -> Layout:
    """Decide the role of every block of a page whose article lies in `container`."""
    element = page.elements[container]
    first, end = element.first_block, element.end_block
    layout = Layout([("other", "")] * len(page.blocks))
    layout.title = _find_title(page, title, end)
    start = _find_start(page, regions, layout.title, first, end)
    for position, block in enumerate(page.blocks):
        inside = start <= position < end
        layout.roles[position] = _inner_role(block, regions.roles[position]) if inside else _outer_role(block, regions.roles[position])
    if layout.title is not None:
        layout.roles[layout.title] = ("title", "headline")
    _mark_link_lists(page, layout, start, end)
    _mark_repeats(page, layout, start, end)
    _trim_tail(page, layout, start, end)
    _find_subtitle(page, regions, layout, description, start, end)
    layout.body = [i for i, (role, _) in enumerate(layout.roles) if role == "body"]
    return layout


def _find_title(page: Page, title: str | None, end: int) -> int | None:
    """The block that shows the headline: same words as the title, a heading before the container's end if there is one."""
    folded = fold(title) if title else ""
    near: int | None = None
    for position, block in enumerate(page.blocks[:end]):
        heading = block.tag in _HEADINGS
        if len(block.text) > 1_000 or (not heading and near is not None):
            continue
        own = fold(block.text) if heading or len(block.text) <= len(title or "") + 20 else ""
        if own and own == folded and (heading or block.link_chars < len(block.text)):
            return position
        if block.tag == "h1" and near is None and own:
            near = position
    return near


def _find_start(page: Page, regions: Regions, title: int | None, first: int, end: int) -> int:
    """Where the body may begin: after the headline when it stands in the container and little prose stands before it."""
    if title is None or not first <= title < end:
        return first
    before = regions.sums[title] - regions.sums[first]
    inside = regions.sums[end] - regions.sums[first]
    return title if before < 0.5 * inside else first


def _inner_role(block: Block, furniture: tuple[str, str] | None) -> tuple[str, str]:
    if furniture is not None:
        return furniture
    share = block.link_chars / len(block.text)
    told = line_role(block.text, share)
    if told is not None:
        return told
    if share > MOST_LINKS:
        return ("link", "link in the text") if block.tag in _KEPT_TAIL else ("teaser", "linked line")
    return ("body", "text of the container") if block.tag != "h1" else ("title", "heading")


def _outer_role(block: Block, furniture: tuple[str, str] | None) -> tuple[str, str]:
    if furniture is not None:
        return furniture
    told = line_role(block.text, block.link_chars / len(block.text))
    if told is not None:
        return told
    if block.link_chars > 0.5 * len(block.text):
        long = len(block.text) >= SHORTEST_TEASER and " " in block.text
        return ("teaser", "link outside the article") if long else ("navigation", "link outside the article")
    return ("other", "outside the article")


def _mark_link_lists(page: Page, layout: Layout, start: int, end: int) -> None:
    """Linked list items stay when the text goes on after them in the same breath; else they are teasers."""
    position = start
    while position < end:
        if layout.roles[position][0] != "link":
            position += 1
            continue
        stop = position
        while stop < end and layout.roles[stop][0] == "link":
            stop += 1
        before = position > start and layout.roles[position - 1][0] == "body" and page.blocks[position - 1].tag not in _HEADINGS
        after = any(role == "body" and page.blocks[i].tag == "p" for i, (role, _) in enumerate(layout.roles[stop:end], stop))
        keep = before and after and stop - position < 3
        layout.roles[position:stop] = [("body", "linked item in the text") if keep else ("teaser", "list of links")] * (stop - position)
        position = stop


def _mark_repeats(page: Page, layout: Layout, start: int, end: int) -> None:
    """A paragraph that comes again is furniture (consent notes, prompts): only its first showing may be text."""
    seen: set[str] = set()
    for position in range(start, end):
        text = page.blocks[position].text
        if layout.roles[position][0] == "body" and len(text) >= SHORTEST_SUBTITLE:
            if text in seen:
                layout.roles[position] = ("other", "repeated block")
            seen.add(text)


def _trim_tail(page: Page, layout: Layout, start: int, end: int) -> None:
    """Short lines without a sentence's end after the last paragraph are labels, unless they are list items or cells."""
    for position in range(end - 1, start - 1, -1):
        if layout.roles[position][0] != "body":
            continue
        block = page.blocks[position]
        if block.tag in _HEADINGS or (
            len(block.text) <= LONGEST_TAIL and block.text[-1] not in _ENDINGS and block.tag not in _KEPT_TAIL
        ):
            layout.roles[position] = ("other", "label after the text")
        else:
            return


def _find_subtitle(page: Page, regions: Regions, layout: Layout, description: str | None, start: int, end: int) -> None:
    """The standfirst: near the headline, named so, or the same words as the page's description."""
    folded = fold(description)[:200] if description else ""
    body = next((i for i in range(start, end) if layout.roles[i][0] == "body"), end)
    low = layout.title if layout.title is not None and layout.title < body else max(0, body - 6)
    for position in range(max(0, low - 2), min(body + 1, end)):
        block = page.blocks[position]
        if position == layout.title or not SHORTEST_SUBTITLE <= len(block.text) <= LONGEST_SUBTITLE:
            continue
        if layout.roles[position][0] not in ("body", "other", "teaser", "title", "navigation") or block.link_chars > 0.5 * len(block.text):
            continue
        if _is_named(page, block) or (len(folded) >= SHORTEST_SUBTITLE and _same_start(fold(block.text), folded)):
            layout.subtitle = position
            if position < body:
                layout.roles[position] = ("title", "standfirst")
            return


def _is_named(page: Page, block: Block) -> bool:
    """True when the element around a block, or the one around that, is named a standfirst."""
    element = page.elements[block.element]
    if element.hints & Hint.SUBTITLE or "description" in (element.attributes.get("itemprop") or ""):
        return True
    if element.parent < 0:
        return False
    parent = page.elements[element.parent]
    return bool(parent.hints & Hint.SUBTITLE) and parent.end_block - parent.first_block <= 3


def _same_start(one: str, other: str) -> bool:
    size = min(len(one), len(other), 120)
    return size >= SHORTEST_SUBTITLE and one[:size] == other[:size]
