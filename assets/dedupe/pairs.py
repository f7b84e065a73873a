"""Judged pairs of texts as pairs of articles, and these as rows of `duplicates`."""

import numpy as np
import polars as pl

from assets.contract.frames import conform_frame
from assets.dedupe.corpus import Corpus
from assets.dedupe.explain import explain_exact, name_versions
from assets.dedupe.flat import expand_ranges

# Of a text that more articles have word for word, the others are paired with the oldest one only: rows must not grow
# with the square of the articles.
ALL_PAIRS_ARTICLES = 12


def expand_links(corpus: Corpus, links: pl.DataFrame) -> pl.DataFrame:
    """Pairs of articles that share text: small and large (rows), and the link's kind, measures and explanation.

    `links` have small and large (text numbers) and the JUDGEMENT. Articles with one text are pairs of the kind exact.
    """
    places = np.arange(len(corpus.rows)) - corpus.starts[corpus.texts[corpus.rows]]
    members = pl.DataFrame({"text": corpus.texts[corpus.rows], "row": corpus.rows}).filter(places < ALL_PAIRS_ARTICLES)
    linked = (
        links.rename({"small": "small_text", "large": "large_text"})
        .join(members.select(small_text="text", small="row"), on="small_text")
        .join(members.select(large_text="text", large="row"), on="large_text")
    )
    columns = ["small", "large", "kind", "similarity", "containment", "shared_words", "explanation"]
    return pl.concat([_pair_same(corpus).select(columns), linked.select(columns)])


def _pair_same(corpus: Corpus) -> pl.DataFrame:
    """Pairs of articles with one text."""
    start = corpus.starts[corpus.texts[corpus.rows]]
    place = np.arange(len(corpus.rows)) - start
    partners = np.where(place < ALL_PAIRS_ARTICLES, place, 1)
    small, large = np.repeat(corpus.rows, partners), corpus.rows[expand_ranges(start, partners)]
    left_out = (corpus.articles["own_key"] != corpus.articles["content_key"]).to_numpy()
    pairs = pl.DataFrame(
        {
            "small": small,
            "large": large,
            "shared_words": corpus.words[corpus.texts[small]].astype(np.int32),
            "same_characters": corpus.characters[small] == corpus.characters[large],
            "left_out": left_out[small] | left_out[large],
        }
    )
    explanation = explain_exact("shared_words", same_characters="same_characters", left_out="left_out")
    return pairs.with_columns(kind=pl.lit("exact"), similarity=1.0, containment=1.0, explanation=explanation)


def build_rows(corpus: Corpus, pairs: pl.DataFrame, versions: pl.DataFrame, weights: pl.DataFrame) -> pl.DataFrame:
    """`duplicates` from the pairs that have a kind; the explanation says first what the two are to each other.

    `versions` has row, version_of and version_number; `weights` is of weigh_credits.
    """
    reported = pairs.filter(pl.col("kind").is_not_null())
    ids = corpus.articles["article_id"]
    low, high = reported.select(pl.min_horizontal("small", "large"), high=pl.max_horizontal("small", "large"))
    directed = (reported["kind"] == "contained").to_numpy()
    first = np.where(directed, reported["small"].to_numpy(), low.to_numpy())
    second = np.where(directed, reported["large"].to_numpy(), high.to_numpy())
    named = reported.with_columns(
        number=pl.int_range(pl.len()), article_id=ids.gather(first), other_article_id=ids.gather(second)
    )
    told = _tell_versions(named, versions), _tell_agencies(named, weights)
    related = named.join(told[0], on="number", how="left").join(told[1], on="number", how="left")
    explanation = pl.coalesce("versions", "agencies", "explanation")
    return conform_frame("duplicates", related.with_columns(explanation=explanation))


def _tell_versions(pairs: pl.DataFrame, versions: pl.DataFrame) -> pl.DataFrame:
    """number and versions: the explanation of pairs that are two versions of one article."""
    small, large = (versions.select(pl.all().name.prefix(f"{side}_")) for side in ("small", "large"))
    both = pairs.join(small, left_on="small", right_on="small_row").join(large, left_on="large", right_on="large_row")
    own = both.filter(pl.col("small_version_of") == pl.col("large_version_of"))
    rows = own.select("explanation", "small_version_number", "large_version_number").iter_rows()
    told = [name_versions(*row) for row in rows]
    return own.select("number", versions=pl.Series(told, dtype=pl.String))


def _tell_agencies(pairs: pl.DataFrame, weights: pl.DataFrame) -> pl.DataFrame:
    """number and agencies: the explanation of copies that credit the same agencies."""
    copies = pairs.filter(pl.col("kind").is_in(["exact", "near"]))
    credited = copies.select("number", "article_id", "other_article_id", "explanation").join(weights, on="article_id")
    both = credited.join(weights, left_on=["other_article_id", "agency"], right_on=["article_id", "agency"])
    grouped = both.sort("number", "agency").group_by("number", "explanation").agg(pl.col("agency").str.join(", "))
    return grouped.select("number", agencies=pl.format("same agency copy ({}): {}", "agency", "explanation"))
