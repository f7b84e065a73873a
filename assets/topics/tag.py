"""Topics of articles, each article alone: words found, weighed, summed. Keep out: what the words are (lexicon.py).

Score of a topic: sum over its terms of weight x log2(1 + occurrences), an occurrence in the title counting as three and
one in the lead as two. Sums are of whole numbers, so that they do not depend on the order of rows.
"""

import polars as pl

from assets.contract.frames import build_frame, conform_frame
from assets.topics.lexicon import as_pattern, function_words, lexicon_languages, load_lexicon, patterns

MIN_SCORE = 12.0  # Below it an article has no topic: three clear words in the body, or one in the title and one more.
SHARE_OF_BEST = 0.5  # Further topics of an article reach this share of its best one.
MIN_SECOND_SCORE = 6.0
LEXICON = "lexicon"
EVIDENCE_WORDS = 12
TITLE_WEIGHT, LEAD_WEIGHT, LEAD_CHARS = 3, 1, 500  # On top of the one of the body.
MIN_FUNCTION_WORDS = 0.15  # Share of the words that makes a text of unknown language one of the lexicon's.
BATCH = 2_000  # Articles at a time, to bound memory.
_UNIT = 1_000_000
_CLOSENESS = pl.Schema({"article_id": pl.String, "top_id": pl.String, "closeness": pl.Float64})


def tag_articles(
    articles: pl.DataFrame, closeness: pl.DataFrame | None = None, model: str | None = None
) -> pl.DataFrame:
    """Topics of each article (contract `article_topics`) from article_id, title, subtitle, body, language.

    An article in a language without a lexicon gets none. `score` is the topic's share of what speaks for all top
    levels; a second-level topic has its part of its top level's share. With `closeness` (article_id, top_id, closeness:
    its share by the vectors of `model`), the score of a top level is the mean of both shares.
    """
    texts = articles.select("article_id", "title", "subtitle", "body", "language")
    close = pl.DataFrame(schema=_CLOSENESS) if closeness is None else closeness
    batches = [_tag_batch(batch, close, f"{LEXICON}, {model}") for batch in texts.iter_slices(BATCH)]
    empty = build_frame("article_topics", [])
    return conform_frame("article_topics", pl.concat([empty, *batches], how="diagonal"))


def _tag_batch(texts: pl.DataFrame, closeness: pl.DataFrame, with_vectors: str) -> pl.DataFrame:
    terms = pl.concat(find_terms(texts.filter(_is_language(language)), language) for language in lexicon_languages())
    tops = _best_topics(terms, closeness)
    tags = pl.concat([tops, _best_seconds(terms, tops)], how="diagonal")
    by_vectors = pl.col("article_id").is_in(closeness["article_id"].unique().implode())
    return tags.with_columns(method=pl.when(by_vectors).then(pl.lit(with_vectors)).otherwise(pl.lit(LEXICON)))


def _is_language(language: str) -> pl.Expr:
    """The language is stated; or it is unknown and the body has enough of the language's function words."""
    words = pl.col("body").str.to_lowercase().str.extract_all(r"\p{L}+")
    share = words.list.eval(pl.element().is_in(sorted(function_words(language)))).list.mean()
    unknown = pl.col("language").is_null()
    return pl.when(unknown).then(share >= MIN_FUNCTION_WORDS).otherwise(pl.col("language") == language)


def find_terms(texts: pl.DataFrame, language: str) -> pl.DataFrame:
    """Terms in each text: article_id, term_id, form (most frequent), top_id, second_id, top_points, second_points."""
    parts = (("title", TITLE_WEIGHT), ("lead", LEAD_WEIGHT), ("body", 1))
    found = pl.concat(_count_patterns(texts, part, weight, language) for part, weight in parts)
    forms = found.join(load_lexicon(language), on="pattern")
    forms = forms.with_columns(forms=pl.col("count").sum().over("article_id", "term_id", "form"))
    ordered = forms.sort("article_id", "term_id", "forms", "form", descending=[False, False, True, False])
    strength = (1 + pl.col("count").sum()).log(2) * _UNIT
    return ordered.group_by("article_id", "term_id", maintain_order=True).agg(
        pl.col("form", "top_id", "second_id").first(),
        top_points=(pl.col("top_weight").first() * strength).round().cast(pl.Int64),
        second_points=(pl.col("second_weight").first() * strength).round().cast(pl.Int64),
    )


def _count_patterns(texts: pl.DataFrame, part: str, weight: int, language: str) -> pl.DataFrame:
    """How often each pattern stands in one part of the texts, times the weight of that part."""
    lead = pl.concat_str(pl.col("subtitle").fill_null(""), pl.col("body").str.slice(0, LEAD_CHARS), separator="\n")
    words = texts.with_columns(pl.col("title").fill_null(""), lead=lead).with_columns(as_pattern(part))
    hits = pl.col(part).str.extract_many(pl.lit(patterns(language).implode()), leftmost=True)
    found = words.select("article_id", pattern=hits).explode("pattern").drop_nulls()
    return found.group_by("article_id", "pattern").agg(count=pl.len().cast(pl.Int64) * weight)


def _best_topics(terms: pl.DataFrame, closeness: pl.DataFrame) -> pl.DataFrame:
    """Top levels that reach the minimum and their part of the article's best one, with their scores."""
    points = pl.col("points")
    named = terms.select("article_id", "form", points="top_points", topic_id="top_id").filter(points != 0)
    scored = _sum_points(named).filter(points > 0)
    share = points / points.sum().over("article_id")
    close = scored.join(closeness, left_on=["article_id", "topic_id"], right_on=["article_id", "top_id"], how="left")
    mean = pl.when(pl.col("closeness").is_null()).then(share).otherwise((share + pl.col("closeness")) / 2)
    # The lexicon must speak for each, whatever the vectors say: no topic is without evidence words.
    enough = close.with_columns(score=mean.round(6)).filter(points >= MIN_SCORE * _UNIT)
    return enough.filter(pl.col("score") >= SHARE_OF_BEST * pl.col("score").max().over("article_id"))


def _best_seconds(terms: pl.DataFrame, tops: pl.DataFrame) -> pl.DataFrame:
    """Second levels inside the top levels that won, with their part of its score."""
    points = pl.col("points")
    winners = tops.select("article_id", "score", top_id="topic_id")
    named = terms.filter(pl.col("second_id").is_not_null()).join(winners, on=["article_id", "top_id"])
    named = named.select("article_id", "form", "top_id", "score", points="second_points", topic_id="second_id")
    scored = _sum_points(named, "top_id", "score").filter(points > 0)
    group = ["article_id", "top_id"]
    share = points / points.sum().over(group)
    enough = (points >= MIN_SECOND_SCORE * _UNIT) & (points >= SHARE_OF_BEST * points.max().over(group))
    return scored.with_columns(score=(pl.col("score") * share).round(6)).filter(enough)


def _sum_points(named: pl.DataFrame, *kept: str) -> pl.DataFrame:
    """Points and evidence (form of each term, strongest first) of each article and topic."""
    strongest = named.sort("article_id", "topic_id", "points", "form", descending=[False, False, True, False])
    forms = pl.col("form").filter(pl.col("points") > 0).unique(maintain_order=True).head(EVIDENCE_WORDS)
    return strongest.group_by("article_id", "topic_id", *kept, maintain_order=True).agg(
        pl.col("points").sum(), evidence=forms
    )
