"""Garbled names in headlines, put right by the other headlines of the story; never in the text itself.

Put here: the vote, and the suspicion of machine translation that follows from it. Keep out: true spellings (corpus.py).
"""

from typing import Any, NamedTuple

import polars as pl

from assets.entities.judge import is_never_name
from assets.entities.known import find_known, find_surname
from assets.entities.lists import first_names, read_lines
from assets.entities.names import PERSON
from assets.entities.places import find_places
from assets.entities.text import fold, split_words

# Other headlines of the story that must name the person, in number and as a share of those with any name.
LEAST_VOTES, VOTE_SHARE = 2, 0.5

BASIS = "story_vote"
_VOWELS = frozenset("aeiouyhw")


class Vote(NamedTuple):
    """What the other headlines of its story say about an article's main person."""

    article_id: str
    entity_id: str
    votes: int
    is_in_title: bool


def vote_on_headlines(
    articles: pl.DataFrame, identified: pl.DataFrame, canonical: dict[str, str]
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Alias rows (entity_id, alias, mention_count, basis) and rows of staging table suspicions.

    An article is assessed when at least LEAST_VOTES other headlines of its story name the person whom its body names
    most. It is suspect when its own headline has, in that person's place, a word that sounds alike and that neither its
    body nor any other headline of the story has.
    """
    texts = {row[0]: (row[1] or "", row[2]) for row in articles.select("article_id", "title", "body").iter_rows()}
    members = dict(
        identified.drop_nulls("story_id").group_by("story_id").agg(pl.col("article_id").unique().sort()).iter_rows()
    )
    story_of = {article_id: ids for ids in members.values() for article_id in ids}
    aliases, suspicions = [], []
    for vote in _votes(identified):
        name = canonical[vote.entity_id]
        garbled = None if vote.is_in_title else _garbled(vote.article_id, name, texts, story_of[vote.article_id])
        if garbled is None and not vote.is_in_title:
            continue
        others = f"{vote.votes} other headlines of the story have {name!r}"
        evidence = (
            f"the headline has {garbled!r} where {others}" if garbled else f"the headline has {name!r} as {others}"
        )
        suspicions.append({"article_id": vote.article_id, "is_machine_translated": bool(garbled), "evidence": evidence})
        if garbled:
            aliases.append({"entity_id": vote.entity_id, "alias": garbled, "mention_count": 1, "basis": BASIS})
    return aliases, suspicions


def _votes(identified: pl.DataFrame) -> list[Vote]:
    """One vote for each article whose main person enough other headlines name."""
    people = identified.filter((pl.col("kind") == PERSON) & pl.col("story_id").is_not_null())
    in_body = people.filter(pl.col("part") == "body")
    counted = in_body.group_by("story_id", "article_id", "entity_id").agg(pl.len().alias("count"))
    ranked = counted.sort("article_id", "count", "entity_id", descending=[False, True, False])
    main = ranked.unique("article_id", keep="first", maintain_order=True)
    titled = people.filter(pl.col("part") == "title").select("story_id", "article_id", "entity_id").unique()
    in_title = titled.select("article_id", "entity_id", is_in_title=True)
    counts = titled.group_by("story_id", "entity_id").agg(pl.len().alias("titles"))
    headlines = titled.group_by("story_id").agg(pl.col("article_id").n_unique().alias("all_titles"))
    joined = main.join(counts, on=["story_id", "entity_id"]).join(headlines, on="story_id")
    joined = joined.join(in_title, on=["article_id", "entity_id"], how="left").with_columns(
        pl.col("is_in_title").fill_null(False)
    )
    votes = (pl.col("titles") - pl.col("is_in_title").cast(pl.Int64)).alias("votes")
    enough = (pl.col("votes") >= LEAST_VOTES) & (pl.col("votes") >= VOTE_SHARE * (pl.col("all_titles") - 1))
    chosen = joined.with_columns(votes).filter(enough).sort("article_id")
    return [Vote(*row) for row in chosen.select("article_id", "entity_id", "votes", "is_in_title").iter_rows()]


def _garbled(article_id: str, name: str, texts: dict[str, tuple[str, str]], story: list[str]) -> str | None:
    """The headline's word that stands for the name, when exactly one can."""
    title, body = texts[article_id]
    strange = [
        word.text
        for word in split_words(title)
        if _may_be_garbled(word.text) and sounds_alike(word.text, name.split()[-1])
    ]
    if len(set(strange)) != 1:
        return None
    elsewhere = [body, *(texts[other][0] for other in story if other != article_id)]
    return None if any(strange[0] in text for text in elsewhere) else strange[0]


def _may_be_garbled(word: str) -> bool:
    """A capitalised word that no list knows: neither a name nor a common word of headlines."""
    if len(word) < 4 or not word[0].isupper() or is_never_name(word) or fold(word) in read_lines("title_words.txt"):
        return False
    return not (find_places(word) or find_known(word) or find_surname(word) or word in first_names())


def sounds_alike(word: str, surname: str) -> bool:
    """True when both start alike and the consonants of the shorter, two at least, open those of the longer."""
    a, b = fold(word), fold(surname)
    if not a or not b or a[0] != b[0] or a == b:
        return False
    short, long = sorted((_consonants(a), _consonants(b)), key=len)
    return len(short) >= 2 and long.startswith(short)


def _consonants(word: str) -> str:
    """The first letter and the consonants after it, doubled ones once."""
    kept = word[0]
    for letter in word[1:]:
        if letter not in _VOWELS and letter != kept[-1]:
            kept += letter
    return kept
