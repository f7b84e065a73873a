"""Per-article results are made once, and made again when the article or the version changes."""

import polars as pl

from assets.warehouse.features import keep_features


def articles(**bodies: str) -> pl.DataFrame:
    return pl.DataFrame({"article_id": list(bodies), "body": list(bodies.values())})


class Counter:
    """Counts the words of each article, and remembers which it was shown."""

    def __init__(self):
        self.shown = []

    def __call__(self, frame: pl.DataFrame) -> pl.DataFrame:
        self.shown += frame["article_id"].to_list()
        return frame.select("article_id", words=pl.col("body").str.split(" "))


def test_only_new_and_changed_articles_are_shown(workspace):
    make = Counter()
    first = keep_features(workspace, "words", "1", articles(a="x y", b="z"), make)
    assert first["words"].to_list() == [["x", "y"], ["z"]]
    again = keep_features(workspace, "words", "1", articles(a="x y", b="changed", c="new"), make)
    assert make.shown == ["a", "b", "b", "c"]
    assert again["words"].to_list() == [["x", "y"], ["changed"], ["new"]]
    assert keep_features(workspace, "words", "1", articles(b="z"), make)["words"].to_list() == [["z"]]


def test_a_new_version_starts_afresh(workspace):
    make = Counter()
    keep_features(workspace, "words", "1", articles(a="x"), make)
    keep_features(workspace, "words", "2", articles(a="x"), make)
    assert make.shown == ["a", "a"]
    assert [p.name for p in (workspace.work_dir / "features" / "words").iterdir()] == ["2"]


def test_no_articles_is_no_error(workspace):
    assert keep_features(workspace, "words", "1", articles(a="x").clear(), Counter()).is_empty()
