"""Segments whose words turned out to be what the outlet repeats: they are no longer body."""

import polars as pl

ROLE, REASON = "navigation", "repeated by the outlet: table boilerplate"


def relabel_furniture(segments: pl.DataFrame, trimmed: pl.DataFrame, texts: pl.DataFrame) -> pl.DataFrame:
    """`segments`, with a new role for those whose words all stand in paragraphs that left their article's body.

    `trimmed` has article_id, record_id, body (as parsed) and furniture (ordinals of its paragraphs); `texts` has
    record_id and text. Segments of other records pass unchanged.
    """
    left_out = {
        article_id: [_fold(paragraph) for number, paragraph in enumerate(body.split("\n\n")) if number in furniture]
        for article_id, body, furniture in trimmed.select("article_id", "body", "furniture").iter_rows()
    }
    text_of = dict(texts.select("record_id", "text").iter_rows())
    columns = segments.select("record_id", "article_id", "role", "char_start", "char_end").iter_rows()
    moved = [
        role == "body" and _is_furniture(text_of.get(record_id), start, end, left_out.get(article_id, []))
        for record_id, article_id, role, start, end in columns
    ]
    flag = pl.Series("moved", moved, dtype=pl.Boolean)
    return segments.with_columns(
        role=pl.when(flag).then(pl.lit(ROLE)).otherwise("role"),
        reason=pl.when(flag).then(pl.lit(REASON)).otherwise("reason"),
    )


def _is_furniture(text: str | None, start: int, end: int, left_out: list[str]) -> bool:
    words = _fold(text[start:end]) if text and left_out else ""
    return bool(words) and any(words in paragraph for paragraph in left_out)


def _fold(text: str) -> str:
    """The words with single blanks: a paragraph may have been re-flowed."""
    return " ".join(text.split())
