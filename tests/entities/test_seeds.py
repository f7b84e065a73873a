"""The five reports of one speech: one entity a name, judged against a person's reading of the five bodies."""

import json
import re

import polars as pl
import pytest

from assets.entities.backends import open_backend
from assets.entities.recognize import recognize_names
from tests.entities.samples import SCHEMA, resolve_names
from tests.shared import SHARED, needs_shared

pytestmark = [
    needs_shared,
    pytest.mark.skipif(open_backend().name == "gazetteer", reason="no spaCy model is installed"),
]

FIVE = ("000", "001", "002", "003", "004")

# Who and what a careful reader finds named in each body: canonical names.
READING = {
    "000": """
        Brussels; Pete Hegseth; Ukraine; NATO; Russia; Donald Trump; Washington; United States; Ukraine
        Defense Contact Group; United Kingdom; John Healey; Vladimir Putin; Europe; Mark Rutte; Poland;
        Germany; Joe Biden; The Hague; Netherlands
    """,
    "001": """
        United States; Pete Hegseth; NATO; Ukraine; Brussels; Russia; China; Donald Trump; Europe
    """,
    "002": """
        United States; Pete Hegseth; Ukraine; Russia; NATO; Ukraine Defense Liaison Group; Crimea; Scott
        Bessent; Volodymyr Zelensky; Donald Trump; Europe; John Healey; Mark Rutte
    """,
    "003": """
        United States; Pete Hegseth; Ukraine; Russia; Brussels; NATO; Washington; Boris Pistorius; Donald
        Trump; Mark Rutte; Canada
    """,
    "004": """
        Brussels; United States; Pete Hegseth; Ukraine; Russia; Kyiv; NATO; Donald Trump; China; Ukraine
        Defense Contact Group; Crimea; Volodymyr Zelensky; Europe; Vladimir Putin; Kremlin; Moscow; Oval
        Office; CNN; Joe Biden; X; U.S. Department of State; Matthew Miller; European Union; United Kingdom;
        John Healey; Rustem Umerov; Mark Rutte; Ruben Brekelmans; Andris Sprūds; U.S. Department of Defense;
        The Guardian; Kursk; Dmitry Peskov
    """,
}

MAIN = {
    "person/pete-hegseth": "Pete Hegseth",
    "organization/nato": "NATO",
    "place/ukraine": "Ukraine",
    "place/united-states": "United States",
    "person/mark-rutte": "Mark Rutte",
    "person/john-healey": "John Healey",
    "person/donald-trump": "Donald Trump",
}


def one_line(body: str) -> str:
    """The body as the parser hands it on: hard wraps joined, glued sentences apart."""
    return re.sub(r"(?<=[a-z][.’'])(?=['‘“]?[A-Z])|(?<=\.[’'])(?=['‘A-Z])", " ", " ".join(body.split()))


@pytest.fixture(scope="module")
def tables():
    folder = SHARED / "seeds"
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))["articles"]
    rows = [(a["id"], a["title"], one_line((folder / a["body"]).read_text(encoding="utf-8")), "en") for a in expected]
    articles = pl.DataFrame(rows, schema=SCHEMA, orient="row")
    stories = pl.DataFrame([{"article_id": a["id"], "story_id": a["story"]} for a in expected])
    return resolve_names(articles, recognize_names(articles, "sm"), stories)


def named(tables, article_id):
    of_article = tables.mentions.filter(pl.col("article_id") == article_id).select("entity_id").unique()
    return set(of_article.join(tables.entities, on="entity_id")["name"])


def test_the_main_names_are_one_entity_each(tables):
    names = dict(tables.entities.select("entity_id", "name").iter_rows())
    assert {key: names.get(key) for key in MAIN} == MAIN
    for name in MAIN.values():
        last = name.split()[-1]
        holders = {n for n in names.values() if n.split()[-1] == last} - {"Melania Trump"}
        assert holders == {name}


def test_spellings_seen_are_aliases(tables):
    aliases = tables.entity_aliases.group_by("entity_id").agg(pl.col("alias"))
    seen = {key: set(spellings) for key, spellings in aliases.iter_rows()}
    assert {"Hegseth", "Pete Hegseth"} <= seen["person/pete-hegseth"]
    assert {"US", "U.S.", "United States", "United States of America"} <= seen["place/united-states"]
    assert {"NATO", "North Atlantic Alliance"} <= seen["organization/nato"]


def test_traps_stay_empty(tables):
    names = set(tables.entities["name"])
    assert names.isdisjoint({"Defense", "Trump", "Hague", "Secretary", "Honesty", "Unrealistic", "Securing"})
    places = tables.article_entities.join(tables.entities, on="entity_id").filter(pl.col("name") == "The Hague")
    assert places["article_id"].to_list() == ["000"]
    assert places["country_code"].to_list() == ["NL"]


def test_the_garbled_headline_is_offered_as_an_alias_and_raises_suspicion(tables):
    voted = tables.entity_aliases.filter(pl.col("basis") == "story_vote")
    assert voted.select("entity_id", "alias").rows() == [("person/pete-hegseth", "Hague")]
    suspect = tables.suspicions.filter("is_machine_translated")
    assert suspect["article_id"].to_list() == ["002"]
    assert "Hague" in suspect["evidence"][0] and "Pete Hegseth" in suspect["evidence"][0]


def test_distinct_entities_are_those_of_a_reader(tables):
    wanted = {(article, " ".join(n.split())) for article, names in READING.items() for n in names.split(";")}
    found = {(article, name) for article in FIVE for name in named(tables, article)}
    f1 = 2 * len(wanted & found) / (len(wanted) + len(found))
    assert f1 >= 0.95, (sorted(wanted - found), sorted(found - wanted))
