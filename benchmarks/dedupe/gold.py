"""Real copies among real articles, labelled; read from ../shared/gold, see its README."""

from collections import Counter
from pathlib import Path

import polars as pl

from benchmarks.corpus.relate import relate_frame

GOLD = Path(__file__).resolve().parents[3] / "shared" / "gold" / "near"
COPIES = ("exact", "near", "contained")


def read_articles(*, with_outlets: bool) -> pl.DataFrame:
    """The articles as relate articles, with their outlets or without."""
    gold = pl.read_parquet(GOLD / "articles.parquet")
    outlet = pl.col("source") if with_outlets else pl.lit(None, dtype=pl.String)
    day = pl.col("date").str.to_datetime("%Y-%m-%d", strict=False)
    return relate_frame(gold, article_id="id", title="title", body="text", source_id=outlet, published_at=day)


def score(duplicates: pl.DataFrame) -> dict[str, object]:
    """Precision, recall and F1 over the labelled pairs; what became of each label."""
    rows = duplicates.select("article_id", "other_article_id", "kind").iter_rows()
    found = {frozenset((one, other)): kind for one, other, kind in rows}
    labels: dict[str, Counter[str]] = {}
    for one, other, label in pl.read_ndjson(GOLD / "pairs.jsonl").iter_rows():
        labels.setdefault(label, Counter())[found.get(frozenset((one, other)), "nothing")] += 1
    hits = sum(labels[label][kind] for label in ("dup", "contained") for kind in COPIES)
    false = sum(labels["different"][kind] for kind in COPIES)
    wanted = labels["dup"].total() + labels["contained"].total()
    return {
        "precision": hits / max(hits + false, 1), "recall": hits / wanted, "F1": 2 * hits / (hits + false + wanted),
        "contained recall": sum(labels["contained"][kind] for kind in COPIES) / labels["contained"].total(),
        "look-alikes called near": labels["different"]["near"] / labels["different"].total(),
        "by label": {label: dict(counts) for label, counts in sorted(labels.items())},
    }  # fmt: skip
