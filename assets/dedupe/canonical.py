"""Which article stands for a group of copies, which agency's text it is, and why. Nothing is deleted by that choice."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

import polars as pl

EVIDENCE_WEIGHT = {"credit_line": 3, "dateline": 3, "shared_text": 3, "attribution": 1}


@dataclass(frozen=True)
class Member:
    """What the choice looks at in one article."""

    article_id: str
    source_id: str | None
    is_embedded: bool
    published_at: datetime | None
    published_precision: str
    word_count: int
    landed_on: date

    @property
    def published_on(self) -> date | None:
        """Publication day, if it is known to the day."""
        known = self.published_at is not None and self.published_precision in ("second", "minute", "day")
        return self.published_at.date() if known and self.published_at else None

    @property
    def published_order(self) -> tuple[bool, date, bool, datetime]:
        """Sorts earliest first: by day, a known time of that day before an unknown one; undated articles last."""
        day = self.published_on
        if day is None or self.published_at is None:
            return True, date.max, True, datetime.max
        exact = self.published_precision != "day"
        return False, day, not exact, self.published_at


def canonical_order(member: Member, agencies: set[str]) -> tuple[object, ...]:
    """Sort key of the choice, smallest first; `agencies` are the sources that the group's articles credit.

    On a page of its own before embedded; the credited agency itself; earliest known publication; longest text; id.
    """
    own_agency = member.source_id in agencies
    return member.is_embedded, not own_agency, member.published_order, -member.word_count, member.article_id


def choose_canonical(members: Iterable[Member], agencies: set[str]) -> tuple[Member, str]:
    """The article that stands for the group, and what set it apart from the next best."""
    ranked = sorted((canonical_order(member, agencies), member) for member in members)
    order, best = ranked[0]
    if len(ranked) == 1:
        return best, "only article"
    decisive = next(step for step, value in enumerate(order) if value != ranked[1][0][step])
    reasons = (
        "stands on a page of its own, other copies on another article's page",
        f"its outlet is the agency that is credited ({best.source_id})",
        f"earliest known publication ({_format_time(best)})",
        f"longest text ({best.word_count:,} words)",
        "equal to the others in all that counts; smallest article_id",
    )
    return best, reasons[decisive]


def find_agency(article_ids: Iterable[str], credits: dict[str, dict[str, int]]) -> str | None:
    """The agency most articles of a group credit, by weight of evidence; the smallest id among equals."""
    weights: dict[str, int] = {}
    for article_id in article_ids:
        for source_id, weight in credits.get(article_id, {}).items():
            weights[source_id] = weights.get(source_id, 0) + weight
    return min(weights, key=lambda source_id: (-weights[source_id], source_id), default=None)


def read_credits(credits: pl.DataFrame) -> dict[str, dict[str, int]]:
    """article_id -> agency source_id -> weight of its strongest evidence, from `agency_credits`."""
    found: dict[str, dict[str, int]] = {}
    for article_id, source_id, evidence in credits.select("article_id", "source_id", "evidence").iter_rows():
        agencies = found.setdefault(article_id, {})
        agencies[source_id] = max(agencies.get(source_id, 0), EVIDENCE_WEIGHT[evidence])
    return found


def read_members(articles: pl.DataFrame) -> list[Member]:
    """One Member for each row of the relate articles, in their order."""
    columns = list(Member.__dataclass_fields__)
    return [Member(*row) for row in articles.select(columns).iter_rows()]


def _format_time(member: Member) -> str:
    if member.published_at is None:
        return "unknown"
    return member.published_at.strftime("%Y-%m-%d" if member.published_precision == "day" else "%Y-%m-%d %H:%M UTC")
