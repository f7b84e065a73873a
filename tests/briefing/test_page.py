"""The page is whole, harmless, small and always the same."""

import re
import xml.etree.ElementTree as ElementTree

import pytest

from assets.briefing.summary import LIMIT, picture_of_volume, summarize_day
from assets.warehouse.briefing_rows import briefing_rows
from tests.briefing.warehouse import MONDAY, TUESDAY, hostile_warehouse, page_of
from tests.marts.small_warehouse import article, build_warehouse, story

POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
XHTML = "{http://www.w3.org/1999/xhtml}"
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def warehouse():
    return hostile_warehouse()


@pytest.fixture(scope="module")
def page(warehouse):
    return page_of(warehouse, TUESDAY)


@pytest.fixture(scope="module")
def tree(page):
    return ElementTree.fromstring(page)


def words(tree, selector: str) -> list[str]:
    return [" ".join("".join(element.itertext()).split()) for element in tree.iterfind(selector)]


def test_it_is_well_formed_and_names_the_day(tree):
    assert words(tree, f".//{XHTML}h1") == ["The Daily Briefing"]
    assert words(tree, f".//{XHTML}time") == ["Tuesday, 17 November 2026"]
    assert len(words(tree, f".//{XHTML}h2")) == 9


def test_nothing_in_it_can_run_or_fetch(page, tree):
    tags = {element.tag.rpartition("}")[2] for element in tree.iter()}
    assert not tags & {"script", "img", "image", "iframe", "object", "link", "base", "form", "use", "foreignObject"}
    attributes = [(name, value) for element in tree.iter() for name, value in element.attrib.items()]
    assert not [name for name, _ in attributes if name.startswith("on") or name.endswith(("src", "srcset"))]
    assert not re.search(r"url\(|@import", page)
    policy = tree.find(f".//{XHTML}meta[@http-equiv='Content-Security-Policy']")
    assert policy.get("content") == POLICY


def test_only_plain_links_lead_out_and_they_tell_nobody(tree):
    links = [link for link in tree.iter(f"{XHTML}a") if not link.get("href").startswith("#")]
    assert {link.get("href") for link in links} == {"https://beta.example/b?x=1&y=2"}
    assert all(link.get("rel") == "noreferrer noopener" for link in links)


def test_hostile_words_are_shown_as_words(page, tree):
    assert "<script" not in page and "\u202e" not in page and "\x00" not in page
    assert words(tree, f".//{XHTML}article[1]/{XHTML}h3")[0].startswith("<script>alert(1)</script> ![x](http://evil")


def test_numbers_are_those_of_the_day(tree):
    figures = dict(zip(words(tree, f".//{XHTML}dt"), words(tree, f".//{XHTML}dd"), strict=True))
    assert figures == {
        "articles": "3",
        "publishers": "2",
        "stories": "2",
        "new story": "1",
        "copy": "1",
        "not taken": "1",
    }


def test_a_story_says_how_it_grew_and_in_whose_words(tree):
    lead = tree.find(f".//{XHTML}article")
    text = " ".join("".join(lead.itertext()).split())
    assert "3 publishers, 3 articles" in text and "2 articles today, 1 on 16 Nov" in text
    assert "The harbour board of Tidewater agreed on Monday to buy a second crane." in text
    assert "Marta Quill, who chairs" in text


def test_pictures_have_words_for_those_who_cannot_see_them(tree):
    drawings = list(tree.iter(f"{SVG}svg"))
    assert len(drawings) >= 5
    assert all(
        drawing.get("role") == "img" and drawing[0].tag == f"{SVG}title" and drawing[0].text for drawing in drawings
    )
    assert all(table.find(f"{XHTML}caption") is not None for table in tree.iter(f"{XHTML}table"))


def test_who_has_no_name_is_not_quoted(tree):
    assert len(list(tree.iter(f"{XHTML}figure"))) == 1


def test_the_same_rows_give_the_same_bytes(page):
    assert page_of(hostile_warehouse(), TUESDAY) == page


def test_what_lands_later_does_not_change_an_earlier_page(warehouse):
    before = page_of(warehouse, MONDAY)
    assert "1 publisher, 1 article" in before
    assert "beta.example" not in before and "Gull fined" not in before


def test_a_day_of_ten_thousand_words_stays_small():
    long = {
        "body": "Every word of this sentence is long enough to stay in it, said nobody. " * 400,
        "title": "Word " * 2000,
    }
    rows = [article(f"a{n}", None, "2026-11-16", story_id=f"s{n % 20}", **long) for n in range(200)]
    stories = [story(f"s{n}", title="Word " * 2000, representative_article_id=f"a{n}") for n in range(20)]
    connection = build_warehouse(articles=rows, stories=stories)
    connection.execute("create table build as select 'b' as build_id, '0.1.0' as broadsheet_version")
    assert len(page_of(connection, MONDAY).encode()) < 200_000


def test_a_day_on_which_everything_was_refused_has_a_page():
    row = {"file_id": "f", "stage": "read", "reason": "empty_file", "detail": "0 bytes", "landed_on": MONDAY}
    connection = build_warehouse(quarantine=[row])
    connection.execute("create table build as select 'b' as build_id, '0.1.0' as broadsheet_version")
    page = page_of(connection, MONDAY)
    assert "No article of this day belongs to a story." in page and "empty file" in page


def test_the_summary_is_short_and_no_markdown_gets_through(warehouse):
    rows = briefing_rows(warehouse, TUESDAY)
    summary = summarize_day(TUESDAY, rows)
    assert len(summary) < LIMIT
    assert "3 articles (2 publishers) in 2 stories, 1 of them new" in summary
    assert not re.search(r"(?<!\\)(\[|<|!|\]\()", summary)
    assert "harbour board" not in summary
    assert len(picture_of_volume(rows)) < 1000 and "http" not in picture_of_volume(rows)
