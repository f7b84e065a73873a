"""Units that hang together: runs of prose with no more than a line or two between them.

Put here: joining them, and how much stands between two units. Keep out: which is an article (start.py, layout.py).
Method: density of text on a page (body text extraction, Finn et al. 2001), with lines in the place of tags.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from assets.parsing.text.cohesion import Vocabulary
from assets.parsing.text.kinds import Block
from assets.parsing.text.lines import ends_sentence
from assets.parsing.text.units import HARD, Unit

_HARD_GAP = 3
_NARROW = 2
_DENSE_WORDS, _WORDS_A_LINE = 60, 40
# What stands within articles too, and does not tell that one has ended.
_HARMLESS = {"caption", "credit", "ad", "post", "read_also", "rule", "row", "repeated", "prose", "item"}


@dataclass
class Stretch:
    """Units in order, none of them far from the one before."""

    units: list[Unit] = field(default_factory=list)

    @cached_property
    def words(self) -> int:
        """Words of the prose."""
        return sum(u.words for u in self.units)

    @cached_property
    def paragraphs(self) -> int:
        """Paragraphs of the prose."""
        return sum(len(u.prose) for u in self.units)

    @cached_property
    def is_dense(self) -> bool:
        """True for prose with few lines between its paragraphs, as articles have it and lists of teasers do not."""
        lines = sum(measure_gap(u) for u in self.units[1:])
        return self.words >= _DENSE_WORDS and self.words >= _WORDS_A_LINE * lines

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """Content words of the prose."""
        return Vocabulary(text for u in self.units for text in u.texts)


def measure_gap(unit: Unit) -> int:
    """How much stands above the unit's prose that belongs to no article: lines, headings for others three times."""
    return sum(_HARD_GAP if b.kind in HARD else _counts(b) for b in unit.head)


def _counts(block: Block) -> bool:
    is_sentence = block.kind == "short" and block.words >= 3 and ends_sentence(block.text)
    return block.kind not in _HARMLESS and not is_sentence and not block.is_item


def join_stretches(units: Sequence[Unit]) -> list[Stretch]:
    """For each unit the stretch that it is part of."""
    stretches: list[Stretch] = []
    for unit in units:
        if not stretches or unit.is_doubled or measure_gap(unit) > _NARROW:
            stretch = Stretch()
        stretch.units.append(unit)
        stretches.append(stretch)
    return stretches
