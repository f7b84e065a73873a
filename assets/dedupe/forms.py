"""Texts that say other things in the same words: results, weather, a hoax about somebody else. Their facts tell them.

A fact is a number or a capitalised word. A correction changes one or two; a form that is filled in anew, nearly all.
"""

from difflib import SequenceMatcher

import numpy as np

from assets.dedupe.evidence import Evidence
from assets.dedupe.text import Text
from assets.dedupe.tokens import Flags

# Short texts of one kind (results, quotations, weather) are alike without being copies.
SHORT_WORDS = 60
# Texts of fewer words are told apart by a single fact, short ones by this share of their facts ...
FEW_WORDS, SHORT_FACTS = 40, 0.2
# ... longer ones by this share, where as much of the other words is the same.
FORM_FACTS, FORM_WORDS, MAX_FORM_WORDS = 0.4, 0.8, 200
# A report says first whom and what it is about. Of so many words at the beginning at least so many facts, and this
# share of them, are others in a form about somebody else, whatever its length.
LEAD_WORDS, LEAD_OTHERS, LEAD_FACTS = 40, 3, 0.6


def tell_other_facts(evidence: Evidence, small: Text, large: Text) -> bool:
    """Whether the two are one form, filled in for different events: each has facts where the other has others."""
    others = small.facts & ~evidence.small_shared & ~small.stand_in(large)
    their_others = large.facts & ~evidence.large_shared & ~large.stand_in(small)
    if not (others.any() and their_others.any()):
        return False
    words = len(small.hashes)
    least = 0.0 if words < FEW_WORDS else SHORT_FACTS if words < SHORT_WORDS else FORM_FACTS
    rest = evidence.small_shared[~small.facts]
    is_form = words < SHORT_WORDS or (words < MAX_FORM_WORDS and rest.mean() >= FORM_WORDS)
    if is_form and min(_share(others, small.facts), _share(their_others, large.facts)) >= least:
        return True
    return words >= SHORT_WORDS and _is_lead_filled_anew(small, large)


def _is_lead_filled_anew(small: Text, large: Text) -> bool:
    """Word by word, both begin alike but for their facts. Words at the start of a sentence are capitalised anyway."""
    one, other = small.hashes[:LEAD_WORDS].tolist(), large.hashes[:LEAD_WORDS].tolist()
    kept = np.zeros(len(one), dtype=bool), np.zeros(len(other), dtype=bool)
    for block in SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks():
        kept[0][block.a : block.a + block.size] = True
        kept[1][block.b : block.b + block.size] = True
    return all(_are_facts_others(*side) for side in zip((small, large), kept, strict=True))


def _are_facts_others(text: Text, kept: Flags) -> bool:
    facts = text.inner_facts[: len(kept)]
    others = facts & ~kept
    return (
        int(others.sum()) >= LEAD_OTHERS and _share(others, facts) >= LEAD_FACTS and kept[~facts].mean() >= FORM_WORDS
    )


def _share(some: Flags, all_of_them: Flags) -> float:
    return some.sum() / all_of_them.sum()
