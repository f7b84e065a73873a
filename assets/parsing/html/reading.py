"""One page read as far as its layout.

Walk, regions, container, roles; and the thorough path when that is doubtful.
"""

from dataclasses import dataclass, field

from assets.parsing.html.blocks import Block, Page
from assets.parsing.html.confidence import LOW, judge
from assets.parsing.html.container import choose_container, densest_container
from assets.parsing.html.head import Head
from assets.parsing.html.layout import Layout
from assets.parsing.html.lines import note_role
from assets.parsing.html.plain_values import plain_text
from assets.parsing.html.regions import Regions, mark_regions
from assets.parsing.html.roles import NOTES, lay_out
from assets.parsing.html.sites import site_names
from assets.parsing.html.splitting import Scope, find_scopes, further_scopes, main_scope
from assets.parsing.html.state import find_state_text
from assets.parsing.html.state_nodes import find_node_text
from assets.parsing.html.structured import Structured, read_structured
from assets.parsing.html.titles import MAX_TITLE_CHARS, fold, title_candidates
from assets.parsing.html.walk import walk_page
from assets.parsing.model import Candidate

SHORT_BODY = 300
STRUCTURED_SHARE = 0.5
SHORTEST_STRUCTURED = 300


@dataclass(slots=True)
class Reading:
    """A page with everything that was decided about its blocks."""

    page: Page
    head: Head
    structured: Structured
    sites: list[str]
    titles: list[Candidate]
    regions: Regions
    container: int
    layout: Layout
    confidence: float
    reason: str
    url: str | None
    further: list[Scope] = field(default_factory=list)

    @property
    def body(self) -> str:
        """The body: its blocks, parted by empty lines."""
        return "\n\n".join(self.page.blocks[position].text for position in self.layout.body)


def read_page(content: str, url: str | None) -> Reading:
    """Read a page; when its text is short, walk into everything; when doubtful, try the second strategies."""
    reading = _read(walk_page(content), url)
    if len(reading.body) < SHORT_BODY:
        reading = _around_headline(reading)
    if len(reading.body) < SHORT_BODY:
        other = _read(walk_page(content, everything=True), url)
        if len(other.body) > 2 * len(reading.body):
            reading = other
        if not reading.body and (paragraphs := find_state_text(content) or find_node_text(content)):
            reading = _with_paragraphs(reading, paragraphs, "text in a script", 0.5)
    if reading.confidence < LOW:
        reading = _thorough(reading)
    return reading


def description(head: Head, structured: Structured) -> str | None:
    """What the page says it is about, in a sentence or two."""
    return head.first("og:description", "description", "twitter:description") or structured.description


def _read(page: Page, url: str | None) -> Reading:
    head, structured = Head(page), read_structured(page)
    sites = site_names(head, structured, url)
    titles = title_candidates(page, head, structured, sites)
    regions = mark_regions(page)
    scopes = find_scopes(page, regions, structured)
    main = main_scope(page, scopes, titles[0].value if titles else None) if scopes else None
    if main is not None:
        titles = _with_own_heading(titles, page.blocks[main.heading].text)
    container = choose_container(page, regions, main.element if main else 0, titles[0].value if titles else None)
    reading = _decide(page, head, structured, sites, titles, regions, container, url)
    reading.further = further_scopes(page, scopes, main) if main else []
    return reading


def _with_own_heading(titles: list[Candidate], heading: str) -> list[Candidate]:
    """On a page of several articles the heading of the first one comes before what only heads the page."""
    if titles and (titles[0].basis not in ("heading", "html_title") or fold(titles[0].value) == fold(heading)):
        return titles
    own = Candidate("title", heading[:MAX_TITLE_CHARS], "heading", 0.8, "heading of the first of several articles")
    return [own, *(title for title in titles if fold(title.value) != fold(heading))]


def _decide(
    page: Page,
    head: Head,
    structured: Structured,
    sites: list[str],
    titles: list[Candidate],
    regions: Regions,
    container: int,
    url: str | None,
) -> Reading:
    told = description(head, structured)
    if not page.elements:
        return Reading(page, head, structured, sites, titles, regions, 0, Layout([]), 0.01, "the page is empty", url)
    names = {fold(name.name) for name in structured.authors} | {fold(text) for _, text in head.all(("author",))[:10]}
    layout = lay_out(
        page, regions, container, title=titles[0].value if titles else None, description=told, names=names - {""}
    )
    confidence, reason = judge(page, regions, layout, container, structured, told)
    return Reading(page, head, structured, sites, titles, regions, container, layout, confidence, reason, url)


def _thorough(first: Reading) -> Reading:
    """Second strategies for a doubtful page.

    The densest container, then the text that structured data carries.
    """
    best = first
    container = densest_container(first.page, first.regions)
    if container is not None and container != first.container:
        other = _decide(
            first.page, first.head, first.structured, first.sites, first.titles, first.regions, container, first.url
        )
        if other.confidence > best.confidence + 0.1:
            other.reason += "; second strategy: densest container"
            other.further, best = best.further, other
    told = first.structured.body
    if told and len(told) >= SHORTEST_STRUCTURED and len(best.body) < STRUCTURED_SHARE * len(told):
        return _with_structured_body(best, told)
    return best


def _around_headline(first: Reading) -> Reading:
    """A short text may stand with its headline in an element smaller than the cards beside it: taken if it has more."""
    if first.layout.title is None:
        return first
    elements, position = first.page.elements, first.page.blocks[first.layout.title].element
    while elements[position].parent >= 0 and not first.regions.mass(elements[position]):
        position = elements[position].parent
    if position == first.container:
        return first
    other = _decide(
        first.page, first.head, first.structured, first.sites, first.titles, first.regions, position, first.url
    )
    other.further = first.further
    return other if len(other.body) > len(first.body) else first


def _with_structured_body(reading: Reading, told: str) -> Reading:
    """Take the body from structured data: the page shows only a part of it."""
    paragraphs = [text for piece in told.replace("\r", "\n").split("\n") if (text := plain_text(piece))]
    return _with_paragraphs(reading, paragraphs, "articleBody in JSON-LD", 0.6)


def _with_paragraphs(reading: Reading, paragraphs: list[str], source: str, confidence: float) -> Reading:
    """Take paragraphs from elsewhere as the body; they become blocks after the page's own."""
    for position in reading.layout.body:
        reading.layout.roles[position] = ("other", "repeated elsewhere")
    start, notes = len(reading.page.blocks), len(paragraphs) - NOTES
    reading.page.blocks.extend(Block(text, "p", 0, 0, None) for text in paragraphs)
    roles = [
        (note_role(text) if number >= notes else None) or ("body", source) for number, text in enumerate(paragraphs)
    ]
    reading.layout.roles.extend(roles)
    reading.layout.body = [start + number for number, (role, _) in enumerate(roles) if role == "body"]
    reading.confidence, reading.reason = confidence, f"{source}: the page shows only a part of it or nothing"
    return reading
