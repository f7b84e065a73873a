"""Invented articles with copies of known kind, as relate articles, and the pairs that should be found."""

import hashlib
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

import polars as pl

from benchmarks.corpus.vocabulary import Writer

FIRST_DAY = date(2026, 1, 5)
OUTLETS, DAYS, ARTICLES_PER_EVENT = 40, 14, 4
# Share of each kind among the articles; the rest reports an event in words of its own.
KINDS = {"exact": 0.06, "words": 0.08, "blocks": 0.08, "wrapped": 0.06, "page": 0.05, "event": 0.05}


@dataclass
class _Event:
    number: int
    topic: list[str]
    day: int
    first: tuple[str, list[str]] | None = None  # id and sentences of the first report


@dataclass
class _Collection:
    writer: Writer
    rows: list[dict[str, object]] = field(default_factory=list)
    pairs: list[tuple[str, str, str]] = field(default_factory=list)


def generate_articles(count: int, seed: int = 7) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Relate articles plus a column event, and pairs (a, b, kind): what b is to a.

    Kinds: exact (quotes and case changed), words (1 to 20 % of words edited), blocks (sentences dropped, added, moved),
    wrapped (exact in an outlet's header and footer), page (contained in a page with others), event (no copy, though it
    keeps 15 to 30 % of the sentences).
    """
    collection = _Collection(Writer(seed))
    outlets = [_make_outlet(collection.writer) for _ in range(OUTLETS)]
    event, number = _new_event(collection.writer, 0), 0
    while len(collection.rows) < count:
        if len(collection.rows) % ARTICLES_PER_EVENT == 0:
            number += 1
            event = _new_event(collection.writer, number)
        _write_article(collection, event, outlets)
    return _frame(collection.rows[:count]), pl.DataFrame(collection.pairs, schema=["a", "b", "kind"], orient="row")


def _new_event(writer: Writer, number: int) -> _Event:
    return _Event(number, writer.topic(), int(writer.random.integers(0, DAYS)))


def _make_outlet(writer: Writer) -> tuple[str, str]:
    return writer.paragraphs([writer.sentence() for _ in range(2)]), writer.paragraphs(
        [writer.sentence() for _ in range(3)]
    )


def _write_article(collection: _Collection, event: _Event, outlets: list[tuple[str, str]]) -> None:
    writer = collection.writer
    outlet = int(writer.random.integers(OUTLETS))
    kind = _draw_kind(writer) if event.first else "own"
    sentences = [writer.sentence(event.topic) for _ in range(int(writer.random.integers(14, 40)))]
    if event.first and kind != "own":
        sentences = _derive(writer, kind, event.first[1], sentences)
    body = writer.paragraphs(sentences)
    if kind == "exact":
        body = body.replace(". ", ".  ").replace(" the ", " THE ")
    if kind == "wrapped" or writer.random.random() < 0.3:
        header, footer = outlets[outlet]
        body = f"{header}\n\n{body}\n\n{footer}"
    article_id = hashlib.blake2b(f"{len(collection.rows)}".encode(), digest_size=16).hexdigest()
    if event.first and kind != "own":
        collection.pairs.append((event.first[0], article_id, kind))
    elif event.first is None:
        event.first = article_id, sentences
    collection.rows.append(_row(article_id, body, writer.sentence(event.topic), outlet, event))


def _draw_kind(writer: Writer) -> str:
    draw = writer.random.random() * (1 - 1 / ARTICLES_PER_EVENT)
    for kind, share in KINDS.items():
        draw -= share
        if draw < 0:
            return kind
    return "own"


def _derive(writer: Writer, kind: str, original: list[str], fresh: list[str]) -> list[str]:
    random = writer.random
    if kind == "words":
        rate = random.uniform(0.01, 0.2)
        edit = lambda word: writer.word() if random.random() < rate else word  # noqa: E731
        return [" ".join(edit(word) for word in sentence.split(" ")) for sentence in original]
    if kind == "blocks":
        kept = [sentence for sentence in original if random.random() > random.uniform(0.05, 0.3)]
        return fresh[:2] + kept[3:] + kept[:3]
    if kind == "page":
        return fresh + original + [writer.sentence() for _ in range(20)]
    if kind == "event":
        kept = [sentence for sentence in original if random.random() < random.uniform(0.15, 0.3)]
        return fresh[: len(original) - len(kept)] + kept
    return original


def _row(article_id: str, body: str, title: str, outlet: int, event: _Event) -> dict[str, object]:
    day = FIRST_DAY + timedelta(days=event.day)
    return {
        "article_id": article_id, "record_id": article_id, "parent_article_id": None, "is_embedded": False,
        "source_id": f"outlet-{outlet}", "url": None, "canonical_url": None, "title": title, "subtitle": None,
        "body": body, "authors": [], "language": "en", "dateline": None,
        "published_at": datetime(day.year, day.month, day.day), "published_precision": "day", "modified_at": None,
        "word_count": len(body.split()), "landed_on": day, "event": event.number,
    }  # fmt: skip


def _frame(rows: list[dict[str, object]]) -> pl.DataFrame:
    types = {
        "parent_article_id": pl.String, "url": pl.String, "canonical_url": pl.String, "subtitle": pl.String,
        "dateline": pl.String, "authors": pl.List(pl.String), "modified_at": pl.Datetime("us"), "word_count": pl.Int32,
    }  # fmt: skip
    return pl.DataFrame(rows, schema_overrides=types, infer_schema_length=None)
