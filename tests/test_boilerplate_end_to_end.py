"""What an outlet repeats is learned as articles arrive, leaves the bodies that had it, and stays visible in tables."""

import pytest

from tests.pipeline import Pipeline

FOOTER = "Fell Herald has carried word across these hills on foot, by mule and by wire, whatever the weather."
PLACES = [
    "Aldmouth",
    "Brackwell",
    "Corrie",
    "Dunster",
    "Elvet",
    "Fenwick",
    "Garth",
    "Holme",
    "Inver",
    "Jarrow",
    "Kelso",
    "Lorne",
    "Marden",
]
THINGS = [
    "quarry",
    "ferry",
    "library",
    "orchard",
    "tramway",
    "bakery",
    "viaduct",
    "lido",
    "forge",
    "museum",
    "weir",
    "stadium",
    "windmill",
]


def page(number: int) -> bytes:
    """One article of an outlet, its words its own but for the last paragraph."""
    place, thing = PLACES[number], THINGS[number]
    body = [
        f"The {thing} of {place} was shut on day {number} after engineers found {number + 3} faults beneath its walls.",
        f"Neighbours of the {thing} in {place} had written {number * 7 + 11} letters about {thing} noise since spring.",
        f"A {thing} warden, who gave no name, put the bill for {place} near {number * 13 + 40} thousand crowns.",
        FOOTER,
    ]
    paragraphs = "".join(f"<p>{text}</p>" for text in body)
    title = f"{place} shuts its {thing}"
    return (
        f"<html lang=en><head><title>{title}</title><meta property='og:site_name' content='Fell Herald'>"
        f"<link rel=canonical href='https://fellherald.example/{number}'></head>"
        f"<body><article><h1>{title}</h1>{paragraphs}</article></body></html>"
    ).encode()


PAGES = {f"2026-11-{10 + number // 5}/{number}.html": page(number) for number in range(len(PLACES))}


@pytest.fixture(scope="module")
def together(tmp_path_factory):
    with pytest.MonkeyPatch.context() as monkeypatch:
        pipeline = Pipeline(tmp_path_factory.mktemp("together"), monkeypatch)
        pipeline.add(PAGES)
        pipeline.run()
        yield pipeline


def test_the_repeated_paragraph_leaves_every_body(together):
    assert together.query(f"select count(*) from articles where contains(body, '{FOOTER}')") == [(0,)]
    assert together.query("select count(*), min(word_count) > 40 from articles") == [(len(PAGES), True)]


def test_what_was_learned_is_a_row_with_its_reason(together):
    rows = together.query("select source_id, paragraph, article_count, leaves_body from boilerplate")
    assert rows == [("fell-herald", FOOTER, len(PAGES), True)]
    changes = together.query("select distinct c.change from articles, unnest(changes) as t(c) where c.field = 'body'")
    assert ("left out repeated paragraphs: 1",) in changes


def test_its_characters_keep_one_role_and_it_is_no_longer_body(together):
    sql = f"""select distinct role, s.reason from segments s join records r using (record_id)
              where contains(substr(r.text, char_start::int + 1, (char_end - char_start)::int), '{FOOTER[:30]}')"""
    assert together.query(sql) == [("navigation", "repeated by the outlet: table boilerplate")]


def test_learning_it_later_gives_the_same_tables(together, tmp_path, monkeypatch):
    names = sorted(PAGES)
    by_day = Pipeline(tmp_path, monkeypatch)
    by_day.add({name: PAGES[name] for name in names[:6]})
    by_day.run()
    assert by_day.query(f"select count(*) from articles where contains(body, '{FOOTER}')") == [(6,)]
    by_day.add({name: PAGES[name] for name in names[6:]})
    by_day.run()
    assert by_day.hashes() == together.hashes()
    assert by_day.build() == together.build()
