"""What a pair is called: near, contained, reuse or nothing; and which texts are pages that hold several articles."""

import numpy as np
import polars as pl

from assets.dedupe.evidence import Evidence, ReadTexts, compare_pairs
from assets.dedupe.explain import explain_evidence, format_count
from assets.dedupe.forms import SHORT_WORDS, tell_other_facts
from assets.dedupe.passages import measure_own, share
from assets.dedupe.text import Text
from assets.dedupe.tokens import Flags

# Of 243 real copies among 40,000 articles all had word 3-gram similarity or containment above these.
NEAR_SIMILARITY, CONTAINED = 0.375, 0.525
# Reuse is wording taken over: this share of the smaller text in long shared runs outside quotation marks.
REUSE_SHARE = 0.1
SHORT_SIMILARITY = 0.5
# A text with this share of its words in passages of its own is no copy, whatever block it has in common with another.
APART = 1 / 3
# Edited all over: so much of both texts still stands in shared word runs, so little in passages of their own.
EDITED_SHARE, EDITED_OWN = 0.55, 0.1
# A page holds a further article when that is this large: words, and share of the page.
HELD_WORDS, HELD_SHARE = 60, 0.15


# What is said of a pair, beside the pair itself (sql/staging/judged_pairs.sql).
JUDGEMENT = pl.Schema(
    {
        "is_first_small": pl.Boolean,
        "kind": pl.String,
        "similarity": pl.Float64,
        "containment": pl.Float64,
        "shared_words": pl.Int32,
        "small_words": pl.Int32,
        "large_words": pl.Int32,
        "explanation": pl.String,
    }
)


def judge_pairs(pairs: pl.DataFrame, read: ReadTexts) -> pl.DataFrame:
    """`pairs` (first, second: text numbers) with their JUDGEMENT; containment is 0 for those that share too little."""
    first, second = (pairs[name].to_numpy() for name in ("first", "second"))
    found = compare_pairs(first, second, read)
    rows = [_judge(one, *compared) for one, compared in zip(first.tolist(), found, strict=True)]
    return pairs.hstack(pl.DataFrame(rows, schema=JUDGEMENT, orient="row"))


def _judge(first: int, evidence: Evidence | None, small: Text, large: Text) -> tuple[object, ...]:
    words = len(small.hashes), len(large.hashes)
    if evidence is None:
        return True, None, 0.0, 0.0, 0, *words, ""
    kind = _name_kind(evidence, small, large)
    measures = round(evidence.similarity, 6), round(evidence.containment, 6), np.count_nonzero(evidence.small_shared)
    return evidence.small == first, kind, *measures, *words, explain_evidence(kind, evidence, small, large)


def _name_kind(evidence: Evidence, small: Text, large: Text) -> str | None:
    is_short = len(small.hashes) < SHORT_WORDS
    is_reuse = evidence.own_run_words >= REUSE_SHARE * len(small.hashes) and evidence.own_run_words > 0
    reuse = "reuse" if is_reuse else None
    if evidence.is_quoted or _stands_apart(evidence.small_shared):
        return reuse
    if _is_alike(evidence, is_short=is_short):
        # A short text may still lie whole in the other one.
        if not tell_other_facts(evidence, small, large):
            return "near"
        if not is_short:
            return reuse
    if evidence.containment >= CONTAINED and not (is_short and _tells_more(evidence, small)):
        return "contained"
    return None if is_short and tell_other_facts(evidence, small, large) else reuse


def _stands_apart(shared: Flags) -> bool:
    return share(shared) <= 1 - APART and measure_own(shared) >= APART


def _is_alike(evidence: Evidence, *, is_short: bool) -> bool:
    if is_short:
        return evidence.similarity >= SHORT_SIMILARITY
    return evidence.similarity >= NEAR_SIMILARITY or _is_edited_all_over(evidence)


def _is_edited_all_over(evidence: Evidence) -> bool:
    """A word here and there breaks many word runs, but neither text has passages of its own."""
    sides = evidence.small_shared, evidence.large_shared
    return all(share(shared) >= EDITED_SHARE and measure_own(shared) < EDITED_OWN for shared in sides)


def _tells_more(evidence: Evidence, small: Text) -> bool:
    """The small text has a fact of its own in or before the last sentence that is shared; later ones are a sign-off."""
    last = small.sentences[np.flatnonzero(evidence.small_shared)[-1]]
    return bool((small.facts & ~evidence.small_shared & (small.sentences <= last)).any())


def demote_pages(links: pl.DataFrame) -> pl.DataFrame:
    """Near links of a page that holds several articles become contained: the page is no copy of any one of them.

    A text is such a page for a near link when it also holds a further text that shares nothing with the link's other.
    `links` have small and large (text numbers) and the JUDGEMENT.
    """
    large_enough = pl.col("small_words") >= pl.max_horizontal(HELD_WORDS, HELD_SHARE * pl.col("large_words"))
    held = links.filter(pl.col("containment") >= CONTAINED, pl.col("kind").is_in(["near", "contained"]), large_enough)
    near = links.filter(pl.col("kind") == "near").select("small", "large")
    beside = near.join(held.select("large", held="small"), on="large").filter(pl.col("held") != pl.col("small"))
    low, high = pl.min_horizontal, pl.max_horizontal
    close = links.select(low=low("small", "large"), high=high("small", "large"))
    strange = beside.with_columns(low=low("small", "held"), high=high("small", "held"))
    pages = strange.join(close, on=["low", "high"], how="anti").select("small", "large", is_page=True).unique()
    marked = links.join(pages, on=["small", "large"], how="left", maintain_order="left")
    is_page = pl.col("is_page").fill_null(False) & (pl.col("kind") == "near")
    return marked.with_columns(
        kind=pl.when(is_page).then(pl.lit("contained")).otherwise("kind"),
        explanation=pl.when(is_page).then(_explain_page()).otherwise("explanation"),
    ).drop("is_page")


def _explain_page() -> pl.Expr:
    return pl.format(
        "{} of the {} words of the smaller article stand in the larger one ({} words), which holds other articles, too",
        *map(format_count, ("shared_words", "small_words", "large_words")),
    )
