"""Texts that say other things in the same words: results, weather, a hoax about somebody else. Their facts tell them.

A fact is a number or a capitalised word. A correction changes one or two; a form that is filled in anew, nearly all.
"""

from difflib import SequenceMatcher

import numpy as np

from assets.dedupe.evidence import Evidence
from assets.dedupe.passages import share
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
    if len(small.hashes) >= SHORT_WORDS and _is_lead_filled_anew(evidence, small, large):
        return True
    if len(small.hashes) >= MAX_FORM_WORDS:
        return False
    own, their_own = small.facts & ~evidence.small_shared, large.facts & ~evidence.large_shared
    if not _are_form(evidence, small, large, own, their_own):
        return False
    # A fact that the other text has elsewhere is none that it lacks.
    return _are_form(evidence, small, large, own & ~small.stand_in(large), their_own & ~large.stand_in(small))


def _are_form(evidence: Evidence, small: Text, large: Text, others: Flags, their_others: Flags) -> bool:
    """By all facts of a text that is not long; `others` are those that the other text does not have."""
    if not (others.any() and their_others.any()):
        return False
    words = len(small.hashes)
    least = 0.0 if words < FEW_WORDS else SHORT_FACTS if words < SHORT_WORDS else FORM_FACTS
    if words >= SHORT_WORDS and share(evidence.small_shared[~small.facts]) < FORM_WORDS:
        return False
    return min(_part(others, small.facts), _part(their_others, large.facts)) >= least


def _is_lead_filled_anew(evidence: Evidence, small: Text, large: Text) -> bool:
    """Word by word, both begin alike but for their facts. Words at the start of a sentence are capitalised anyway."""
    leads = small.head(LEAD_WORDS), large.head(LEAD_WORDS)
    for lead, shared in zip(leads, (evidence.small_shared, evidence.large_shared), strict=True):
        # Looking closer costs.
        if np.count_nonzero(lead.inner_facts & ~shared[:LEAD_WORDS]) < LEAD_OTHERS:
            return False
    one, other = (lead.hashes.tolist() for lead in leads)
    kept = np.zeros(len(one), dtype=bool), np.zeros(len(other), dtype=bool)
    for block in SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks():
        kept[0][block.a : block.a + block.size] = True
        kept[1][block.b : block.b + block.size] = True
    return all(_are_facts_others(*side) for side in zip(leads, kept, strict=True))


def _are_facts_others(lead: Text, kept: Flags) -> bool:
    others = lead.inner_facts & ~kept
    return (
        np.count_nonzero(others) >= LEAD_OTHERS
        and _part(others, lead.inner_facts) >= LEAD_FACTS
        and share(kept[~lead.inner_facts]) >= FORM_WORDS
    )


def _part(some: Flags, all_of_them: Flags) -> float:
    return np.count_nonzero(some) / np.count_nonzero(all_of_them)
