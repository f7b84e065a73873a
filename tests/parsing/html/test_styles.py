# ruff: noqa: E501 - pages stand on few lines
"""Pages as different kinds of sites write them: what each kind does that others do not, one small page each."""

from datetime import datetime

import pytest

from assets.parsing.html.page import parse_html
from assets.parsing.model import ParsedRecord

SENTENCES = [
    "The harbour council agreed on Tuesday to rent out the old signal tower, which has stood empty for eleven years.",
    "Three bidders want to turn it into a guest house, and one would rather open a museum of knots and ropes.",
    "“It was the museum that won us over,” said Odile Brandt, who leads the council's culture committee.",
    "Repairs to the roof must be finished before the autumn storms, or the lease will be void, the clerk added.",
]
TEXT = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)


def read(head: str, body: str, *, lang: str = "en", url: str | None = None) -> ParsedRecord:
    record = parse_html(f"<!doctype html><html lang={lang}><head>{head}</head><body>{body}</body></html>", url=url)
    assert record.rejection is None
    return record


def test_a_program_page_with_made_up_class_names_shows_its_standfirst_under_the_headline() -> None:
    state = '<script id="__NEXT_DATA__" type="application/json">{"body":"<p>A draft that nobody sees.</p>"}</script>'
    body = f"<div id='__next'><div class='css-1x'><h1 class='css-h'>Signal tower to be let</h1><p class='css-s'>Empty for eleven years, the tower may become a museum of ropes</p><div class='css-b'><time datetime='2026-02-03T08:15:00+01:00'>3 Feb</time></div><div class='css-t'>{TEXT}</div></div></div>{state}"
    article = read("<title>Signal tower to be let</title>", body).articles[0]
    assert article.subtitle == "Empty for eleven years, the tower may become a museum of ropes"
    assert article.body == "\n\n".join(SENTENCES)
    assert article.published_at == datetime(2026, 2, 3, 7, 15)


def test_block_themes_keep_their_lists_and_set_tables_as_figures() -> None:
    inner = "<h2>What changes</h2><ul class='wp-block-list'><li>More room for boats</li><li>A lamp on the roof</li></ul><figure class='wp-block-table'><table><tr><td>Year</td><td>Rent</td></tr><tr><td>2026</td><td>900</td></tr></table></figure>"
    body = f"<main><h1 class='wp-block-post-title'>Signal tower to be let</h1><div class='entry-content wp-block-post-content'>{TEXT[: TEXT.rindex('<p>')]}{inner}<p>{SENTENCES[-1]}</p></div><h2>More posts</h2><ul><li><h3><a href=/x>Lighthouse lamp is switched to the new bulb</a></h3></li></ul></main>"
    record = read("<title>Signal tower to be let</title>", body)
    paragraphs = record.articles[0].body.split("\n\n")
    assert {"More room for boats", "A lamp on the roof", "Year", "Rent", "900"} <= set(paragraphs)
    assert [teaser.headline for teaser in record.teasers] == ["Lighthouse lamp is switched to the new bulb"]


@pytest.mark.parametrize(
    ("lang", "line"),
    [
        ("es", "Publicado por <span>Lucía Ferrer</span> el Mar, 03/02/2026 - 08:15"),
        ("en", "Submitted by <span>Lucía Ferrer</span> on Tue, 03/02/2026 - 08:15"),
        ("de", "Von <span>Lucía Ferrer</span> am 03.02.2026"),
    ],
)
def test_a_name_ends_before_the_day_it_was_submitted_on(lang: str, line: str) -> None:
    body = f"<article class='node'><h1>Signal tower to be let</h1><div class='submitted byline'>{line}</div><div class='field--name-body'>{TEXT}</div></article>"
    assert read("", body, lang=lang).articles[0].authors == ["Lucía Ferrer"]


