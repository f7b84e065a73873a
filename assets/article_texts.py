"""The texts of articles, read for those that a stage has to look at, and the keys that say what they hold.

Put here: reading and trimming bodies. Keep out: which paragraphs leave (boilerplate/), what stages make of texts.
"""

import hashlib

import orjson
import polars as pl

from assets.boilerplate import VERSION
from assets.boilerplate.remove import remove_paragraphs
from assets.contract.bodies import ReadBodies
from assets.contract.frames import conform_frame
from assets.warehouse.features import keep_features
from assets.warehouse.parsed import read_columns, read_rows
from assets.warehouse.tables import read_table
from assets.warehouse.workspace import Workspace

# What a stage keeps per article must not depend on other articles: these columns are known from the record alone.
OWN_COLUMNS = [
    "article_id", "record_id", "parent_article_id", "is_embedded", "url", "canonical_url", "title", "subtitle", "body",
    "authors", "language", "dateline", "published_at", "published_precision", "modified_at", "word_count",
]  # fmt: skip


def name_contents(articles: pl.DataFrame) -> pl.DataFrame:
    """`article_keys` of `parsed_articles`."""
    rows = articles.select(OWN_COLUMNS).iter_rows()
    keys = articles.select(
        "article_id",
        "record_id",
        pl.Series("content_key", [name_content(row) for row in rows], dtype=pl.String),
        body_chars=pl.col("body").str.len_chars(),
    )
    return conform_frame("article_keys", keys)


def name_content(content: object) -> str:
    """A 128-bit hash, hexadecimal, of anything that JSON can hold."""
    packed = orjson.dumps(content, option=orjson.OPT_NAIVE_UTC)
    return hashlib.blake2b(packed, digest_size=16).hexdigest()


def read_articles(workspace: Workspace, article_ids: pl.Series, *, own_text: bool = False) -> pl.DataFrame:
    """OWN_COLUMNS of some articles, sorted by article_id. With `own_text`, body is what no other article repeats."""
    articles = read_parsed_articles(workspace, article_ids)
    trimmed = read_table(workspace, "trimmed_articles").drop("content_key", "own_key", "body_chars")
    return trim_bodies(articles, trimmed.rename({"repeated" if own_text else "furniture": "left_out"}))


def trim_bodies(articles: pl.DataFrame, trimmed: pl.DataFrame) -> pl.DataFrame:
    """`articles` without the paragraphs left_out (ordinals) of `trimmed`, with its word_count; sorted by article_id."""
    wanted = trimmed.select("article_id", "left_out", words="word_count").filter(pl.col("left_out").list.len() > 0)
    touched = articles.join(wanted, on="article_id")
    bodies = [remove_paragraphs(*row) for row in touched.select("body", "left_out").iter_rows()]
    changed = touched.with_columns(body=pl.Series(bodies, dtype=pl.String), word_count=pl.col("words"))
    untouched = articles.join(wanted, on="article_id", how="anti")
    return pl.concat([untouched, changed.select(articles.columns)]).sort("article_id")


def read_parsed_articles(workspace: Workspace, article_ids: pl.Series) -> pl.DataFrame:
    """OWN_COLUMNS of some articles as they were parsed, sorted by article_id."""
    batches = read_columns(workspace, "article_keys", ["article_id"])
    wanted = batches.filter(pl.col("article_id").is_in(article_ids.implode()))
    return read_rows(workspace, "parsed_articles", wanted, OWN_COLUMNS).sort("article_id")


def body_reader(workspace: Workspace, *, own_text: bool = False) -> ReadBodies:
    """A reader of the bodies, or with `own_text` of the own texts, of the articles it is asked for."""
    return lambda article_ids: read_articles(workspace, article_ids, own_text=own_text).select("article_id", "body")


def parsed_body_reader(workspace: Workspace) -> ReadBodies:
    """A reader of bodies as they were parsed."""
    return lambda article_ids: read_parsed_articles(workspace, article_ids).select("article_id", "body")


def trim_articles(workspace: Workspace, repeated_paragraphs: pl.DataFrame) -> pl.DataFrame:
    """`trimmed_articles` of `repeated_paragraphs` (article_id, ordinal, leaves_body); reads only what is new to it."""
    touched = _name_trimmed(workspace, repeated_paragraphs)

    def measure(keys: pl.DataFrame) -> pl.DataFrame:
        bodies = read_parsed_articles(workspace, keys["article_id"]).select("article_id", "body")
        rows = touched.select("article_id", "furniture").join(bodies, on="article_id").iter_rows()
        sizes = [(key, *_measure(remove_paragraphs(body, furniture))) for key, furniture, body in rows]
        schema = {"article_id": pl.String, "word_count": pl.Int32, "body_chars": pl.Int32}
        return pl.DataFrame(sizes, schema=schema, orient="row")

    sizes = keep_features(workspace, "trimmed", VERSION, touched, measure)
    return conform_frame("trimmed_articles", touched.join(sizes, on="article_id"))


def _name_trimmed(workspace: Workspace, repeated_paragraphs: pl.DataFrame) -> pl.DataFrame:
    ordinals = repeated_paragraphs.sort("article_id", "ordinal").group_by("article_id", maintain_order=True)
    touched = ordinals.agg(
        furniture=pl.col("ordinal").filter(pl.col("leaves_body")).cast(pl.Int32),
        repeated=pl.col("ordinal").cast(pl.Int32),
    ).join(read_columns(workspace, "article_keys", ["article_id", "content_key"]), on="article_id")
    names = touched.select("content_key", "furniture", "repeated").rows()
    return touched.with_columns(
        content_key=pl.Series([name_content([key, out]) if out else key for key, out, _ in names], dtype=pl.String),
        own_key=pl.Series([name_content([key, out, "own"]) for key, _, out in names], dtype=pl.String),
    )


def _measure(body: str) -> tuple[int, int]:
    # Loads the parsers, which a run that finds nothing new does without.
    from assets.parsing.text.lines import count_words

    return count_words(body), len(body)
