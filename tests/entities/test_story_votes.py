import polars as pl
import pytest

from assets.entities.story_votes import sounds_alike
from tests.entities.samples import TellingBackend, make_articles, one_story, own_stories, resolve

BODY = "Minister Petra Hollstrand spoke. Hollstrand promised a dam, Hollstrand said."
BACKEND = TellingBackend(person=["Petra Hollstrand", "Hollstrand"])


def report(*titles, stories=one_story):
    articles = make_articles(*[BODY] * len(titles), titles=titles)
    return resolve(articles, stories(articles), BACKEND)


def test_two_other_headlines_put_a_garbled_name_right_without_touching_text():
    tables = report("Hollstrand promises dam", "Dam: Hollstrand speaks", "Harbour Says: Dam Will Come")
    voted = tables.entity_aliases.filter(pl.col("basis") == "story_vote")
    assert voted.select("entity_id", "alias").rows() == []
    tables = report("Hollstrand promises dam", "Dam: Hollstrand speaks", "Hollast Says: Dam Will Come")
    voted = tables.entity_aliases.filter(pl.col("basis") == "story_vote")
    assert voted.select("entity_id", "alias").rows() == [("person/petra-hollstrand", "Hollast")]
    assert tables.suspicions.filter("is_machine_translated")["article_id"].to_list() == ["a2"]
    assert "Hollast" not in set(tables.mentions["text"])


def test_headlines_that_agree_are_assessed_and_not_suspect():
    tables = report("Hollstrand promises dam", "Dam: Hollstrand speaks", "Hollstrand on the dam")
    assert tables.suspicions["is_machine_translated"].to_list() == [False] * 3


@pytest.mark.parametrize(
    "titles",
    [
        ("Hollstrand promises dam", "Hollast Says: Dam Will Come"),  # one vote only
        ("Hollstrand speaks", "Hollstrand here", "Dam Will Come"),  # nobody in the headline
        ("Hollstrand speaks", "Hollast and Hollstrand", "Hollast Says: Dam Comes"),  # another headline has the word
    ],
)
def test_doubtful_headlines_are_left_alone(titles):
    tables = report(*titles)
    assert not tables.suspicions["is_machine_translated"].any()
    assert "story_vote" not in set(tables.entity_aliases["basis"])


def test_articles_of_different_stories_do_not_vote():
    tables = report("Hollstrand speaks", "Hollstrand here", "Hollast Says: Dam", stories=own_stories)
    assert tables.suspicions.height == 0


@pytest.mark.parametrize(
    ("word", "surname", "expected"),
    [
        ("Hague", "Hegseth", True),
        ("Zelinski", "Zelensky", True),
        ("Sunday", "Sunak", False),
        ("Rotte", "Rutte", True),
        ("Berlin", "Merkel", False),
        ("Hegseth", "Hegseth", False),
    ],
)
def test_consonants_decide_what_sounds_alike(word, surname, expected):
    assert sounds_alike(word, surname) is expected
