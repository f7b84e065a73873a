"""The table boilerplate, and which paragraphs of which articles are it. A function of the set of articles."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import polars as pl

from assets.boilerplate.occurrences import Flags, Frequent, Numbers, Paragraphs, find_frequent, read_paragraphs
from assets.boilerplate.rules import LEAVING_ARTICLES, MAX_TIES, Repeated, flag_runs, judge_paragraphs
from assets.contract.bodies import ReadBodies
from assets.contract.frames import build_frame, conform_frame


@dataclass(frozen=True)
class Learned:
    """The tables `boilerplate` and `repeated_paragraphs`."""

    boilerplate: pl.DataFrame
    repeated_paragraphs: pl.DataFrame


def learn_boilerplate(index: pl.DataFrame, sketches: pl.DataFrame, read_bodies: ReadBodies) -> Learned:
    """Learn from all articles (`index`: article_id, source_id) and their sketches (sketch_paragraphs).

    A paragraph is repeated when many different texts of one outlet have it; articles of unknown outlets count as one
    outlet, of which nothing is published and nothing leaves a body. Of repeated paragraphs only those leave the body
    that stand at its edge and do not read like a report (rules.py). An article keeps its last paragraph with words.
    `read_bodies` gives parsed bodies; it is asked for one article a learned paragraph.
    """
    paragraphs, frequent = find_frequent(read_paragraphs(index, sketches))
    judged = judge_paragraphs(paragraphs, frequent)
    return Learned(
        _describe(index, paragraphs, frequent, judged, read_bodies), _mark_paragraphs(paragraphs, frequent, judged)
    )


def _mark_paragraphs(paragraphs: Paragraphs, frequent: Frequent, judged: Repeated) -> pl.DataFrame:
    repeated = _spread(paragraphs, frequent, judged.is_repeated)
    leaving = flag_runs(paragraphs, _spread(paragraphs, frequent, judged.leaves))
    left = np.bincount(paragraphs.owners, (paragraphs.hashes != 0) & ~repeated, minlength=len(paragraphs.outlets))
    places = np.flatnonzero((repeated | leaving) & (left[paragraphs.owners] > 0))
    frame = pl.DataFrame(
        {
            "article_id": paragraphs.article_ids.gather(paragraphs.owners[places]),
            "ordinal": paragraphs.ordinals[places],
            "paragraph_hash": _name_hashes(paragraphs.hashes[places]),
            "leaves_body": leaving[places],
        }
    )
    return conform_frame("repeated_paragraphs", frame)


def _spread(paragraphs: Paragraphs, frequent: Frequent, keys: Flags) -> Flags:
    """Flags of all paragraphs from flags of the frequent keys."""
    flags = np.zeros(len(paragraphs.owners), dtype=bool)
    flags[frequent.places] = keys[frequent.keys]
    return flags


def _name_hashes(hashes: np.ndarray) -> list[str]:
    return [f"{value:016x}" for value in hashes.tolist()]


def _describe(
    index: pl.DataFrame, paragraphs: Paragraphs, frequent: Frequent, judged: Repeated, read_bodies: ReadBodies
) -> pl.DataFrame:
    """Rows of `boilerplate`, the words from the article with the smallest id."""
    first = frequent.places[np.searchsorted(frequent.keys, np.arange(len(frequent.articles)))]
    known = np.flatnonzero(judged.is_repeated & (paragraphs.outlets[paragraphs.owners[first]] > 0))
    places = first[known]
    article_ids = paragraphs.article_ids.gather(paragraphs.owners[places])
    rows = pl.DataFrame(
        {
            "article_id": article_ids,
            "ordinal": paragraphs.ordinals[places],
            "paragraph_hash": _name_hashes(paragraphs.hashes[places]),
            "article_count": frequent.articles[known],
            "leaves_body": judged.leaves[known],
            "reason": list(_explain(frequent, judged, known)),
        }
    ).cast({"article_id": pl.String, "reason": pl.String})
    rows = rows.join(index.select("article_id", "source_id"), on="article_id")
    bodies = read_bodies(article_ids.unique().sort()) if rows.height else build_frame("parsed_articles", [])
    texts = pl.col("body").str.split("\n\n").list.get(pl.col("ordinal"))
    return conform_frame("boilerplate", rows.join(bodies, on="article_id").with_columns(paragraph=texts))


def _explain(frequent: Frequent, judged: Repeated, keys: Numbers) -> Iterator[str]:
    """Why each of the keys leaves the bodies, or stays in them."""
    for key in keys.tolist():
        articles, edge, ties = int(frequent.articles[key]), int(judged.edge[key]), int(judged.ties[key])
        if judged.leaves[key]:
            yield f"at the head or end of {edge} % of the articles that have it, which do not speak of what it says"
        elif articles < LEAVING_ARTICLES:
            yield f"stays in the body: only {articles} articles have it"
        elif ties > MAX_TIES:
            yield f"stays in the body: the articles use {ties} % of its longer words elsewhere, too, as a report does"
        elif judged.are_alike[key]:
            yield "stays in the body: the articles that have it are too much alike"
        else:
            yield "stays in the body: not always at its head or end"
