"""The role of every block, given the container.

Which blocks are the article's text, and what the others are.
"""

from assets.parsing.html.blocks import Block, Page
from assets.parsing.html.flow import keep_flow
from assets.parsing.html.layout import ENDINGS, HEADINGS, ITEMS, OUTSIDE, Layout
from assets.parsing.html.lines import head_line_role, line_role, note_role
from assets.parsing.html.regions import Regions, weigh_block
from assets.parsing.html.standfirst import find_standfirst
from assets.parsing.html.tail_sections import mark_tail_sections
from assets.parsing.html.titles import fold

MOST_LINKS = 0.6
MOST_LINKED_PROSE = 0.85
SHORTEST_AFTER_TITLE = 300
NOTES = 4
LONGEST_NAME = 60
FEWEST_BLURBS = 3
MOST_BETWEEN = 6
MOST_HEAD_LINES = 6
SHORTEST_TEASER = 20
LONGEST_TAIL = 60
MOST_LABELS = 12
# Items of lists that are written with line breaks.
_DASHES = frozenset(("- ", "– ", "• ", "* ", "· "))
_SIDES = frozenset(("side note", "side column"))


def lay_out(
    page: Page, regions: Regions, container: int, *, title: str | None, description: str | None, names: set[str]
) -> Layout:
    """Decide the role of every block of a page whose article lies in `container`.

    `names` are folded author names.
    """
    element = page.elements[container]
    first, end = element.first_block, element.end_block
    layout = Layout([("other", "")] * len(page.blocks))
    layout.title = _find_title(page, title, end)
    start = _find_start(page, regions, layout.title, first, end)
    for position, block in enumerate(page.blocks):
        inside = start <= position < end
        layout.roles[position] = (
            _inner_role(block, regions.roles[position]) if inside else _outer_role(block, regions.roles[position])
        )
    if layout.title is not None:
        layout.roles[layout.title] = ("title", "headline")
    mark_tail_sections(page, regions, layout, start, end)
    _mark_link_lists(page, layout, start, end)
    _mark_blurbs(page, layout)
    _mark_boxes(page, layout, container)
    _trim_head(page, layout, start, end)
    _trim_tail(page, regions, layout, start, end)
    _mark_notes(page, layout)
    _mark_names(page, layout, names)
    find_standfirst(page, layout, description, start=start, end=end)
    layout.body = [i for i, (role, _) in enumerate(layout.roles) if role == "body"]
    return layout


def _find_title(page: Page, title: str | None, end: int) -> int | None:
    """The block that shows the headline.

    Same words as the title, a heading before the container's end if there is one.
    """
    folded = fold(title) if title else ""
    near: int | None = None
    for position, block in enumerate(page.blocks[:end]):
        heading = block.tag in HEADINGS
        if len(block.text) > 1_000 or (not heading and near is not None):
            continue
        own = fold(block.text) if heading or len(block.text) <= len(title or "") + 20 else ""
        if own and own == folded and (heading or block.link_chars < len(block.text)):
            return position
        if block.tag == "h1" and near is None and own:
            near = position
    return near


def _find_start(page: Page, regions: Regions, title: int | None, first: int, end: int) -> int:
    """Where the body may begin.

    After the headline when it stands in the container and little prose stands before it.
    """
    if title is None or not first <= title < end:
        return first
    before, after = regions.sums[title] - regions.sums[first], regions.sums[end] - regions.sums[title]
    return title if before < after or after >= SHORTEST_AFTER_TITLE else first


def _inner_role(block: Block, furniture: tuple[str, str] | None) -> tuple[str, str]:
    if furniture is not None:
        return _side_role(block, furniture)
    share = block.link_chars / len(block.text)
    told = line_role(block.text, share)
    if told is not None and not (told[0] == "teaser" and _is_plain_item(block)):
        return told
    if share > (MOST_LINKED_PROSE if block.tag == "p" and block.text[-1] in ENDINGS else MOST_LINKS):
        return ("link", "link in the text") if block.tag in ITEMS else ("teaser", "linked line")
    return ("body", "text of the container") if block.tag != "h1" else ("title", "heading")


def _is_plain_item(block: Block) -> bool:
    """True for a list item that leads nowhere: "More room for cars" promises no other page."""
    is_item = block.tag in ITEMS or block.text[:2] in _DASHES
    return block.link is None and is_item and ":" not in block.text


def _side_role(block: Block, furniture: tuple[str, str]) -> tuple[str, str]:
    """A linked headline in a side column is a teaser; everything else there is what the column is."""
    if furniture[1] not in _SIDES or block.tag == "menu":
        return furniture
    linked = block.link_chars > 0.5 * len(block.text) and len(block.text) >= SHORTEST_TEASER and " " in block.text
    return ("teaser", "link in a side column") if linked else furniture


