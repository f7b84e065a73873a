"""Recognises the names in each article, from that article alone.

Put here: articles in, raw names out, with the paragraph cache. Keep out: other articles (resolve.py).
"""

import hashlib
from collections.abc import Iterator

import polars as pl

from assets.entities.backends import Backend, Span, backend_name, open_backend
from assets.entities.headline import read_title
from assets.entities.names import Name
from assets.entities.read_article import Draft, draft_body, read_body

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


# Articles in hand at a time: enough for full batches, few enough for the memory of a large delivery.
ARTICLES_AT_A_TIME = 256

Article = tuple[str, str | None, Draft]
Row = tuple[str, str, str, int, int, str, str, float, str, str]


def recognize_names(articles: pl.DataFrame, backend: Backend | str | None = None) -> pl.DataFrame:
    """The names in titles and bodies: one row each, sorted by article, part (body first) and position; see NAMES.

    Needs article_id, title (may be null), body, language. `backend` is an open backend or the name of one. A stretch
    of text that several articles share is read once. Languages other than English get names from the lists only.
    """
    reader = open_backend(backend) if backend is None or isinstance(backend, str) else backend
    kept = articles.select("article_id", "title", "body", "language").sort("article_id")
    seen: dict[bytes, list[Span]] = {}
    rows: list[Row] = []
    for part in kept.iter_slices(ARTICLES_AT_A_TIME):
        rows += _read_articles(part, reader, seen)
    return pl.DataFrame(rows, schema=NAMES, orient="row")


def _read_articles(articles: pl.DataFrame, reader: Backend, seen: dict[bytes, list[Span]]) -> list[Row]:
    drafts = [
        (article_id, title, draft_body(body, is_english=language is None or language == "en"))
        for article_id, title, body, language in articles.iter_rows()
    ]  # Articles too short for their language to be told are read as English.
    _read_new(reader, [text for article in drafts for text in _shown(article)], seen)
    return [row for article in drafts for row in _article_rows(article, seen)]


def _shown(article: Article) -> Iterator[str]:
    """What of an article a recogniser reads."""
    _, title, draft = article
    if title and draft.is_english:
        yield title
    for start, end in draft.stretches:
        yield draft.body[start:end]


def _read_new(reader: Backend, texts: list[str], seen: dict[bytes, list[Span]]) -> None:
    """Adds the spans of every text that has not been read before."""
    new = {key: text for text in texts if (key := _key(text)) not in seen}
    if new:
        seen.update(zip(new, reader.read(list(new.values())), strict=True))


def _key(text: str) -> bytes:
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _article_rows(article: Article, seen: dict[bytes, list[Span]]) -> Iterator[Row]:
    article_id, title, draft = article
    body_spans = [
        (start + a, start + b, kind)
        for start, end in draft.stretches
        for a, b, kind in seen[_key(draft.body[start:end])]
    ]
    names = read_body(draft, body_spans)
    yield from (_row(article_id, "body", name) for name in names)
    if title:
        title_spans = seen[_key(title)] if draft.is_english else []
        yield from (_row(article_id, "title", name) for name in read_title(title, title_spans, names))


def _row(article_id: str, part: str, n: Name) -> Row:
    return article_id, part, n.text, n.start, n.end, n.kind, n.method, n.confidence, n.full, n.basis
