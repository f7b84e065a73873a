"""Agency copy that does not say so: the same text stands elsewhere under the agency's name.

Put here: passing a credit on along copies. Keep out: finding copies (dedupe/), reading credits from text (parsing/).
"""

import polars as pl

from assets.contract.frames import conform_frame

# An article that only quotes an agency ("told the agency") does not make its copies the agency's.
STRONG = ("credit_line", "dateline")
EVIDENCE = "shared_text"
_COPY_KINDS = ("exact", "near")
_PASSED = ["article_id", "agency", "witness", "kind", "is_own", "words"]


def credit_shared_text(
    stated_credits: pl.DataFrame,
    duplicates: pl.DataFrame,
    article_copies: pl.DataFrame,
    article_sources: pl.DataFrame,
    sources: pl.DataFrame,
) -> pl.DataFrame:
    """`agency_credits`: `stated_credits`, and a row of evidence shared_text for every article that is an exact or near
    copy, or in a duplicate group, of one that is the agency's own or credits it in a credit line or dateline.

    Of several such articles the agency's own counts first, then exact before near copies and pairs before groups,
    then the smallest id. An agency is not credited for its own pages.
    """
    witnesses = _find_witnesses(stated_credits, article_sources, sources)
    passed = pl.concat([_pass_along_pairs(witnesses, duplicates), _pass_along_groups(witnesses, article_copies)])
    own = article_sources.rename({"source_id": "agency"})
    best = passed.join(own, on=["article_id", "agency"], how="anti").sort(
        ~pl.col("is_own"), pl.col("kind").replace_strict({"exact": 0, "near": 1, "group": 2}), "witness"
    )
    rows = best.unique(["article_id", "agency"], keep="first", maintain_order=True).select(
        "article_id", source_id="agency", evidence=pl.lit(EVIDENCE), matched_text=_tell()
    )
    return conform_frame("agency_credits", pl.concat([stated_credits, rows.select(stated_credits.columns)]))


def _find_witnesses(stated_credits: pl.DataFrame, article_sources: pl.DataFrame, sources: pl.DataFrame) -> pl.DataFrame:
    """Articles (witness) that are an agency's copy by what they are or say, with the words; one row an agency."""
    agencies = sources.filter(pl.col("kind") == "agency").select("source_id")
    published = article_sources.join(agencies, on="source_id").select(
        witness="article_id", agency="source_id", is_own=pl.lit(True), words=pl.lit(None, dtype=pl.String)
    )
    credited = stated_credits.filter(pl.col("evidence").is_in(STRONG)).select(
        witness="article_id", agency="source_id", is_own=pl.lit(False), words="matched_text"
    )
    both = pl.concat([published, credited]).sort("witness", "agency", ~pl.col("is_own"), "words")
    return both.unique(["witness", "agency"], keep="first", maintain_order=True)


def _pass_along_pairs(witnesses: pl.DataFrame, duplicates: pl.DataFrame) -> pl.DataFrame:
    pairs = duplicates.filter(pl.col("kind").is_in(_COPY_KINDS)).select(
        "article_id", "kind", witness="other_article_id"
    )
    turned = pairs.select("kind", article_id="witness", witness="article_id").select(pairs.columns)
    return pl.concat([pairs, turned]).join(witnesses, on="witness").select(_PASSED)


def _pass_along_groups(witnesses: pl.DataFrame, article_copies: pl.DataFrame) -> pl.DataFrame:
    """By the first witness of each group and agency, so that large groups are not multiplied by themselves."""
    members = article_copies.select("article_id", "duplicate_group_id").drop_nulls()
    placed = witnesses.join(members.rename({"article_id": "witness"}), on="witness")
    first = placed.sort(~pl.col("is_own"), "witness").unique(
        ["duplicate_group_id", "agency"], keep="first", maintain_order=True
    )
    joined = members.join(first, on="duplicate_group_id").filter(pl.col("article_id") != pl.col("witness"))
    return joined.with_columns(kind=pl.lit("group")).select(_PASSED)


def _tell() -> pl.Expr:
    """How the text shows it: the article it is a copy of, and what that one says."""
    kinds = {"exact": "exact copy of ", "near": "near copy of ", "group": "copy in the group of "}
    says = (
        pl.when("is_own")
        .then(pl.lit(", published by the agency"))
        .otherwise(pl.format(', which says "{}"', pl.col("words").fill_null("")))
    )
    return pl.concat_str(pl.col("kind").replace_strict(kinds), "witness", says)
