# ruff: noqa: E501 - pages and cases stand on one line each
"""What a page may hold besides paragraphs, and what a page may be instead of an article: one small page each."""

import pytest

from assets.parsing.html.page import parse_html
from assets.parsing.model import Article

FIRST = "The ferry company will run two boats an hour from Monday, after a summer in which queues reached the bridge on nine days."
LAST = "Tickets bought before Monday stay valid until they are used, and the night boat keeps its old timetable for the winter."


def article(inner: str, *, around: str = "") -> Article:
    page = f"<html><head><title>Two boats an hour from Monday</title></head><body><main><article><h1>Two boats an hour from Monday</h1><div class='story'><p>{FIRST}</p>{inner}<p>{LAST}</p></div></article></main>{around}</body></html>"
    record = parse_html(page)
    assert record.rejection is None
    return record.articles[0]


@pytest.mark.parametrize(
    ("inner", "kept"),
    [
        ("<table><tr><th>Boat</th><th>Seats</th></tr><tr><td>Gull</td><td>140</td></tr></table>", ["Boat", "Seats", "Gull", "140"]),
        ("<p>What changes:</p><ul><li>The first boat leaves at five.</li><li>Bicycles travel free.</li></ul>", ["The first boat leaves at five.", "Bicycles travel free."]),
        ("<ol><li>Buy a ticket on the pier.</li><li>Keep it for the way back.</li></ol>", ["Buy a ticket on the pier.", "Keep it for the way back."]),
        ("<blockquote><p>Nobody should wait an hour for a crossing of ten minutes.</p></blockquote>", ["Nobody should wait an hour for a crossing of ten minutes."]),
        ("<blockquote class='twitter-tweet'><p>The third boat is out of the yard and looks splendid.</p>— Harbour Office (@harbour) <a href='https://social.example/1'>May 2</a></blockquote>", ["The third boat is out of the yard and looks splendid."]),
        ("<h2>Why now</h2><p>The old boat failed its inspection in the spring, the harbour master told the council.</p>", ["Why now", "The old boat failed its inspection in the spring, the harbour master told the council."]),
        ("<p>One line of the song<br>and one that follows,<br>sung on the pier.</p>", ["One line of the song", "and one that follows,", "sung on the pier."]),
    ],
    ids=["table", "list", "numbered list", "quote", "embedded post", "subheading", "lines"],
)  # fmt: skip
def test_what_belongs_to_the_text(inner: str, kept: list[str]) -> None:
    body = article(inner).body
    assert body.startswith(FIRST) and body.endswith(LAST)
    assert all(text in body for text in kept)


@pytest.mark.parametrize(
    ("inner", "dropped"),
    [
        ("<figure><img src=a.jpg><figcaption>The Gull at the pier. Photo: Ada Lind</figcaption></figure>", "The Gull at the pier"),
        ("<div class='related-articles'><h3>Related</h3><ul><li><a href='/a'>Council weighs a bridge for bicycles</a></li></ul></div>", "Council weighs"),
        ("<div class='newsletter-signup'><p>Get our weekly letter from the harbour in your inbox every Friday.</p></div>", "weekly letter"),
        ("<aside><h4>The fleet</h4><p>Three boats, built in different years.</p></aside>", "Three boats, built"),
        ("<div class='share'><a href='#'>Share</a> <a href='#'>Mail</a></div>", "Mail"),
        ("<div class='ad-slot'>Advertisement</div>", "Advertisement"),
        ("<p><a href='/x'>Read also: Council weighs a bridge for bicycles</a></p>", "Council weighs"),
        ("<p style='display:none'>A line that nobody sees on the page because it is hidden by its style.</p>", "nobody sees"),
    ],
    ids=["caption", "related", "newsletter", "side note", "share bar", "advertisement", "read also", "hidden"],
)  # fmt: skip
def test_what_does_not(inner: str, dropped: str) -> None:
    body = article(inner).body
    assert dropped not in body
    assert body.split("\n\n") == [FIRST, LAST]


