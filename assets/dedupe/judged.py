"""Judged pairs, kept from run to run: a pair of texts that was compared once is not read again.

A judgement depends on the two texts as compared alone, so that taking it from here or making it anew is the same.
"""

from collections.abc import Iterable

import polars as pl

from assets.dedupe.candidates import Pairs
from assets.dedupe.hashing import Hashes
from assets.dedupe.rules import Link

_KEYS = {"first_key": pl.UInt64, "second_key": pl.UInt64}
SCHEMA = pl.Schema(
    {
        **_KEYS,
        "is_first_small": pl.Boolean,
        "kind": pl.String,
        "similarity": pl.Float64,
        "containment": pl.Float64,
        "shared_words": pl.Int64,
        "small_words": pl.Int64,
        "large_words": pl.Int64,
        "explanation": pl.String,
    }
)


def recall_pairs(pairs: Pairs, keys: Hashes, judged: pl.DataFrame) -> tuple[pl.DataFrame, Pairs]:
    """Split candidate pairs: rows of `judged` for those known (with first and second), and the pairs to compare.

    `keys` names each text as compared; `judged` is what keep_pairs gave in earlier runs.
    """
    wanted = pl.DataFrame({"first": pairs.first, "second": pairs.second}).with_columns(
        first_key=pl.Series(keys[pairs.first]), second_key=pl.Series(keys[pairs.second])
    )
    known = wanted.join(judged, on=list(_KEYS), how="inner").sort("first", "second")
    new = wanted.join(judged, on=list(_KEYS), how="anti").sort("first", "second")
    return known, Pairs(new["first"].to_numpy(), new["second"].to_numpy())


def read_links(known: pl.DataFrame) -> list[Link]:
    """Links of the known pairs that share enough."""
    rows = known.filter(pl.col("containment") > 0)
    texts = rows.select(
        small=pl.when("is_first_small").then("first").otherwise("second"),
        large=pl.when("is_first_small").then("second").otherwise("first"),
    )
    names = [name for name in SCHEMA if name not in (*_KEYS, "is_first_small")]
    return [Link(*row) for row in pl.concat([texts, rows.select(names)], how="horizontal").iter_rows()]


def keep_pairs(compared: Pairs, links: Iterable[Link], keys: Hashes) -> pl.DataFrame:
    """Rows to keep for the pairs that were compared; containment 0 for one that shares too little."""
    found = {link.key: link for link in links}
    rows = []
    for first, second in zip(compared.first.tolist(), compared.second.tolist(), strict=True):
        link = found.get((first, second))
        measures = (
            (link.small == first, link.kind, link.similarity, link.containment, link.shared_words, link.small_words,
             link.large_words, link.explanation)
            if link else (True, None, 0.0, 0.0, 0, 0, 0, "")
        )  # fmt: skip
        rows.append((int(keys[first]), int(keys[second]), *measures))
    return pl.DataFrame(rows, schema=SCHEMA, orient="row")
