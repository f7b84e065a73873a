"""Text that a page only carries inside its scripts, as state for a program that would show it.

Used when nothing else is found.
"""

import json
import re

from assets.parsing.html.blocks import Block
from assets.parsing.html.limits import PageLimit, guard_page
from assets.parsing.html.walk import walk_page

SHORTEST_STATE = 400
FEWEST_PARAGRAPHS = 2
MAX_STRINGS = 50
_STRING = re.compile(r'"((?:[^"\\\n]++|\\.)*+)"')
_PARAGRAPH = re.compile(r"(?:<|\\u003[cC])(?:p|br|div)\b")


def find_state_text(content: str) -> list[str]:
    """Paragraphs of the longest string in the page's scripts that is html with running text.

    Empty when there is none.
    """
    strings = sorted(
        (
            match[1]
            for match in _STRING.finditer(content)
            if len(match[1]) >= SHORTEST_STATE and _PARAGRAPH.search(match[1])
        ),
        key=lambda text: (-len(text), text),
    )
    for text in strings[:MAX_STRINGS]:
        paragraphs = _read(text)
        if len(paragraphs) >= FEWEST_PARAGRAPHS and sum(map(len, paragraphs)) >= SHORTEST_STATE // 2:
            return paragraphs
    return []


def _read(text: str) -> list[str]:
    try:
        fragment = json.loads(f'"{text}"', strict=False)
        page = walk_page(guard_page(fragment), everything=True)
    except (ValueError, PageLimit):
        return []
    return [block.text for block in page.blocks if _is_prose(block)]


def _is_prose(block: Block) -> bool:
    return block.tag not in ("figcaption", "menu") and block.link_chars < 0.5 * len(block.text)
