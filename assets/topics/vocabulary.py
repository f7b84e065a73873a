"""The IPTC Media Topics as a table. Keep out: the words that stand for a topic (lexicon.py) and scoring (tag.py)."""

from functools import cache
from pathlib import Path

import polars as pl

from assets.contract.frames import conform_frame

DATA = Path(__file__).resolve().parent / "data"


@cache
def topic_table() -> pl.DataFrame:
    """Every Media Topic in use, at all levels (contract `topics`). (c) IPTC, CC BY 4.0, see data/media_topics.csv."""
    types = {"topic_id": pl.String, "parent_topic_id": pl.String, "level": pl.Int32}
    table = pl.read_csv(DATA / "media_topics.csv", comment_prefix="#", schema_overrides=types)
    return conform_frame("topics", table)


@cache
def topic_ancestors() -> pl.DataFrame:
    """Each topic with the ones it counts for: topic_id, top_id (level 1), second_id (level 2; null at the top)."""
    parents = dict(topic_table().select("topic_id", "parent_topic_id").iter_rows())
    rows = []
    for topic_id in parents:
        path = [topic_id]
        while (parent := parents[path[0]]) is not None:
            path.insert(0, parent)
        rows.append((topic_id, path[0], path[1] if len(path) > 1 else None))
    return pl.DataFrame(rows, schema=["topic_id", "top_id", "second_id"], orient="row")
