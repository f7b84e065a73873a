"""Scores of extracted bodies and fields against gold.

What is here is arithmetic; reading gold and running tools is not.

Body metric: that of the article-extraction-benchmark (4-gram shingles of word tokens, multiset overlap,
mean per page).
"""

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from datetime import date

TOKEN = re.compile(r"\w+", re.UNICODE)
SHINGLE_WORDS = 4


@dataclass(slots=True)
class BodyScore:
    precision: float
    recall: float
    is_exact: bool


@dataclass(slots=True)
class BodyTotals:
    f1: float
    precision: float
    recall: float
    exact: float
    empty: int


def tokens(text: str) -> list[str]:
    return TOKEN.findall(text or "")


def shingles(words: list[str]) -> Counter[tuple[str, ...]]:
    if len(words) < SHINGLE_WORDS:
        return Counter([tuple(words)]) if words else Counter()
    return Counter(tuple(words[i : i + SHINGLE_WORDS]) for i in range(len(words) - SHINGLE_WORDS + 1))


def score_body(gold: str, found: str) -> BodyScore:
    gold_words, found_words = tokens(gold), tokens(found)
    gold_set, found_set = shingles(gold_words), shingles(found_words)
    shared = sum((gold_set & found_set).values())
    return BodyScore(
        shared / max(1, sum(found_set.values())),
        shared / max(1, sum(gold_set.values())),
        gold_words == found_words,
    )


def total_bodies(scores: list[BodyScore]) -> BodyTotals:
    pages = max(1, len(scores))
    precision = sum(s.precision for s in scores) / pages
    recall = sum(s.recall for s in scores) / pages
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    exact = sum(s.is_exact for s in scores) / pages
    return BodyTotals(f1, precision, recall, exact, sum(s.precision == 0 for s in scores))


def fold(text: str | None) -> str:
    """NFKC, case folded, only letters and digits kept: what counts as the same title or name."""
    plain = unicodedata.normalize("NFKC", text or "").casefold()
    return " ".join(TOKEN.findall(plain))


def same_title(gold: str | None, found: str | None) -> bool:
    return fold(gold) == fold(found)


def same_authors(gold: list[str], found: list[str]) -> bool:
    return {fold(a) for a in gold} == {fold(a) for a in found}


def days_apart(gold: str, found: date | None) -> int | None:
    """Days between the gold day (ISO) and the found one; None when nothing was found."""
    return None if found is None else abs((date.fromisoformat(gold) - found).days)


def same_site(gold: str | None, found: str | None) -> bool:
    one, other = fold(gold), fold(found)
    return bool(one and other) and (one in other or other in one)
