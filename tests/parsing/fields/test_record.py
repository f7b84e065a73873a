# ruff: noqa: E501 - pages and cases stand on one line each
import json
from datetime import datetime

import pytest

from assets.parsing.fields.record import parse_fields
from assets.parsing.model import Article

BODY = "The harbour office counted ninety ships in the first week.\n\nMost of them carried timber, it said."


def article(**fields: object) -> Article:
    record = parse_fields(json.dumps(fields))
    assert "".join(record.text[s.start : s.end] for s in record.segments) == record.text
    return record.articles[0]


@pytest.mark.parametrize(
    "fields",
    [
        {"title": "Ninety ships", "body": BODY},
        {"headline": "Ninety ships", "articleBody": BODY},
        {"Title": "Ninety ships", "maintext": BODY},
        {
            "title": {"rendered": "Ninety ships"},
            "content": {"rendered": "<p>" + BODY.replace("\n\n", "</p><p>") + "</p>"},
        },
        {"name": "Ninety ships", "content_html": "<p>" + BODY.replace("\n\n", "</p>\n<p>") + "</p>"},
        {"title": "Ninety ships", "content_text": BODY},
        {"title": "Ninety ships", "text": BODY.split("\n\n")},
        {"article": {"title": "Ninety ships", "full_text": BODY}},
        {"title": "Ninety ships", "description": BODY},
    ],
)
def test_title_and_body_under_many_names(fields: dict[str, object]) -> None:
    found = article(**fields)
    assert (found.title, found.body) == ("Ninety ships", BODY)


def test_all_fields() -> None:
    found = article(
        headline="Ninety &amp; one ships",
        standfirst="The port is full.",
        text=BODY,
        authors=[{"name": "Ada Lind", "@type": "Person"}, "By Bo Berg and Reuters"],
        datePublished="2026-11-03T09:00:00+01:00",
        updated="2026-11-03T10:00:00Z",
        url="https://www.u.example/a?utm_source=x&id=1",
        publisher={"name": "The Harbour Ledger"},
        lang="en",
        category=["Shipping", "Trade"],
    )
    assert found.title == "Ninety & one ships"
    assert found.subtitle == "The port is full."
    assert found.authors == ["Ada Lind", "Bo Berg"]
    assert [credit.agency for credit in found.credits] == ["Reuters"]
    assert found.published_at == datetime(2026, 11, 3, 8) and found.published_basis == "meta"
    assert found.modified_at == datetime(2026, 11, 3, 10)
    assert found.canonical_url == "https://www.u.example/a?id=1"
    assert (found.site_name, found.domain, found.declared_language, found.section) == (
        "The Harbour Ledger",
        "u.example",
        "en",
        "Shipping",
    )


def test_a_feed_says_so() -> None:
    found = article(_origin="feed", title="t", content="Some text of an item.", pubDate="Tue, 03 Nov 2026 09:00:00 GMT")
    assert (found.published_at, found.published_basis) == (datetime(2026, 11, 3, 9), "feed")


@pytest.mark.parametrize(
    "value",
    ["yesterday", "3 hours ago", "0000-00-00", -1, 0, True, ["2026-11-03"], {"$date": "x"}, "1 " * 9_000, "N/A"],
)
def test_a_date_that_cannot_be_believed_is_null_and_noted(value: object) -> None:
    found = article(title="t", text="Some text of an item.", published=value)
    assert found.published_at is None and found.published_precision == "none"
    assert [change.field for change in found.changes] == ["published_at"]


@pytest.mark.parametrize("value", ["javascript:alert(1)", "https://u.example/", 17, "ftp://u.example/x"])
def test_an_address_that_cannot_stand_for_an_article_is_null(value: object) -> None:
    assert article(title="t", text="Some text of an item.", url=value).canonical_url is None


def test_a_whole_page_in_a_field_is_parsed_as_a_page() -> None:
    paragraphs = "".join(f"<p>Sentence number {i} tells what happened at the weekly market.</p>" for i in range(6))
    page = f"<html><head><title>Market day</title></head><body><nav>Menu</nav><article><h1>Market day</h1>{paragraphs}</article></body></html>"
    found = article(_origin="warc", url="https://u.example/market", date="2026-11-03T09:00:00Z", html=page)
    assert found.title == "Market day"
    assert "Menu" not in found.body and found.canonical_url == "https://u.example/market"
    assert found.published_at is None


def test_furniture_in_a_fragment_is_not_text() -> None:
    found = article(
        title="t",
        content="<p>First paragraph of the item.</p><figure><figcaption>A crane</figcaption></figure><p>Read more</p>",
    )
    assert found.body == "First paragraph of the item."


@pytest.mark.parametrize(
    ("content", "reason"),
    [("{}", "missing_field"), ('{"title":"x"}', "missing_field"), ("[1]", "missing_field"), ("{", "bad_json")],
)
def test_what_is_no_article(content: str, reason: str) -> None:
    record = parse_fields(content)
    assert record.rejection is not None and record.rejection[0] == reason
    assert "".join(record.text[s.start : s.end] for s in record.segments) == record.text


def test_body_without_title_is_an_article() -> None:
    found = article(text=BODY)
    assert (found.title, found.title_basis) == (None, "none")


WRAPPED = """The harbour office counted ninety ships in the first week of the
season, more than in any week since the new pier was opened to the
public nine years ago, it said on Monday.

Most of them carried timber from the north. The office expects the
number to fall again when the ice sets in, which it usually does in
the second half of November.

- Timber: 61 ships
- Grain: 20 ships"""


def test_hard_wrapped_lines_of_a_body_are_joined() -> None:
    paragraphs = article(title="Ninety ships", body=WRAPPED).body.split("\n\n")
    assert [len(text.split()) for text in paragraphs] == [34, 31, 4, 4]
    assert paragraphs[1].startswith("Most of them") and paragraphs[1].endswith("half of November.")


def test_lines_that_are_paragraphs_stay_apart() -> None:
    lines = [f"Sentence number {i} tells what happened at the market." for i in range(5)]
    assert article(title="Market", body="\n".join(lines)).body.split("\n\n") == lines
    assert article(title="Market", body="\n\n".join(lines)).body.split("\n\n") == lines


def test_a_lone_break_within_a_sentence_is_mended() -> None:
    body = "The market opened late and\nclosed early.\n\nNobody minded much, the office said on Monday evening."
    assert article(title="Market", body=body).body.split("\n\n")[0] == "The market opened late and closed early."


def test_a_longer_field_of_encoded_data_is_no_body() -> None:
    assert article(title="Ninety ships", body=BODY, html="QUJD" * 20_000).body == BODY
