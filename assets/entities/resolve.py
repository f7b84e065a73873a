"""Brings the spellings of one entity together across articles, and makes the entity tables.

Put here: the order of the steps, and the tables. Keep out: reading text (recognize.py).
"""

from dataclasses import dataclass
from typing import Any

import polars as pl

from assets.contract.frames import build_frame, conform_frame
from assets.entities.corpus import complete_names, with_keys
from assets.entities.countries import country_shares
from assets.entities.identity import Identity, identify
from assets.entities.names import PLACE
from assets.entities.salience import add_salience
from assets.entities.story_votes import vote_on_headlines
from assets.entities.text import fold

ALIAS_COLUMNS = ("entity_id", "alias", "mention_count", "basis")


@dataclass(frozen=True)
class Entities:
    """The tables of this stage, each sorted by its key."""

    entities: pl.DataFrame
    entity_aliases: pl.DataFrame
    article_entities: pl.DataFrame
    mentions: pl.DataFrame
    suspicions: pl.DataFrame


def resolve_entities(articles: pl.DataFrame, names: pl.DataFrame, story_articles: pl.DataFrame) -> Entities:
    """Tables entities, entity_aliases, article_entities, mentions and staging table suspicions.

    `articles` needs article_id, title and body, `names` is what recognize_names gives, `story_articles` needs
    story_id and article_id. A function of the sets of rows: neither their order nor earlier runs matter.
    """
    stories = story_articles.select("article_id", "story_id").unique("article_id", keep="any")
    ordered = names.join(articles.select("article_id"), on="article_id", how="semi").sort(
        "article_id", "part", "char_start"
    )
    named = complete_names(with_keys(ordered.join(stories, on="article_id", how="left", maintain_order="left")))
    identified, identities = _identify(named)
    articles_of = _article_entities(identified, articles)
    canonical = _canonical_names(identified, identities)
    repairs, suspicions = vote_on_headlines(articles.select("article_id", "title", "body"), identified, canonical)
    return Entities(
        entities=_entities(identities, canonical, articles_of),
        entity_aliases=_aliases(identified, identities, canonical, repairs),
        article_entities=conform_frame("article_entities", articles_of),
        mentions=conform_frame("mentions", identified.filter(pl.col("part") == "body")),
        suspicions=build_frame("suspicions", suspicions),
    )


def _identify(named: pl.DataFrame) -> tuple[pl.DataFrame, dict[str, Identity]]:
    """The names with entity_id, and the identities by id."""
    shares = country_shares(named)
    forms = {kind: frozenset(keys) for kind, keys in named.group_by("kind").agg(pl.col("key").unique()).iter_rows()}
    # Only a place depends on its article: people and organizations are identified once for all.
    of_article = pl.when(pl.col("kind") == PLACE).then("article_id")
    distinct = (
        named.select(of_article.alias("of_article"), "kind", "full_name")
        .unique()
        .sort("full_name", "kind", "of_article")
    )
    found = [
        identify(full_name, kind, shares.get(article_id, {}), forms[kind])
        for article_id, kind, full_name in distinct.iter_rows()
    ]
    ids = distinct.with_columns(pl.Series("entity_id", [identity.entity_id for identity in found], dtype=pl.String))
    joined = named.with_columns(of_article.alias("of_article")).join(
        ids, on=["of_article", "kind", "full_name"], nulls_equal=True, how="left", maintain_order="left"
    )
    return joined, {identity.entity_id: identity for identity in found}


def _article_entities(identified: pl.DataFrame, articles: pl.DataFrame) -> pl.DataFrame:
    in_body = pl.col("part") == "body"
    counted = identified.group_by("article_id", "entity_id").agg(
        in_body.sum().cast(pl.Int32).alias("mention_count"),
        (~in_body).any().alias("in_title"),
        pl.col("char_start").filter(in_body).min().alias("first_start"),
    )
    sizes = articles.select("article_id", pl.col("body").str.len_chars().alias("body_chars"))
    return add_salience(counted.join(sizes, on="article_id"))


def _canonical_names(identified: pl.DataFrame, identities: dict[str, Identity]) -> dict[str, str]:
    """Entity to its name: the lists' name, else the full name that most articles use.

    Not one in capitals where there is another; of equals the shortest, then the first in the alphabet.
    """
    counts = identified.group_by("entity_id", "full_name").agg(pl.col("article_id").n_unique().alias("articles"))
    text = pl.col("full_name")
    is_shouted = (text.str.to_uppercase() == text) & text.str.contains(r"\p{Lu}{4}")
    best = counts.sort(
        "entity_id", is_shouted, "articles", text.str.len_chars(), "full_name",
        descending=[False, False, True, False, False],
    ).unique("entity_id", keep="first", maintain_order=True)  # fmt: skip
    return {
        entity_id: identities[entity_id].name or spelling
        for entity_id, spelling in best.select("entity_id", "full_name").iter_rows()
    }


def _entities(identities: dict[str, Identity], canonical: dict[str, str], articles_of: pl.DataFrame) -> pl.DataFrame:
    totals = articles_of.group_by("entity_id").agg(pl.len(), pl.col("mention_count").sum())
    rows = []
    for entity_id, article_count, mention_count in totals.iter_rows():
        identity, place = identities[entity_id], identities[entity_id].place
        rows.append(
            {
                "entity_id": entity_id, "name": canonical[entity_id], "kind": identity.kind,
                "wikidata_id": identity.wikidata_id, "geonames_id": place.geonames_id if place else None,
                "country_code": place.country_code if place else None, "latitude": place.latitude if place else None,
                "longitude": place.longitude if place else None, "article_count": article_count,
                "mention_count": mention_count,
            }
        )  # fmt: skip
    return build_frame("entities", rows)


def _aliases(
    identified: pl.DataFrame,
    identities: dict[str, Identity],
    canonical: dict[str, str],
    repairs: list[dict[str, Any]],
) -> pl.DataFrame:
    """Every spelling of an entity with how often titles and bodies have it, and its most frequent basis."""
    counts = identified.group_by("entity_id", pl.col("text").alias("alias"), "basis").agg(pl.len().alias("count"))
    total = pl.col("count").sum().over("entity_id", "alias").alias("mention_count")
    best = (
        counts.with_columns(total)
        .sort("entity_id", "alias", "count", "basis", descending=[False, False, True, False])
        .unique(["entity_id", "alias"], keep="first", maintain_order=True)
    )
    rows = [
        {**row, "basis": _basis(row, canonical[row["entity_id"]], identities[row["entity_id"]])}
        for row in best.iter_rows(named=True)
    ]
    seen = {(row["entity_id"], row["alias"]) for row in rows}
    for repair in repairs:
        if (repair["entity_id"], repair["alias"]) not in seen:
            seen.add((repair["entity_id"], repair["alias"]))
            rows.append(repair)
    return build_frame("entity_aliases", [{key: row[key] for key in ALIAS_COLUMNS} for row in rows])


def _basis(row: dict[str, Any], name: str, identity: Identity) -> str:
    """Why a spelling is the entity: as the steps say, or how it differs from the name."""
    if row["alias"] == name:
        return "name"
    if row["basis"] != "name":
        return row["basis"]
    if fold(row["alias"]) == fold(name):
        return "spelling"
    return "alias_table" if identity.name else "short_form"
