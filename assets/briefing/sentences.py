"""The few sentences that stand for a story: what most of its articles say, in the words of different publishers.

Method: sentences scored by how many of the story's articles use their words (as in centroid summarization,
Radev et al. 2004), taken greedily while they repeat little of what was taken.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

OPENING_CHARS = 2000  # sql/briefing/stories.sql hands over that much of a body
SENTENCES_PER_ARTICLE = 6
SHORTEST, LONGEST = 50, 300
MAX_SHARED_WORDS = 0.35

# PLACE, Nov 16 (Agency) — at the head of a body.
_DATELINE = re.compile(r"^[^\W\d_a-zß-ÿ]{3}[^—–\n]{0,60}?\s(?:—|–|--|-)\s")
_END = re.compile(r"([.!?…][\"'»”’)\]]*) (?=[\"'«„“‘(¿¡]*[A-ZÀ-ÖØ-Þ0-9])")
# Nov. 3, Dr. Quill, U.S. Navy: a dot after a capital or a short word with one ends no sentence.
_ABBREVIATED = re.compile(r"(?:^|[\s(])(?:[A-ZÀ-Þ][a-zß-ÿ]{0,2}|Sept|Prof|Capt|(?:[A-Za-z]\.)+[A-Za-z])\.$")
_WORD = re.compile(r"[^\W\d_]{4,}")


@dataclass(frozen=True)
class Sentence:
    """A sentence of an article, and whose it is."""

    text: str
    source: str | None
    words: frozenset[str]


def representative_sentences(articles: Sequence[Mapping[str, Any]], limit: int = 3) -> list[Sentence]:
    """At most `limit` sentences, the first article's first one ahead; only articles in its language are read.

    Articles have `source`, `language` and `opening` (the head of the body).
    """
    articles = [article for article in articles if article["language"] == articles[0]["language"]]
    candidates = [sentence for article in articles for sentence in _sentences(article)]
    if not candidates:
        return []
    spread = Counter(word for article in articles for word in _words(article["opening"]))
    chosen = [candidates[0]]
    for is_new_source_wanted in (True, False):
        for sentence in sorted(candidates, key=lambda s: -_weight(s, spread)):
            used = {s.source for s in chosen}
            if (
                len(chosen) < limit
                and not (is_new_source_wanted and sentence.source in used)
                and _adds(sentence, chosen)
            ):
                chosen.append(sentence)
    return chosen


def split_sentences(text: str) -> list[str]:
    """The sentences of `text`, paragraph by paragraph."""
    found: list[str] = []
    for paragraph in text.split("\n\n"):
        sentence = ""
        for piece in _END.sub(r"\1\n", " ".join(paragraph.split())).split("\n"):
            sentence = f"{sentence} {piece}".strip()
            if not _ABBREVIATED.search(sentence):
                found.append(sentence)
                sentence = ""
        if sentence:
            found.append(sentence)
    return found


def _sentences(article: Mapping[str, Any]) -> list[Sentence]:
    opening = article["opening"]
    found = split_sentences(_DATELINE.sub("", opening, count=1))
    whole = found[:-1] if len(opening) >= OPENING_CHARS else found
    fitting = [
        text for text in whole[:SENTENCES_PER_ARTICLE] if SHORTEST <= len(text) <= LONGEST and text[-1] in ".!?…"
    ]
    return [Sentence(text, article["source"], _words(text)) for text in fitting]


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.lower()))


def _weight(sentence: Sentence, spread: Counter[str]) -> float:
    """Mean number of articles that share its words; the constant keeps very short sentences from winning."""
    return sum(spread[word] for word in sorted(sentence.words)) / (len(sentence.words) + 4)


def _adds(sentence: Sentence, chosen: Sequence[Sentence]) -> bool:
    def overlap(other: Sentence) -> float:
        return len(sentence.words & other.words) / max(1, min(len(sentence.words), len(other.words)))

    return all(overlap(other) <= MAX_SHARED_WORDS for other in chosen)
