# ruff: noqa: E501 - pages and cases stand on one line each
import pytest

from assets.parsing.html.page import parse_html


@pytest.mark.parametrize(
    "body",
    [
        "",
        "<div id=root></div><script>"
        + "var a=1;" * 2_000
        + "</script><noscript>You need to enable JavaScript to run this app.</noscript>",
        "<h1>Page not found</h1><p>Sorry, the page you are looking for does not exist or has been moved. Try the search instead.</p>",
        "<div class='consent'><h1>Before you continue</h1><p>We and our 842 partners store and access information on your device, such as cookies, to process personal data.</p></div>",
        "Redirecting...",
        "<ul>"
        + "".join(f"<li><a href='/{i}'>Headline number {i} about the town</a></li>" for i in range(60))
        + "</ul>",
    ],
)
def test_pages_that_are_no_article(body: str) -> None:
    record = parse_html(f"<html><head><title>News</title></head><body>{body}</body></html>")
    assert record.rejection is not None and record.rejection[0] == "no_content"
    assert not record.articles
    assert "".join(record.text[s.start : s.end] for s in record.segments) == record.text


def test_a_frameset_is_no_article() -> None:
    assert parse_html('<html><frameset cols="20%,80%"><frame src="a"></frameset></html>').rejection is not None


def test_undecoded_bytes_are_no_article() -> None:
    assert parse_html("<p>" + "\ufffd\ufffdab " * 100 + "</p>").rejection is not None
