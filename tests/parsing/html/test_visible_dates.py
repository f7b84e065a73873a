"""The day of publication in what readers see: invented pages, written before looking whether the rules read them."""

import pytest

from assets.parsing.html.page import parse_html

TEXT = (
    "<p>Im Hafen lagen am Morgen drei Kutter, und auf jedem sass eine Katze, die den Fischern beim Flicken zusah.</p>"
    "<p>Gegen Mittag kam der vierte Kutter ohne Katze, was im Ort noch lange besprochen wurde, auch am Stammtisch.</p>"
    "<p>Die Fischer wollen der Sache nun nachgehen und haben dafür eine Gruppe gebildet, die sich dienstags trifft.</p>"
)
ENGLISH = (
    "<p>Three boats lay in the harbour that morning, and on each of them a cat sat watching the crew mend the nets.</p>"
    "<p>Around noon a fourth boat came in without a cat, and the town talked about it for weeks, mostly in the pub.</p>"
    "<p>The crew now means to look into the matter and has formed a small group for it that meets on Tuesdays.</p>"
)


def _day(body: str, *, head: str = "", lang: str = "de", url: str | None = None) -> str | None:
    html = f'<html lang="{lang}"><head><title>Die Katzen vom Hafen</title>{head}</head><body>{body}</body></html>'
    article = parse_html(html, url=url).articles[0]
    return article.published_at.date().isoformat() if article.published_at else None


HEAD_CASES = {
    "plain day under the headline": "12.03.2015",
    "weekday and month": "Donnerstag, 12. März 2015",
    "weekday, den": "Donnerstag, den 12. März 2015 um 10:23 Uhr",
    "press release": "Pressemitteilung 44/2015 vom 12.03.2015",
    "place and day": "Niederrode, 12. März 2015",
    "place, den": "Niederrode, den 12. März 2015",
    "drupal german": "Gespeichert von verwalter am Do, 12.03.2015 - 10:23",
    "author before day": "von Hedwig Sonnleitner am 12. März 2015",
    "bars": "Hafen | 12. März 2015 | 3 Kommentare",
    "two-digit year": "12.03.15 10:23",
    "erstellt": "Erstellt: 12. März 2015, Zugriffe: 311",
    "iso": "2015-03-12 10:23:11",
    "joomla": "Veröffentlicht: Donnerstag, 12. März 2015 10:23",
    "forum": "Verfasst am: 12.03.2015, 10:23 Titel: Katzen",
    "column": "Rubrik: Hafen, Datum: 12.03.2015, Ausgabe 11",
    "online since": "Online seit 12.03.2015",
    "both": "Veröffentlicht am 12.03.2015, zuletzt aktualisiert am 30.06.2019",
    "changed first": "Zuletzt aktualisiert am 30.06.2019, veröffentlicht am 12.03.2015",
    "month in capitals": "12. MÄRZ 2015",
    "abbreviated": "12. Mrz. 2015",
}


@pytest.mark.parametrize("line", HEAD_CASES.values(), ids=HEAD_CASES.keys())
def test_line_under_the_headline(line):
    assert _day(f"<div><h1>Die Katzen vom Hafen</h1><p>{line}</p>{TEXT}</div>") == "2015-03-12"


@pytest.mark.parametrize(
    "line", [HEAD_CASES[key] for key in ("plain day under the headline", "weekday and month", "press release")]
)
def test_line_over_the_headline(line):
    assert _day(f"<div><p>{line}</p><h1>Die Katzen vom Hafen</h1>{TEXT}</div>") == "2015-03-12"


TAIL_CASES = {
    "blog of 2006": "Dieser Eintrag wurde am Donnerstag, 12. März 2015 um 10:23 Uhr veröffentlicht und abgelegt.",
    "eingetragen": "Eingetragen von Hedwig um 10:23, 12. März 2015",
    "eingestellt": "Eingestellt von Hedwig am 12.03.2015",
    "office": "Datum: 12.03.2015",
    "place at the end": "Niederrode, den 12. März 2015",
    "stand": "Stand: 12. März 2015",
    "stand in brackets": "(Stand: 12.03.2015)",
    "bare": "12.03.2015",
    "in brackets": "[12.03.2015]",
    "redaktion": "Redaktion: Hafenblatt, 12.03.2015",
}


@pytest.mark.parametrize("line", TAIL_CASES.values(), ids=TAIL_CASES.keys())
def test_line_after_the_text(line):
    assert _day(f"<div><h1>Die Katzen vom Hafen</h1>{TEXT}<p>{line}</p></div>") == "2015-03-12"


