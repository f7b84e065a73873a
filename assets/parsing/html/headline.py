"""The heading of a page that is its headline, among the site's name, a section's and those of the text.

What the head and structured data say of the title is in titles.py.
"""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from assets.lists import read_sections
from assets.parsing.html.blocks import Block, Page
from assets.parsing.html.class_words import Hint
from assets.parsing.html.regions import weigh_block
from assets.parsing.html.title_text import SEPARATOR, fold

SHORTEST_TITLE = 8
SHORTEST_LINE = 15
LONGEST_HEADING = 300
MOST_BLOCKS = 300
MOST_HOMES = 60
FEWEST_WORDS = 4
_HEADINGS = frozenset(("h1", "h2", "h3", "h4"))
_HOME = frozenset(("/", "./", "../", "/index.html", "index.html", "index.htm", "index.php", "/index.php"))
_ENDINGS = ".!?:"


def find_headline(page: Page, titles: list[str], sites: set[str]) -> str | None:
    """The heading that is the headline; None when none can be told.

    `titles` are what the page calls itself (og:title, JSON-LD, title element), `sites` folded names of the site. First
    a heading that one of the titles repeats, then a first-level one, then a line that a title repeats, then the heading
    before the first paragraph.
    """
    found = list(_headings(page, sites))
    named = _repeated(found, {fold(piece) for title in titles for piece in (title, *SEPARATOR.split(title))} - {""})
    named = named or _repeated(found, set(_after_site(page, titles, sites)))
    if named and (chosen := _of_named(page, named)) is not None:
        return chosen.text
    first = [(position, block) for position, block in found if block.tag == "h1"]
    if first and (chosen := _of_first_level(page, first, found, titles)) is not None:
        return chosen.text
    line = _line_in_title(page, titles)
    return line or _before_prose(page, found)


def _headings(page: Page, sites: set[str]) -> Iterator[tuple[int, Block]]:
    """Headings and what is named a title, without those that are the site's name or lead home."""
    for position, block in enumerate(page.blocks[:MOST_BLOCKS]):
        hints = page.elements[block.element].hints if block.element >= 0 else 0
        is_heading = (block.tag in _HEADINGS and not hints & Hint.DATE) or hints & Hint.TITLE
        fits = is_heading and 2 <= len(block.text) <= LONGEST_HEADING and not _leads_home(block)
        if fits and fold(block.text) not in sites:
            yield position, block


def _repeated(found: list[tuple[int, Block]], pieces: set[str]) -> list[tuple[int, Block]]:
    return [(position, block) for position, block in found if fold(block.text) in pieces]


def _after_site(page: Page, titles: list[str], sites: set[str]) -> Iterator[str]:
    """What stands after the site's name and a colon in a title: a name that is known or stands on a link home."""
    parts = [title.partition(": ") for title in titles if ": " in title]
    if parts:
        homes = {fold(block.text) for block in page.blocks[:MOST_HOMES] if block.link_chars and _leads_home(block)}
        yield from (fold(rest) for name, _, rest in parts if fold(name) in sites | homes)


def _leads_home(block: Block) -> bool:
    if block.link is None or block.link_chars < 0.8 * len(block.text):
        return False
    address = (block.link.attributes.get("href") or "").strip()
    return address in _HOME or (address.rstrip("/").count("/") == 2 and "://" in address)


def _of_named(page: Page, named: list[tuple[int, Block]]) -> Block | None:
    """The last of the headings that the titles repeat, up to the first paragraph: a site's name stands above it.

    A section's name alone is none.
    """
    position, chosen = named[0]
    for later, block in named[1:]:
        if _has_prose(page, position, later):
            break
        if not _is_section(block.text) and (" " in block.text or len(block.text) > len(chosen.text)):
            chosen = block
    if " " not in chosen.text and (below := _right_below(page, position, chosen)) is not None:
        return below
    return None if _is_section(chosen.text) else chosen


def _right_below(page: Page, position: int, word: Block) -> Block | None:
    """The longer heading right below one of a single word that names a section: "Gemeindebrief", then the headline."""
    at = next((at for at, block in enumerate(page.blocks[position:], position) if block is word), position)
    below = page.blocks[at + 1] if at + 1 < len(page.blocks) else word
    is_headline = below.tag in ("h1", "h2") and below.text.count(" ") >= FEWEST_WORDS - 1 and not below.link_chars
    return below if is_headline else None


def _of_first_level(
    page: Page, first: list[tuple[int, Block]], found: list[tuple[int, Block]], titles: list[str]
) -> Block | None:
    """The first-level heading that a title holds, else the longest of the first ones; not a section's name alone."""
    whole = [fold(title) for title in titles]
    for _, block in first:
        is_told = len(block.text) >= SHORTEST_TITLE and any(fold(block.text) in title for title in whole)
        if is_told and not _is_section(block.text):
            return block
    position, chosen = max(first[:2], key=lambda pair: len(pair[1].text))
    if _is_section(chosen.text):
        later = ((at, block) for at, block in found if at > position and not _has_prose(page, position, at))
        return next((block for _, block in later), None)
    return chosen


def _line_in_title(page: Page, titles: list[str]) -> str | None:
    """On a page without a heading: the longest line that the title element repeats."""
    title = titles[-1] if titles else ""
    folded, best = fold(title), ""
    for block in page.blocks[:MOST_BLOCKS]:
        own = fold(block.text) if SHORTEST_LINE <= len(block.text) <= len(title) else ""
        is_part = own in folded and len(own) >= 0.4 * len(folded) and block.link_chars < len(block.text)
        if own and is_part and len(block.text) > len(best):
            best = block.text
    return best or None


def _before_prose(page: Page, found: list[tuple[int, Block]]) -> str | None:
    """The highest heading that a paragraph follows with no other heading between."""
    led = []
    for number, (position, block) in enumerate(found):
        end = found[number + 1][0] if number + 1 < len(found) else len(page.blocks)
        if _has_prose(page, position, end) and not _is_section(block.text):
            led.append(block)
    named = [block for block in led if page.elements[block.element].hints & Hint.TITLE]
    return min(named or led, key=lambda block: block.tag, default=None).text if led else None


def _has_prose(page: Page, start: int, end: int) -> bool:
    return any(weigh_block(block) for block in page.blocks[start + 1 : end])


def _is_section(text: str) -> bool:
    """True for "Aktuelles", "Press releases" and their like: the name of a section, not of an article."""
    return fold(text) in _sections()


@lru_cache(maxsize=1)
def _sections() -> frozenset[str]:
    phrases = read_sections(Path(__file__).parent / "data" / "section_titles.txt")["section"]
    return frozenset(fold(phrase) for phrase in phrases)