def _outer_role(block: Block, furniture: tuple[str, str] | None) -> tuple[str, str]:
    if furniture is not None:
        return _side_role(block, furniture)
    told = line_role(block.text, block.link_chars / len(block.text))
    if told is not None:
        return told
    if block.link_chars > 0.5 * len(block.text):
        long = len(block.text) >= SHORTEST_TEASER and " " in block.text
        return ("teaser", "link outside the article") if long else ("navigation", "link outside the article")
    return OUTSIDE


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
        before = (
            position > start
            and layout.roles[position - 1][0] == "body"
            and page.blocks[position - 1].tag not in HEADINGS
        )
        after = any(
            role == "body" and page.blocks[i].tag == "p" for i, (role, _) in enumerate(layout.roles[stop:end], stop)
        )
        keep = before and after and stop - position < 3
        layout.roles[position:stop] = [("body", "linked item in the text") if keep else ("teaser", "list of links")] * (
            stop - position
        )
        position = stop


def _trim_head(page: Page, layout: Layout, start: int, end: int) -> None:
    """Bylines, date lines and reading times before the first paragraph are no text."""
    body = [i for i in range(start, end) if layout.roles[i][0] == "body"]
    for position in body[:MOST_HEAD_LINES]:
        block = page.blocks[position]
        if weigh_block(block) and block.text[-1] in ENDINGS and block.tag not in HEADINGS:
            return
        told = head_line_role(block.text)
        if told is not None:
            layout.roles[position] = told


def _trim_tail(page: Page, regions: Regions, layout: Layout, start: int, end: int) -> None:
    """Short lines without a sentence's end after the last paragraph are labels.

    A text made of short lines is left alone.
    """
    body = [i for i in range(start, end) if layout.roles[i][0] == "body"]
    labels: list[int] = []
    for position in reversed(body):
        if not _is_label(page.blocks[position]):
            break
        labels.append(position)
    if len(labels) <= min(MOST_LABELS, len(body) // 2) and regions.sums[end] > regions.sums[start]:
        for position in labels:
            layout.roles[position] = ("other", "label after the text")


def _mark_notes(page: Page, layout: Layout) -> None:
    """Prompts, profiles, credits and notices among the last paragraphs."""
    body = [i for i, (role, _) in enumerate(layout.roles) if role == "body"]
    for position in body[max(1, len(body) - NOTES) :]:
        told = note_role(page.blocks[position].text)
        if told is not None:
            layout.roles[position] = told


def _mark_boxes(page: Page, layout: Layout, container: int) -> None:
    """What stands in boxes beside the flow of the text is not part of it."""
    body = [i for i, (role, _) in enumerate(layout.roles) if role == "body"]
    for position in set(body).difference(keep_flow(page, container, body)):
        layout.roles[position] = ("other", "box beside the text")


def _mark_names(page: Page, layout: Layout, names: set[str]) -> None:
    """A line that is only an author's name is a byline, wherever it stands."""
    if not names:
        return
    for position, (role, _) in enumerate(layout.roles):
        text = page.blocks[position].text
        if role == "body" and len(text) <= LONGEST_NAME and fold(text) in names:
            layout.roles[position] = ("byline", "author's name")


def _mark_blurbs(page: Page, layout: Layout) -> None:
    """Paragraphs that each follow a linked headline are the blurbs of teasers, when most of their kind do.

    A name or a date may stand between, except on pages that begin so.
    """
    kinds: dict[tuple[str, int, str | None], list[int]] = {}
    for position, (role, _) in enumerate(layout.roles):
        block = page.blocks[position]
        if role == "body" and block.tag not in HEADINGS:
            element = page.elements[block.element]
            kinds.setdefault((block.tag, element.hints, element.attributes.get("class")), []).append(position)
    first = min((positions[0] for positions in kinds.values()), default=0)
    for positions in kinds.values():
        reach = 1 if positions[0] == first else MOST_BETWEEN
        led = [i for i in positions if _follows_teaser(layout, i, reach)]
        if len(led) >= FEWEST_BLURBS and len(led) > 0.6 * len(positions):
            for position in positions:
                layout.roles[position] = ("teaser", "blurb under a linked headline")


def _follows_teaser(layout: Layout, position: int, reach: int) -> bool:
    """True when the nearest teaser or text before a block, at most `reach` blocks away, is a teaser."""
    for before in range(position - 1, max(-1, position - 1 - reach), -1):
        role = layout.roles[before][0]
        if role in ("teaser", "body"):
            return role == "teaser"
    return False


def _is_label(block: Block) -> bool:
    """Short and no sentence, nor the last of several; a colon with nothing after it ends no sentence."""
    text = block.text
    short = len(text) <= LONGEST_TAIL and (text[-1] not in ENDINGS or text[-1] == ":") and "。" not in text
    return block.tag in HEADINGS or (short and block.tag not in ITEMS)
