"""The tables duplicates, duplicate_groups and article_copies. Brings the steps together, decides nothing itself."""

from dataclasses import dataclass

import numpy as np
import polars as pl

from assets.contract.bodies import ReadBodies
from assets.contract.frames import conform_frame
from assets.dedupe.canonical import choose_canonical, read_members, weigh_credits
from assets.dedupe.corpus import Corpus, read_corpus
from assets.dedupe.evidence import ReadTexts
from assets.dedupe.groups import form_groups
from assets.dedupe.judged import Judged, nothing_judged
from assets.dedupe.links import Links
from assets.dedupe.pairs import build_rows, expand_links
from assets.dedupe.text import Text, prepare_texts
from assets.dedupe.tokens import Indices
from assets.dedupe.versions import find_versions


@dataclass(frozen=True)
class Copies:
    """The tables `duplicates` and `duplicate_groups`, and `article_copies`; `judged` may be kept for the next run."""

    duplicates: pl.DataFrame
    duplicate_groups: pl.DataFrame
    article_copies: pl.DataFrame
    judged: Judged


def find_copies(
    index: pl.DataFrame,
    fingerprints: pl.DataFrame,
    credits: pl.DataFrame,
    judged: Judged | None = None,
    *,
    read_bodies: ReadBodies,
) -> Copies:
    """Compare the articles of the index by their fingerprints; `credits` is stated_credits, it may be empty.

    `judged` is the same field of an earlier result. The tables are the same with and without it; with it, only texts
    that meet for the first time are read. `read_bodies` gives own texts, as they were fingerprinted.

    A pair of versions of one article at one outlet is a row of duplicates like any other, its explanation says so; the
    versions are in one group with all other copies, whose canonical article is chosen in the same order as ever.
    """
    judged = judged or nothing_judged()
    corpus = read_corpus(index, fingerprints)
    # Read once; where the caller does not hold it, its memory is free from here.
    del fingerprints
    links = Links(corpus, judged, _text_reader(corpus, read_bodies))
    members, weights = read_members(corpus.articles), weigh_credits(credits)
    grouped = _group_articles(corpus, links, members, weights)
    chosen = choose_canonical(grouped, weights)
    pairs = expand_links(corpus, links.all)
    versions = find_versions(corpus.articles, members, pairs)
    groups = _describe_groups(grouped, chosen)
    return Copies(
        duplicates=build_rows(corpus, pairs, versions, weights),
        duplicate_groups=conform_frame("duplicate_groups", groups),
        article_copies=_place_articles(corpus.articles, grouped, groups, versions),
        judged=links.keep(),
    )


def _text_reader(corpus: Corpus, read_bodies: ReadBodies) -> ReadTexts:
    article_ids = corpus.articles["article_id"].gather(corpus.oldest)

    def read(numbers: Indices) -> dict[int, Text]:
        wanted = article_ids.gather(numbers).to_frame()
        bodies = wanted.join(read_bodies(wanted["article_id"]), on="article_id", how="left", maintain_order="left")
        return prepare_texts(numbers, bodies["body"].fill_null(""))

    return read


def _group_articles(corpus: Corpus, links: Links, members: pl.DataFrame, weights: pl.DataFrame) -> pl.DataFrame:
    """Members with the group that each is in: groups of near texts, and of articles with one text."""

    def group_by(labels: Indices) -> pl.DataFrame:
        known = np.append(labels, -1)[corpus.texts]
        return members.with_columns(group=pl.Series(known)).filter(pl.col("group") >= 0)

    def choose(labels: Indices) -> Indices:
        chosen = choose_canonical(group_by(labels), weights)
        canonical = np.full(len(labels), -1, dtype=np.int64)
        canonical[chosen["group"].to_numpy()] = corpus.texts[chosen["canonical"].to_numpy()]
        return canonical

    groups = form_groups(*links.near(), len(corpus.words), choose, links.are_near)
    several = np.diff(corpus.starts) > 1
    return group_by(np.where((groups < 0) & several, np.arange(len(groups)), groups))


def _describe_groups(grouped: pl.DataFrame, chosen: pl.DataFrame) -> pl.DataFrame:
    """Columns of `duplicate_groups`, and group."""
    oldest = grouped.sort("landed_on", "row").group_by("group").agg(
        pl.col("article_id").first(), article_count=pl.len()
    )  # fmt: skip
    ids = grouped.select(canonical="row", canonical_article_id="article_id")
    return chosen.join(oldest, on="group").join(ids, on="canonical").with_columns(
        duplicate_group_id=pl.lit("d") + pl.col("article_id").str.head(15), agency_source_id=pl.col("agency")
    )  # fmt: skip


def _place_articles(
    articles: pl.DataFrame, grouped: pl.DataFrame, groups: pl.DataFrame, versions: pl.DataFrame
) -> pl.DataFrame:
    rows = articles.select("article_id", row=pl.int_range(pl.len(), dtype=pl.Int64))
    own = grouped.select("row", "group").join(groups.select("group", "duplicate_group_id", "canonical"), on="group")
    placed = rows.join(own, on="row", how="left").join(versions, on="row", how="left").with_columns(
        is_canonical=pl.col("canonical").is_null() | (pl.col("canonical") == pl.col("row")),
        version_number=pl.col("version_number").fill_null(1),
        is_latest_version=pl.col("is_latest_version").fill_null(True),
    )  # fmt: skip
    return conform_frame("article_copies", placed)
