# ruff: noqa: E501 - pages and cases stand on one line each
import pytest

from assets.parsing.html.page import parse_html

TEXT = "".join(
    f"<p>Sentence number {i} tells at some length what happened at the weekly market of the old town.</p>"
    for i in range(6)
)


def authors(*, head: str = "", above: str = "", below: str = "") -> list[str]:
    page = f"<html><head><title>Market day in the old town</title>{head}</head><body><main><article><h1>Market day in the old town</h1>{above}<div class='story'>{TEXT}</div></article>{below}</main></body></html>"
    return parse_html(page).articles[0].authors


@pytest.mark.parametrize(
    "above",
    [
        "<p class='byline'>By Maud Ellery</p>",
        "<p>Von Maud Ellery</p>",
        "<div><a rel='author' href='/maud'>Maud Ellery</a></div>",
        "<span itemprop='author'><span itemprop='name'>Maud Ellery</span></span>",
        "<div class='meta author-info'><div>Maud Ellery</div></div>",
        "<div class='byline'><time datetime='2026-05-01'>1 May 2026</time><span class='author'>Maud Ellery</span></div>",
    ],
)
def test_bylines_above_the_text(above: str) -> None:
    assert authors(above=above) == ["Maud Ellery"]


def test_a_known_given_name_alone_is_a_byline() -> None:
    assert authors(above="<p>Anna Ellery</p>") == ["Anna Ellery"]
    assert authors(above="<p>Harbour Market</p>") == []


def test_a_sign_off_is_a_byline_when_nothing_else_is() -> None:
    signed = TEXT + "<p>Anna Ellery</p>"
    page = f"<html><head><title>Market day</title></head><body><article><h1>Market day</h1>{signed}</article></body></html>"
    article = parse_html(page).articles[0]
    assert article.authors == ["Anna Ellery"]
    assert "Anna Ellery" not in article.body


def test_authors_of_other_articles_are_left_out() -> None:
    own = "<a rel='author' href='/maud'>Maud Ellery</a>"
    cards = "".join(
        f"<div class='card'><a href='/{i}'>Another headline of the day, number {i}</a><p>Its blurb, of a line.</p><a rel='author' href='/a{i}'>Other Author{i}</a></div>"
        for i in "abcdef"
    )
    assert authors(above=own, below=cards) == ["Maud Ellery"]


def test_structured_data_names_people_before_the_page_does() -> None:
    head = '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Market day in the old town","author":[{"@type":"Person","name":"Maud Ellery"},{"@type":"Organization","name":"Reuters"}]}</script>'
    assert authors(head=head, above="<p class='byline'>By Piet Oosterwal</p>") == ["Maud Ellery"]


def test_a_person_on_the_page_before_the_site_in_structured_data() -> None:
    head = '<meta property="og:site_name" content="Harbour Ledger"><script type="application/ld+json">{"@type":"NewsArticle","headline":"Market day in the old town","author":{"@type":"Organization","name":"Harbour Ledger"}}</script>'
    assert authors(head=head, above="<p class='byline'>By Piet Oosterwal</p>") == ["Piet Oosterwal"]


def test_an_agency_before_the_site_itself() -> None:
    head = '<meta property="og:site_name" content="Harbour Ledger"><meta name="articleAuthor" content="Reuters"><script type="application/ld+json">{"@type":"NewsArticle","headline":"Market day in the old town","author":{"@type":"Organization","name":"Harbour Ledger"}}</script>'
    assert authors(head=head) == ["Reuters"]


@pytest.mark.parametrize(
    "head",
    [
        '<meta name="twitter:label1" content="Verfasst von"><meta name="twitter:data1" content="Maud Ellery">',
        '<script type="application/ld+json">{"@type":"Article","headline":"Market day in the old town","author":{"@type":"Person","givenName":"Maud","familyName":"Ellery"}}</script>',
        '<script type="application/ld+json">{"@graph":[{"@type":"Article","headline":"Market day in the old town","author":{"@id":"#m"}},{"@type":"Person","@id":"#m","name":"Maud Ellery"}]}</script>',
    ],
)
def test_bylines_in_the_head(head: str) -> None:
    assert authors(head=head) == ["Maud Ellery"]


def test_a_reading_time_in_the_head_is_no_author() -> None:
    head = '<meta name="twitter:label1" content="Est. reading time"><meta name="twitter:data1" content="Four minutes">'
    assert authors(head=head) == []


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("(mel)", ["mel"]),
        ("mel/pio", ["mel", "pio"]),
        ("mel, pio; Photo: Harbour", ["mel", "pio"]),
        ("more", []),
        ("ad", []),
        ("fin", []),
    ],
)
def test_initials_after_the_text(line: str, names: list[str]) -> None:
    assert authors(below=f"<div>{line}</div>") == names
