"""Groups of copies: connected texts, each of which is a near copy of the one that stands for the group."""

from collections.abc import Callable

import numpy as np

from assets.dedupe.tokens import Flags, Indices

# Labels of groups of numbers -> the member that stands for each: label by number (-1: in none), member by label.
Choose = Callable[[Indices], Indices]
# Pairs of numbers -> whether each is near.
AreNear = Callable[[Indices, Indices], Flags]


def label_components(first: Indices, second: Indices, count: int) -> Indices:
    """Component of each of `count` numbers, by the edges first - second: its smallest member; -1 without an edge."""
    label = np.arange(count)
    while True:
        before = label.copy()
        low = np.minimum(label[first], label[second])
        np.minimum.at(label, first, low)
        np.minimum.at(label, second, low)
        label = label[label]
        if (label == before).all():
            break
    alone = np.ones(count, dtype=bool)
    alone[first] = alone[second] = False
    return np.where(alone, -1, label)


def form_groups(first: Indices, second: Indices, count: int, choose: Choose, are_near: AreNear) -> Indices:
    """Group of each of `count` texts, by the near pairs first - second: named by its canonical text; -1 for none.

    Whoever is no near copy of the canonical text leaves, and those who leave are grouped among themselves: a chain of
    edits does not make its two ends copies.
    """
    groups = np.full(count, -1, dtype=np.int64)
    while len(first):
        labels = label_components(first, second, count)
        waiting = np.flatnonzero(labels >= 0)
        canonical = choose(labels)[labels[waiting]]
        is_canonical = waiting == canonical
        near = is_canonical.copy()
        near[~is_canonical] = are_near(waiting[~is_canonical], canonical[~is_canonical])
        sizes = np.bincount(canonical[near], minlength=count)
        grouped = near & (sizes[canonical] > 1)
        groups[waiting[grouped]] = canonical[grouped]
        left = np.zeros(count, dtype=bool)
        left[waiting[~near]] = True
        both = left[first] & left[second]
        first, second = first[both], second[both]
    return groups
