"""Per-article results are made once, and made again when the article or the version changes."""

import polars as pl
import pytest

from assets.warehouse import features
from assets.warehouse.features import keep_features


def keys(**contents: str) -> pl.DataFrame:
    return pl.DataFrame({"article_id": list(contents), "content_key": list(contents.values())})


class Counter:
    """Splits the key of each article, and remembers which it was shown."""

    def __init__(self):
        self.shown = []

    def __call__(self, frame: pl.DataFrame) -> pl.DataFrame:
        self.shown += frame["article_id"].to_list()
        return frame.select("article_id", words=pl.col("content_key").str.split(" "))


def test_only_new_and_changed_articles_are_shown(workspace):
    make = Counter()
    first = keep_features(workspace, "words", "1", keys(a="x y", b="z"), make)
    assert first["words"].to_list() == [["x", "y"], ["z"]]
    again = keep_features(workspace, "words", "1", keys(a="x y", b="changed", c="new"), make)
    assert make.shown == ["a", "b", "b", "c"]
    assert again["words"].to_list() == [["x", "y"], ["changed"], ["new"]]
    assert keep_features(workspace, "words", "1", keys(b="z"), make)["words"].to_list() == [["z"]]


def test_a_new_version_starts_afresh(workspace):
    make = Counter()
    keep_features(workspace, "words", "1", keys(a="x"), make)
    keep_features(workspace, "words", "2", keys(a="x"), make)
    assert make.shown == ["a", "a"]
    assert [p.name for p in (workspace.work_dir / "features" / "words").iterdir()] == ["2"]


def test_no_articles_is_no_error(workspace):
    assert keep_features(workspace, "words", "1", keys(a="x").clear(), Counter()).is_empty()


@pytest.fixture
def small_parts(monkeypatch):
    monkeypatch.setattr(features, "ARTICLES_A_PART", 2)
    monkeypatch.setattr(features, "MAX_PARTS", 3)


def test_many_parts_become_one_and_nothing_is_read_again(workspace, small_parts):
    make = Counter()
    every = {f"a{number}": f"k{number}" for number in range(9)}
    made = keep_features(workspace, "words", "1", keys(**every), make)
    assert made["article_id"].to_list() == sorted(every)
    assert len(list((workspace.work_dir / "features" / "words" / "1").glob("seen-*"))) == 1
    assert keep_features(workspace, "words", "1", keys(**every), make).equals(made)
    assert make.shown == sorted(every)


def test_rows_of_a_run_that_died_before_its_keys_are_made_again(workspace):
    make = Counter()
    keep_features(workspace, "words", "1", keys(a="x"), make)
    (workspace.work_dir / "features" / "words" / "1" / "seen-000000.parquet").unlink()
    assert keep_features(workspace, "words", "1", keys(a="x"), make)["words"].to_list() == [["x"]]
    assert make.shown == ["a", "a"]
