"""B-cubed (Bagga and Baldwin 1998) and pairwise scores of a grouping against a labelled one."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple


class Score(NamedTuple):
    """Precision, recall, F1."""

    precision: float
    recall: float
    f1: float


def score_b_cubed(found: Sequence[str], gold: Sequence[str]) -> Score:
    """Mean over items of the shares of their group and of their label that both have."""
    groups, labels, both = Counter(found), Counter(gold), Counter(zip(found, gold, strict=True))
    precision = sum(n * n / groups[group] for (group, _), n in both.items()) / len(found)
    recall = sum(n * n / labels[label] for (_, label), n in both.items()) / len(found)
    return _with_f1(precision, recall)


def score_pairs(found: Sequence[str], gold: Sequence[str]) -> Score:
    """Over pairs of items that are together."""
    together = _count_pairs(Counter(zip(found, gold, strict=True)))
    return _with_f1(together / max(_count_pairs(Counter(found)), 1), together / max(_count_pairs(Counter(gold)), 1))


def _count_pairs(counts: Counter) -> int:
    return sum(n * (n - 1) // 2 for n in counts.values())


def _with_f1(precision: float, recall: float) -> Score:
    return Score(precision, recall, 2 * precision * recall / max(precision + recall, 1e-12))
