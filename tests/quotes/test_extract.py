import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assets.contract.catalog import find_table
from assets.quotes.grouping import number_words
from assets.quotes.marks import find_quotations
from tests.quotes.helpers import quotes_of

LONG = "We will open the old bridge in May and nobody will lose a job because of it."
NAMES = {"Ada Moreno": "person/ada-moreno"}


def test_the_frame_follows_the_contract_and_offsets_hold():
    body = f"Ada Moreno met us. “{LONG}” Ada Moreno said. She said that the port would stay closed all year."
    quotes = quotes_of(body, names=NAMES)
    assert quotes.schema == find_table("quotes").schema
    assert quotes["is_direct"].to_list().count(False) == 1
    for row in quotes.rows(named=True):
        assert body[row["char_start"] : row["char_end"]] == row["quote"]
        assert 0 < row["confidence"] <= 1


def test_no_articles_and_no_quotations_give_no_rows():
    assert quotes_of().height == 0
    assert quotes_of("", "Rain fell on the port.").height == 0


def test_the_same_quotation_is_one_group_named_after_its_first_article():
    part = LONG[: LONG.index(" and")]
    quotes = quotes_of(
        f"“{part},” Ada Moreno said.", f"Ada Moreno said: “{LONG}”", "“Rain is what we need here,” Ada Moreno said."
    ).sort("article_id")
    groups = quotes["quote_group_id"].to_list()
    assert groups[0] == groups[1] == quotes["quote_id"][0] != groups[2]
    assert quotes["is_canonical"].to_list() == [False, True, True]


def test_of_equal_forms_the_first_is_canonical():
    quotes = quotes_of(*[f"“{LONG}” Ada Moreno said."] * 3).sort("article_id")
    assert quotes["is_canonical"].to_list() == [True, False, False]


def test_short_common_words_group_only_for_one_speaker():
    other = {"Leo Brandt": "person/leo-brandt"}
    bodies = ["“We did our best,” Ada Moreno said.", "“We did our best,” Leo Brandt said."]
    assert quotes_of(*bodies, names=NAMES | other)["quote_group_id"].n_unique() == 2
    assert quotes_of(bodies[0], bodies[0], names=NAMES)["quote_group_id"].n_unique() == 1


def test_the_result_does_not_depend_on_the_order_of_articles():
    bodies = [f"“{LONG}” Ada Moreno said.", f"Ada Moreno: “{LONG} It is time.”", "“Rain is what we need,” he said."]
    once = quotes_of(*bodies, names=NAMES)
    assert once.equals(quotes_of(*bodies, names=NAMES))
    assert once["quote_id"].is_sorted()


def test_contractions_and_case_do_not_tell_quotations_apart():
    assert number_words("We’re HERE — now.") == number_words("we're here, now")


@settings(max_examples=60, derandomize=True, deadline=None)
@given(st.text(alphabet="Ada said he .,:\n“”\"'—", max_size=120))
def test_any_body_gives_rows_that_hold(body):
    for row in quotes_of(body).rows(named=True):
        assert body[row["char_start"] : row["char_end"]] == row["quote"]
        assert row["quote"].strip() == row["quote"] != ""


@pytest.mark.parametrize("piece", ["“a b c d. ", 'He said "I go home now" ', "minister said that "])
def test_strange_texts_are_read_to_the_end(piece):
    body = piece * 2_000
    assert isinstance(quotes_of(body), pl.DataFrame)
    assert all(span.end <= len(body) for span in find_quotations(body))
