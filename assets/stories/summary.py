"""What is told of a story: its id, title, representative article, dates and counts."""

import re

import numpy as np
import polars as pl
from numpy.typing import NDArray

from assets.stories.vectors import Numbers, Vectors, mean_similarity

# A title made of a first sentence is cut at a word near this many characters.
TITLE_CHARS = 120
_SENTENCE = re.compile(r".+?(?:[.!?](?=\s|$)|[\u3002\uff01\uff1f]|$)", re.DOTALL)


def describe_stories(
    articles: pl.DataFrame, vectors: Vectors, stories: list[Numbers]
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Frames of `stories` and `story_members` from the rows of each story's canonical articles.

    `articles` has relate articles with their columns of article_copies, in the order of `vectors`.
    """
    similarity = _measure_similarity(vectors, stories, articles.height)
    members = _place_members(articles, stories, similarity, _rate_titles(articles, vectors, stories))
    ids = members.sort("landed_on", "article_id").group_by("story", maintain_order=True).first()
    named = members.join(ids.select("story", story_id="s" + pl.col("article_id").str.slice(0, 15)), on="story")
    return _summarize(named), named.select("story_id", "article_id", "similarity")


def _rate_titles(articles: pl.DataFrame, vectors: Vectors, stories: list[Numbers]) -> NDArray[np.float64]:
    """How well the title of each canonical article says what its story's articles are about (cosine, not scaled)."""
    rating = np.zeros(articles.height)
    title_terms = articles["title_terms"]
    for rows in stories:
        terms, weights = vectors.add_up(rows) if len(rows) > 1 else (vectors.terms[:0], vectors.weights[:0])
        for row in rows if len(terms) else ():
            words = title_terms[int(row)].to_numpy()
            rating[row] = weights[np.isin(terms, words)].sum() / np.sqrt(max(len(words), 1))
    return rating.round(6)


def _measure_similarity(vectors: Vectors, stories: list[Numbers], count: int) -> NDArray[np.float64]:
    """Mean similarity of each canonical article to its story's other ones; 1 for one alone."""
    similarity = np.ones(count)
    for rows in stories:
        if len(rows) > 1:
            similarity[rows] = np.minimum(mean_similarity(_multiply_others(vectors, rows), len(rows) - 1), 1)
    return similarity.round(6)


def _multiply_others(vectors: Vectors, rows: Numbers) -> Numbers:
    """Product of each row with the sum of the others."""
    terms, weights = vectors.add_up(rows)
    positions, own_terms, own = vectors.gather(rows)
    products = own * (weights[np.searchsorted(terms, own_terms)] - own)
    return np.bincount(positions, products, minlength=len(rows)).astype(np.int64)


def _place_members(
    articles: pl.DataFrame, stories: list[Numbers], similarity: NDArray[np.float64], rating: NDArray[np.float64]
) -> pl.DataFrame:
    """All articles with story, similarity and rating; a copy takes those of its canonical article."""
    story = np.full(articles.height, -1, dtype=np.int64)
    for number, rows in enumerate(stories):
        story[rows] = number
    numbers = {"story": story, "similarity": similarity, "rating": rating}
    placed = articles.with_columns(pl.Series(name, values) for name, values in numbers.items())
    leaders = placed.filter("is_canonical").select("duplicate_group_id", *numbers).drop_nulls()
    copies = placed.filter(~pl.col("is_canonical")).drop(list(numbers)).join(leaders, on="duplicate_group_id")
    return pl.concat([placed.filter("is_canonical"), copies.select(placed.columns)])


def _summarize(members: pl.DataFrame) -> pl.DataFrame:
    """One row a story.

    The representative is the canonical article whose title says best what all the story's articles are about; among
    untitled ones the most similar to the others; among equals the longest, then the smallest id.
    """
    ranked = members.sort(
        pl.col("title").is_null(),
        ~pl.col("is_canonical"),
        -pl.col("rating"),
        -pl.col("similarity"),
        -pl.col("word_count"),
        "article_id",
    )
    known = pl.col("published_precision") != "none"
    rows = ranked.group_by("story_id", maintain_order=True).agg(
        pl.col("title", "body").first(),
        representative_article_id=pl.col("article_id").first(),
        first_published_at=pl.col("published_at").filter(known).min(),
        last_published_at=pl.col("published_at").filter(known).max(),
        article_count=pl.len(),
        source_count=pl.col("source_id").drop_nulls().n_unique(),
        independent_article_count=pl.col("is_canonical").sum(),
    )
    titles = [title or first_sentence(body) for title, body in rows.select("title", "body").iter_rows()]
    return rows.with_columns(pl.Series("title", titles, dtype=pl.String))


def first_sentence(body: str) -> str:
    """The first sentence of a body, cut at a word where it is long; empty for an empty body."""
    match = _SENTENCE.search(body.strip())
    sentence = " ".join(match[0].split()) if match else ""
    if len(sentence) <= TITLE_CHARS:
        return sentence
    return sentence[:TITLE_CHARS].rsplit(" ", 1)[0].rstrip(",;:") + "…"
