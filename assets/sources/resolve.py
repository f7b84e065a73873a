"""Tables sources, article_sources and stated_credits from what each page says about itself.

A site name is taken at its word; a page that gives only an address takes the name that most pages of that address give.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import NamedTuple

import polars as pl

from assets.contract.frames import build_frame, conform_frame
from assets.sources.names import domain_country, domain_label, fold_name, slugify

# An address belongs to one name when this share of its named pages carries it; below, it hosts several publishers.
DOMINANT_SHARE = 0.6

Label = tuple[str | None, str | None]


@dataclass(frozen=True)
class Sources:
    """The table `sources`, and `article_sources` and `stated_credits`."""

    sources: pl.DataFrame
    article_sources: pl.DataFrame
    stated_credits: pl.DataFrame


class _Publisher(NamedTuple):
    source_id: str
    name: str
    domain: str | None


_PUBLISHER = {"source_id": pl.String, "name": pl.String, "domain": pl.String, "country_code": pl.String}


def resolve_sources(articles: pl.DataFrame, credits: pl.DataFrame) -> Sources:
    """Name the publisher of each article and agency.

    `articles` is parsed_articles with landed_on; `credits` is parsed_credits. A function of the set of rows.
    """
    labels = articles.group_by("site_name", "domain").len("n").sort("site_name", "domain", nulls_last=True)
    keys = _key_labels(Counter({(name, domain): n for name, domain, n in labels.iter_rows()}))
    credited = credits.group_by("agency").len("n").sort("agency")
    publishers = _describe(keys, labels, credited)
    article_sources = _assign(articles, keys, publishers)
    stated_credits = _credit(credits, publishers)
    sources = _table(articles, article_sources, stated_credits, publishers)
    return Sources(sources, article_sources, stated_credits)


def _key_labels(labels: Counter[Label]) -> dict[Label, str]:
    """The key of the publisher behind each (site name, domain): a folded name, or the domain's own without one."""
    names: dict[str, Counter[str]] = defaultdict(Counter)
    for (name, domain), n in labels.items():
        if name and domain:
            names[domain][fold_name(name)] += n
    owners = {domain: _dominant(counts) or domain_label(domain) for domain, counts in names.items()}
    keys: dict[Label, str] = {}
    for name, domain in labels:
        if name:
            keys[name, domain] = fold_name(name)
        elif domain:
            keys[name, domain] = owners.get(domain, domain_label(domain))
    return {label: key for label, key in keys.items() if key}


def _dominant(counts: Counter[str]) -> str | None:
    name, n = min(counts.items(), key=lambda item: (-item[1], item[0]))
    return name if n >= DOMINANT_SHARE * counts.total() else None


def _describe(keys: dict[Label, str], labels: pl.DataFrame, credited: pl.DataFrame) -> dict[str, _Publisher]:
    """Name, domain and id of every publisher key: the most frequent spelling wins, then the alphabet."""
    spellings: dict[str, Counter[str]] = defaultdict(Counter)
    domains: dict[str, Counter[str]] = defaultdict(Counter)
    for name, domain, n in labels.iter_rows():
        key = keys.get((name, domain))
        if key and name:
            spellings[key][name] += n
        if key and domain:
            domains[key][domain] += n
    for agency, n in credited.iter_rows():
        spellings[fold_name(agency)][agency] += n
    publishers: dict[str, _Publisher] = {}
    for key in sorted(spellings.keys() | domains.keys()):
        domain = _most_frequent(domains[key]) if domains[key] else None
        name = _most_frequent(spellings[key]) if spellings[key] else domain or key
        publishers[key] = _Publisher(_free_id(slugify(name), publishers), name, domain)
    return publishers


def _free_id(slug: str, taken: dict[str, _Publisher]) -> str:
    used = {publisher.source_id for publisher in taken.values()}
    number = 2
    free = slug
    while free in used:
        free, number = f"{slug}-{number}", number + 1
    return free


def _most_frequent(counts: Counter[str]) -> str:
    return min(counts.items(), key=lambda item: (-item[1], item[0]))[0]


def _assign(articles: pl.DataFrame, keys: dict[Label, str], publishers: dict[str, _Publisher]) -> pl.DataFrame:
    rows = articles.select("article_id", "site_name", "domain").iter_rows()
    found = ((article_id, keys.get((name, domain))) for article_id, name, domain in rows)
    pairs = [{"article_id": a, "source_id": publishers[key].source_id} for a, key in found if key]
    return build_frame("article_sources", pairs)


def _credit(credits: pl.DataFrame, publishers: dict[str, _Publisher]) -> pl.DataFrame:
    ids = {agency: publishers[fold_name(agency)].source_id for agency in credits["agency"].unique()}
    with_ids = credits.with_columns(source_id=pl.col("agency").replace_strict(ids, return_dtype=pl.String))
    return conform_frame(
        "stated_credits",
        with_ids.unique(["article_id", "source_id", "evidence"], keep="first", maintain_order=True),
    )


def _table(
    articles: pl.DataFrame,
    article_sources: pl.DataFrame,
    stated_credits: pl.DataFrame,
    publishers: dict[str, _Publisher],
) -> pl.DataFrame:
    own = articles.join(article_sources, on="article_id").group_by("source_id").agg(
        article_count=pl.len().cast(pl.Int32),
        first_seen_on=pl.col("landed_on").min(),
        last_seen_on=pl.col("landed_on").max(),
        language=pl.col("language").drop_nulls().mode().sort().first(),
    )  # fmt: skip
    customers = stated_credits.join(article_sources.rename({"source_id": "by"}), on="article_id", how="left")
    credited = customers.group_by("source_id").agg(customers=pl.col("by").n_unique())
    rows = pl.DataFrame([{**p._asdict(), "country_code": _country(p)} for p in publishers.values()], schema=_PUBLISHER)
    joined = rows.join(own, on="source_id", how="left").join(credited, on="source_id", how="left")
    return conform_frame("sources", joined.with_columns(_kind(), pl.col("article_count").fill_null(0)))


def _country(publisher: _Publisher) -> str | None:
    return domain_country(publisher.domain) if publisher.domain else None


def _kind() -> pl.Expr:
    """Credited and without own pages, or credited by several publishers: an agency. With own pages: a publisher."""
    is_agency = (pl.col("customers") > 0) & (pl.col("article_count").is_null() | (pl.col("customers") > 1))
    return pl.when(is_agency).then(pl.lit("agency")).otherwise(pl.lit("publisher")).alias("kind")
