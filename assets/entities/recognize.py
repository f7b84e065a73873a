"""Recognises the names in each article, from that article alone.

Put here: articles in, raw names out, each stretch of text read once. Keep out: other articles (resolve.py).
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator

import polars as pl

from assets.entities.backends import Backend, GazetteerBackend, Span, open_backend
from assets.entities.headline import read_title
from assets.entities.read_article import Draft, draft_article, read_body

# One row per name in an article: where it stands (offsets into title or body), its kind, who found it, how sure that
# is, its fullest form in the article, and why the two are one. `form` numbers the article's distinct names (part, text,
# kind, full name, basis) in the order in which they appear; `recognizer` says what read the article.
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
        "form": pl.Int32,
        "recognizer": pl.String,
    }
)
SPANS = pl.Schema({"article_id": pl.String, "start": pl.Int32, "end": pl.Int32, "kind": pl.String})

# Given keys of texts and what reads new ones: the spans of all. Keys and spans are rows of the form in which results
# are kept from run to run: article_id and content_key name a text here.
ReadSpans = Callable[[pl.DataFrame], pl.DataFrame]
KeepSpans = Callable[[pl.DataFrame, ReadSpans], pl.DataFrame]

# As Python rows the names of one article take twenty times what a frame needs: so many articles become a frame at once.
ARTICLES_A_FRAME = 500

Row = tuple[str, str, str, int, int, str, str, float, str, str, int, str]


def read_all(keys: pl.DataFrame, read: ReadSpans) -> pl.DataFrame:
    """Keeps nothing: every text is read."""
    return read(keys)


def recognize_names(
    articles: pl.DataFrame, backend: Backend | str | None = None, *, keep_spans: KeepSpans = read_all
) -> pl.DataFrame:
    """The names in titles and bodies: one row each, sorted by article, part (body first) and position; see NAMES.

    Needs article_id, title (may be null), body, language. `backend` is an open backend or the name of one. A stretch
    of text that several articles share is read once, and never again where `keep_spans` keeps it. Languages other than
    English get names from lists and forms only (people_abroad.py, local_places.py).
    """
    reader = open_backend(backend) if backend is None or isinstance(backend, str) else backend
    kept = articles.select("article_id", "title", "body", "language").sort("article_id")
    # Articles too short for their language to be told are read as English.
    drafts = [
        draft_article(article_id, title, body, None if language == "en" else language)
        for article_id, title, body, language in kept.iter_rows()
    ]
    spans = _read_spans(reader, (text for draft in drafts for text in _shown(draft)), keep_spans)
    return pl.concat([pl.DataFrame(schema=NAMES), *_name_frames(drafts, spans, reader.name)])


def _name_frames(drafts: list[Draft], spans: dict[str, list[Span]], recognizer: str) -> Iterator[pl.DataFrame]:
    for first in range(0, len(drafts), ARTICLES_A_FRAME):
        batch = drafts[first : first + ARTICLES_A_FRAME]
        rows = [row for draft in batch for row in _article_rows(draft, spans, recognizer)]
        yield pl.DataFrame(rows, schema=NAMES, orient="row")


def _shown(draft: Draft) -> Iterator[str]:
    """What of an article a recogniser reads."""
    if draft.is_title_shown:
        yield draft.title
    for start, end in draft.stretches:
        yield draft.body[start:end]


def _read_spans(reader: Backend, shown: Iterable[str], keep_spans: KeepSpans) -> dict[str, list[Span]]:
    """The spans of every text by its key; texts without spans are absent."""
    texts = {_key(text): text for text in shown}
    keys = pl.DataFrame({"article_id": sorted(texts)}, schema={"article_id": pl.String})

    def read(new: pl.DataFrame) -> pl.DataFrame:
        found = reader.read([texts[key] for key in new["article_id"]])
        rows = [(key, *span) for key, spans in zip(new["article_id"], found, strict=True) for span in spans]
        return pl.DataFrame(rows, schema=SPANS, orient="row")

    by_key: dict[str, list[Span]] = {}
    for key, *span in keep_spans(keys.with_columns(content_key=pl.lit("")), read).select(list(SPANS)).iter_rows():
        by_key.setdefault(key, []).append(tuple(span))
    return by_key


def _key(text: str) -> str:
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def _article_rows(draft: Draft, spans: dict[str, list[Span]], recognizer: str) -> Iterator[Row]:
    body_spans = [
        (start + a, start + b, kind)
        for start, end in draft.stretches
        for a, b, kind in spans.get(_key(draft.body[start:end]), ())
    ]
    names = read_body(draft, body_spans)
    title_spans = spans.get(_key(draft.title), []) if draft.is_title_shown else []
    in_title = read_title(draft.title, title_spans, names, draft.language) if draft.title else []
    who = recognizer if draft.is_english else GazetteerBackend.name
    forms: dict[tuple[str, ...], int] = {}
    for part, name in [*(("body", name) for name in names), *(("title", name) for name in in_title)]:
        form = forms.setdefault((part, name.text, name.kind, name.full, name.basis), len(forms))
        yield (
            draft.article_id, part, name.text, name.start, name.end, name.kind, name.method, name.confidence, name.full,
            name.basis, form, who,
        )  # fmt: skip