ENGLISH_CASES = {
    "posted on": "Posted on March 12, 2015 by admin",
    "posted by": "Posted by Hal on March 12th, 2015 at 10:23 am",
    "entry": "This entry was posted on Thursday, March 12th, 2015 at 10:23 am and is filed under Harbour.",
    "for immediate release": "FOR IMMEDIATE RELEASE: March 12, 2015",
    "short month": "Mar 12, 2015 · 4 min read",
    "british": "12th March 2015",
    "last updated and published": "Published 12 March 2015 | Last updated 4 June 2019",
}


@pytest.mark.parametrize("line", ENGLISH_CASES.values(), ids=ENGLISH_CASES.keys())
def test_english_line(line):
    for body in (f"<h1>The cats</h1><p>{line}</p>{ENGLISH}", f"<h1>The cats</h1>{ENGLISH}<p>{line}</p>"):
        assert _day(f"<div>{body}</div>", lang="en") == "2015-03-12"


MACHINE_CASES = {
    "rdfa": '<span property="dc:date dc:created" content="2015-03-12T10:23:00+01:00">Do, 12.03.</span>',
    "microdata": '<div itemprop="datePublished" content="2015-03-12">vor langer Zeit</div>',
    "title of a relative time": '<span class="date" title="12. März 2015 10:23">vor 3 Jahren</span>',
    "abbr": '<abbr class="published" title="2015-03-12T10:23:00+0100">vor Jahren</abbr>',
    "calendar leaf": '<div class="datum"><div>12</div><div>Mär</div><div>2015</div></div>',
    "calendar leaf of two": '<div class="datum"><div>12. Mär</div><div>2015</div></div>',
    "time without attribute": "<time>12. März 2015</time>",
}


@pytest.mark.parametrize("piece", MACHINE_CASES.values(), ids=MACHINE_CASES.keys())
def test_markup(piece):
    assert _day(f"<div><h1>Die Katzen vom Hafen</h1>{piece}{TEXT}</div>") == "2015-03-12"


NOT_CASES = {
    "event": "<p>Die nächste Sitzung ist am 14. April 2015 um 19 Uhr im Rathaus.</p>",
    "event label": "<p>Termin: 14. April 2015, 19 Uhr</p>",
    "range": "<p>14. April 2015 bis 3. Mai 2015</p>",
    "deadline": "<p>Anmeldung bis 14.04.2015</p>",
    "born": "<p>Geboren am 14. April 1951 in Altmoor</p>",
    "copyright": "<p>© 2009-2015 Hafenverein</p>",
    "comments": '<div class="comments"><p>Karla am 14.04.2015</p><p>So eine schöne Geschichte, danke dafür!</p></div>',
    "teasers": '<div class="related"><ul><li><a href="/a">14.04.2015 Der Turm wird gestrichen</a></li></ul></div>',
}


@pytest.mark.parametrize("piece", NOT_CASES.values(), ids=NOT_CASES.keys())
def test_no_day_of_publication(piece):
    assert _day(f"<div><h1>Die Katzen vom Hafen</h1>{TEXT}{piece}</div>") is None


def test_weekday_tells_month_and_day_apart():
    body = f"<h1>The cats</h1><p>Submitted by hal on Fri, 10/05/2007 - 10:23</p>{ENGLISH}"
    assert _day(body, lang="en") == "2007-10-05"


def test_day_in_a_file_name():
    url = "https://hafen.example/pm-2015-03-12.html"
    assert _day(f"<div><h1>Die Katzen vom Hafen</h1>{TEXT}</div>", url=url) == "2015-03-12"


def test_dateline():
    body = TEXT.replace("<p>Im Hafen", "<p>(12.03.2015) Im Hafen", 1)
    assert _day(f"<div><h1>Die Katzen vom Hafen</h1>{body}</div>") == "2015-03-12"


def test_event_in_the_first_sentence_is_no_dateline():
    body = TEXT.replace("<p>Im Hafen", "<p>Am 12.03.2015 war alles anders. Im Hafen", 1)
    assert _day(f"<div><h1>Die Katzen vom Hafen</h1>{body}</div>") is None


def test_todays_day_in_the_header_does_not_win():
    body = f"<div><h1>Die Katzen vom Hafen</h1>{TEXT}<p>Stand: 12.03.2015</p></div>"
    assert _day("<div>Heute ist Montag, der 30.11.2026</div>" + body) == "2015-03-12"
