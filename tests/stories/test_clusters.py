import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from polars.testing import assert_frame_equal

from assets.contract.catalog import find_table
from assets.stories.clusters import Stories, cluster_stories
from assets.stories.weights import weigh_articles
from benchmarks.corpus.articles import generate_articles
from tests.stories.frames import DAY, article, articles, copies, on

HARBOUR = [
    "Divers will repair the cracked breakwater at Marlow Bay, so the harbour closes to herring boats for six weeks.",
    "The harbour at Marlow Bay shuts while the breakwater is mended. Herring crews must move their boats to Stennick.",
    "Herring boats leave Marlow Bay for Stennick: divers start work on the cracked breakwater of the harbour.",
]
FROST = [
    "Frost destroyed cherry blossom in the Aldern valley. Orchards lost their crop in the coldest April night.",
    "Cherry growers in Aldern count their losses after frost killed the blossom in most orchards of the valley.",
]


def stories_of(*rows, **canonical) -> Stories:
    frame = articles(*rows)
    return cluster_stories(frame, copies(frame, **canonical), weigh_articles(frame))


def members(found: Stories) -> list[list[str]]:
    grouped = found.story_members.group_by("story_id").agg(pl.col("article_id").sort())
    return sorted(grouped["article_id"].to_list())


def test_reports_of_one_event_meet_and_of_two_do_not():
    rows = [article(f"h{n}", text) for n, text in enumerate(HARBOUR)] + [
        article(f"f{n}", text) for n, text in enumerate(FROST)
    ]
    found = stories_of(*rows)
    assert members(found) == [["f0", "f1"], ["h0", "h1", "h2"]]
    assert found.stories.select("article_count", "source_count", "independent_article_count").rows() == [
        (2, 2, 2),
        (3, 3, 3),
    ]
    assert found.story_members["similarity"].is_between(0.18, 1).all()


@pytest.mark.parametrize(
    ("first", "second", "together"),
    [
        ({"published_at": on(2)}, {"published_at": on(9)}, True),
        ({"published_at": on(2)}, {"published_at": on(10)}, False),
        ({}, {"published_at": on(10, month=2)}, True),
        ({}, {"published_at": on(10, month=2), "landed_on": DAY.replace(day=1)}, False),
        ({"published_at": on(1, month=2), "published_precision": "month"}, {"published_at": on(16)}, True),
    ],
)
def test_time_keeps_apart_only_what_it_knows(first, second, together):
    found = stories_of(article("a", HARBOUR[0], **first), article("b", HARBOUR[1], **second))
    assert (found.stories.height == 1) is together


def test_a_story_goes_on_while_reports_come_within_a_week():
    rows = [article(f"{n}", HARBOUR[n % 3], published_at=on(1 + 6 * n)) for n in range(4)]
    found = stories_of(*rows).stories
    assert found.select("article_count", "first_published_at", "last_published_at").rows() == [(4, on(1), on(19))]


def test_copies_go_where_their_canonical_article_goes():
    rows = [article("a", HARBOUR[0]), article("b", HARBOUR[1]), article("c", HARBOUR[0], source_id="outlet-a")]
    found = stories_of(*rows, c="a")
    assert members(found) == [["a", "b", "c"]]
    assert found.stories.select("article_count", "source_count", "independent_article_count").rows() == [(3, 2, 2)]
    similarity = dict(found.story_members.select("article_id", "similarity").iter_rows())
    assert similarity["a"] == similarity["c"]


def test_the_title_is_the_one_that_says_most_of_the_story():
    rows = [
        article("a", HARBOUR[0], title="A long wait"),
        article("b", HARBOUR[1], title="Herring harbour Marlow Bay closes"),
        article("c", HARBOUR[2], title=None),
    ]
    assert stories_of(*rows).stories.select("title", "representative_article_id").row(0) == (rows[1]["title"], "b")


def test_a_title_in_words_of_its_own_article_alone_does_not_speak_for_the_story():
    rows = [
        article(
            "a", f"The boat house of the beautiful sea hill: {HARBOUR[0]}", title="Boat house of the beautiful sea hill"
        ),
        article("b", HARBOUR[1], title="What they make of it at the other end of the bay"),
    ]
    assert stories_of(*rows).stories["representative_article_id"].to_list() == ["b"]


def test_a_title_that_several_outlets_print_is_the_storys():
    rows = [
        article("a", HARBOUR[0], title="Harbour of Marlow Bay closes", source_id="post"),
        article("b", HARBOUR[1], title="Six weeks without the harbour of Marlow Bay", source_id="times"),
        article("c", HARBOUR[1], title="Six weeks without the harbour of Marlow Bay", source_id="herald"),
        article("d", HARBOUR[0], title="Harbour of Marlow Bay closes", source_id="post"),
    ]
    assert stories_of(*rows, c="b", d="a").stories["representative_article_id"].to_list() == ["b"]


def test_without_titles_the_first_sentence_stands_in():
    assert (
        stories_of(article("a", FROST[0], title=None)).stories["title"][0]
        == "Frost destroyed cherry blossom in the Aldern valley."
    )
    long = stories_of(article("a", "word " * 60, title=None)).stories["title"][0]
    assert long.endswith("word…") and len(long) <= 121
    assert stories_of(article("a", "", title=None)).stories["title"].to_list() == [""]


def test_the_id_comes_from_what_landed_first_and_survives_new_days():
    early = article("bbbb0000aaaa11112222", HARBOUR[0], landed_on=DAY.replace(day=15))
    late = article("aaaa0000aaaa11112222", HARBOUR[1])
    alone, both = stories_of(early).stories, stories_of(early, late).stories
    assert alone["story_id"].to_list() == both["story_id"].to_list() == ["sbbbb0000aaaa111"]


def test_nothing_in_nothing_out():
    found = stories_of()
    assert found.stories.schema == find_table("stories").schema
    assert found.story_members.schema == find_table("story_members").schema


@pytest.mark.parametrize("body", ["", "…", "只有一句话。", "قال الوزير", "the"])
def test_texts_that_say_little_stand_alone(body):
    assert stories_of(article("a", body, title=None), article("b", HARBOUR[0])).stories.height == 2


GENERATED = generate_articles(400)[0].with_columns(own_key="article_id")
WHOLE = cluster_stories(GENERATED, copies(GENERATED), weigh_articles(GENERATED))


@settings(max_examples=4, deadline=None, derandomize=True)
@given(seed=st.integers(0, 1000), parts=st.integers(1, 7))
def test_any_order_and_any_split_into_days_gives_the_same(seed, parts):
    shuffled = GENERATED.sample(fraction=1, shuffle=True, seed=seed)
    kept = pl.concat([weigh_articles(shuffled.gather_every(parts, offset)) for offset in range(parts)])
    again = cluster_stories(shuffled, copies(shuffled), kept)
    assert_frame_equal(again.stories, WHOLE.stories)
    assert_frame_equal(again.story_members, WHOLE.story_members)


def test_generated_events_are_found():
    events = GENERATED.select("article_id", "event").join(WHOLE.story_members, on="article_id")
    assert events.group_by("story_id").agg(pl.col("event").n_unique())["event"].max() == 1
    assert WHOLE.stories.height <= 1.1 * GENERATED["event"].n_unique()
