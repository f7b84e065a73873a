# ruff: noqa: E501 - pages and cases stand on one line each
"""What holds for every page, however broken."""

from hypothesis import given, settings
from hypothesis import strategies as st

from assets.parsing.html.page import parse_html

TAGS = ["p", "div", "article", "h1", "ul", "li", "table", "tr", "td", "a", "span", "b", "nav", "aside", "figure", "blockquote", "br", "script",
        "noscript", "template", "svg", "select", "body", "html", "head", "title", "plaintext", "frameset"]  # fmt: skip
piece = st.one_of(
    st.sampled_from([f"<{tag}>" for tag in TAGS] + [f"</{tag}>" for tag in TAGS]),
    st.sampled_from(['<p class="comment share">', '<div class="article-body">', "<meta name=author content='X Y'>", "<time datetime='2026-01-01'>",
                     '<script type="application/ld+json">{"@type":"NewsArticle","headline":"A b c"}</script>', "<!--", "-->", "<![CDATA[", "&amp;", "&#0;"]),
    st.text(max_size=80),
    st.just("A sentence that is long enough to be taken for running text in an article, with a full stop."),
)  # fmt: skip


@settings(max_examples=120, deadline=None, derandomize=True)
@given(st.lists(piece, max_size=40))
def test_any_page_is_read_without_an_error_and_covered(pieces: list[str]) -> None:
    record = parse_html("".join(pieces), url="https://u.example/a")
    assert "".join(record.text[s.start : s.end] for s in record.segments) == record.text
    assert bool(record.articles) != bool(record.rejection)
    for number, article in enumerate(record.articles):
        assert article.body
        owned = " ".join(
            record.text[s.start : s.end]
            for s in record.segments
            if s.article == number and s.role in ("body", "dateline")
        )
        assert owned.split() == article.body.split()


@settings(max_examples=20, deadline=None, derandomize=True)
@given(st.lists(piece, max_size=40))
def test_the_same_page_gives_the_same_record(pieces: list[str]) -> None:
    assert parse_html("".join(pieces)) == parse_html("".join(pieces))
