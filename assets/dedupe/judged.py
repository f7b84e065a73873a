"""What is kept from run to run, so that two texts that were compared once are not read again.

A judgement depends on the two texts alone; which pairs are candidates is a function of the set of texts. So taking it
from here and making it anew are the same.
"""

from dataclasses import dataclass

import numpy as np
import polars as pl

from assets.contract.frames import build_frame, conform_frame
from assets.dedupe.candidates import Candidates, Pairs
from assets.dedupe.corpus import Corpus
from assets.dedupe.flat import is_in
from assets.dedupe.hashing import Hashes
from assets.dedupe.tokens import Flags, Indices

KEYS = ["first_key", "second_key"]


@dataclass(frozen=True)
class Judged:
    """The tables `judged_pairs`, `compared_texts` and `common_values` of one run, for the next."""

    judged_pairs: pl.DataFrame
    compared_texts: pl.DataFrame
    common_values: pl.DataFrame


def nothing_judged() -> Judged:
    """The tables before the first run."""
    return Judged(*(build_frame(name, []) for name in Judged.__dataclass_fields__))


def find_fresh(corpus: Corpus, judged: Judged) -> Flags:
    """Flag the texts that were not compared before."""
    known = judged.compared_texts["text_key"].to_numpy()
    return ~is_in(signed(corpus.keys), known)


def recall_candidates(corpus: Corpus, candidates: Candidates, known: pl.DataFrame) -> pl.DataFrame:
    """All candidate pairs: first and second (text numbers), and the columns of `judged_pairs`, null where not judged.

    Pairs of texts that were not looked at are those of the last run. `known` is of number_pairs.
    """
    looked_at = candidates.looked_at[known["first"].to_numpy()] | candidates.looked_at[known["second"].to_numpy()]
    kept = known.filter(pl.col("is_candidate") & ~pl.Series(looked_at))
    found = recall_pairs(name_pairs(corpus, candidates.pairs), known).with_columns(is_candidate=pl.lit(True))
    return pl.concat([kept, found.select(kept.columns)])


def recall_pairs(pairs: pl.DataFrame, known: pl.DataFrame) -> pl.DataFrame:
    """`pairs` (of name_pairs) with what `known` (of number_pairs) says of them."""
    return pairs.join(known.drop("first", "second", "is_candidate"), on=KEYS, how="left", maintain_order="left")


def number_pairs(corpus: Corpus, pairs: pl.DataFrame) -> pl.DataFrame:
    """Rows of `judged_pairs` whose texts are there, with first and second: their numbers, in the order of the keys."""
    keys = signed(corpus.keys)
    order = np.argsort(keys)
    first, second = (_find(keys[order], order, pairs[name].to_numpy()) for name in KEYS)
    numbered = pairs.with_columns(first=pl.Series(first), second=pl.Series(second))
    return numbered.filter((pl.col("first") >= 0) & (pl.col("second") >= 0))


def _find(ordered: Indices, order: Indices, wanted: Indices) -> Indices:
    """Numbers of the wanted keys; -1 for one that is not there."""
    if not len(ordered):
        return np.full(len(wanted), -1, dtype=np.int64)
    places = np.minimum(np.searchsorted(ordered, wanted), len(ordered) - 1)
    return np.where(ordered[places] == wanted, order[places], -1)


def name_pairs(corpus: Corpus, pairs: Pairs) -> pl.DataFrame:
    """first, second, first_key, second_key: the two texts in the order of their keys."""
    keys = signed(corpus.keys)
    swap = keys[pairs.first] > keys[pairs.second]
    first, second = np.where(swap, pairs.second, pairs.first), np.where(swap, pairs.first, pairs.second)
    return pl.DataFrame({"first": first, "second": second, "first_key": keys[first], "second_key": keys[second]})


def keep_judged(corpus: Corpus, pairs: pl.DataFrame, candidates: Candidates) -> Judged:
    """The tables for the next run; `pairs` are all that were judged or recalled."""
    texts = pl.DataFrame({"text_key": signed(corpus.keys)})
    return Judged(conform_frame("judged_pairs", pairs), conform_frame("compared_texts", texts), candidates.common)


def signed(keys: Hashes) -> Indices:
    """Keys as the tables hold them."""
    return keys.view(np.int64)
