import polars as pl
import pytest

from assets.contract.catalog import find_table
from assets.topics.tag import SHARE_OF_BEST, tag_articles
from assets.topics.vocabulary import topic_table

FLOOD = (
    "Heavy rain flooded three villages on Sunday. Rescue workers searched the rubble of a collapsed bridge, "
    "and the death toll rose to nine after a landslide buried a bus. Survivors were evacuated by helicopter."
)
MATCH = (
    "The striker scored twice as the hosts won the cup final. The goalkeeper saved a penalty kick in stoppage "
    "time, and the coach praised his players after the match at the national stadium."
)


def as_articles(**bodies: str | tuple[str | None, str, str | None]) -> pl.DataFrame:
    rows = [(key, *(value if isinstance(value, tuple) else (None, value, "en"))) for key, value in bodies.items()]
    schema = {"article_id": pl.String, "title": pl.String, "body": pl.String, "language": pl.String}
    return pl.DataFrame(rows, schema=schema, orient="row").with_columns(subtitle=pl.lit(None, pl.String))


def tops(tags: pl.DataFrame, article_id: str) -> list[str]:
    levels = topic_table().filter(pl.col("level") == 1).select("topic_id")
    own = tags.filter(pl.col("article_id") == article_id).join(levels, on="topic_id", how="semi")
    return own.sort(-pl.col("score"))["topic_id"].to_list()


def test_the_frame_follows_the_contract():
    tags = tag_articles(as_articles(a=FLOOD, b=MATCH))
    assert tags.schema == find_table("article_topics").schema
    assert tags["score"].is_between(0, 1).all()
    assert tags["evidence"].list.len().min() > 0


def test_words_decide_and_are_kept_as_evidence_strongest_first():
    tags = tag_articles(as_articles(flood=FLOOD, match=MATCH))
    assert tops(tags, "flood")[0] == "03000000"
    assert tops(tags, "match") == ["15000000"]
    evidence = tags.filter(pl.col("topic_id") == "15000000")["evidence"][0].to_list()
    assert evidence.index("penalty kick") < evidence.index("stadium")


def test_second_levels_stay_inside_the_winning_top_levels():
    tags = tag_articles(as_articles(flood=FLOOD)).join(topic_table(), on="topic_id")
    seconds = tags.filter(pl.col("level") == 2)
    assert seconds.height > 0
    assert seconds["parent_topic_id"].is_in(tags.filter(pl.col("level") == 1)["topic_id"].to_list()).all()
    assert "20000148" in seconds["topic_id"].to_list()  # disaster


def test_further_topics_reach_their_share_of_the_best():
    tags = tag_articles(as_articles(both=f"{MATCH} {FLOOD}"))
    scores = tags.join(topic_table().filter(pl.col("level") == 1), on="topic_id", how="semi")["score"]
    assert len(scores) >= 2
    assert scores.min() >= SHARE_OF_BEST * scores.max() - 1e-6


def test_a_phrase_counts_as_a_whole():
    tags = tag_articles(as_articles(a="The health minister met the foreign minister and the prime minister today."))
    evidence = [word for words in tags["evidence"].to_list() for word in words]
    assert "prime minister" in evidence
    assert "minister" not in evidence


def test_the_title_counts_more_than_the_body():
    body = "The council met on Monday and spoke for an hour about several things that people had asked for."
    tags = tag_articles(as_articles(plain=body, titled=("Earthquake leaves dozens dead", body, "en")))
    assert tops(tags, "plain") == []
    assert tops(tags, "titled")[0] == "03000000"


@pytest.mark.parametrize("body", ["", "Hello.", "The cat sat there and looked at him."])
def test_too_few_words_give_no_topic(body):
    assert tag_articles(as_articles(a=body)).height == 0


def test_languages_without_a_lexicon_get_no_invented_topics():
    polish = "Minister powiedział w parlamencie, że rząd i budżet. Export, premier, bank, hotel, policja, film, sport."
    tags = tag_articles(as_articles(a=(None, polish, "pl"), b=(None, polish, None), c=(None, MATCH, "fi")))
    assert tags.height == 0


FIRST_TOPICS = [
    ("de", "Die Feuerwehr löschte den Brand, zwei Verletzte kamen ins Freie. Der Großbrand begann nachts.", "03000000"),
    ("de", "Die Gewerkschaft ruft zum Warnstreik auf. Die Beschäftigten fordern höhere Löhne.", "09000000"),
    (
        "de",
        "Der Stürmer traf im Finale zweimal, der Torwart hielt einen Elfmeter. Der Trainer lobte das Team.",
        "15000000",
    ),
    ("es", "El juez envió a prisión al acusado. La fiscalía pide diez años de cárcel por el robo.", "02000000"),
    ("es", "El hospital suma cien pacientes con el virus. La vacuna llega mañana, dijo el médico.", "07000000"),
    ("es", "Las elecciones dejan al gobierno sin mayoría. El presidente negocia con otros partidos.", "11000000"),
    ("fr", "Les enseignants du collège demandent plus de classes. Le rectorat reçoit les élèves.", "05000000"),
    ("fr", "Le séisme a fait douze morts. Les secours cherchent des disparus après l’inondation.", "03000000"),
    ("fr", "L’inflation recule, selon l’Insee. La bourse salue la baisse des prix et les entreprises.", "04000000"),
]


@pytest.mark.parametrize(("language", "body", "topic"), FIRST_TOPICS)
def test_german_spanish_and_french_have_lexicons_of_their_own(language, body, topic):
    tags = tag_articles(as_articles(told=(None, body, language), unknown=(None, body, None)))
    assert tops(tags, "told")[:1] == [topic]
    assert tops(tags, "unknown")[:1] in ([topic], [])


def test_an_unknown_language_is_english_by_its_small_words():
    assert tops(tag_articles(as_articles(a=(None, MATCH, None))), "a") == ["15000000"]


def test_every_article_is_tagged_alone_in_any_order():
    articles = as_articles(a=FLOOD, b=MATCH, c=f"{MATCH} {FLOOD}")
    together = tag_articles(articles)
    assert together.equals(tag_articles(articles.reverse()))
    alone = pl.concat([tag_articles(articles.slice(i, 1)) for i in range(3)])
    assert together.equals(alone.sort("article_id", "topic_id"))


def test_no_articles_give_an_empty_frame():
    assert tag_articles(as_articles(a=FLOOD).clear()).schema == find_table("article_topics").schema
