"""Sections under a heading that ends the article: what readers said, whom to ask. All other roles are in roles.py."""

import re
from functools import lru_cache
from pathlib import Path

from assets.lists import read_sections
from assets.parsing.html.blocks import Page
from assets.parsing.html.layout import HEADINGS, Layout
from assets.parsing.html.regions import Regions
from assets.parsing.markers import fold

LEAST_BEFORE = 0.2
LONGEST_CONTACT = 6
LONGEST_HEADING = 120
_COUNTED = " counted"
_NUMBER = re.compile(r"\b0\b")
_TOLD = {"comment": ("comment", "under a heading of comments"), "contact": ("other", "whom to ask")}


def mark_tail_sections(page: Page, regions: Regions, layout: Layout, start: int, end: int) -> None:
    """Comments without an element of their own, and a short section of contacts, are no text.

    Only after a good part of the text: a page may open with the word "Contact".
    """
    total = regions.sums[end] - regions.sums[start]
    for position in range(start, end):
        block = page.blocks[position]
        if block.tag not in HEADINGS or position == layout.title or len(block.text) > LONGEST_HEADING:
            continue
        kind = _kind(block.text)
        if not kind or regions.sums[position] - regions.sums[start] <= LEAST_BEFORE * total:
            continue
        stop = end if kind == "comment" else _section_end(page, position, end)
        if kind == "comment" or stop - position <= LONGEST_CONTACT:
            for inside in range(position, stop):
                if layout.roles[inside][0] == "body" or inside == position:
                    layout.roles[inside] = _TOLD[kind]


def _section_end(page: Page, position: int, end: int) -> int:
    """Where the section of a heading ends: before the next one of its level or higher."""
    level = page.blocks[position].tag
    later = (i for i in range(position + 1, end) if page.blocks[i].tag in HEADINGS and page.blocks[i].tag <= level)
    return next(later, end)


def _kind(heading: str) -> str:
    plain = fold(heading)
    folded = " ".join(_NUMBER.sub(" ", plain).split())
    exact, starts = _phrases()
    kind = exact.get(folded) or next((kind for start, kind in starts if folded.startswith(start)), "")
    if kind.endswith(_COUNTED):
        return kind.removesuffix(_COUNTED) if _NUMBER.search(plain) else ""
    return kind


@lru_cache(maxsize=1)
def _phrases() -> tuple[dict[str, str], tuple[tuple[str, str], ...]]:
    """Whole headings, and starts of headings, each with its kind."""
    sections = read_sections(Path(__file__).parent / "data" / "tail_headings.txt")
    pairs = [(phrase, kind) for kind, phrases in sections.items() for phrase in phrases]
    exact = {fold(phrase): kind for phrase, kind in pairs if not phrase.endswith("*")}
    return exact, tuple((fold(phrase.rstrip("*")) + " ", kind) for phrase, kind in pairs if phrase.endswith("*"))
