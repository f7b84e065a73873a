"""Which paragraphs make an article, which belong to others on the page, and which to none.

Put here: the walk over a page's units. Keep out: how a line is judged (kinds.py), an article's fields (article.py).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from assets.parsing.text.cohesion import Vocabulary
from assets.parsing.text.kinds import Block, speaks_to_reader
from assets.parsing.text.repeats import mark_doubled
from assets.parsing.text.start import are_numbered, find_start
from assets.parsing.text.stretches import Stretch, join_stretches, measure_gap
from assets.parsing.text.units import HARD, PROSE, Unit, group_units, split_pages

_EMBEDDED_WORDS = 50
_UNSIGNED_WORDS = 80
_RESUMED_WORDS = 40
_EARLY_WORDS = 80
_AFTER_LIST = 0.12
_LONG_RUN, _LONG_WORDS = 3, 150
_NEAR, _FAR = 3, 12
_AFTER_LINES, _AFTER_LINES_SHORT, _AFTER_MANY_LINES = 0.25, 0.4, 0.3
_RAIL_RUN = 3
_LIST_OF_LINKS = 3
_ABOVE = 30


@dataclass
class Plan:
    """One article: the lines above it, its paragraphs in order (with lines between them), the lines right below it.

    `above` are lines higher on the page, with stray sentences below them, where its headline may stand.
    """

    head: list[Block]
    body: list[Block] = field(default_factory=list)
    foot: list[Block] = field(default_factory=list)
    above: list[Block] = field(default_factory=list)
    is_embedded: bool = False
    is_signed: bool = False
    vocabulary: Vocabulary = field(default_factory=Vocabulary)

    @property
    def words(self) -> int:
        """Words of the paragraphs."""
        return sum(b.words for b in self.body if b.kind in PROSE)


@dataclass
class Layout:
    """The articles of a page, and the stretches that belong to none, each with the heading kind it stands under."""

    plans: list[Plan] = field(default_factory=list)
    loose: list[tuple[str | None, list[Block]]] = field(default_factory=list)


def lay_out(units: Sequence[Unit]) -> Layout:
    """The page's articles: the main one, then the embedded ones in order; none when there is too little prose."""
    layout = Layout()
    first = find_start(units)
    if first is None:
        layout.loose.append((None, [b for u in units for b in (*u.head, *u.prose)]))
        return layout
    under = None
    for unit in units[:first]:
        layout.loose += split_by_heading(under, [*unit.head, *unit.prose])
        under = unit.hard or under
    walk = _Walk(layout)
    walk.open(units[first])
    layout.plans[0].above = [b for u in units[:first] for b in u.head][-_ABOVE:]
    stretches = join_stretches(units)
    for index in range(first + 1, len(units)):
        walk.take(units[index], units[index : index + _RAIL_RUN], stretches[index])
    return layout


def lay_out_pages(blocks: Sequence[Block]) -> Layout:
    """The articles of a text that may be several pages in a row, each below its own address."""
    whole = Layout()
    for page in split_pages(blocks):
        layout = lay_out(group_units(page))
        for plan in layout.plans:
            plan.is_embedded = plan.is_embedded or bool(whole.plans)
            whole.plans.append(plan)
        whole.loose += layout.loose
    return whole


def _belongs(unit: Unit, plan: Plan) -> bool:
    """True when the lines between two paragraphs are the article's: few, or a list that it announces."""
    if len(unit.titles) <= _LIST_OF_LINKS + 1:
        return True
    return plan.body[-1].text.endswith(":") or sum(b.is_item for b in unit.titles) > 0.5 * len(unit.titles)


def _is_list(head: Sequence[Block]) -> bool:
    """True when the lines are links of a list, so that a paragraph below them has no headline among them."""
    lines = [b for b in head if b.kind == "short"]
    return bool(lines) and all(b.is_item or b.url for b in lines)


def split_by_heading(under: str | None, blocks: Sequence[Block]) -> list[tuple[str | None, list[Block]]]:
    """The blocks in stretches, each with the kind of the heading above it (`under` for those above the first)."""
    stretches: list[tuple[str | None, list[Block]]] = [(under, [])]
    for block in blocks:
        if block.kind in HARD:
            stretches.append((block.kind, []))
        stretches[-1][1].append(block)
    return [(kind, held) for kind, held in stretches if held]


