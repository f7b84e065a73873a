"""The same quotation in several articles: one group id. Keep out: finding quotations and who speaks.

Two quotations are the same when one has all the words of the other in a row: eight words are enough, five when both are
by the same entity, fewer when they are also equal. A function of the set, linear in its words: words are numbers, and
only the first five of each quotation are looked up in the others.
"""

import hashlib
import re
from functools import lru_cache

import numpy as np
import polars as pl
from numpy.typing import NDArray

from assets.contract.frames import conform_frame
from assets.quotes.word_runs import Runs, find_contained

SHINGLE = 5
SURE_WORDS = 8
NONE = -1  # The number of a speaker whom the article does not tell.
_WORD = re.compile(r"\w+")
_APOSTROPHE = re.compile(r"(?<=\w)[’'](?=\w)")

Pairs = tuple[NDArray[np.int64], NDArray[np.int64]]


def number_words(quote: str) -> list[int]:
    """The words of a quotation as numbers: without case and punctuation; a contraction is one word."""
    return [_number_word(word) for word in _WORD.findall(_APOSTROPHE.sub("", quote.casefold()))]


@lru_cache(maxsize=1 << 16)
def _number_word(word: str) -> int:
    digest = hashlib.blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "little")


def group_quotes(quoted: pl.DataFrame, articles: pl.DataFrame) -> pl.DataFrame:
    """Contract table `quotes`: `quoted` (as extract.read_quotes gives it) with quote_group_id and is_canonical.

    `articles` needs article_id and landed_on. A group is named after its first member (landing day, article, position),
    so that its name survives new days; its longest form is canonical, of equals the first.
    """
    order = ["landed_on", "article_id", "char_start", "char_end"]
    rows = quoted.join(articles.select("article_id", "landed_on"), on="article_id").sort(order)
    runs = Runs(rows["words"])
    speaker = rows["speaker_entity_id"].rank("dense").cast(pl.Int64).fill_null(NONE).to_numpy()
    is_direct = rows["is_direct"].to_numpy()
    first = _unite(len(rows), [_equal(runs, is_direct, speaker), _contained(runs, is_direct, speaker)])
    grouped = rows.with_columns(quote_group_id=rows["quote_id"].gather(first), size=pl.Series(runs.sizes))
    longest = pl.col("size") == pl.col("size").max().over("quote_group_id")
    marked = grouped.with_columns(is_longest=longest).with_row_index("row")
    is_first = pl.col("row") == pl.col("row").min().over("quote_group_id", "is_longest")
    marked = marked.with_columns(is_canonical=pl.col("is_longest") & is_first)
    return conform_frame("quotes", marked)


def _equal(runs: Runs, is_direct: NDArray[np.bool_], speaker: NDArray[np.int64]) -> Pairs:
    """Each quotation with the first one of the same words; short ones only of the same speaker."""
    whose = np.where(runs.sizes >= SURE_WORDS, NONE, speaker)
    counts = (runs.sizes >= SURE_WORDS) | (speaker != NONE)
    keys = pl.DataFrame({"text": runs.names, "size": runs.sizes, "direct": is_direct, "whose": whose})
    rows = keys.with_row_index("row").filter(pl.Series(counts))
    firsts = rows.select(pl.col("row"), first=pl.col("row").min().over("text", "size", "direct", "whose"))
    return firsts["first"].cast(pl.Int64).to_numpy(), firsts["row"].cast(pl.Int64).to_numpy()


def _contained(runs: Runs, is_direct: NDArray[np.bool_], speaker: NDArray[np.int64]) -> Pairs:
    """Pairs of which one has all words of the other; of quotations that are equal the first stands for all."""
    keys = pl.DataFrame({"text": runs.names, "size": runs.sizes, "direct": is_direct, "speaker": speaker})
    counts = (runs.sizes >= SURE_WORDS) | ((speaker != NONE) & (runs.sizes >= SHINGLE))
    distinct = keys.with_row_index("row").filter(pl.Series(counts))
    chosen = distinct.unique(["text", "size", "direct", "speaker"], keep="first", maintain_order=True)
    outer, inner = find_contained(runs, chosen["row"].cast(pl.Int64).to_numpy(), SHINGLE)
    same = (speaker[outer] == speaker[inner]) & (speaker[outer] != NONE)
    kept = (is_direct[outer] == is_direct[inner]) & (same | (runs.sizes[inner] >= SURE_WORDS))
    return outer[kept], inner[kept]


def _unite(count: int, pairs: list[Pairs]) -> NDArray[np.int64]:
    """For each of `count` members the lowest one that a chain of pairs connects it with."""
    parents = list(range(count))
    for one, other in (pair for left, right in pairs for pair in zip(left.tolist(), right.tolist(), strict=True)):
        if one != other:
            low, high = sorted((_root(parents, one), _root(parents, other)))
            parents[high] = low
    return np.array([_root(parents, member) for member in range(count)], dtype=np.int64)


def _root(parents: list[int], member: int) -> int:
    while parents[member] != member:
        parents[member] = parents[parents[member]]
        member = parents[member]
    return member
