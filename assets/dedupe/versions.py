"""Versions: the same article at the same outlet again, later. No copy that travelled, though often a near copy."""

from collections.abc import Iterable
from datetime import datetime, time, timedelta

import polars as pl

from assets.dedupe.canonical import Member
from assets.dedupe.groups import Key, connect

# Near copies of one outlet further apart are a reprint, not an update.
MAX_DAYS = 7


def find_versions(
    articles: pl.DataFrame, members: list[Member], near: Iterable[Key], alike: Iterable[Key]
) -> list[list[int]]:
    """Versions of one article, first to last, for each article that has several. Numbers are rows of `articles`.

    near: pairs that are exact or near copies; alike: pairs that share text or title at all, enough for one address.
    """
    urls = articles["canonical_url"].to_list()
    edges = {key for key in near if _is_same_outlet(members, key) and _are_days_apart(members, key) <= MAX_DAYS}
    edges |= {(a, b) for a, b in alike if urls[a] is not None and urls[a] == urls[b] and _stand_alone(members, (a, b))}
    return [sorted_versions(part, articles, members) for part in connect(sorted(edges))]


def same_titles(articles: pl.DataFrame) -> list[Key]:
    """Neighbours among the articles of one address and one title, in order of rows."""
    own = articles.with_row_index("row").filter(~pl.col("is_embedded"), pl.col("canonical_url").is_not_null())
    keyed = (
        own.with_columns(pl.col("title").str.to_lowercase()).drop_nulls("title").sort("canonical_url", "title", "row")
    )
    before = keyed.select(pl.col("canonical_url", "title", "row").shift(1))
    same = (keyed["canonical_url"] == before["canonical_url"]) & (keyed["title"] == before["title"])
    rows = pl.DataFrame({"a": before["row"], "b": keyed["row"]}).filter(same.fill_null(False))
    return list(rows.iter_rows())


def sorted_versions(part: list[int], articles: pl.DataFrame, members: list[Member]) -> list[int]:
    """Order of versions: by what the pages say of publication and change; by landing day where one says nothing."""
    modified = articles["modified_at"].gather(part).to_list()
    stamps = {row: max(filter(None, (members[row].published_at, when)), default=None)
              for row, when in zip(part, modified, strict=True)}  # fmt: skip
    dated = all(stamps.values())

    def order(row: int) -> tuple[object, ...]:
        landed = datetime.combine(members[row].landed_on, time())
        stamp = stamps[row] or datetime.min
        return (stamp, landed, members[row].article_id) if dated else (landed, stamp, members[row].article_id)

    return sorted(part, key=order)


def _is_same_outlet(members: list[Member], key: Key) -> bool:
    a, b = members[key[0]], members[key[1]]
    return a.source_id is not None and a.source_id == b.source_id and _stand_alone(members, key)


def _stand_alone(members: list[Member], key: Key) -> bool:
    return not (members[key[0]].is_embedded or members[key[1]].is_embedded)


def _are_days_apart(members: list[Member], key: Key) -> int:
    a, b = members[key[0]], members[key[1]]
    first, second = a.published_on, b.published_on
    if first is None or second is None:
        first, second = a.landed_on, b.landed_on
    return abs((first - second) // timedelta(days=1))
