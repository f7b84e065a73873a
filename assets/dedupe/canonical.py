"""Which article stands for a group of copies, which agency's text it is, and why. Nothing is deleted by that choice."""

import polars as pl

from assets.dedupe.explain import format_count

EVIDENCE_WEIGHT = {"credit_line": 3, "dateline": 3, "shared_text": 3, "attribution": 1}


def read_members(articles: pl.DataFrame) -> pl.DataFrame:
    """What the choice looks at, one row an article (`row`: its place).

    published_on: the day, if it is known to the day; is_inexact: the time of that day is not known.
    """
    known = pl.col("published_precision").is_in(["second", "minute", "day"]) & pl.col("published_at").is_not_null()
    return articles.with_row_index("row").select(
        pl.col("row").cast(pl.Int64), "article_id", "source_id", "is_embedded", "published_at", "published_precision",
        "word_count", "landed_on", published_on=pl.when(known).then(pl.col("published_at").dt.date()),
    )  # fmt: skip


def weigh_credits(credits: pl.DataFrame) -> pl.DataFrame:
    """article_id, agency and the weight of its strongest evidence, from `stated_credits`."""
    weight = pl.col("evidence").replace_strict(EVIDENCE_WEIGHT, return_dtype=pl.Int64)
    grouped = credits.with_columns(weight=weight).group_by("article_id", agency="source_id")
    return grouped.agg(pl.col("weight").max()).sort("article_id", "agency")


def choose_canonical(members: pl.DataFrame, weights: pl.DataFrame) -> pl.DataFrame:
    """One row a group of `members` (columns of read_members, and group): group, canonical (its row), reason, agency.

    In this order: on a page of its own before embedded; the agency itself that the group's articles credit; earliest
    known publication, by day, a known time of that day before an unknown one, undated articles last; longest text;
    smallest id. The agency is the one most articles credit, by weight of evidence; the smallest id among equals.
    """
    agencies = (
        members.select("group", "article_id").join(weights, on="article_id")
        .group_by("group", "agency").agg(pl.col("weight").sum())
    )  # fmt: skip
    named = agencies.sort("group", "weight", "agency", descending=[False, True, False]).unique("group", keep="first")
    ranked = _rank(members, agencies)
    best, next_best = ranked.group_by("group", maintain_order=True).first(), ranked.filter(pl.col("place") == 1)
    compared = best.join(next_best, on="group", how="left", suffix="_next")
    chosen = compared.select("group", canonical="row", reason=_explain())
    return chosen.join(named.select("group", "agency"), on="group", how="left").sort("group")


def _rank(members: pl.DataFrame, agencies: pl.DataFrame) -> pl.DataFrame:
    """Members by group, best first; place counts from 0."""
    own = agencies.select("group", source_id="agency", is_agency=True)
    undated, is_day = pl.col("published_on").is_null(), pl.col("published_precision") == "day"
    marked = members.join(own, on=["group", "source_id"], how="left").with_columns(
        is_agency=pl.col("is_agency").fill_null(False), is_undated=undated,
        is_inexact=is_day & ~undated, known_at=pl.when(~undated).then("published_at"),
    )  # fmt: skip
    ranked = marked.sort(
        "group", "is_embedded", ~pl.col("is_agency"), "is_undated", "published_on", "is_inexact", "known_at",
        -pl.col("word_count"), "row",
    )  # fmt: skip
    return ranked.with_columns(place=pl.int_range(pl.len()).over("group"))


def _explain() -> pl.Expr:
    """What set the first article of a group apart from the next best."""
    dated = _differs("published_on") | _differs("is_inexact") | _differs("known_at")
    return (
        pl.when(_differs("is_embedded"))
        .then(pl.lit("stands on a page of its own, other copies on another article's page"))
        .when(_differs("is_agency"))
        .then(pl.format("its outlet is the agency that is credited ({})", "source_id"))
        .when(dated)
        .then(pl.format("earliest known publication ({})", _format_time()))
        .when(_differs("word_count"))
        .then(pl.format("longest text ({} words)", format_count("word_count")))
        .otherwise(pl.lit("equal to the others in all that counts; smallest article_id"))
    )


def _differs(name: str) -> pl.Expr:
    return pl.col(name).ne_missing(pl.col(f"{name}_next"))


def _format_time() -> pl.Expr:
    day, minute = (pl.col("published_at").dt.strftime(form) for form in ("%Y-%m-%d", "%Y-%m-%d %H:%M UTC"))
    return pl.when(pl.col("published_precision") == "day").then(day).otherwise(minute)