def test_what_follows_a_release_is_no_part_of_it() -> None:
    tail = "<p>Media Contact:<br>Odile Brandt<br>press@harbour.example</p><p>SOURCE Harbour Council</p>"
    body = f"<main><h1>Harbour Council Lets Signal Tower</h1><div class='release-body'><p>PORT HALE, Feb. 3, 2026 -- {SENTENCES[0]}</p>{TEXT}{tail}</div></main>"
    article = read("<title>Harbour Council Lets Signal Tower</title>", body).articles[0]
    assert article.body.endswith(SENTENCES[-1])


def test_a_short_last_paragraph_without_blanks_is_a_sentence() -> None:
    lines = [
        "港の評議会は3日、十一年間使われていない信号塔を貸し出すことを決めたと発表した。応募したのは三団体である。",
        "二つは宿にする計画で、もう一つは綱と結び目の博物館を開きたいという。評議会は後者を選ぶ見通しだ。",
        "屋根の修理は秋の嵐までに終える必要がある。契約は来月結ばれる。（港田）",
    ]
    body = f"<div class='article'><h1>信号塔を貸し出しへ</h1><div class='article-body'>{''.join(f'<p>{line}</p>' for line in lines)}</div></div>"
    assert read("<title>信号塔を貸し出しへ</title>", body, lang="ja").articles[0].body.split("\n\n") == lines


def test_the_first_of_several_articles_has_its_own_headline() -> None:
    both = "".join(
        f"<article><h2>{title}</h2>{TEXT}</article>" for title in ("Signal tower to be let", "Pier closed for a week")
    )
    articles = read("<title>Briefs</title>", f"<main><h1>News briefs</h1>{both}</main>").articles
    assert [article.title for article in articles] == ["Signal tower to be let", "Pier closed for a week"]


def test_a_number_with_day_and_clock_in_the_address_tells_the_day() -> None:
    body = f"<article><h1>Signal tower to be let</h1>{TEXT}</article>"
    told = read("", body, url="https://kurier.example/news/article/A2026020308150001234").articles[0]
    assert (told.published_at, told.published_basis) == (datetime(2026, 2, 3), "url")
    assert read("", body, url="https://kurier.example/news/20263303081500").articles[0].published_at is None


def test_a_year_that_no_crawl_can_know_loses_to_the_day_on_the_page() -> None:
    head = "<meta property='article:published_time' content='2040-02-03T08:00:00Z'>"
    body = f"<article><h1>Signal tower to be let</h1><time datetime='2026-02-03'>3 February 2026</time>{TEXT}</article>"
    assert read(head, body).articles[0].published_at == datetime(2026, 2, 3)
    assert read(head, f"<article><h1>Signal tower to be let</h1>{TEXT}</article>").articles[0].published_at is None


@pytest.mark.parametrize(("lang", "day"), [("pt-BR", datetime(2026, 2, 3)), ("fr", datetime(2026, 2, 3)), ("en", None)])
def test_figures_with_strokes_are_read_where_the_language_has_one_order(lang: str, day: datetime | None) -> None:
    lines = "<div class='autoria'>Por Lúcia Prado — Porto Alto</div><div>03/02/2026 08h15</div>"
    article = read(
        "", f"<main><h1>Signal tower to be let</h1>{lines}<div class='texto'>{TEXT}</div></main>", lang=lang
    ).articles[0]
    assert article.published_at == day
    assert article.authors == ["Lúcia Prado"]


@pytest.mark.parametrize(
    "line", ["김철수 기자 kim@kurier.example", "Lucía Ferrer lucia@kurier.example", "(lucia.ferrer@kurier.example)"]
)
def test_a_name_and_a_mail_address_close_the_text_and_are_no_part_of_it(line: str) -> None:
    body = f"<article><h1>Signal tower to be let</h1><div class='text'>{TEXT}<p>{line}</p></div></article>"
    assert read("", body).articles[0].body == "\n\n".join(SENTENCES)
