"""Lines that are a headline without being a heading: those that a title repeats, the one over the first paragraph.

Headings are weighed in headline.py.
"""

from functools import lru_cache
from pathlib import Path

from assets.lists import read_sections
from assets.parsing.html.blocks import Page
from assets.parsing.html.lines import head_line_role
from assets.parsing.html.regions import weigh_block
from assets.parsing.html.title_text import SEPARATOR, fold

SHORTEST_LINE = 15
LONGEST_HEADING = 300
MOST_BLOCKS = 300
MOST_OVER = 5
_ENDINGS = ".!?:"


def line_in_title(page: Page, titles: list[str]) -> str | None:
    """On a page without a heading: the longest line that the title element repeats."""
    title = titles[-1] if titles else ""
    folded, best = fold(title), ""
    for block in page.blocks[:MOST_BLOCKS]:
        own = fold(block.text) if SHORTEST_LINE <= len(block.text) <= len(title) else ""
        is_part = own in folded and len(own) >= 0.4 * len(folded) and block.link_chars < len(block.text)
        if own and is_part and len(block.text) > len(best):
            best = block.text
    return best or None


def line_over_text(page: Page, titles: list[str], sites: set[str]) -> str | None:
    """On a page whose titles only name the site or a section: the line over the first paragraph, perhaps in bold."""
    first = next((i for i, block in enumerate(page.blocks[:MOST_BLOCKS]) if weigh_block(block)), 0)
    if not all(_names_site(page, title, sites) for title in titles):
        return None
    for block in reversed(page.blocks[max(0, first - MOST_OVER) : first]):
        is_line = " " in block.text and len(block.text) <= LONGEST_HEADING and block.text[-1] not in _ENDINGS
        if is_line and not block.link_chars and head_line_role(block.text) is None:
            return block.text
    return None


def _names_site(page: Page, title: str, sites: set[str]) -> bool:
    """True when each part of a title is a section's name, or stands in other lines of the page's head or foot."""
    edges = [fold(block.text) for block in (*page.blocks[:MOST_OVER], *page.blocks[-MOST_OVER:])]
    parts = [fold(part) for part in SEPARATOR.split(title)]
    return all(part in sites or part in _sections() or any(part in edge for edge in edges) for part in parts)


def is_section(text: str) -> bool:
    """True for "Aktuelles", "Press releases" and their like: the name of a section, not of an article."""
    return fold(text) in _sections()


@lru_cache(maxsize=1)
def _sections() -> frozenset[str]:
    phrases = read_sections(Path(__file__).parent / "data" / "section_titles.txt")["section"]
    return frozenset(fold(phrase) for phrase in phrases)
