"""Phrases that an outlet repeats inside its paragraphs, lists and asides: they do not tell where a text is from."""

import numpy as np

from assets.dedupe.flat import Sketches
from assets.dedupe.tokens import Flags, Indices

# A phrase that so many different texts of one outlet hold is the outlet's, not the article's.
PHRASE_ARTICLES = 8


def find_phrases(grams: Sketches, outlets: Indices) -> Flags:
    """Flag the grams that many texts of their outlet hold: lists and asides that stand inside paragraphs.

    `outlets` numbers each text's outlet; texts with a negative number have none.
    """
    outlet = outlets[grams.owners]
    keys = outlet << 32 | grams.values
    order = np.argsort(keys, kind="stable")
    keys, owners = keys[order], grams.owners[order]
    changes = np.ones(len(keys), dtype=bool)
    changes[1:] = keys[1:] != keys[:-1]
    new = changes.copy()
    new[1:] |= owners[1:] != owners[:-1]
    number = np.cumsum(changes) - 1
    holders = np.bincount(number, new)
    flags = np.zeros(len(keys), dtype=bool)
    flags[order] = (holders[number] >= PHRASE_ARTICLES) & (keys >= 0)
    return flags
