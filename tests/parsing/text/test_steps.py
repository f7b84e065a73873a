"""The steps one by one: seams, wraps, stubs at line ends, data lines, data blocks."""

import pytest

from assets.parsing.text import parse_text
from assets.parsing.text.front_matter import read_front_matter
from assets.parsing.text.glue import unglue
from assets.parsing.text.kinds import Block, classify
from assets.parsing.text.lines import cut_stubs, split_lines
from assets.parsing.text.meta import read_byline, read_meta
from assets.parsing.text.page import read_blocks


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("It opened on Monday.Nobody came.", ["It opened on Monday.", "Nobody came."]),
        ("He left.'We will see,' she said.", ["He left.", "'We will see,' she said."]),
        ("She said 'we will see.'He left.", ["She said 'we will see.'", "He left."]),
        ("'We stay.''To be clear, we stay.'", ["'We stay.'", "'To be clear, we stay.'"]),
        ("The U.S.Army bought 5.4M parts at Shop.com today.", None),
        ("It runs on Node.js and e.g.this.", None),
    ],
)
def test_seams(text: str, parts: list[str] | None) -> None:
    assert unglue(text) == (parts or [text])


def test_hard_wrapped_lines_become_paragraphs() -> None:
    page = (
        "The council of the town voted on Monday night to build a\n"
        "new bridge over the river, after the U.S.\n"
        "Embassy had offered to pay for a part of the costs that the\n"
        "town cannot carry alone.\n"
        "Work will start in March and take two years, said the mayor\n"
        "in a short speech that was met with applause.\n"
    )
    blocks = read_blocks(page)
    assert [b.text[:12] for b in blocks] == ["The council ", "Work will st"]
    assert "after the U.S. Embassy had" in blocks[0].text


def test_long_lines_are_left_alone() -> None:
    page = "A first paragraph that ends well and is long enough to be one.\nA second one, just as long as the first.\n"
    assert len(read_blocks(page)) == 2


def test_stubs_are_cut_off_a_line() -> None:
    line = "The deal takes effect on the first of May, officials said on Friday. Short link : Post Views: 1,126"
    pieces = [piece.text for piece in cut_stubs(split_lines(line))]
    assert pieces[0] == "The deal takes effect on the first of May, officials said on Friday."
    assert "".join("".join(pieces).split()) == "".join(line.split())


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("No comments yet...", "comment"),
        ("Related Articles", "related"),
        ("TOP HEADLINES", "rail"),
        ("Read also: Why the bridge is closed", "read_also"),
        ("Photo: Kim Lauer/Reuters", "caption"),
        ("(Reuters)", "credit"),
        ("Source: dpa", "credit"),
        ("ADVERTISEMENT", "ad"),
        ("Sign up for our newsletter and get the news in your inbox.", "newsletter"),
        ("Already a subscriber? Log in to continue reading.", "subscription"),
        ("DOWNLOAD THE APP", "app"),
        ("© 2024 Harbour Post. All rights reserved.", "legal"),
        ("We use cookies to improve your experience.", "cookie"),
        ("12 min read", "counter"),
        ("Facebook Twitter WhatsApp", "share"),
        ("Home | World | Sport | Business", "navigation"),
        ("By Anna Berg, Staff Writer", "byline"),
        ("timean hour ago", "meta"),
        ("***", "rule"),
        ("Council opens new bridge", "short"),
        ("The council opened the new bridge on Monday morning.", "prose"),
        ("He said that readers of the paper could cancel at any time, which nobody in the room believed.", "prose"),
        (
            "A Reuters/Ipsos poll found that half of the voters in the country blame the government for the delay.",
            "prose",
        ),
    ],
)
def test_kind_of_a_line(text: str, kind: str) -> None:
    block = Block(0, len(text), text)
    classify(block)
    assert block.kind == kind


def test_data_line_is_taken_apart() -> None:
    meta = read_meta("By Sara LindMarch 14, 2024The Harbor Post")
    assert meta is not None
    assert meta.authors == ["Sara Lind"]
    assert meta.names == ["The Harbor Post"]
    assert [str(reading.at) for reading in meta.published] == ["2024-03-14 00:00:00"]


def test_updated_date_is_not_the_publication() -> None:
    meta = read_meta("Published: 4 May 2021 | Updated: 5 May 2021")
    assert meta is not None
    assert [reading.text for reading in meta.published] == ["4 May 2021"]
    assert [reading.text for reading in meta.updated] == ["5 May 2021"]


@pytest.mark.parametrize(
    "text", ["What happened on February 12, 2025", "The deal of 13 March 2024 explained", "Two hours in the cold"]
)
def test_headlines_with_dates_are_no_data_lines(text: str) -> None:
    assert read_meta(text) is None


@pytest.mark.parametrize("text", ["By the numbers", "By order of the king", "Von wegen billig", "By train to the sea."])
def test_headlines_are_no_bylines(text: str) -> None:
    assert read_byline(text) is None


def test_data_block_is_read_but_never_run() -> None:
    page = "---\ntitle: 'A: b'\nauthor: [Ann Lee, Bo Dahl]\nrun: !!python/name:os ['x']\na: &a [*a]\n---\nText"
    matter = read_front_matter(page)
    assert matter.values == {"title": ["A: b"], "author": ["Ann Lee", "Bo Dahl"]}
    assert page[matter.end :].strip() == "Text"


def test_plain_labels_need_two_or_a_title() -> None:
    assert read_front_matter("Date: 3 May 2020\nThe council met.").end == 0
    assert read_front_matter("Title: Bridge opens\nDate: 3 May 2020\n\nThe council met.").first("date") == "3 May 2020"


REPORT = "\n\n".join(
    (
        "Harbour lamps dim at night",
        "The harbour town switched on forty lamps that dim themselves when nobody walks below them, the council said.",
        "Fishermen had asked for darker quays for years, and the owls that nest in the old crane were counted twice.",
        "The lamps cost less than the council had set aside, and the rest will pay for benches along the mole.",
    )
)


@pytest.mark.parametrize(
    ("heading", "last", "is_kept"),
    [
        ("About Lampentau", "Lampentau was founded in Linz and employs 240 people in eleven countries today.", True),
        (
            "Kuala Lumpur",
            "Kuala Lumpur tried the same lamps a year ago and has bought nine hundred of them since.",
            True,
        ),
        ("Anna Berg", "Anna has written about harbours and the people who live by them since 2011.", False),
    ],
)
def test_an_author_box_leaves_the_body_and_a_section_on_a_place_stays(heading: str, last: str, is_kept: bool) -> None:
    article = parse_text(f"{REPORT}\n\n{heading}\n\n{last}\n", is_markdown=False).articles[0]
    assert (last in article.body, heading in article.body) == (is_kept, is_kept)


@pytest.mark.parametrize("start", ["Reuters", "A"])
def test_a_script_without_spaces_behind_one_latin_word_is_no_menu(start: str) -> None:
    text = f"{start}{'地区议会周二批准了重建码头的计划，官员们表示第一阶段将在冬季之前开始。' * 2}End"
    block = Block(0, len(text), text)
    classify(block)
    assert block.kind == "prose"
