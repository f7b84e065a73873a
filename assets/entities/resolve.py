"""Brings the spellings of one entity together across articles, and makes the entity tables.

Put here: the order of the steps. Keep out: reading text (recognize.py), columns of tables (tables.py).
"""

from dataclasses import dataclass

import polars as pl

from assets.contract.bodies import ReadBodies
from assets.contract.frames import build_frame
from assets.entities import tables
from assets.entities.corpus import complete_names
from assets.entities.identity import identify_forms
from assets.entities.known import known_surname_holders
from assets.entities.numbered import number_names
from assets.entities.spellings import look_up
from assets.entities.story_votes import vote_on_headlines


@dataclass(frozen=True)
class Entities:
    """The tables of this stage, each sorted by its key."""

    entities: pl.DataFrame
    entity_aliases: pl.DataFrame
    article_entities: pl.DataFrame
    mentions: pl.DataFrame
    suspicions: pl.DataFrame


def resolve_entities(
    articles: pl.DataFrame, names: pl.DataFrame, story_articles: pl.DataFrame, *, read_bodies: ReadBodies
) -> Entities:
    """Tables entities, entity_aliases, article_entities, mentions and staging table suspicions.

    `articles` needs article_id, title and body_chars, `names` is what recognize_names gives, `story_articles` needs
    story_id and article_id. Bodies are read for the few articles whose headline seems to have a garbled name. A
    function of the sets of rows: neither their order nor earlier runs matter.
    """
    numbered = number_names(_of_articles(names, articles), story_articles, known_surname_holders())
    facts = look_up(numbered.spellings)
    complete_names(numbered.forms, facts)
    identified = identify_forms(numbered.forms, facts, numbered.spellings)
    canonical = tables.canonical_names(numbered, identified)
    counted = tables.article_entities(numbered, identified, articles)
    repairs, suspicions = vote_on_headlines(numbered, identified, canonical, articles, read_bodies)
    return Entities(
        entities=tables.entities(identified, canonical, counted),
        entity_aliases=tables.entity_aliases(numbered, identified, canonical, repairs),
        article_entities=counted,
        mentions=tables.mentions(numbered, identified),
        suspicions=build_frame("suspicions", suspicions),
    )


def _of_articles(names: pl.DataFrame, articles: pl.DataFrame) -> pl.DataFrame:
    """Names of these articles: those of articles that are gone stay out."""
    known = names["article_id"].unique().is_in(articles["article_id"].implode()).all()
    return names if known else names.join(articles.select("article_id"), on="article_id", how="semi")