class _Walk:
    """The state of the walk down the page."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self.under: str | None = None
        self.passed = 0
        self._shared: tuple[tuple[int, int], float] = ((0, 0), 0.0)

    def open(self, unit: Unit) -> None:
        """Start an article with this unit."""
        plans = self.layout.plans
        head = unit.own_head if plans else unit.head
        if plans:
            self._close(unit.head[: len(unit.head) - len(unit.own_head)], unit.hard or "related")
        signed = unit.is_signed or unit.is_doubled
        plans.append(Plan(head, list(unit.prose), is_embedded=bool(plans), is_signed=signed))
        self._learn(unit)
        self.under = None
        self.passed = 0

    def take(self, unit: Unit, ahead: Sequence[Unit], stretch: Stretch) -> None:
        """Give the unit to the article at hand, to a new one, or to none."""
        plan = self.layout.plans[-1]
        self.passed += measure_gap(unit)
        if self._starts_article(unit, plan):
            self.open(unit)
        elif unit.prose and self._is_in_reach(unit, plan, stretch) and self._continues(unit, plan, ahead, stretch):
            self._append(unit, plan)
            self._learn(unit)
            self.under = None
            self.passed = 0
        else:
            self._pass_over(unit, plan)

    def _append(self, unit: Unit, plan: Plan) -> None:
        """Go on with the article; lines under a heading of other articles stay out of it."""
        if unit.hard or self.under or not _belongs(unit, plan):
            self._close(unit.head, unit.hard or self.under or "list")
            plan.body += plan.foot
        else:
            mark_doubled(unit.head)
            plan.body += [*plan.foot, *unit.head]
        plan.body += unit.prose
        plan.foot = []

    def _learn(self, unit: Unit) -> None:
        plan = self.layout.plans[-1]
        for text in (*unit.texts, *(b.text for b in unit.titles)):
            plan.vocabulary.add(text)

    def _starts_article(self, unit: Unit, plan: Plan) -> bool:
        if unit.is_cut or not unit.titles or not unit.prose:
            return False
        under = unit.hard or self.under
        is_long = unit.is_heavy or unit.words >= _EMBEDDED_WORDS
        if is_long and (unit.is_doubled or unit.is_signed):
            is_sure = under is not None or unit.is_fully_signed or unit.is_ruled or (unit.is_doubled and unit.is_signed)
            return is_sure or not plan.vocabulary.is_about(unit.texts)
        if unit.hard in {"related", "rail"} and unit.words >= _UNSIGNED_WORDS and len(unit.own_head) <= _LIST_OF_LINKS:
            return not plan.vocabulary.is_about(unit.texts)
        return False

    def _is_in_reach(self, unit: Unit, plan: Plan, stretch: Stretch) -> bool:
        """True unless so much stands below the article's last paragraph that it has ended: what follows is of it
        only when it is long and speaks of the same."""
        if self.passed <= _NEAR or plan.words < _EARLY_WORDS:
            return True
        share = self._share(plan, stretch)
        if stretch.is_dense and stretch.words >= _LONG_WORDS and stretch.paragraphs >= _LONG_RUN:
            return share >= _AFTER_LIST
        if not stretch.is_dense and any(speaks_to_reader(text) for text in unit.texts):
            return False
        if self.passed <= _FAR:
            return share >= (_AFTER_LINES if stretch.is_dense else _AFTER_LINES_SHORT)
        return share >= _AFTER_MANY_LINES and stretch.is_dense

    def _share(self, plan: Plan, stretch: Stretch) -> float:
        """Words in common, measured once for each stretch as long as the article does not grow."""
        key = (id(stretch), len(plan.vocabulary.words))
        if self._shared[0] != key:
            one, other = stretch.vocabulary, plan.vocabulary
            self._shared = (key, max(one.share(other), other.share(one)))
        return self._shared[1]

    def _continues(self, unit: Unit, plan: Plan, ahead: Sequence[Unit], stretch: Stretch) -> bool:
        under = unit.hard or self.under
        if under == "comment":
            return plan.words < _EARLY_WORDS and (unit.is_heavy or stretch.is_dense)
        if under in {"related", "rail"}:
            return not unit.is_cut and self._resumes(unit, plan, stretch)
        if under == "list" or len(unit.titles) >= _LIST_OF_LINKS:
            return not unit.is_cut and (unit.is_heavy or plan.vocabulary.is_about(unit.texts))
        if unit.is_light and unit.titles and (unit.is_signed or unit.is_cut or unit.is_doubled):
            return False
        return not self._is_rail(plan, ahead)

    @staticmethod
    def _resumes(unit: Unit, plan: Plan, stretch: Stretch) -> bool:
        """True when the article goes on below a heading for others: at once, after a list of links, or at length."""
        if not unit.titles or _is_list(unit.own_head):
            return unit.is_heavy or plan.vocabulary.is_about(unit.texts, least=_AFTER_LIST)
        if len(unit.prose) >= _LONG_RUN or (stretch.is_dense and stretch.paragraphs >= _LONG_RUN):
            return True
        return unit.words >= _RESUMED_WORDS and plan.vocabulary.is_about(unit.texts)

    @staticmethod
    def _is_rail(plan: Plan, ahead: Sequence[Unit]) -> bool:
        """True when three headlines with a sentence each follow that have nothing to do with the article."""
        if len(ahead) < _RAIL_RUN or not all(u.is_light and u.titles and not u.hard for u in ahead):
            return False
        if are_numbered([u.titles[-1] for u in ahead]):
            return False
        return not any(plan.vocabulary.is_about(u.texts) for u in ahead)

    def _pass_over(self, unit: Unit, plan: Plan) -> None:
        """The unit belongs to no article; short lines right below the article are its foot."""
        if self.under is None and unit.hard is None and not unit.prose and len(unit.titles) < _LIST_OF_LINKS:
            plan.foot += unit.head
            return
        under = unit.hard or self.under or "list"
        self._close([*unit.head, *unit.prose], under)
        self.under = under

    def _close(self, blocks: list[Block], under: str) -> None:
        """File blocks that follow an article: up to the first heading of others they are its foot, then loose."""
        first = 0
        if self.under is None:
            first = next((i for i, b in enumerate(blocks) if b.kind in HARD), 0)
            self.layout.plans[-1].foot += blocks[:first]
        self.layout.loose += split_by_heading(under, blocks[first:])
