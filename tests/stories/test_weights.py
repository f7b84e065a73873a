import math
import zlib

import pytest

from assets.stories.terms import LEAD_WORDS, count_terms, read_frequencies
from assets.stories.weights import MAX_TERMS, SCALE, SCHEMA, weigh_articles
from tests.stories.frames import article, articles


def counts(title: str | None, body: str) -> dict[str, int]:
    frame = count_terms(articles(article("a", body, title=title)))
    return dict(frame.select("word", "count").iter_rows())


def test_title_and_lead_count_three_times():
    body = "harbour " + "filler " * LEAD_WORDS + "herring"
    assert counts("Ferry", body) | {"filler": 0} == {"ferry": 3, "harbour": 3, "herring": 1, "filler": 0}


def test_characters_of_unspaced_scripts_count_in_pairs():
    assert set(counts(None, "港口关闭 port")) == {"港口", "口关", "关闭", "port"}
    assert set(counts(None, "港")) == {"港"}


def test_vectors_have_one_length_and_few_terms():
    body = " ".join(f"wort{number}" for number in range(500))
    row = weigh_articles(articles(article("a", body))).row(0, named=True)
    assert len(row["terms"]) == MAX_TERMS and row["terms"] == sorted(row["terms"])
    assert math.hypot(*row["weights"]) == pytest.approx(SCALE, rel=0.02)


def test_names_are_what_is_capitalised_inside_a_sentence():
    body = "Divers met Ilse Tarnow in Stennick. Herring boats left, Brell said, with ROPE. Nobody saw the Divers."
    row = weigh_articles(articles(article("a", body, title=None))).row(0, named=True)
    named = {term for term, is_name in zip(row["terms"], row["are_names"], strict=True) if is_name}
    assert {zlib.crc32(word.encode()) for word in ("ilse", "tarnow", "stennick", "brell", "rope", "divers")} == named


def test_words_that_all_articles_have_are_left_out():
    assert weigh_articles(articles(article("a", "the and said", title=None)))["terms"].to_list() == [[]]
    assert weigh_articles(articles(article("a", "der die das und", language="de", title=None)))["terms"].to_list() == [
        []
    ]
    # In an unknown language, too; in another one the same letters may be a word that tells.
    assert weigh_articles(articles(article("a", "und nicht", language=None, title=None)))["terms"].to_list() == [[]]
    assert len(weigh_articles(articles(article("a", "die", language="en", title=None)))["terms"][0]) == 1
    assert len(weigh_articles(articles(article("a", "die", language="de", title=None)))["terms"][0]) == 0


def test_nothing_in_nothing_out():
    assert weigh_articles(articles()).schema == SCHEMA
    empty = weigh_articles(articles(article("a", "", title=None))).row(0, named=True)
    assert (empty["terms"], empty["title_terms"]) == ([], [])


def test_an_article_gives_the_same_whatever_stands_beside_it():
    rows = [
        article("a", "Herring boats left the harbour", title="Boats"),
        article("b", "Frost in the orchards", title=None),
    ]
    together = weigh_articles(articles(*rows)).rows()
    assert together == [weigh_articles(articles(row)).row(0) for row in rows]


def test_frequencies_are_of_words_and_rarer_words_tell_more():
    idf = dict(read_frequencies().iter_rows())
    assert 0 <= idf["the"] < idf["government"] < idf["harbour"] if "harbour" in idf else idf["harbor"]
