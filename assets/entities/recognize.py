"""Recognises the names in each article, from that article alone.

Put here: articles in, raw names out, with the paragraph cache. Keep out: other articles (resolve.py).
"""

from collections.abc import Iterable, Iterator

import polars as pl

from assets.entities.backends import Backend, Span, backend_name, open_backend
from assets.entities.headline import read_title
from assets.entities.names import Name
from assets.entities.read_article import read_body
from assets.entities.stretches import name_stretches

__all__ = ["NAMES", "backend_name", "open_backend", "recognize_names"]

# One row per name in an article: where it stands (offsets into title or body), its kind, who found it, how sure that
# is, its fullest form in the article, and why the two are one.
NAMES = pl.Schema(
    {
        "article_id": pl.String,
        "part": pl.String,
        "text": pl.String,
        "char_start": pl.Int32,
        "char_end": pl.Int32,
        "kind": pl.String,
        "method": pl.String,
        "confidence": pl.Float64,
        "full_name": pl.String,
        "basis": pl.String,
    }
)


def recognize_names(articles: pl.DataFrame, backend: Backend | str | None = None) -> pl.DataFrame:
    """The names in titles and bodies: one row each, sorted by article, part (body first) and position; see NAMES.

    Needs article_id, title (may be null), body, language. `backend` is an open backend or the name of one. A paragraph
    that several articles share is read once. Languages other than English get names from the lists only.
    """
    reader = open_backend(backend) if backend is None or isinstance(backend, str) else backend
    rows = list(articles.select("article_id", "title", "body", "language").sort("article_id").iter_rows())
    spans = _read_once(reader, (part for row in rows if _is_english(row[3]) for part in _parts(row[1], row[2])))
    return pl.DataFrame([row for article in rows for row in _article_rows(article, spans)], schema=NAMES, orient="row")


def _is_english(language: str | None) -> bool:
    """Articles too short for their language to be told are read as English."""
    return language is None or language == "en"


def _parts(title: str | None, body: str) -> Iterator[str]:
    """What is shown to the recogniser: the title and what of the body can hold names, paragraph by paragraph."""
    if title:
        yield title
    for start, end in name_stretches(body):
        yield body[start:end]


def _read_once(reader: Backend, parts: Iterable[str]) -> dict[str, list[Span]]:
    """Spans of every distinct text."""
    distinct = list(dict.fromkeys(parts))
    return dict(zip(distinct, reader.read(distinct), strict=True))


def _article_rows(article: tuple[str, str | None, str, str | None], spans: dict[str, list[Span]]) -> Iterator[tuple]:
    article_id, title, body, language = article
    body_spans = [
        (start + a, start + b, kind)
        for start, end in name_stretches(body)
        for a, b, kind in spans.get(body[start:end], ())
    ]
    names = read_body(body, body_spans, is_english=_is_english(language))
    yield from (_row(article_id, "body", name) for name in names)
    if title:
        yield from (_row(article_id, "title", n) for n in read_title(title, spans.get(title, []), names))


def _row(article_id: str, part: str, name: Name) -> tuple:
    return (
        article_id, part, name.text, name.start, name.end, name.kind, name.method, name.confidence, name.full, name.basis,
    )  # fmt: skip
