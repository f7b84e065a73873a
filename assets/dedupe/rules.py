"""What a pair is called: near, contained, reuse or nothing; and which texts are pages that hold several articles."""

import numpy as np
import polars as pl

from assets.dedupe.evidence import Evidence, ReadTexts, Text, compare_pairs
from assets.dedupe.explain import explain_evidence, format_count
from assets.dedupe.tokens import Flags

# Of 243 real copies among 40,000 articles all had word 3-gram similarity or containment above these.
NEAR_SIMILARITY, CONTAINED = 0.375, 0.525
# Reuse is wording taken over: this share of the smaller text in long shared runs outside quotation marks.
REUSE_SHARE = 0.1
# Short texts of one kind (results, quotations, weather) are alike without being copies.
SHORT_WORDS, SHORT_SIMILARITY = 60, 0.5
# Texts of fewer words are told apart by a single fact (a number, a name), short ones by this share of their facts ...
FEW_WORDS, SHORT_FACTS = 40, 0.2
# ... longer ones by this share, where as much of the other words is the same: one form, filled in anew. A text of more
# than so many words that shares that much was made from the other one.
FORM_FACTS, FORM_WORDS, MAX_FORM_WORDS = 0.4, 0.8, 200
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
    measures = round(evidence.similarity, 6), round(evidence.containment, 6), int(evidence.small_shared.sum())
    return evidence.small == first, kind, *measures, *words, explain_evidence(kind, evidence, small, large)


def _name_kind(evidence: Evidence, small: Text, large: Text) -> str | None:
    words = len(small.hashes)
    is_short = words < SHORT_WORDS
    is_alike = evidence.similarity >= (SHORT_SIMILARITY if is_short else NEAR_SIMILARITY)
    is_reuse = evidence.own_run_words >= REUSE_SHARE * words and evidence.own_run_words > 0
    if is_alike and not _tell_other_facts(evidence, small, large):
        return "near"
    if is_alike and not is_short:
        return "reuse" if is_reuse else None
    if evidence.containment >= CONTAINED and not (is_short and _tells_more(evidence, small)):
        return "contained"
    return "reuse" if is_reuse and not (is_short and _tell_other_facts(evidence, small, large)) else None


def _tell_other_facts(evidence: Evidence, small: Text, large: Text) -> bool:
    """Both texts have numbers or capitalised words where the other has others.

    In a few words any will do; in a short text it takes a good part of all that it has, as a corrected number does not;
    in a longer one most of them, while the rest is the same: a form that is filled in.
    """
    other_small, other_large = small.facts & ~evidence.small_shared, large.facts & ~evidence.large_shared
    if not (other_small.any() and other_large.any()):
        return False
    words = len(small.hashes)
    least = 0.0 if words < FEW_WORDS else SHORT_FACTS if words < SHORT_WORDS else FORM_FACTS
    rest = evidence.small_shared[~small.facts]
    is_form = words < SHORT_WORDS or (words < MAX_FORM_WORDS and rest.mean() >= FORM_WORDS)
    return is_form and min(_share(other_small, small.facts), _share(other_large, large.facts)) >= least


def _share(some: Flags, all_of_them: Flags) -> float:
    return some.sum() / all_of_them.sum()


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
