"""The five seed pages through the whole line: exactly what a careful reader finds in them."""

import json
import re
from collections import defaultdict

import pytest

from tests.pipeline import Pipeline, read_tree, shuffled
from tests.shared import SHARED, needs_shared

pytestmark = needs_shared
SEEDS = SHARED / "seeds"
ARTICLES = """
select a.article_id, f.path, a.is_embedded, a.title, s.name, a.dateline, a.published_at::date, a.body, a.story_id
from articles a inner join record_files using (record_id) inner join files f using (file_id)
left join sources s using (source_id)
"""
PEOPLE_AND_PLACES = {
    "Moscow": "place",
    "Pete Hegseth": "person",
    "Mark Rutte": "person",
    "John Healey": "person",
    "Donald Trump": "person",
    "NATO": "organization",
    "Ukraine": "place",
    "United States": "place",
}


@pytest.fixture(scope="module")
def expected():
    return json.loads((SEEDS / "expected.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def pipeline(tmp_path_factory):
    with pytest.MonkeyPatch.context() as monkeypatch:
        made = Pipeline(tmp_path_factory.mktemp("seeds"), monkeypatch)
        made.add(read_tree(SEEDS / "raw"))
        made.run()
        yield made


@pytest.fixture(scope="module")
def found(pipeline, expected):
    """Row of each expected article, matched by file and body."""
    rows = pipeline.query(ARTICLES)
    by_body = {(row[1], squeeze(row[7])): row for row in rows}
    assert len(rows) == len(expected["articles"])
    return {
        a["id"]: by_body.get((a["file"], squeeze((SEEDS / a["body"]).read_text("utf-8")))) for a in expected["articles"]
    }


def squeeze(text: str) -> str:
    return re.sub(r"\s+", "", text)


def test_every_body_word_for_word(found):
    assert [article for article, row in found.items() if row is None] == []


def test_titles_sources_datelines_and_dates(found, expected):
    for article in expected["articles"]:
        _, _, is_embedded, title, source, dateline, published, _, _ = found[article["id"]]
        day = str(published) if published else None
        seen = (is_embedded, title, source, dateline, day)
        wanted = tuple(article[key] for key in ("embedded", "title", "source", "dateline", "published_on"))
        assert seen == wanted, article["id"]


def test_nothing_foreign_in_the_bodies(found, expected):
    for article in expected["articles"]:
        own = (SEEDS / article["body"]).read_text("utf-8")
        foreign = [words for words in article["must_not_contain"] if words not in own]
        assert [words for words in foreign if words in found[article["id"]][7]] == [], article["id"]


def test_agencies(pipeline, found, expected):
    credited = defaultdict(set)
    for article_id, name in pipeline.query(
        "select article_id, name from agency_credits inner join sources using (source_id)"
    ):
        credited[article_id].add(name)
    for article in expected["articles"]:
        assert credited[found[article["id"]][0]] == set(article["agencies"]), article["id"]


def test_teasers(pipeline, expected):
    headlines = defaultdict(list)
    query = (
        "select path, headline from teasers inner join record_files using (record_id) inner join files using (file_id)"
    )
    for path, headline in pipeline.query(f"{query} order by path, position"):
        headlines[path].append(headline)
    assert dict(headlines) == expected["teasers"]


def test_no_duplicates_and_the_stories(pipeline, found, expected):
    assert pipeline.query("select * from duplicates") == []
    stories = defaultdict(set)
    for article_id, row in found.items():
        stories[row[8]].add(article_id)
    assert sorted(map(sorted, stories.values())) == sorted(map(sorted, expected["stories"].values()))


@pytest.mark.parametrize(("name", "kind"), PEOPLE_AND_PLACES.items())
def test_each_is_one_entity_under_one_name(pipeline, name, kind):
    last = name.split()[-1]
    rows = pipeline.query(f"select name, kind from entities where name in ('{name}', '{last}')")
    assert rows == [(name, kind)]


def test_spellings_are_aliases(pipeline):
    query = "select alias from entity_aliases inner join entities using (entity_id) where name = '{}'"
    united_states = {row[0] for row in pipeline.query(query.format("United States"))}
    assert {"United States", "US", "U.S."} <= united_states
    assert "Hegseth" in {row[0] for row in pipeline.query(query.format("Pete Hegseth"))}
    assert pipeline.query("select name from entities where name in ('Defense', 'Hague')") == []


def test_a_second_run_changes_nothing(pipeline):
    before, build = pipeline.hashes(), pipeline.build()
    pipeline.run()
    assert (pipeline.hashes(), pipeline.build()) == (before, build)


def test_one_file_at_a_time_in_another_order_gives_the_same_tables(pipeline, tmp_path, monkeypatch):
    files = read_tree(SEEDS / "raw")
    other = Pipeline(tmp_path, monkeypatch)
    for name in shuffled(list(files)):
        other.add({name: files[name]})
        other.run()
    assert other.hashes() == pipeline.hashes()
    assert other.build() == pipeline.build()
