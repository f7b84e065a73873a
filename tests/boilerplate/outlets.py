"""Hand-made outlets: invented reports between the lines that a site repeats."""

import polars as pl

from assets.boilerplate.learn import Learned, learn_boilerplate
from assets.boilerplate.sketch import sketch_paragraphs
from assets.contract.bodies import bodies_of
from benchmarks.corpus.vocabulary import Writer

WRITER = Writer(5)
HEAD = "You are reading the free edition of the Marlow Gazette."
FOOT = "Subscribe to our newsletter and receive the best of the Gazette every morning."
LEGAL = "Copyright Marlow Gazette Publishing. Reproduction requires written permission."
TYPES = {"article_id": pl.String, "source_id": pl.String, "title": pl.String, "body": pl.String}


def report(paragraphs: int = 6) -> list[str]:
    """Paragraphs of a text of its own."""
    return [f"{WRITER.sentence()} {WRITER.sentence()}" for _ in range(paragraphs)]


def outlet(bodies: list[list[str]], source_id: str | None = "gazette") -> pl.DataFrame:
    """Articles of one outlet from their paragraphs."""
    rows = [(f"{source_id}-{number:03}", source_id, None, "\n\n".join(body)) for number, body in enumerate(bodies)]
    return pl.DataFrame(rows, schema=TYPES, orient="row")


def learn(articles: pl.DataFrame) -> Learned:
    return learn_boilerplate(articles, sketch_paragraphs(articles), bodies_of(articles))


def marked(learned: Learned, article_id: str) -> dict[int, bool]:
    """Ordinals of an article's repeated paragraphs, and whether each leaves the body."""
    rows = learned.repeated_paragraphs.filter(pl.col("article_id") == article_id)
    return dict(rows.select("ordinal", "leaves_body").iter_rows())
