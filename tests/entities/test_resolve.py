import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st

from assets.contract.catalog import find_table
from assets.entities.recognize import recognize_names
from tests.entities.samples import (
    TellingBackend,
    found_in,
    make_articles,
    one_story,
    own_stories,
    resolve,
    resolve_names,
)

TABLES = ("entities", "entity_aliases", "article_entities", "mentions", "suspicions")

MARO = TellingBackend(person=["Ana Maro", "Maro", "Ivo Maro"])


def aliases(tables, entity_id):
    rows = tables.entity_aliases.filter(pl.col("entity_id") == entity_id).select("alias", "basis").iter_rows()
    return dict(rows)


def test_tables_follow_the_contract_and_each_other():
    tables = resolve(make_articles("Ana Maro met NATO in Vienna. Maro left Vienna.", titles=["Maro in Vienna"]))
    for name in TABLES:
        table = find_table(name)
        frame = getattr(tables, name)
        assert frame.schema == table.schema
        assert frame.select(table.key).is_unique().all()
    counted = tables.mentions.group_by("article_id", "entity_id").agg(pl.len().alias("n"))
    joined = tables.article_entities.join(counted, on=["article_id", "entity_id"], how="left")
    assert (joined["mention_count"] == joined["n"].fill_null(0)).all()
    assert set(tables.entity_aliases["entity_id"]) == set(tables.entities["entity_id"])


def test_spellings_of_a_country_are_one_place_with_its_facts():
    tables = resolve(make_articles("The U.S. and the US and the United States of America. AMERICA. It hurt us."))
    row = tables.entities.row(0, named=True)
    assert tables.entities.height == 1
    assert (row["entity_id"], row["name"], row["wikidata_id"]) == ("place/united-states", "United States", "Q30")
    assert (row["geonames_id"], row["country_code"], row["mention_count"]) == (6252001, "US", 4)
    assert aliases(tables, "place/united-states")["U.S."] == "alias_table"


def test_a_surname_takes_the_full_name_of_its_story_first():
    articles = make_articles("Ana Maro spoke.", "Maro spoke again.", "Ivo Maro sang.", "Ivo Maro danced.")
    stories = pl.DataFrame({"article_id": ["a0", "a1", "a2", "a3"], "story_id": ["s", "s", "t", "u"]})
    tables = resolve(articles, stories, MARO)
    assert found_in(tables, "a1") == {"person/ana-maro": {"Maro"}}
    assert aliases(tables, "person/ana-maro") == {"Ana Maro": "name", "Maro": "surname"}


def test_a_surname_without_story_takes_the_name_that_dominates():
    articles = make_articles("Maro came.", *["Ana Maro spoke."] * 4, "Ivo Maro sang.")
    assert set(found_in(resolve(articles, backend=MARO))) == {"person/ana-maro"}


def test_a_surname_that_two_share_stays_alone():
    articles = make_articles("Maro came.", "Ana Maro spoke.", "Ana Maro left.", "Ivo Maro sang.", "Ivo Maro danced.")
    assert set(found_in(resolve(articles, backend=MARO))) == {"person/maro"}


def test_a_lone_surname_of_the_tables_is_that_person():
    tables = resolve(make_articles("Merkel spoke."), backend=TellingBackend(organization=["Merkel"]))
    assert found_in(tables) == {"person/angela-merkel": {"Merkel"}}
    assert tables.entities["wikidata_id"].to_list() == ["Q567"]
    assert aliases(tables, "person/angela-merkel") == {"Merkel": "alias_table"}


def test_an_acronym_takes_what_another_article_of_the_story_gives_it_for():
    articles = make_articles("The Vellish Harbour Agency (VHA) opened.", "The VHA closed.")
    tables = resolve(articles, one_story(articles), TellingBackend(organization=["VHA"]))
    assert found_in(tables, "a1") == {"organization/vellish-harbour-agency": {"VHA"}}
    assert aliases(tables, "organization/vellish-harbour-agency")["VHA"] == "acronym"


def test_legal_forms_and_middle_initials_meet_the_short_name():
    backend = TellingBackend(organization=["Besk Dairy Ltd", "Besk Dairy"], person=["Ana K. Maro", "Ana Maro"])
    articles = make_articles("Besk Dairy Ltd paid Ana K. Maro.", "Besk Dairy paid Ana Maro.")
    tables = resolve(articles, backend=backend)
    assert set(tables.entities["entity_id"]) == {"organization/besk-dairy", "person/ana-maro"}
    assert tables.entities["name"].to_list() == ["Besk Dairy", "Ana Maro"]


