"""One value in, one harmless string out."""

from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assets.briefing.sentences import representative_sentences, split_sentences
from assets.briefing.seriation import chain_order
from assets.briefing.text import clean, count, duration, long_day, markdown_text, moment, web_link


@given(st.text(max_size=300), st.integers(10, 80))
@settings(max_examples=100, derandomize=True, deadline=None)
def test_clean_is_one_short_line_and_cleaning_again_changes_nothing(text, limit):
    line = clean(text, limit)
    assert len(line) <= limit and line == " ".join(line.split())
    assert clean(line, limit) == line


def test_clean_cuts_between_words():
    assert clean("The harbour board, agreed on Monday", 20) == "The harbour board…"
    assert clean(None, 20) == ""


@pytest.mark.parametrize(
    "url",
    [None, "", "javascript:alert(1)", "JAVASCRIPT:x", "data:text/html,x", "//x.example", "http://", "https://user@x.example/",
     "http://x.example/\nHost:", "http://[x", "ftp://x.example/", "http://x.example/a b"],
)  # fmt: skip
def test_other_links_are_not_links(url):
    assert web_link(url) is None


def test_web_links_stay_as_they_are():
    assert web_link("https://x.example/a?b=1&c=%20#d") == "https://x.example/a?b=1&c=%20#d"


def test_markdown_is_escaped():
    assert markdown_text("![a](http://b) <i> *c* `d`", 80) == "\\!\\[a\\]\\(http\\://b\\) \\<i\\> \\*c\\* \\`d\\`"


def test_numbers_and_times_in_words():
    assert [count(n, "story") for n in (0, 1, 1200)] == ["0 stories", "1 story", "1,200 stories"]
    assert count(2, "day") == "2 days"
    assert [duration(n) for n in (0, 45, 60, 650, 1440, 3912)] == [
        "0 min",
        "45 min",
        "1 h",
        "10 h 50 min",
        "1 day",
        "2 days 17 h",
    ]
    assert long_day(date(2026, 11, 20)) == "Friday, 20 November 2026"
    when = datetime(2026, 11, 20, 17, 15)
    assert [moment(when, p) for p in ("minute", "day", "month")] == ["20 Nov, 17:15", "20 Nov", "November 2026"]


def test_sentences_end_where_they_end():
    text = "On Nov. 3 Dr. Quill met the U.S. Navy. “We agreed.” Then 40 boats left!\n\nNo dot here"
    assert split_sentences(text) == [
        "On Nov. 3 Dr. Quill met the U.S. Navy.",
        "“We agreed.”",
        "Then 40 boats left!",
        "No dot here",
    ]


def test_the_first_sentence_leads_and_others_add_something():
    crane = "The harbour board of Tidewater agreed on Monday to buy a second crane."
    storms = "Fishermen had asked for it after two storms closed the eastern quay."
    other = "Stürme hatten den östlichen Kai im letzten Winter zweimal für Tage geschlossen."
    articles = [
        {"language": "en", "source": "Alpha", "opening": f"TIDEWATER, Nov. 16 (Wire) — {crane}"},
        {"language": "en", "source": "Beta", "opening": f"{crane} {storms}"},
        {"language": "de", "source": "Gamma", "opening": other},
    ]
    assert [(s.text, s.source) for s in representative_sentences(articles)] == [(crane, "Alpha"), (storms, "Beta")]
    assert representative_sentences([{"language": None, "source": None, "opening": ""}]) == []


def test_likes_stand_together_whatever_the_order():
    likeness = {("a", "d"): 0.9, ("b", "c"): 0.8, ("c", "d"): 0.2}
    assert (
        chain_order(["a", "b", "c", "d"], likeness)
        == chain_order(["d", "b", "a", "c"], likeness)
        == ["a", "d", "c", "b"]
    )
    assert chain_order([], {}) == []
