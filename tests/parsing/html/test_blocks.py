# ruff: noqa: E501 - pages and cases stand on one line each
"""How pages are read: each case is one page part that is handled on purpose."""

from assets.parsing.html.page import parse_html
from assets.parsing.model import ParsedRecord

FIRST = "The harbour office counted ninety ships in the first week of the year, more than ever before."
SECOND = "Most of them carried timber, the office said, and a third had to wait outside the breakwater."
THIRD = "A second basin is being planned, but nobody wants to say when it will be dug."


def read(body: str, head: str = "") -> ParsedRecord:
    return parse_html(f"<html><head><title>Ninety ships in a week</title>{head}</head><body>{body}</body></html>")


def article(*parts: str) -> str:
    return (
        f"<article><h1>Ninety ships in a week</h1><p>{FIRST}</p>{''.join(parts)}<p>{SECOND}</p><p>{THIRD}</p></article>"
    )


def roles(record: ParsedRecord) -> dict[str, str]:
    return {record.text[s.start : s.end].strip(): s.role for s in record.segments}


BODY = f"{FIRST}\n\n{SECOND}\n\n{THIRD}"


def test_plain_article() -> None:
    record = read(article())
    assert record.articles[0].body == BODY
    assert record.articles[0].title == "Ninety ships in a week"


def test_captions_are_not_text() -> None:
    record = read(article("<figure><img><figcaption>The new crane at dusk.</figcaption></figure>"))
    assert record.articles[0].body == BODY
    assert roles(record)["The new crane at dusk."] == "caption"


def test_share_bars_prompts_and_comments_are_not_text() -> None:
    record = read(
        article(
            '<div class="share">Share on Facebook</div>',
            '<div class="newsletter"><p>Get our letter every morning, free.</p></div>',
        )
        + '<div id="comments"><p>I saw the ships from my window and there were at least a hundred of them.</p></div>'
    )
    assert record.articles[0].body == BODY
    assert roles(record)["I saw the ships from my window and there were at least a hundred of them."] == "comment"


def test_related_links_in_the_text_are_teasers_with_their_address() -> None:
    record = read(article('<p><a href="/news/basin">Why the second basin is late again</a></p>'))
    assert record.articles[0].body == BODY
    assert [(t.headline, t.url) for t in record.teasers] == [("Why the second basin is late again", "/news/basin")]


def test_embedded_posts_are_text_even_in_a_player() -> None:
    post = "<blockquote class='twitter-tweet'><p>Ninety ships and not one free berth tonight.</p></blockquote>"
    record = read(article(f'<div class="video-embed">{post}</div>'))
    assert "Ninety ships and not one free berth tonight." in record.articles[0].body


def test_lists_and_quotes_stay_in_place() -> None:
    record = read(
        article(
            "<ul><li>Timber: 54 ships</li><li>Grain: 21 ships</li></ul>", "<blockquote>“We need room.”</blockquote>"
        )
    )
    assert (
        record.articles[0].body
        == f"{FIRST}\n\nTimber: 54 ships\n\nGrain: 21 ships\n\n“We need room.”\n\n{SECOND}\n\n{THIRD}"
    )


def test_a_furniture_name_on_most_of_the_text_is_not_believed() -> None:
    record = read(
        f'<div class="sidebar"><h1>Ninety ships in a week</h1><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p></div>'
    )
    assert record.articles[0].body == BODY


def test_paragraphs_behind_a_paywall_class_are_text() -> None:
    record = read(
        f'<article><h1>Ninety ships in a week</h1><p>{FIRST}</p><p class="paywall">{SECOND}</p><p class="paywall">{THIRD}</p></article>'
    )
    assert record.articles[0].body == BODY


def test_hidden_text_is_not_text() -> None:
    record = read(article() + '<div style="display:none">' + "buy pills " * 500 + "</div>")
    assert record.articles[0].body == BODY


def test_standfirst_is_a_field_of_its_own() -> None:
    standfirst = "The port is fuller than it has ever been, and the next basin is only a drawing."
    record = read(article().replace("</h1>", f'</h1><p class="standfirst">{standfirst}</p>').replace("<article>", "<header>").replace(
        f"<p>{FIRST}", f'</header><div class="article-body"><p>{FIRST}'))  # fmt: skip
    assert record.articles[0].subtitle == standfirst
    assert record.articles[0].body == BODY


def test_two_line_breaks_part_paragraphs() -> None:
    record = read(f"<div><h1>Ninety ships in a week</h1>{FIRST}<br><br>{SECOND}<br> <br>{THIRD}</div>")
    assert record.articles[0].body == BODY


def test_text_before_the_headline_is_not_text() -> None:
    ticker = "<li><a href='/x'>Breaking:</a> The council meets tonight to talk about the price of water and the new well.</li>"
    record = read(
        f"<main><ul>{ticker}</ul><h1>Ninety ships in a week</h1><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p></main>"
    )
    assert record.articles[0].body == BODY


def test_blurbs_under_linked_headlines_are_teasers() -> None:
    items = "".join(
        f'<div class="item"><h3><a href="/{i}">Headline number {i} of the day</a></h3><p class="sum">A long blurb that sums up story number {i} in a sentence or so.</p></div>'
        for i in range(5)
    )
    record = read(f"<div>{article()}{items}</div>")
    assert record.articles[0].body == BODY
    assert len(record.teasers) == 5


def test_characters_that_are_never_shown_go() -> None:
    record = read(article().replace("harbour", "har\u00adbour\u200b").replace("ninety", "nine\u202ety"))
    assert record.articles[0].body == BODY


def test_inline_markup_does_not_part_words() -> None:
    record = read(article("<p>A <b>b</b>old <a href='/x'>link</a>, and a <span class='time'>span</span>.</p>"))
    assert "A bold link, and a span." in record.articles[0].body