def test_groups_keep_their_name_whole():
    backend = TellingBackend(organization=["Besk Contact Group", "Besk Contact"])
    tables = resolve(make_articles("Besk Contact Group met.", "Besk Contact met."), backend=backend)
    assert tables.entities.height == 2


def test_most_articles_decide_the_kind_of_an_unlisted_string():
    backend = TellingBackend(organization=["Quell won"], person=["Quell spoke"])
    articles = make_articles(*["The fair. Now Quell won."] * 4, "The fair. Now Quell spoke.")
    tables = resolve(articles, backend=backend)
    assert tables.entities.select("entity_id", "article_count").rows() == [("organization/quell", 5)]


def test_places_of_one_name_have_ids_of_their_own():
    england = "Birmingham is cold. London and Leeds and England too."
    alabama = "Birmingham is hot. Alabama, Texas and Ohio too. The U.S. south."
    tables = resolve(make_articles(england, alabama))
    towns = tables.entities.filter(pl.col("name") == "Birmingham").sort("country_code")
    assert towns.select("entity_id", "country_code").rows() == [
        ("place/birmingham", "GB"),
        ("place/birmingham-4049979", "US"),
    ]


def test_a_state_is_meant_where_the_article_is_about_its_country():
    tables = resolve(make_articles("Georgia voted. Atlanta, Texas and Ohio too. The U.S. south.", "Georgia voted."))
    assert "place/georgia" in found_in(tables, "a1")
    state = [key for key, texts in found_in(tables, "a0").items() if "Georgia" in texts]
    row = tables.entities.filter(pl.col("entity_id") == state[0]).row(0, named=True)
    assert (row["name"], row["country_code"]) == ("Georgia", "US")


def test_salience_falls_from_headline_to_tail():
    body = "Poland voted. Poland hoped. " + "It rained and rained. " * 20 + "Norway watched."
    tables = resolve(make_articles(body, titles=["Poland votes"]))
    salience = dict(tables.article_entities.select("entity_id", "salience").iter_rows())
    assert salience["place/poland"] == 1.0
    assert 0 < salience["place/norway"] < 0.2


def test_a_name_only_in_the_headline_is_in_the_article_without_mentions():
    tables = resolve(make_articles("It rained.", titles=["Rain in Poland"]))
    assert tables.article_entities.select("entity_id", "mention_count", "in_title").rows() == [
        ("place/poland", 0, True)
    ]
    assert tables.mentions.height == 0


def test_nothing_gives_empty_tables():
    tables = resolve(make_articles())
    assert [getattr(tables, name).height for name in TABLES] == [0] * len(TABLES)


BODIES = (
    "Ana Maro met NATO in Vienna. Maro left.",
    "Maro spoke in London. The Vellish Harbour Agency (VHA) opened.",
    "The VHA and Besk Dairy Ltd in Birmingham, Alabama and Texas.",
    "Besk Dairy paid Ivo Maro in Birmingham.",
    "Merkel and Ana Maro in the U.S. on Monday.",
)


@settings(max_examples=12, deadline=None, derandomize=True, database=None)
@given(order=st.permutations(range(len(BODIES))), cut=st.integers(0, len(BODIES)))
def test_order_and_batches_of_articles_do_not_matter(order, cut):
    articles = make_articles(*BODIES, titles=["Maro in Vienna", None, "VHA pays"])
    backend = TellingBackend(
        person=["Maro", "Ana Maro", "Ivo Maro"], organization=["VHA", "Besk Dairy Ltd", "Besk Dairy"]
    )
    stories = articles.select("article_id", story_id=pl.Series(["s", "s", "t", "t", "u"]))
    shuffled = articles[list(order)]
    names = pl.concat([recognize_names(shuffled[:cut], backend), recognize_names(shuffled[cut:], backend)])
    once = resolve_names(articles, recognize_names(articles, backend), stories)
    again = resolve_names(shuffled, names, stories.reverse())
    assert all(getattr(once, name).equals(getattr(again, name)) for name in TABLES)


def test_articles_that_are_gone_leave_no_names():
    articles = make_articles("Ana Maro spoke.", "Poland voted.")
    names = recognize_names(articles, "gazetteer")
    left = articles.filter(pl.col("article_id") == "a1")
    tables = resolve_names(left, names, own_stories(left))
    assert tables.entities["entity_id"].to_list() == ["place/poland"]