def test_entries_of_a_live_blog_are_one_article() -> None:
    entries = "".join(
        f"<article class='live-update'><h2>Update {i}</h2><p>Boat number {i} has reached the pier with forty passengers on board, the harbour office said.</p><p>The next one is expected within the quarter of an hour, weather permitting, it added.</p><p>Queue number {i} is down to thirty people at the moment.</p></article>"
        for i in range(1, 5)
    )
    record = parse_html(
        f"<html><head><title>Ferry day live</title></head><body><main class='liveblog'><h1>Ferry day live</h1>{entries}</main></body></html>"
    )
    assert len(record.articles) == 1
    assert all(f"Boat number {i}" in record.articles[0].body for i in range(1, 5))


def test_articles_below_one_another_are_told_apart() -> None:
    pieces = "".join(
        f"<article><h1>{title}</h1><p>{title}: {FIRST}</p><p>The council of {title} will hear the harbour master on Thursday before it decides anything.</p><p>{LAST} So much for {title}, where nothing else is planned before the spring.</p></article>"
        for title in ("Norrdal", "Askby")
    )
    record = parse_html(f"<html><head><title>Norrdal</title></head><body>{pieces}</body></html>")
    assert [article.title for article in record.articles] == ["Norrdal", "Askby"]
    assert [article.is_embedded for article in record.articles] == [False, True]
    assert "Askby" not in record.articles[0].body and "Norrdal" not in record.articles[1].body


def test_cards_of_other_articles_are_teasers_though_a_name_and_a_date_stand_between() -> None:
    cards = "".join(
        f"<div class='card'><h5><a href='/{i}'>Another headline of the day, number {i}</a></h5><div class='who'>Ada Lind</div><time>3 May 2026</time><div class='desc'>The council of ward {i} will hear the harbour master before it decides anything about the pier.</div></div>"
        for i in range(6)
    )
    more = "".join(
        f"<p>Boat number {i} has room for a hundred and forty passengers, and for their bicycles and dogs.</p>"
        for i in range(5)
    )
    body = article(more, around=f"<section>{cards}</section>").body
    assert body.endswith(LAST) and "The council of ward" not in body


def test_a_pop_up_inside_a_sentence_is_left_out() -> None:
    inner = "<p>The harbour master <span class='term'>Ada Lind<span class='tooltip-content'>Head of the office since 2019. <a href='/lind'>More about her</a></span></span> told the council that the boat is ready.</p>"
    assert "\n\nThe harbour master Ada Lind told the council that the boat is ready.\n\n" in article(inner).body


@pytest.mark.parametrize("name", ["hidden lg:block", "d-none d-md-flex", "hide inline-block"])
def test_what_is_hidden_on_small_screens_only_is_text(name: str) -> None:
    kept = "The old boat failed its inspection in the spring, the harbour master told the council."
    assert kept in article(f"<div class='{name}'><p>{kept}</p></div>").body


TEASERS = "".join(
    f"<div class='card'><a href='/news/{i}'><h3>Headline number {i} about the harbour town</h3></a><p>A blurb of one line, number {i}.</p></div>"
    for i in range(20)
)


@pytest.mark.parametrize(
    "page",
    [
        "<html><head><title>Just a moment...</title></head><body><h1>Checking your browser</h1><p>Please verify you are a human by completing the action below. This process is automatic and your browser will redirect to your requested content shortly.</p></body></html>",
        "<html><head><title>Harbour Ledger</title></head><body><div><h1>We value your privacy</h1><p>We and our partners store and access information on a device, such as cookies, and process personal data. With your consent we and our partners may use precise geolocation data. You can accept or reject all cookies.</p><button>Accept all</button></div></body></html>",
        "<html><head><title>404 - Page not found</title></head><body><h1>Page not found</h1><p>Sorry, the page you are looking for does not exist any more. It may have been moved or deleted. You can search our site or return to the front page.</p></body></html>",
        "<html><head><title>Moved</title><meta http-equiv='refresh' content='0; url=/new'></head><body><p>This page has moved. If you are not redirected automatically, <a href='/new'>click here</a>.</p></body></html>",
        f"<html><head><title>Harbour Ledger: news</title><meta property='og:type' content='website'></head><body><h1>News</h1>{TEASERS}</body></html>",
    ],
    ids=["bot check", "cookie wall", "soft 404", "redirect stub", "section front"],
)
def test_pages_that_are_no_article_give_none(page: str) -> None:
    record = parse_html(page)
    assert not record.articles
    assert record.rejection is not None and record.rejection[0] == "no_content"
