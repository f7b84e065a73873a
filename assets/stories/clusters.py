"""Stories from articles: what is alike is found once an article, what is near in time is grouped, the rest is kept."""

from dataclasses import dataclass

import polars as pl

from assets.contract.frames import build_frame, conform_frame
from assets.stories import VERSION
from assets.stories.changes import find_changes
from assets.stories.crowded import leave_out_crowded
from assets.stories.days import number_days, published_on, read_days
from assets.stories.judge import find_stale, judge_articles
from assets.stories.memory import Judged, recall, remember
from assets.stories.pairs import find_new_pairs
from assets.stories.replay import replay
from assets.stories.summary import name_stories, summarize_stories


@dataclass(frozen=True)
class SentenceVectors:
    """Columns article_id and vector (of length 1, of articles that have one), and the name of the model."""

    model: str
    frame: pl.DataFrame


@dataclass(frozen=True)
class Kept:
    """What the last run left: `story_places` and `story_changes`."""

    places: pl.DataFrame
    changes: pl.DataFrame


@dataclass(frozen=True)
class Stories:
    """The tables of stories; `story_places` is for the next run."""

    stories: pl.DataFrame
    story_members: pl.DataFrame
    story_changes: pl.DataFrame
    story_places: pl.DataFrame


def cluster_stories(
    index: pl.DataFrame,
    copies: pl.DataFrame,
    weights: pl.DataFrame,
    *,
    vectors: SentenceVectors | None = None,
    kept: Kept | None = None,
) -> Stories:
    """Group articles of the index by event; `copies` is article_copies, `weights` comes from weigh_articles.

    Copies go where their canonical article goes. A function of the set of rows: `kept` saves work, no more.
    """
    kept = kept or Kept(build_frame("story_places", []), build_frame("story_changes", []))
    method = f"tfidf {VERSION}" + (f"+{vectors.model}" if vectors else "")
    placed = _place(index, copies).with_columns(method=pl.lit(method))
    canonical = _add_features(placed.filter("is_canonical").sort("article_id"), weights, vectors)
    days = read_days(canonical)
    canonical = leave_out_crowded(canonical, days)
    recalled = recall(canonical, kept.places)
    landed = number_days(canonical["first_landed_on"])
    carried = recalled.graph.carry(recalled.row_of, canonical.height)
    graph = carried.add(*find_new_pairs(canonical, days, recalled.is_new))
    grouping, history, steps = replay(graph, days, landed, recalled)
    stale = find_stale(grouping.stories, *recalled.last_stories())
    judged = judge_articles(canonical, graph, grouping.stories, recalled.judged, stale)
    named = name_stories(canonical, grouping.stories)
    members = _gather_members(placed, named, judged)
    return Stories(
        conform_frame("stories", summarize_stories(members, method)),
        conform_frame("story_members", members),
        find_changes(named, landed, steps, kept.changes),
        remember(canonical, graph, history, judged),
    )


def _place(index: pl.DataFrame, copies: pl.DataFrame) -> pl.DataFrame:
    """The index with article_copies, day of publication, and what landed first among an article and its copies."""
    placed = index.join(copies, on="article_id", how="left").with_columns(
        pl.col("is_canonical").fill_null(True),
        group=pl.coalesce("duplicate_group_id", "article_id"),
        published_on=published_on(),
    )
    copied = placed.filter(pl.col("duplicate_group_id").is_not_null()).sort("landed_on", "article_id")
    landed = copied.group_by("group").agg(
        first_landed_on=pl.col("landed_on").first(), first_article_id=pl.col("article_id").first()
    )  # fmt: skip
    return placed.join(landed, on="group", how="left").with_columns(
        pl.col("first_landed_on").fill_null(pl.col("landed_on")),
        pl.col("first_article_id").fill_null(pl.col("article_id")),
    )


def _add_features(canonical: pl.DataFrame, weights: pl.DataFrame, vectors: SentenceVectors | None) -> pl.DataFrame:
    """Terms, weights, title terms and opening; the column vector only where there are vectors."""
    rows = canonical.join(weights, on="article_id", how="left", maintain_order="left")
    rows = rows.with_columns(pl.col(name).fill_null([]) for name in ("terms", "weights", "are_names", "title_terms"))
    return rows.join(vectors.frame, on="article_id", how="left", maintain_order="left") if vectors else rows


def _gather_members(placed: pl.DataFrame, named: pl.DataFrame, judged: Judged) -> pl.DataFrame:
    """All articles with what is known of their canonical article: story_id, similarity, rating, has_vector, opening."""
    has_vector = pl.col("vector").is_not_null() if "vector" in named.columns else pl.lit(False)
    told = named.select(
        "group", "story_id", "opening", pl.Series("similarity", judged.similarity),
        pl.Series("rating", judged.rating), has_vector=has_vector,
    )  # fmt: skip
    return placed.join(told, on="group")
