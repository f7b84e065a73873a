"""Paragraphs that stand on a page more than once.

Put here: telling banners from articles printed twice; lists and tables. Keep out: doubled headlines (units.py).
"""

import itertools
from collections import Counter, defaultdict
from collections.abc import Sequence

from assets.parsing.markers import fold
from assets.parsing.text.captions import is_signed_by_owner
from assets.parsing.text.kinds import Block
from assets.parsing.text.units import PROSE

_LEAST_WORDS = 8
_TITLE_WORDS = 4
_QUOTE_WORDS = 6
_NEAR = 3
_BOX_COPIES = 3
_PROMOTIONS = {"newsletter", "subscription", "app"}


def mark_repeated(blocks: Sequence[Block]) -> None:
    """Give kind "repeated" to paragraphs that say nothing new: every copy of a banner, all but one of anything else.

    A banner stands above the first headline and again where no prose follows it. Of other copies the first with prose
    near by is kept.
    """
    places: dict[str, list[int]] = defaultdict(list)
    for i, block in enumerate(blocks):
        if block.words >= _LEAST_WORDS and block.kind in PROSE:
            places[block.text.casefold()[:1000]].append(i)
    for copies in places.values():
        if len(copies) > 1:
            kept = _kept(blocks, copies)
            for i in copies:
                blocks[i].kind = blocks[i].kind if i == kept else "repeated"


def mark_doubled(lines: Sequence[Block]) -> None:
    """Give kind "caption" to lines between two paragraphs that stand there twice: a picture's text and its caption."""
    counts = Counter(b.key for b in lines if b.kind == "short")
    for block in lines:
        if block.kind == "short" and counts[block.key] > 1:
            block.kind = "caption"


def mark_boxes(blocks: Sequence[Block]) -> None:
    """Give kind "repeated" to headings and headlines of a box that stands three times and more among paragraphs.

    A box for other articles that a page puts in several times ends the article nowhere.
    """
    places: dict[str, list[int]] = defaultdict(list)
    paragraphs = list(itertools.accumulate(block.kind in PROSE for block in blocks))
    for i, block in enumerate(blocks):
        is_line = block.kind == "short" and block.words >= _TITLE_WORDS
        if paragraphs[i] and (is_line or block.kind in {"related", "rail"}):
            places[block.key].append(i)
    for copies in places.values():
        below = {blocks[i + 1].key for i in copies if i + 1 < len(blocks)}
        is_same = len(below) == 1 or blocks[copies[0]].kind == "short"
        if len({paragraphs[i] for i in copies}) >= _BOX_COPIES and is_same:
            for i in copies:
                blocks[i].kind = "repeated"


def mark_owned(blocks: Sequence[Block]) -> None:
    """Give kind "caption" to lines between paragraphs that the name of a picture's owner signs."""
    first = next((i for i, block in enumerate(blocks) if block.kind in PROSE), len(blocks))
    for block in blocks[first:]:
        if block.kind == "short" and not block.level and is_signed_by_owner(block.text):
            block.kind = "caption"


def mark_promotions(blocks: Sequence[Block]) -> None:
    """Give short lines that stand between two lines of one promotion the kind of the first."""
    for i in range(1, len(blocks) - 1):
        before, after = blocks[i - 1].kind, blocks[i + 1].kind
        if blocks[i].kind == "short" and before in _PROMOTIONS and after in _PROMOTIONS:
            blocks[i].kind = before


def mark_lists(blocks: Sequence[Block]) -> None:
    """Give kind "item" to short list items below a line that ends in a colon: they are the article's, not links."""
    leads = False
    for above, block in itertools.pairwise(blocks):
        leads = (leads and above.kind == "item") or (above.kind in {"short", *PROSE} and above.text.endswith(":"))
        if leads and block.kind == "short" and block.is_item and not block.url:
            block.kind = "item"
            if above.kind == "short" and above.words >= _TITLE_WORDS and not above.level:
                above.kind = "prose"


def mark_tables(blocks: Sequence[Block]) -> None:
    """Give kind "row" to lines that follow each other and are split by bars or tabs in the same number of cells."""
    for above, below in itertools.pairwise(blocks):
        cells = _cells(above)
        if cells > 1 and cells == _cells(below):
            above.kind = below.kind = "row"


def _cells(block: Block) -> int:
    if block.kind not in {"short", "row", "prose"} or len(block.text) > 300:
        return 0
    return 1 + max(block.text.count(" | "), block.text.count("\t"))


def _kept(blocks: Sequence[Block], copies: Sequence[int]) -> int | None:
    """Position of the copy that stays; None for a banner."""
    if _is_banner(blocks, copies):
        return None
    own = blocks[copies[0]].text
    for i in copies:
        near = [*blocks[max(0, i - _NEAR) : i], *blocks[i + 1 : i + 1 + _NEAR]]
        if any(b.kind in PROSE and b.text != own for b in near):
            return i
    return copies[0]


def _is_banner(blocks: Sequence[Block], copies: Sequence[int]) -> bool:
    above, between = blocks[: copies[0]], blocks[copies[0] + 1 : copies[1]]
    if any(b.kind in PROSE or (b.kind == "short" and b.words >= _TITLE_WORDS) for b in above):
        return False
    runs_on = any(i + 1 < len(blocks) and blocks[i + 1].kind in PROSE for i in copies[1:])
    return not runs_on and any(b.kind in PROSE for b in between)


def mark_pull_quotes(blocks: Sequence[Block]) -> None:
    """Give kind "repeated" to a line without a headline's place that repeats words of a paragraph near by."""
    for i, block in enumerate(blocks):
        if block.kind != "short" or block.words < _QUOTE_WORDS or i == 0:
            continue
        near = [*blocks[max(0, i - _NEAR) : i], *blocks[i + 1 : i + 1 + _NEAR]]
        is_inside = any(b.kind in PROSE for b in blocks[max(0, i - _NEAR) : i])
        if is_inside and any(b.kind in PROSE and len(b.text) < 5000 and block.key in fold(b.text) for b in near):
            block.kind = "repeated"
