import polars as pl
from polars.testing import assert_frame_equal

from assets.dedupe.fingerprints import SCHEMA, fingerprint_articles
from tests.dedupe.frames import article, articles
from tests.dedupe.texts import HARBOUR, ORCHARD

FRAME = articles(
    article("a", HARBOUR, title="Harbour"), article("b", ORCHARD), article("c", ""), article("d", "海港关闭。")
)


def test_an_article_gives_the_same_whatever_stands_beside_it():
    together = fingerprint_articles(FRAME)
    alone = pl.concat([fingerprint_articles(FRAME[index]) for index in (3, 1, 0, 2)]).sort("article_id")
    assert_frame_equal(together, alone)


def test_values_are_the_same_everywhere():
    # Kept from run to run: another value here needs another VERSION.
    row = fingerprint_articles(articles(article("a", "One two three four five six.\n\nSeven.", title="One"))).row(
        0, named=True
    )
    assert row["paragraph_words"] == [6, 1]
    assert row["paragraph_hashes"] == PARAGRAPHS
    assert row["title_hash"] == TITLE


def test_grams_are_counted_by_the_paragraph_they_begin_in():
    row = fingerprint_articles(FRAME).row(0, named=True)
    assert sum(row["paragraph_grams"]) == len(row["grams"]) > 10
    assert sum(row["paragraph_words"]) == len(HARBOUR.replace("'", " ").split())


def test_nothing_in_nothing_out():
    assert fingerprint_articles(articles()).schema == SCHEMA
    assert fingerprint_articles(articles(article("a", "")))["grams"].to_list() == [[]]


PARAGRAPHS = [9639091038892500667, 4072549832491130549]
TITLE = 16778949375131677862
