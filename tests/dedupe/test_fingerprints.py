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
    assert [row[name] for name in ("title_hash", "body_hash", "text_hash")] == HASHES


def test_words_are_counted_and_sampled():
    row = fingerprint_articles(FRAME).row(0, named=True)
    assert row["words"] == len(HARBOUR.replace("'", " ").split())
    assert row["words"] / 16 < len(row["grams"]) / 4 < row["words"] / 4


def test_characters_and_words_are_told_apart():
    plain, loud, other = (fingerprint_articles(articles(article("a", text))).row(0, named=True)
                          for text in ("One two.", "ONE two", "One too."))  # fmt: skip
    assert plain["text_hash"] == loud["text_hash"] != other["text_hash"]
    assert len({row["body_hash"] for row in (plain, loud, other)}) == 3


def test_nothing_in_nothing_out():
    assert fingerprint_articles(articles()).schema == SCHEMA
    assert fingerprint_articles(articles(article("a", "")))["grams"].to_list() == [b""]


HASHES = [16778949375131677862, 17792169368618970736, 15322927309854470694]
