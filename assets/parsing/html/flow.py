"""The flow of the text: what stands in boxes beside it (polls, info boxes) is not part of it.

Paragraphs of an article stand in the same chain of elements; a chain that carries little of the prose is a
box.
"""

import re

from assets.parsing.html.blocks import Page
from assets.parsing.html.layout import ENDINGS
from assets.parsing.html.regions import embedded_blocks, weigh_block

BOX_SHARE = 0.05
_TEXT_TAG_NAMES = (
    "p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table thead tbody tfoot tr td th blockquote pre span caption figure"
)
_TEXT_TAGS = frozenset(_TEXT_TAG_NAMES.split())
_HEADINGS = frozenset(("h2", "h3", "h4", "h5", "h6"))
_DIGITS = re.compile(r"\d+")

Chain = tuple[tuple[str, str], ...]


def keep_flow(page: Page, container: int, body: list[int]) -> list[int]:
    """Return the body blocks that stand in the article's flow, headings right before kept text among them."""
    chains = _chains(page, container, body)
    masses: dict[Chain, int] = {}
    for position in body:
        chain = chains[position]
        masses[chain] = masses.get(chain, 0) + weigh_block(page.blocks[position])
    total = sum(masses.values())
    if total == 0:
        return body
    main = max(masses, key=lambda chain: (masses[chain], chain))
    posts = embedded_blocks(page)
    kept: list[int] = []
    for position in reversed(body):
        chain = chains[position]
        flows = chain == main or main[: len(chain)] == chain or masses[chain] >= BOX_SHARE * total
        heads = page.blocks[position].tag in _HEADINGS and bool(kept) and kept[-1] <= position + 2
        if flows or heads or position in posts:
            kept.append(position)
    return [*_lede(page, body, kept), *kept[::-1]]


def _lede(page: Page, body: list[int], kept: list[int]) -> list[int]:
    """The paragraph right before the flow: pages like to set the first one apart."""
    before = body.index(kept[-1]) - 1 if kept else -1
    if before < 0 or body[before] < kept[-1] - 2:
        return []
    block = page.blocks[body[before]]
    return [body[before]] if block.tag == "p" and weigh_block(block) and block.text[-1] in ENDINGS else []


def _chains(page: Page, container: int, body: list[int]) -> dict[int, Chain]:
    """The wrapping elements of each block inside the container, without those that belong to the text itself."""
    known: dict[int, Chain] = {container: ()}
    return {position: _chain(page, page.blocks[position].element, known) for position in body}


def _chain(page: Page, start: int, known: dict[int, Chain]) -> Chain:
    path: list[int] = []
    position = start
    while position >= 0 and position not in known:
        path.append(position)
        position = page.elements[position].parent
    chain = known.get(position, ())
    for position in reversed(path):
        element = page.elements[position]
        if element.tag not in _TEXT_TAGS and not _is_set_in_text(page, position):
            chain = (*chain, (element.tag, _DIGITS.sub("", element.attributes.get("class") or "")))
        known[position] = chain
    return chain


def _is_set_in_text(page: Page, position: int) -> bool:
    """True for what themes put around a table so that it scrolls, and into a quotation: no box of its own."""
    element = page.elements[position]
    if element.parent >= 0 and page.elements[element.parent].tag == "blockquote":
        return True
    inner = page.elements[position + 1] if position + 1 < len(page.elements) else element
    is_around = inner.tag == "table" and inner.parent == position and inner.first_block == element.first_block
    name = (element.attributes.get("class") or "table").lower()
    return is_around and inner.end_block == element.end_block and ("table" in name or "scroll" in name)
