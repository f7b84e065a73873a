"""Garbled names in headlines, put right by the other headlines of the story; never in the text itself.

Put here: the vote, and the suspicion of machine translation that follows from it. Keep out: true spellings (corpus.py).
"""

from typing import Any, NamedTuple

import polars as pl

from assets.contract.bodies import ReadBodies
from assets.entities.identity import Identified
from assets.entities.judge import is_never_name
from assets.entities.known import find_known, find_surname
from assets.entities.lists import first_names, read_lines
from assets.entities.names import PERSON
from assets.entities.numbered import KIND_NUMBERS, NONE, Numbered
from assets.entities.places import find_places
from assets.entities.text import fold, split_words

# Other headlines of the story that must name the person, in number and as a share of those with any name.
LEAST_VOTES, VOTE_SHARE = 2, 0.5

BASIS = "story_vote"
REPAIRS = pl.Schema(
    {"entity": pl.Int64, "alias": pl.String, "mention_count": pl.Int64, "basis": pl.String, "evidence": pl.String}
)
_VOWELS = frozenset("aeiouyhw")


class Vote(NamedTuple):
    """What the other headlines of its story say about an article's main person."""

    article: int
    story: int
    entity: int
    votes: int
    is_in_title: bool


def vote_on_headlines(
    numbered: Numbered, identified: Identified, canonical: list[str], articles: pl.DataFrame, read_bodies: ReadBodies
) -> tuple[pl.DataFrame, list[dict[str, Any]]]:
    """REPAIRS, and rows of staging table suspicions; `articles` has article_id and title.

    An article is assessed when at least LEAST_VOTES other headlines of its story name the person whom its body names
    most. It is suspect when its own headline has, in that person's place, a word that sounds alike and that neither its
    body nor any other headline of the story has.
    """
    forms = numbered.forms.frame("article", "story", "is_title", "kind", "count").with_columns(entity=identified.entity)
    votes = _votes(forms.filter(pl.col("story") != NONE))
    titles = numbered.article_ids.to_frame("article_id").join(
        articles.select("article_id", "title"), on="article_id", how="left", maintain_order="left"
    )
    strange = {
        vote.article: word
        for vote in votes
        if not vote.is_in_title and (word := _strange_word(titles["title"][vote.article], canonical[vote.entity]))
    }
    elsewhere = _seen_elsewhere(forms, strange, titles, read_bodies)
    repairs, suspicions = [], []
    for vote in votes:
        garbled = strange.get(vote.article) if vote.article not in elsewhere else None
        if garbled is None and not vote.is_in_title:
            continue
        evidence = _evidence(vote, canonical[vote.entity], garbled)
        article_id = titles["article_id"][vote.article]
        suspicions.append({"article_id": article_id, "is_machine_translated": bool(garbled), "evidence": evidence})
        if garbled:
            repairs.append((vote.entity, garbled, 1, BASIS, evidence))
    offered = pl.DataFrame(repairs, schema=REPAIRS, orient="row")
    return offered.unique(["entity", "alias"], keep="first", maintain_order=True), suspicions


def _evidence(vote: Vote, name: str, garbled: str | None) -> str:
    if garbled:
        return f"the headline has {garbled!r} where {vote.votes} other headlines of the story have {name!r}"
    return f"the headline has {name!r} as {vote.votes} other headlines of the story have {name!r}"


def _votes(forms: pl.DataFrame) -> list[Vote]:
    """One vote for each article whose main person enough other headlines name."""
    people = forms.filter(pl.col("kind") == KIND_NUMBERS[PERSON])
    in_body = people.filter(~pl.col("is_title"))
    counted = in_body.group_by("story", "article", "entity").agg(pl.col("count").sum())
    ranked = counted.sort("article", "count", "entity", descending=[False, True, False])
    main = ranked.unique("article", keep="first", maintain_order=True)
    titled = people.filter(pl.col("is_title")).select("story", "article", "entity").unique()
    in_title = titled.select("article", "entity", is_in_title=True)
    counts = titled.group_by("story", "entity").agg(pl.len().alias("titles"))
    headlines = titled.group_by("story").agg(pl.col("article").n_unique().alias("all_titles"))
    joined = main.join(counts, on=["story", "entity"]).join(headlines, on="story")
    joined = joined.join(in_title, on=["article", "entity"], how="left").with_columns(
        pl.col("is_in_title").fill_null(False)
    )
    votes = (pl.col("titles") - pl.col("is_in_title").cast(pl.Int64)).alias("votes")
    enough = (pl.col("votes") >= LEAST_VOTES) & (pl.col("votes") >= VOTE_SHARE * (pl.col("all_titles") - 1))
    chosen = joined.with_columns(votes).filter(enough).sort("article")
    return [Vote(*row) for row in chosen.select(Vote._fields).iter_rows()]


def _strange_word(title: str | None, name: str) -> str | None:
    """The headline's word that stands for the name, when exactly one can."""
    words = {word.text for word in split_words(title or "")}
    strange = {word for word in words if _may_be_garbled(word) and sounds_alike(word, name.split()[-1])}
    return strange.pop() if len(strange) == 1 else None


def _seen_elsewhere(
    forms: pl.DataFrame, strange: dict[int, str], titles: pl.DataFrame, read_bodies: ReadBodies
) -> set[int]:
    """Articles whose strange word their own body has, or another headline of their story: then it is a word."""
    if not strange:
        return set()
    words = pl.DataFrame({"article": list(strange), "word": list(strange.values())}).join(
        forms.select("article", "story").unique(), on="article"
    )
    ids = titles.with_row_index("article").with_columns(pl.col("article").cast(pl.Int64))
    own = words.join(ids, on="article").join(
        read_bodies(titles["article_id"].gather(words["article"])), on="article_id"
    )
    in_body = own.filter(pl.col("body").str.contains(pl.col("word"), literal=True))["article"]
    members = forms.join(words, on="story", how="semi").select("story", other="article").unique()
    others = words.join(members, on="story").filter(pl.col("other") != pl.col("article"))
    headlines = others.join(ids.select(other="article", headline="title"), on="other")
    in_title = headlines.filter(pl.col("headline").str.contains(pl.col("word"), literal=True))["article"]
    return {*in_body, *in_title}


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
