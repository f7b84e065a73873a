# ruff: noqa: E501 - pages stand on one line each
"""05/04/2026: April or May? Told by the page's language, its country, its other dates, else not told."""

from datetime import datetime

import pytest

from assets.parsing.html.page import parse_html

APRIL, MAY = datetime(2026, 4, 5), datetime(2026, 5, 4)
TEXT = "".join(
    f"<p>Sentence {i} tells at some length what the harbour council did about the tower.</p>" for i in range(5)
)


def published(line: str, *, lang: str = "", url: str | None = None, head: str = "", below: str = "") -> datetime | None:
    page = f"<html lang='{lang}'><head><title>Signal tower to be let</title>{head}</head><body><main><h1>Signal tower to be let</h1><div class=date>{line}</div><div class=story>{TEXT}</div></main>{below}</body></html>"
    return parse_html(page, url=url).articles[0].published_at


@pytest.mark.parametrize(
    ("lang", "url", "line", "wanted"),
    [
        ("tr", None, "05.04.2026", APRIL),
        ("de", None, "05.04.2026", APRIL),
        ("fr", None, "05/04/2026", APRIL),
        ("pt-BR", None, "05/04/2026", APRIL),
        ("el", None, "05/04/2026", APRIL),
        ("cs", None, "05/04/2026", APRIL),
        ("sr", None, "05.04.2026", APRIL),
        ("en-GB", None, "05/04/2026", APRIL),
        ("en-US", None, "05/04/2026", MAY),
        ("es-US", None, "05/04/2026", None),
        ("en", None, "05/04/2026", None),
        ("en", None, "05.04.2026", None),
        ("en-US", None, "05.04.2026", MAY),
        ("", None, "05/04/2026", None),
        ("en", "https://www.ledger.co.uk/a", "05/04/2026", APRIL),
        ("en", "https://www.ledger.com.au/a", "05/04/2026", APRIL),
        ("en", "https://www.ledger.in/a", "05/04/2026", APRIL),
        ("en", "https://www.ledger.ca/a", "05/04/2026", None),
        ("en", "https://harbour.gov/a", "05/04/2026", MAY),
        ("en", "https://ledger.example/a", "25/04/2026", datetime(2026, 4, 25)),
        ("en", "https://ledger.example/a", "04/25/2026", datetime(2026, 4, 25)),
    ],
)
def test_by_language_and_country(lang: str, url: str | None, line: str, wanted: datetime | None) -> None:
    assert published(line, lang=lang, url=url) == wanted


@pytest.mark.parametrize(
    ("below", "wanted"),
    [
        ("<ul><li>Older report <span>23/03/2026</span></li></ul>", APRIL),
        ("<ul><li>Older report <span>03/23/2026</span></li></ul>", MAY),
        ("<ul><li>One <span>03/23/2026</span></li><li>Two <span>23/03/2026</span></li></ul>", None),
    ],
)
def test_by_other_dates_of_the_page(below: str, wanted: datetime | None) -> None:
    assert published("05/04/2026", lang="en", below=below) == wanted


def test_by_a_machine_written_date() -> None:
    head = "<meta property='article:modified_time' content='2026-05-04T10:00:00Z'>"
    assert published("05/04/2026", lang="en", head=head) == MAY
    assert published("05/04/2026", lang="en-GB", head=head) == MAY
    assert published("05/04/2026", lang="en", head=head.replace("05-04", "07-01")) is None


def test_in_meta_elements_and_structured_data() -> None:
    meta = "<meta property='article:published_time' content='05/04/2026 10:30'>"
    assert published("", lang="fr", head=meta) == datetime(2026, 4, 5, 10, 30)
    assert published("", lang="en", head=meta) is None
    linked = '<script type=\'application/ld+json\'>{"@type":"NewsArticle","headline":"Signal tower to be let","datePublished":"05/04/2026"}</script>'
    assert published("", lang="it", head=linked) == APRIL


def test_a_clock_time_with_a_zone_beats_the_same_one_without() -> None:
    linked = '<script type=\'application/ld+json\'>{"@type":"NewsArticle","headline":"Signal tower to be let","datePublished":"2026-04-05T01:30:00"}</script>'
    head = linked + "<meta property='article:published_time' content='2026-04-05T01:30:00+02:00'>"
    assert published("", head=head) == datetime(2026, 4, 4, 23, 30)
    other = linked + "<meta property='article:published_time' content='2026-04-05T07:41:00+02:00'>"
    assert published("", head=other) == datetime(2026, 4, 5, 1, 30)
