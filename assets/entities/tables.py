"""The entity tables from identified forms. Keep out: who is one entity with whom (corpus.py, identity.py)."""

import numpy as np
import polars as pl

from assets.contract.frames import conform_frame
from assets.entities.identity import Identified
from assets.entities.numbered import BASES, Numbered
from assets.entities.salience import add_salience
from assets.entities.text import fold

_NOWHERE = 1 << 40  # Beyond every body.


def canonical_names(numbered: Numbered, identified: Identified) -> list[str]:
    """The name of each entity: the lists' name, else the full name that most articles use.

    Not one in capitals where there is another; of equals the shortest, then the first in the alphabet.
    """
    seen = numbered.forms.frame("article", "full").with_columns(entity=identified.entity).unique()
    counts = seen.group_by("entity", "full").agg(pl.len().alias("articles"))
    counts = counts.with_columns(name=numbered.spellings.gather(counts["full"]))
    text = pl.col("name")
    is_shouted = (text.str.to_uppercase() == text) & text.str.contains(r"\p{Lu}{4}")
    best = counts.sort(
        "entity", is_shouted, "articles", text.str.len_chars(), "name", descending=[False, False, True, False, False]
    ).unique("entity", keep="first", maintain_order=True)
    return [
        identity.name or name for identity, name in zip(identified.identities, best.sort("entity")["name"], strict=True)
    ]


def article_entities(numbered: Numbered, identified: Identified, articles: pl.DataFrame) -> pl.DataFrame:
    """Contract table article_entities; `articles` has article_id and body_chars."""
    forms, size = numbered.forms, max(1, len(identified.identities))
    frame = pl.DataFrame(
        {
            # One number for both columns: it is grouped and sorted several times faster than two.
            "pair": forms.article * size + identified.entity,
            "mention_count": np.where(forms.is_title, 0, forms.count).astype(np.int32),
            "in_title": forms.is_title,
            "first_start": np.where(forms.is_title, _NOWHERE, forms.first),
        }
    )
    sums = (pl.col("mention_count").sum(), pl.col("in_title").any(), pl.col("first_start").min())
    counted = frame.group_by("pair").agg(*sums).sort("pair")
    counted = counted.with_columns(
        pl.col("first_start").replace(_NOWHERE, None), article=pl.col("pair") // size, entity=pl.col("pair") % size
    )
    sizes = numbered.article_ids.to_frame("article_id").join(
        articles.select("article_id", "body_chars"), on="article_id", how="left", maintain_order="left"
    )
    named = counted.with_columns(
        article_id=numbered.article_ids.gather(counted["article"]),
        entity_id=_entity_ids(identified).gather(counted["entity"]),
        body_chars=sizes["body_chars"].gather(counted["article"]),
    )
    return conform_frame("article_entities", add_salience(named, of="article"))


def entities(identified: Identified, canonical: list[str], counted: pl.DataFrame) -> pl.DataFrame:
    """Contract table entities; `counted` is article_entities."""
    places = [identity.place for identity in identified.identities]
    known = pl.DataFrame(
        {
            "entity_id": _entity_ids(identified),
            "name": canonical,
            "kind": [identity.kind for identity in identified.identities],
            "wikidata_id": pl.Series([i.wikidata_id for i in identified.identities], dtype=pl.String),
            "geonames_id": pl.Series([p and p.geonames_id for p in places], dtype=pl.Int64),
            "country_code": pl.Series([p and p.country_code for p in places], dtype=pl.String),
            "latitude": pl.Series([p and p.latitude for p in places], dtype=pl.Float64),
            "longitude": pl.Series([p and p.longitude for p in places], dtype=pl.Float64),
        }
    )
    totals = counted.group_by("entity_id").agg(article_count=pl.len(), mention_count=pl.col("mention_count").sum())
    return conform_frame("entities", known.join(totals, on="entity_id"))


def entity_aliases(
    numbered: Numbered, identified: Identified, canonical: list[str], repairs: pl.DataFrame
) -> pl.DataFrame:
    """Contract table entity_aliases: every spelling with how often titles and bodies have it, and its most frequent
    basis. `repairs` (story_votes.REPAIRS) are offered spellings: they stand where none was seen.
    """
    forms = numbered.forms.frame("text", "basis", "count").with_columns(entity=identified.entity)
    counts = forms.group_by("entity", "text", "basis").agg(pl.col("count").sum())
    total = pl.col("count").sum().over("entity", "text").alias("mention_count")
    best = (
        counts.with_columns(total)
        .sort("entity", "text", "count", "basis", descending=[False, False, True, False])
        .unique(["entity", "text"], keep="first", maintain_order=True)
    )
    seen = best.select(
        "entity",
        pl.Series("alias", numbered.spellings.gather(best["text"])),
        "mention_count",
        pl.Series("basis", pl.Series(BASES).gather(best["basis"])),
    )
    found = _with_basis(seen, identified, canonical).with_columns(evidence=pl.lit(None, pl.String))
    offered = repairs.join(found, on=["entity", "alias"], how="anti")
    rows = pl.concat([found, offered.select(found.columns)])
    return conform_frame("entity_aliases", rows.with_columns(entity_id=_entity_ids(identified).gather(rows["entity"])))


def _with_basis(seen: pl.DataFrame, identified: Identified, canonical: list[str]) -> pl.DataFrame:
    """`basis` as the steps say, or how a spelling differs from the entity's name."""
    is_listed = pl.Series([identity.name is not None for identity in identified.identities], dtype=pl.Boolean)
    names = pl.Series(canonical, dtype=pl.String)
    keys = pl.Series([fold(name) for name in canonical], dtype=pl.String).gather(seen["entity"])
    alias_keys = pl.Series([fold(alias) for alias in seen["alias"]], dtype=pl.String)
    basis = (
        pl.when(seen["alias"] == names.gather(seen["entity"])).then(pl.lit("name"))
        .when(pl.col("basis") != "name").then("basis")
        .when(alias_keys == keys).then(pl.lit("spelling"))
        .when(is_listed.gather(seen["entity"])).then(pl.lit("alias_table"))
        .otherwise(pl.lit("short_form"))
    )  # fmt: skip
    return seen.with_columns(basis.alias("basis"), pl.col("mention_count").cast(pl.Int64))


def mentions(numbered: Numbered, identified: Identified) -> pl.DataFrame:
    """Contract table mentions: the names in bodies with their entities."""
    entity = identified.entity[numbered.form_of]
    named = numbered.names.with_columns(entity_id=_entity_ids(identified).gather(pl.Series(entity, dtype=pl.Int64)))
    return conform_frame("mentions", named.filter(pl.col("part") == "body"))


def _entity_ids(identified: Identified) -> pl.Series:
    return pl.Series([identity.entity_id for identity in identified.identities], dtype=pl.String)
