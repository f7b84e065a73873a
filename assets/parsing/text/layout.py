"""Which paragraphs make an article, which belong to others on the page, and which to none.

Put here: the walk over a page's units. Keep out: how a line is judged (kinds.py), an article's fields (article.py).
"""

from collections.abc import Sequence

from assets.parsing.text.digests import find_items, first_item, own_lines, strip_number
from assets.parsing.text.kinds import Block, speaks_to_reader
from assets.parsing.text.plan import LIST_OF_LINKS, Layout, Plan, belongs, below_list, is_list, split_by_heading
from assets.parsing.text.repeats import mark_doubled
from assets.parsing.text.start import are_numbered, find_start
from assets.parsing.text.stretches import Stretch, join_stretches, measure_gap
from assets.parsing.text.units import HARD, Unit, group_units, split_pages

_EMBEDDED_WORDS = 50
_UNSIGNED_WORDS = 80
_RESUMED_WORDS = 40
_EARLY_WORDS = 80
_AFTER_LIST = 0.12
_LONG_RUN, _LONG_WORDS = 3, 150
_NEAR, _FAR = 3, 12
_AFTER_LINES, _AFTER_LINES_SHORT, _AFTER_MANY_LINES = 0.25, 0.4, 0.3
_RAIL_RUN = 3
_ABOVE = 30


def lay_out(units: Sequence[Unit]) -> Layout:
    """The page's articles: the main one, then the embedded ones in order; none when there is too little prose."""
    layout = Layout()
    first = find_start(units)
    if first is None:
        layout.loose.append((None, [b for u in units for b in (*u.head, *u.prose)]))
        return layout
    items = find_items(units[first:], first)
    first = first_item(units, items, first)
    under = None
    for unit in units[:first]:
        layout.loose += split_by_heading(under, [*unit.head, *unit.prose])
        under = unit.hard or under
    walk = _Walk(layout, {id(units[i]) for i in items})
    walk.open(units[first])
    layout.plans[0].above = [b for u in units[:first] for b in u.head][-_ABOVE:]
    stretches = join_stretches(units)
    for index in range(first + 1, len(units)):
        walk.take(units[index], units[index : index + _RAIL_RUN], stretches[index])
    return layout


def lay_out_pages(blocks: Sequence[Block]) -> Layout:
    """The articles of a text that may be several pages in a row."""
    whole = Layout()
    for page in split_pages(blocks):
        layout = lay_out(group_units(page))
        whole.pages += [(len(whole.plans), page)] if layout.plans else []
        for plan in layout.plans:
            plan.is_embedded = plan.is_embedded or bool(whole.plans)
            whole.plans.append(plan)
        whole.loose += layout.loose
    return whole


class _Walk:
    """The state of the walk down the page."""

    def __init__(self, layout: Layout, items: set[int]) -> None:
        self.layout = layout
        self.items = items
        self.under: str | None = None
        self.passed = 0
        self._shared: tuple[tuple[int, int], float] = ((0, 0), 0.0)

    def open(self, unit: Unit) -> None:
        """Start an article with this unit."""
        plans = self.layout.plans
        is_report = bool(self.items) and (not plans or id(unit) in self.items)
        under = None if is_report else unit.hard or self.under
        head = self._own_lines(unit, is_report=is_report)
        above = unit.head[: len(unit.head) - len(head)]
        if plans and unit.is_wired:
            plans[-1].foot += above
        elif plans:
            self._close(above, unit.hard or "related")
        elif above:
            self.layout.loose.append((None, above))
        signed = unit.is_signed or unit.is_doubled
        plans.append(Plan(head, list(unit.prose), is_embedded=bool(plans), is_signed=signed, under=under))
        self._learn(unit)
        self.under = None
        self.passed = 0

    def _own_lines(self, unit: Unit, *, is_report: bool) -> list[Block]:
        """The lines above the unit's text that belong to its article."""
        if is_report:
            head = own_lines(unit.head)
            for block in head[:1]:
                strip_number(block)
            return head
        if not self.layout.plans:
            return unit.head
        if unit.is_wired:
            return unit.head[max(i for i, b in enumerate(unit.head) if b.kind == "end") + 1 :]
        return below_list(unit)

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
        if unit.hard or self.under or not belongs(unit, plan):
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
        if id(unit) in self.items:
            return True
        if unit.is_cut or not unit.titles or not unit.prose:
            return False
        under = unit.hard or self.under
        is_long = unit.is_heavy or unit.words >= _EMBEDDED_WORDS
        if is_long and unit.is_wired:
            return True
        if is_long and (unit.is_doubled or unit.is_signed):
            is_sure = under is not None or unit.is_fully_signed or unit.is_ruled or (unit.is_doubled and unit.is_signed)
            return is_sure or not plan.vocabulary.is_about(unit.texts)
        if unit.hard in {"related", "rail"} and unit.words >= _UNSIGNED_WORDS and len(unit.own_head) <= LIST_OF_LINKS:
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
        if under == "list" or len(unit.titles) >= LIST_OF_LINKS:
            return not unit.is_cut and (unit.is_heavy or plan.vocabulary.is_about(unit.texts))
        if unit.is_light and unit.titles and (unit.is_signed or unit.is_cut or unit.is_doubled):
            return False
        return not self._is_rail(plan, ahead)

    @staticmethod
    def _resumes(unit: Unit, plan: Plan, stretch: Stretch) -> bool:
        """True when the article goes on below a heading for others: at once, after a list of links, or at length."""
        if not unit.titles or is_list(unit.own_head):
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
        if self.under is None and unit.hard is None and not unit.prose and len(unit.titles) < LIST_OF_LINKS:
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
