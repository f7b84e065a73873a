"""The plan of an article: its paragraphs and the lines around them, and what belongs to a plan by its form.

Put here: plans, and rules that need a unit and a plan only. Keep out: the walk down the page (layout.py).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from assets.parsing.text.cohesion import Vocabulary
from assets.parsing.text.front_matter import FrontMatter
from assets.parsing.text.kinds import Block
from assets.parsing.text.units import HARD, PROSE, Unit, is_title_like, signs

LIST_OF_LINKS = 3


@dataclass
class Plan:
    """One article: the lines above it, its paragraphs in order (with lines between them), the lines right below it.

    `above` are lines higher on the page, with stray sentences below them, where its headline may stand; `matter` are
    the values of an archive's labels, `under` is the kind of the heading for others that the article stands below.
    """

    head: list[Block]
    body: list[Block] = field(default_factory=list)
    foot: list[Block] = field(default_factory=list)
    above: list[Block] = field(default_factory=list)
    is_embedded: bool = False
    is_signed: bool = False
    under: str | None = None
    matter: FrontMatter | None = None
    vocabulary: Vocabulary = field(default_factory=Vocabulary)

    @property
    def words(self) -> int:
        """Words of the paragraphs."""
        return sum(b.words for b in self.body if b.kind in PROSE)


@dataclass
class Layout:
    """The articles of a page, and the stretches that belong to none, each with the heading kind it stands under.

    `pages` gives for each page that has articles the position of its first one, and its paragraphs.
    """

    plans: list[Plan] = field(default_factory=list)
    loose: list[tuple[str | None, list[Block]]] = field(default_factory=list)
    pages: list[tuple[int, Sequence[Block]]] = field(default_factory=list)


def belongs(unit: Unit, plan: Plan) -> bool:
    """True when the lines between two paragraphs are the article's: few, or a list that it announces."""
    if len(unit.titles) <= LIST_OF_LINKS + 1:
        return True
    return plan.body[-1].text.endswith(":") or sum(b.is_item for b in unit.titles) > 0.5 * len(unit.titles)


def is_list(head: Sequence[Block]) -> bool:
    """True when the lines are links of a list, so that a paragraph below them has no headline among them."""
    lines = [b for b in head if b.kind == "short"]
    return bool(lines) and all(b.is_item or b.url for b in lines)


def below_list(unit: Unit) -> list[Block]:
    """The lines above an article that are its own: below a heading for others, those from the signed headline on."""
    head = unit.own_head
    if unit.hard is None or not unit.is_signed or unit.is_doubled:
        return head
    sign = next(i for i, b in enumerate(head) if signs(b) and any(is_title_like(t) and t.words >= 3 for t in head[:i]))
    title = max(i for i, b in enumerate(head[:sign]) if is_title_like(b) and b.words >= 3)
    return head[title:]


def split_by_heading(under: str | None, blocks: Sequence[Block]) -> list[tuple[str | None, list[Block]]]:
    """The blocks in stretches, each with the kind of the heading above it (`under` for those above the first)."""
    stretches: list[tuple[str | None, list[Block]]] = [(under, [])]
    for block in blocks:
        if block.kind in HARD:
            stretches.append((block.kind, []))
        stretches[-1][1].append(block)
    return [(kind, held) for kind, held in stretches if held]
