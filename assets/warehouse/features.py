"""Keep per-article results from run to run, so that an article is read by a model or sketched once only.

A result is kept under the article's id and a hash of what the stage was shown of it; the stage's version names the
folder, so that a new version starts afresh.
"""

import hashlib
import shutil
from collections.abc import Callable
from pathlib import Path

import orjson
import polars as pl

from assets.warehouse.files import write_parquet
from assets.warehouse.workspace import Workspace

Feature = Callable[[pl.DataFrame], pl.DataFrame]


def keep_features(
    workspace: Workspace, stage: str, version: str, articles: pl.DataFrame, make: Feature
) -> pl.DataFrame:
    """Rows of `make(articles)`, computed only for articles not seen before under this stage and version.

    `articles` has article_id; the frame that `make` returns has it too, with any number of rows an article.
    """
    folder = workspace.work_dir / "features" / stage / version
    keyed = articles.with_columns(content_key=_content_keys(articles))
    wanted = keyed.select("article_id", "content_key")
    seen = _read(folder, "seen")
    new = keyed if seen is None else keyed.join(seen, on=["article_id", "content_key"], how="anti")
    if seen is None:
        _forget_other_versions(folder)
    if new.height or seen is None:
        _append(folder, new.select("article_id", "content_key"), make(new.drop("content_key")))
    rows = _read(folder, "rows")
    assert rows is not None
    kept = rows.join(wanted, on=["article_id", "content_key"], how="semi")
    return kept.drop("content_key").sort("article_id", maintain_order=True)


def _forget_other_versions(folder: Path) -> None:
    for other in sorted(folder.parent.iterdir()) if folder.parent.exists() else []:
        if other != folder:
            shutil.rmtree(other)


def _content_keys(articles: pl.DataFrame) -> pl.Series:
    keys = [
        hashlib.blake2b(orjson.dumps(row, option=orjson.OPT_NAIVE_UTC), digest_size=16).hexdigest()
        for row in articles.iter_rows()
    ]
    return pl.Series("content_key", keys, dtype=pl.String)


def _append(folder: Path, keys: pl.DataFrame, rows: pl.DataFrame) -> None:
    number = len(list(folder.glob("seen-*.parquet")))
    # Rows first: a crash in between leaves rows without keys, which the next run writes over.
    write_parquet(rows.join(keys, on="article_id"), folder / f"rows-{number:06}.parquet")
    write_parquet(keys, folder / f"seen-{number:06}.parquet")


def _read(folder: Path, kind: str) -> pl.DataFrame | None:
    paths = sorted(folder.glob(f"{kind}-*.parquet"))
    return pl.concat([pl.read_parquet(path) for path in paths]) if paths else None
