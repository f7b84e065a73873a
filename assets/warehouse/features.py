"""Keep per-article results from run to run, so that an article is read by a model or sketched once only.

A result is kept under the article's id and the key of what the stage was shown of it; the stage's version names the
folder, so that a new version starts afresh.
"""

import shutil
from collections.abc import Callable
from pathlib import Path

import polars as pl

from assets.warehouse.files import write_parquet
from assets.warehouse.soundness import read_kept
from assets.warehouse.workspace import Workspace

# Given the keys (article_id, content_key) of new articles: their rows, any number each, with article_id.
Feature = Callable[[pl.DataFrame], pl.DataFrame]

# Bounds the texts that are in memory at one time, and the files that are opened for one stage.
ARTICLES_A_PART, MAX_PARTS = 20_000, 40

_KEY = ["article_id", "content_key"]


def keep_features(workspace: Workspace, stage: str, version: str, keys: pl.DataFrame, make: Feature) -> pl.DataFrame:
    """Rows of `make` for all of `keys` (article_id, content_key), sorted by article_id; `make` sees only new keys."""
    folder = workspace.work_dir / "features" / stage / version
    _forget_other_versions(folder)
    keys = keys.select(_KEY)
    seen = _read(workspace, folder, "seen")
    new = keys if seen is None else keys.join(seen, on=_KEY, how="anti")
    for part in new.sort("article_id").iter_slices(ARTICLES_A_PART) if new.height or seen is not None else [new]:
        _append(folder, part, make(part))
    rows = _read(workspace, folder, "rows")
    assert rows is not None
    kept = rows.join(keys, on=_KEY, how="semi").sort("article_id", maintain_order=True)
    if len(list(folder.glob("seen-*.parquet"))) > MAX_PARTS:
        _compact(folder, keys, kept)
    return kept.drop("content_key")


def _forget_other_versions(folder: Path) -> None:
    for other in sorted(folder.parent.iterdir()) if folder.parent.exists() else []:
        if other != folder:
            shutil.rmtree(other)


def _append(folder: Path, keys: pl.DataFrame, rows: pl.DataFrame) -> None:
    number = max((int(path.stem.split("-")[1]) for path in folder.glob("seen-*.parquet")), default=-1) + 1
    # Rows first: a crash in between leaves rows without keys, which the next run writes over.
    write_parquet(rows.join(keys, on="article_id", maintain_order="left"), folder / f"rows-{number:06}.parquet")
    write_parquet(keys, folder / f"seen-{number:06}.parquet")


def _compact(folder: Path, keys: pl.DataFrame, rows: pl.DataFrame) -> None:
    """Many parts as one, in place of the folder. A crash in between loses kept results, never right ones."""
    aside = folder.with_name(f".{folder.name}.aside")
    shutil.rmtree(aside, ignore_errors=True)
    write_parquet(rows, aside / "rows-000000.parquet")
    write_parquet(keys, aside / "seen-000000.parquet")
    shutil.rmtree(folder)
    aside.replace(folder)


def _read(workspace: Workspace, folder: Path, kind: str) -> pl.DataFrame | None:
    """All parts of one kind; rows without their keys are left out: they are of a run that died."""
    whole = sorted(path.stem.split("-")[1] for path in folder.glob("seen-*.parquet"))
    parts = [read_kept(workspace, folder / f"{kind}-{number}.parquet") for number in whole]
    return pl.concat(parts) if parts else None
