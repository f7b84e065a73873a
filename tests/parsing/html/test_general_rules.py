"""Headlines, names and ends of articles on pages of blogs, offices and associations: invented, one rule each."""

import pytest

from assets.parsing.html.moments import parse_moment
from assets.parsing.html.page import parse_html
from assets.parsing.model import Article

TEXT = (
    "<p>Am Morgen lag Nebel über dem Kanal, und die Schleuse blieb eine Stunde länger zu als sonst am Dienstag.</p>"
    "<p>Der Wärter hatte den Schlüssel verlegt, was er bis zum Mittag niemandem sagte und am Abend allen erzählte.</p>"
    "<p>Seither hängt der Schlüssel an einem Nagel neben der Tür, und jeder, der vorbeikommt, sieht kurz nach ihm.</p>"
)


def _article(body: str, title: str = "Der Schlüssel am Nagel") -> Article:
    return parse_html(f'<html lang="de"><head><title>{title}</title></head><body>{body}</body></html>').articles[0]


HEADLINES = {
    "site's name in the first heading": (
        "Kanalverein - Der Schlüssel am Nagel",
        f"<h1>Kanalverein</h1><h2>Der Schlüssel am Nagel</h2>{TEXT}",
    ),
    "text of the site between": (
        "Kanalverein - Der Schlüssel am Nagel",
        "<h1>Kanalverein</h1><p>Wir treffen uns jeden ersten Montag im Monat an der alten Schleuse und reden.</p>"
        f"<h2>Der Schlüssel am Nagel</h2>{TEXT}",
    ),
    "section's name in the first heading": ("Kanalverein", f"<h1>Aktuelles</h1><h2>Der Schlüssel am Nagel</h2>{TEXT}"),
    "day before the headline": (
        "Kanalverein: Der Schlüssel am Nagel",
        '<h1><a href="/">Kanalverein</a></h1><h2 class="date-header">Dienstag, 3. März 2015</h2>'
        f"<h3>Der Schlüssel am Nagel</h3>{TEXT}",
    ),
    "no heading": (
        "Kanalverein - Aktuelles",
        f"<p>Kanalverein</p><b>Der Schlüssel am Nagel</b>{TEXT}<p>© Kanalverein</p>",
    ),
    "title in a div": ("Kanalverein", f'<div class="post-title">Der Schlüssel am Nagel</div>{TEXT}<p>Kanalverein</p>'),
}


@pytest.mark.parametrize(("title", "body"), HEADLINES.values(), ids=HEADLINES.keys())
def test_headline(title, body):
    assert _article(f"<div>{body}</div>", title).title == "Der Schlüssel am Nagel"


BYLINES = {
    "all of an author": '<p><a rel="author" href="/a">View all of Anna Berg\'s posts.</a></p>',
    "all of an author, german": '<p><a rel="author" href="/a">Alle Beiträge von Anna Berg anzeigen</a></p>',
    "posted on": "<p>Posted by Anna Berg on Tuesday, March 3, 2015 at 9:41 pm | Filed under Odds and ends</p>",
    "label and name apart": "<div><span>by</span><div>Anna Berg</div></div>",
    "kind of text": "<p>Bericht von Anna Berg, 03.03.2015</p>",
    "label with a colon": "<p>Geschrieben von: Anna Berg</p>",
    "beside the date": "<div>Anna Berg</div><div>3. März 2015</div>",
    "bars": "<p>Kanal | Anna Berg | 3. März 2015</p>",
    "address": "<address>Anna Berg</address>",
    "forum": "<p>von <b>Anna Berg</b> » Di 3. März 2015, 19:14</p>",
}


@pytest.mark.parametrize("line", BYLINES.values(), ids=BYLINES.keys())
def test_byline_after_the_text(line):
    assert _article(f"<div><h1>Der Schlüssel am Nagel</h1>{TEXT}{line}</div>").authors == ["Anna Berg"]


def test_where_a_text_is_from_is_nobody():
    assert _article(f"<div><h1>Der Schlüssel am Nagel</h1><h3>Aus Kanalwiki</h3>{TEXT}</div>").authors == []


ENDS = {
    "comments without an element": "<h2>2 Kommentare</h2><p>Genau so war es, ich stand daneben und schwieg dazu.</p>",
    "responses": "<h3>One thought on “Der Schlüssel am Nagel”</h3><p>Genau so war es, ich stand gleich daneben.</p>",
    "counted": "<h2>Reaktionen (2)</h2><p>Genau so war es, ich stand daneben und schwieg dazu.</p>",
    "contact": "<h2>Pressekontakt</h2><p>Lena Nagel steht Ihnen an allen Werktagen für Fragen gern zur Verfügung.</p>",
    "press office": "<p>Pressestelle: Telefon 01234 5678-90, E-Mail presse@kanal.example, werktags bis 16 Uhr</p>",
    "old blog's note": '<p class="postmetadata">Dieser Eintrag wurde abgelegt und kann kommentiert werden.</p>',
}


@pytest.mark.parametrize("piece", ENDS.values(), ids=ENDS.keys())
def test_end_of_the_text(piece):
    body = _article(f"<div><h1>Der Schlüssel am Nagel</h1>{TEXT}{piece}</div>").body
    assert body.endswith("sieht kurz nach ihm.")


@pytest.mark.parametrize("heading", ["Reaktionen", "Discussion", "Antworten"])
def test_heading_of_a_section_ends_nothing(heading):
    more = "<p>Der Bürgermeister lachte, der Pfarrer schwieg, und die Lehrerin schrieb es in ihr Heft.</p>"
    body = _article(f"<div><h1>Der Schlüssel am Nagel</h1>{TEXT}<h2>{heading}</h2>{more}</div>").body
    assert body.endswith("schrieb es in ihr Heft.")


def test_many_comments_under_a_short_text():
    said = "".join(
        f"<p>Das ist nun die {number}. lange Meinung eines Lesers zu einem kurzen Text am Kanal.</p>"
        for number in range(9)
    )
    page = (
        '<h1>Der Schlüssel am Nagel</h1><div class="entry-content"><p>Der Schlüssel der Schleuse hängt seit gestern '
        f'wieder an seinem Nagel neben der Tür. Alle sind froh.</p></div><div id="comments">{said}</div>'
    )
    body = _article(page).body
    assert body.startswith("Der Schlüssel der Schleuse")
    assert "Meinung" not in body


def test_table_that_scrolls_and_quotation_stay():
    page = (
        f'<div class="text"><h1>Der Schlüssel am Nagel</h1>{TEXT}<blockquote><div>'
        "<p>Ein Nagel hält mehr als ein Schloss.</p></div></blockquote>"
        '<div class="table-scroll"><table><tr><td>Schleuse</td><td>4 Tore</td></tr></table></div>'
        "<p>So steht es an der Tafel über der Tür, und so hat es der Wärter seinen Kindern oft gesagt.</p></div>"
    )
    body = _article(page).body
    assert "Ein Nagel hält mehr" in body
    assert "4 Tore" in body


def test_midnight_of_the_place_is_a_day():
    moment = parse_moment("2015-03-12T00:00:00+01:00")
    assert (moment.at.date().isoformat(), moment.precision) == ("2015-03-12", "day")
