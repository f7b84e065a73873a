"""What a pair is called: near, contained, reuse or nothing; and which texts are pages that hold several articles."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np

from assets.dedupe.evidence import Evidence, Text
from assets.dedupe.explain import explain_evidence

# Of 243 real copies among 40,000 articles all had word 3-gram similarity or containment above these.
NEAR_SIMILARITY, CONTAINED = 0.375, 0.525
# Reuse is wording taken over: this share of the smaller text in long shared runs outside quotation marks.
REUSE_SHARE = 0.1
# Short texts of one kind (results, quotations, weather) are alike without being copies.
SHORT_WORDS, SHORT_SIMILARITY = 60, 0.5
# A page holds a further article when that is this large: words, and share of the page.
HELD_WORDS, HELD_SHARE = 60, 0.15


@dataclass(frozen=True)
class Link:
    """A judged pair of texts: numbers, kind (None: alike, but nothing to report), measures, explanation."""

    small: int
    large: int
    kind: str | None
    similarity: float
    containment: float
    shared_words: int
    small_words: int
    large_words: int
    explanation: str

    @property
    def key(self) -> tuple[int, int]:
        """The two texts, the older one first."""
        return min(self.small, self.large), max(self.small, self.large)


def judge_pair(evidence: Evidence, small: Text, large: Text) -> Link:
    """Name the pair by its measures."""
    kind = _name_kind(evidence, small, large)
    shared = int(evidence.small_shared.sum())
    return Link(
        evidence.small, evidence.large, kind, evidence.similarity, evidence.containment, shared,
        len(small.hashes), len(large.hashes), explain_evidence(kind, evidence, small, large),
    )  # fmt: skip


def _name_kind(evidence: Evidence, small: Text, large: Text) -> str | None:
    words = len(small.hashes)
    is_short = words < SHORT_WORDS
    differ = is_short and _tell_other_facts(evidence, small, large)
    if evidence.similarity >= (SHORT_SIMILARITY if is_short else NEAR_SIMILARITY) and not differ:
        return "near"
    if evidence.containment >= CONTAINED and not (is_short and _tells_more(evidence, small)):
        return "contained"
    is_reuse = evidence.own_run_words >= REUSE_SHARE * words and evidence.own_run_words > 0
    return "reuse" if is_reuse and not differ else None


def _tell_other_facts(evidence: Evidence, small: Text, large: Text) -> bool:
    """Both texts have a number or a capitalised word where the other has something else."""
    return bool((small.facts & ~evidence.small_shared).any() and (large.facts & ~evidence.large_shared).any())


def _tells_more(evidence: Evidence, small: Text) -> bool:
    """The small text has a fact of its own in or before the last sentence that is shared; later ones are a sign-off."""
    last = small.sentences[np.flatnonzero(evidence.small_shared)[-1]]
    return bool((small.facts & ~evidence.small_shared & (small.sentences <= last)).any())


def demote_pages(links: Iterable[Link]) -> list[Link]:
    """Near pairs of a page that holds several articles become contained: the page is no copy of any one of them.

    A text is such a page for a near pair when it also holds a further text that shares nothing with the pair's other.
    """
    links = sorted(links, key=lambda link: link.key)
    close = {link.key for link in links}
    held: dict[int, list[int]] = defaultdict(list)
    for link in links:
        large_enough = link.small_words >= max(HELD_WORDS, HELD_SHARE * link.large_words)
        if link.containment >= CONTAINED and link.kind in ("near", "contained") and large_enough:
            held[link.large].append(link.small)
    return [_demote(link, held[link.large], close) for link in links]


def _demote(link: Link, held: list[int], close: set[tuple[int, int]]) -> Link:
    if link.kind != "near":
        return link
    others = [text for text in held if text != link.small]
    if all((min(link.small, text), max(link.small, text)) in close for text in others):
        return link
    explanation = (
        f"{link.shared_words:,} of the {link.small_words:,} words of the smaller article stand in the larger one "
        f"({link.large_words:,} words), which holds other articles, too"
    )
    return replace(link, kind="contained", explanation=explanation)
