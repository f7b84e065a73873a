"""Paragraphs grouped to units: what stands above a run of prose, and the run.

Put here: the grouping, and what a unit's head says. Keep out: which unit is which article (layout.py).
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from assets.parsing.credits import split_dateline
from assets.parsing.text.kinds import Block
from assets.parsing.text.lines import ends_sentence, is_cut_off

PROSE = {"prose", "item"}
_CLOSERS = "\"'”’»)」』"
_STOPS = {".", "。", "।", "۔"}
HARD = {"related", "rail", "comment"}
_LIGHT_WORDS = 45
_HEAVY_WORDS = 60
_HEAVY_RUN_WORDS = 35
_MOST_BELOW_SIGN = 2
_RULE_REACH = 3
_PAGE_WORDS, _TOP_LINES = 40, 3
# Addresses of networks, which stand inside pages: what a post embeds.
_NETWORK = re.compile(
    r"(?:https?://)?(?:[\w-]+\.)?(?:x|twitter|t|facebook|fb|instagram|youtube|youtu|tiktok|vimeo|bit|threads|bsky|reddit"
    r"|linkedin|pinterest|soundcloud|spotify|telegram)\.(?:com|co|be|me|ly|net|app|org)(?:/|$)",
    re.IGNORECASE,
)
_RULE = re.compile(r"[#=_*~–—-]{3,}|-\s?30\s?-|(?:[#*]\s){2,}[#*]")


@dataclass
class Unit:
    """`head` holds everything between two runs of prose, `prose` the run below it (empty at the end of a page)."""

    head: list[Block] = field(default_factory=list)
    prose: list[Block] = field(default_factory=list)

    @cached_property
    def words(self) -> int:
        """Words of the prose."""
        return sum(block.words for block in self.prose)

    @cached_property
    def hard(self) -> str | None:
        """Kind of the last heading in the head that ends an article: related, rail or comment."""
        return next((b.kind for b in reversed(self.head) if b.kind in HARD), None)

    @cached_property
    def own_head(self) -> list[Block]:
        """The head below its last such heading."""
        last = max((i for i, b in enumerate(self.head) if b.kind in HARD), default=-1)
        return self.head[last + 1 :]

    @cached_property
    def titles(self) -> list[Block]:
        """Lines of the own head that could be a headline."""
        return [b for b in self.own_head if is_title_like(b)]

    @cached_property
    def is_doubled(self) -> bool:
        """True when a headline of three words or more stands twice in the head, as dropped markup leaves it."""
        counts = Counter(b.key for b in self.titles if b.words >= 3)
        return any(n > 1 for n in counts.values())

    @cached_property
    def is_signed(self) -> bool:
        """True when a headline is followed by a byline or a line with a date or relative time.

        More headlines below that line make it a list of teasers: the line signs the one above, not the prose.
        """
        heads = [i for i, b in enumerate(self.own_head) if is_title_like(b) and b.words >= 3]
        signed = [i for i, b in enumerate(self.own_head) if signs(b) and heads and i > heads[0]]
        return bool(signed) and sum(i > signed[-1] for i in heads) <= _MOST_BELOW_SIGN

    @cached_property
    def is_ruled(self) -> bool:
        """True when a line of signs (###, =====) or an end mark (-30-) stands right above the headline."""
        first = next((i for i, b in enumerate(self.own_head) if is_title_like(b) and b.words >= 3), None)
        return first is not None and any(_RULE.fullmatch(b.text) for b in self.own_head[:first][-_RULE_REACH:])

    @cached_property
    def is_wired(self) -> bool:
        """True when an agency's mark ended the report before, and its lines or a dateline start the next."""
        ends = any(b.kind == "end" for b in self.head)
        return ends and (any(b.kind == "wire" for b in self.head) or split_dateline(self.prose[0].text) is not None)

    @cached_property
    def is_named(self) -> bool:
        """True when the head names an author or a source."""
        return any(b.meta is not None and (b.meta.authors or b.meta.names or b.meta.agencies) for b in self.own_head)

    @cached_property
    def is_fully_signed(self) -> bool:
        """True when the head names an author or a source, and a date or relative time."""
        return self.is_signed and self.is_named and any(b.meta is not None and b.meta.is_timed for b in self.own_head)

    @cached_property
    def is_cut(self) -> bool:
        """True when the prose is cut off like a teaser's."""
        return bool(self.prose) and is_cut_off(self.prose[-1].text) and len(self.prose) == 1

    @cached_property
    def is_light(self) -> bool:
        """True for prose that could be a teaser's blurb: one short paragraph, or one that is cut off."""
        return len(self.prose) == 1 and (self.words <= _LIGHT_WORDS or (self.is_cut and self.words <= 2 * _LIGHT_WORDS))

    @cached_property
    def is_heavy(self) -> bool:
        """True for prose that is surely a part of an article."""
        return not self.is_light and (
            self.words >= _HEAVY_WORDS or (len(self.prose) > 1 and self.words >= _HEAVY_RUN_WORDS)
        )

    @property
    def texts(self) -> list[str]:
        """The prose, paragraph by paragraph."""
        return [block.text for block in self.prose]


def is_title_like(block: Block) -> bool:
    """True for a line that could be a headline: by its length, and as it does not end like a sentence."""
    is_sentence = (
        ends_sentence(block.text) and block.text.rstrip(_CLOSERS)[-1:] in _STOPS and not is_cut_off(block.text)
    )
    return block.kind == "short" and 2 <= block.words <= 40 and not is_sentence


def signs(block: Block) -> bool:
    """True for a byline and a line with a date or relative time."""
    if block.meta is None:
        return False
    return block.kind == "byline" or block.meta.is_timed


def group_units(blocks: Sequence[Block]) -> list[Unit]:
    """All blocks in order, as units."""
    units = [Unit()]
    words = 0
    for block in blocks:
        if block.kind == "comment" and words < _HEAVY_WORDS:
            block.kind = "counter"  # above the text it counts comments or leads to them
        if block.kind in PROSE:
            units[-1].prose.append(block)
            words += block.words
        else:
            if units[-1].prose:
                units.append(Unit())
            units[-1].head.append(block)
    return units


def split_pages(blocks: Sequence[Block]) -> list[Sequence[Block]]:
    """The blocks in pages: each below its own address, or each with the same lines at both ends; else all as one."""
    starts = [i for i, b in enumerate(blocks) if b.kind == "url" and b.after_blank and not _NETWORK.match(b.text)]
    if not starts or starts[0] > 0:
        starts = _same_tops(blocks)
    return [blocks[start:end] for start, end in zip(starts, [*starts[1:], len(blocks)], strict=True)]


def _same_tops(blocks: Sequence[Block]) -> list[int]:
    """Where the text's first lines stand again, each time behind the same last line: whole pages in a row."""
    top = [b.text for b in blocks[:_TOP_LINES]]
    if len(blocks) <= _TOP_LINES or len(set(top)) < _TOP_LINES or any(b.kind in PROSE for b in blocks[:_TOP_LINES]):
        return [0]
    same = [i for i, b in enumerate(blocks) if b.text == top[0]]
    starts = [i for i in same if [b.text for b in blocks[i : i + _TOP_LINES]] == top]
    ends = [*starts[1:], len(blocks)]
    held = [sum(b.words for b in blocks[i:end] if b.kind in PROSE) for i, end in zip(starts, ends, strict=True)]
    is_row = min(held) >= _PAGE_WORDS and all(blocks[end - 1].text == blocks[-1].text for end in ends)
    return starts if is_row else [0]
