"""Promises for any text at all: no exception, every character covered, articles or a reason, time linear in size."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assets.parsing.cover import cover_text
from assets.parsing.text import parse_text

_LINES = st.sampled_from(
    [
        "", " ", "***", "Home", "Related Articles", "TOP HEADLINES", "No comments", "Share this:", "By Anna Berg",
        "2 hours ago",
        "Harbour Post13-02-2025", "Council opens new bridge over the river", "Read also: Another headline of the day",
        "(Reuters)",
        "The council opened the bridge on Monday after nine years of work, to the relief of the whole town.",
        "PORT ELSBY — The mayor cut a ribbon.He then left.'Good,' he said.", "- a list item", "# Heading",
        "| a | b |", "---",
        "title: x", "https://example.test/a", "\u202eabc", "a" * 200, "((((", "[[[[", "* * *", "© 2024 Harbour Post",
    ]
)  # fmt: skip


@settings(max_examples=120, deadline=None, derandomize=True)
@given(st.lists(st.one_of(_LINES, st.text(max_size=60)), max_size=25), st.booleans())
def test_any_page_is_covered_and_decided(lines: list[str], is_markdown: bool) -> None:
    record = parse_text("\n".join(lines), is_markdown=is_markdown)
    assert bool(record.articles) != (record.rejection is not None)
    segments = cover_text(record.text, record.segments, len(record.articles))
    assert "".join(record.text[s.start : s.end] for s in segments) == record.text
    assert all(s.end > s.start for s in segments)


@settings(max_examples=40, deadline=None, derandomize=True)
@given(st.lists(_LINES, max_size=20))
def test_parsing_twice_gives_the_same(lines: list[str]) -> None:
    text = "\n".join(lines)
    assert parse_text(text) == parse_text(text)


_SENTENCE = "The council of the town voted on Monday to build the new bridge over the river. "


@pytest.mark.parametrize(
    "text",
    [
        _SENTENCE * 6000,
        _SENTENCE.strip() * 6000,
        "word " * 100_000,
        "x" * 500_000,
        "'" * 100_000,
        "(" * 100_000,
        "[" * 100_000,
        "*a_ " * 50_000,
        "> " * 50_000 + "x",
        "." * 100_000,
        " " * 300_000 + "x",
        "<script>" * 20_000,
        "AB " * 50_000 + "— The man.",
        "Same line here again\n" * 3000,
        "---\n" + "a: b\n" * 20_000,
        " | ".join(["a"] * 30_000),
    ],
    ids=lambda text: text[:12].strip() or "blank",
)
def test_large_and_odd_texts_are_decided(text: str) -> None:
    for is_markdown in (False, True):
        record = parse_text(text, is_markdown=is_markdown)
        assert record.articles or record.rejection


def test_no_text_is_no_content() -> None:
    for text in ("", " \n\t\n", "!!! ??? --- ...", "a", "Hello"):
        rejection = parse_text(text).rejection
        assert rejection is not None
        assert rejection[0] == "no_content"


def test_script_in_markdown_is_no_text() -> None:
    page = f"# Bridge opens\n\n<script>alert(1)</script>\n\n{_SENTENCE * 3}\n"
    record = parse_text(page, is_markdown=True)
    assert "alert" not in record.text
    assert record.articles[0].title == "Bridge opens"
