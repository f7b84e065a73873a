"""All judged pairs of texts of one run: the candidates, and the pairs that a group asks for."""

import numpy as np
import polars as pl

from assets.dedupe.candidates import Pairs, find_candidates
from assets.dedupe.corpus import Corpus
from assets.dedupe.evidence import ReadTexts
from assets.dedupe.flat import is_in
from assets.dedupe.judged import (
    Judged,
    find_fresh,
    keep_judged,
    name_pairs,
    number_pairs,
    recall_candidates,
    recall_pairs,
)
from assets.dedupe.rules import JUDGEMENT, demote_pages, judge_pairs
from assets.dedupe.tokens import Flags, Indices


class Links:
    """Judged pairs; `all` are those that share enough, with small and large (text numbers) and the JUDGEMENT."""

    def __init__(self, corpus: Corpus, judged: Judged, read: ReadTexts) -> None:
        """Find the candidates, and judge those that `judged`, of an earlier run, does not hold."""
        self._corpus, self._read = corpus, read
        self._candidates = find_candidates(corpus, find_fresh(corpus, judged), judged.common_values)
        self._known = number_pairs(corpus, judged.judged_pairs)
        self._pairs = self._judge(recall_candidates(corpus, self._candidates, self._known))
        self.all = demote_pages(_as_links(self._pairs))

    def near(self) -> tuple[Indices, Indices]:
        """Both texts of every near link."""
        near = self.all.filter(pl.col("kind") == "near")
        return near["small"].to_numpy(), near["large"].to_numpy()

    def are_near(self, one: Indices, other: Indices) -> Flags:
        """Which pairs are near. Those that were no candidates are compared, and are links from then on."""
        codes = self._code(one, other)
        seen = np.sort(self._code(self._pairs["first"].to_numpy(), self._pairs["second"].to_numpy()))
        new = np.unique(codes[~is_in(codes, seen)])
        if len(new):
            asked = recall_pairs(name_pairs(self._corpus, Pairs(*np.divmod(new, len(self._corpus.words)))), self._known)
            found = self._judge(asked.with_columns(is_candidate=pl.lit(False)).select(self._pairs.columns))
            self._pairs = pl.concat([self._pairs, found])
            self.all = pl.concat([self.all, _as_links(found)])
        return is_in(codes, np.sort(self._code(*self.near())))

    def keep(self) -> Judged:
        """What the next run need not do again."""
        return keep_judged(self._corpus, self._pairs, self._candidates)

    def _judge(self, pairs: pl.DataFrame) -> pl.DataFrame:
        missing = pairs.filter(pl.col("explanation").is_null())
        made = judge_pairs(missing.drop(list(JUDGEMENT)), self._read)
        return pl.concat([pairs.filter(pl.col("explanation").is_not_null()), made.select(pairs.columns)])

    def _code(self, one: Indices, other: Indices) -> Indices:
        return np.minimum(one, other) * len(self._corpus.words) + np.maximum(one, other)


def _as_links(pairs: pl.DataFrame) -> pl.DataFrame:
    """Pairs that share enough, by their small and large text, in an order that depends on nothing else."""
    links = pairs.filter(pl.col("containment") > 0).select(
        *(name for name in JUDGEMENT if name != "is_first_small"),
        small=pl.when("is_first_small").then("first").otherwise("second"),
        large=pl.when("is_first_small").then("second").otherwise("first"),
    )
    return links.sort("small", "large")
