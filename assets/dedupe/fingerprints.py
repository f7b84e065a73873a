"""What is kept of an article to find its copies without reading it again. Depends on that article alone."""

from hashlib import blake2b

import numpy as np
import polars as pl
from numpy.typing import NDArray

from assets.dedupe.hashing import U64, WORD_BASE, Hashes, hash_runs, hash_spans, mix
from assets.dedupe.packed import Values, pack
from assets.dedupe.tokens import Indices, Tokens, fold_texts, tokenize

# One word 5-gram in eight is kept: of 30 words in common some 3 to 4 are seen (Broder 1997, sketches modulo m).
GRAM_WORDS, SAMPLING = 5, 8
# A shorter sentence says nothing about where a text comes from.
SENTENCE_WORDS = 5

SCHEMA = pl.Schema(
    {
        "article_id": pl.String,
        "title_hash": pl.UInt64,
        "body_hash": pl.UInt64,
        "text_hash": pl.UInt64,
        "words": pl.UInt32,
        "grams": pl.Binary,
        "sentences": pl.Binary,
    }
)


def fingerprint_articles(articles: pl.DataFrame) -> pl.DataFrame:
    """Fingerprints of `articles` (article_id, title, body: the own text), one row each, sorted by article_id.

    Out: title_hash and text_hash, of the words in order, 0 for none; body_hash, of the characters; words, how many;
    grams (sampled word 5-grams, in order) and sentences (of at least five words, in order), both packed (packed.py).
    """
    articles = articles.sort("article_id")
    chunks = [_fingerprint_chunk(tokens) for _, tokens in tokenize(fold_texts(articles["body"]))]
    columns = {name: _concat([chunk[name] for chunk in chunks], name) for name in list(SCHEMA)[3:]}
    titles, bodies = hash_titles(articles["title"]), _hash_characters(articles["body"])
    frame = {"article_id": articles["article_id"], "title_hash": titles, "body_hash": bodies, **columns}
    return pl.DataFrame(frame, schema=SCHEMA)


def hash_titles(titles: pl.Series) -> NDArray[np.uint64]:
    """Hash of each title's words; 0 for none."""
    hashes = np.zeros(len(titles), dtype=U64)
    for first, tokens in tokenize(fold_texts(titles)):
        starts, ends = run_edges(tokens.texts)
        hashes[first + tokens.texts[starts]] = mix(hash_spans(tokens.hashes, starts, ends, base=WORD_BASE))
    return hashes


def run_edges(labels: Indices) -> tuple[Indices, Indices]:
    """Start, and end (exclusive), of every run of equal labels."""
    if not len(labels):
        return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
    edges = np.flatnonzero(labels[1:] != labels[:-1]) + 1
    return np.concatenate([[0], edges]), np.concatenate([edges, [len(labels)]])


def _hash_characters(texts: pl.Series) -> list[int]:
    digests = (blake2b((text or "").encode(), digest_size=8).digest() for text in texts.to_list())
    return [int.from_bytes(digest, "little") for digest in digests]


def _fingerprint_chunk(tokens: Tokens) -> dict[str, pl.Series]:
    sampled, grams = _sample_grams(tokens)
    edges = np.searchsorted(tokens.texts, np.arange(tokens.count + 1))
    words = np.diff(edges)
    hashes = mix(hash_spans(tokens.hashes, edges[:-1], edges[1:], base=WORD_BASE))
    return {
        "text_hash": pl.Series(np.where(words > 0, hashes, U64(0))),
        "words": pl.Series(words.astype(np.uint32)),
        "grams": _lists(grams, tokens.texts[sampled], tokens.count),
        "sentences": _lists(*_hash_sentences(tokens), tokens.count),
    }


def _sample_grams(tokens: Tokens) -> tuple[Indices, Values]:
    """Positions and hashes (32 bit) of the sampled 5-grams that lie within one text."""
    grams: Hashes = hash_runs(tokens.hashes, GRAM_WORDS)
    last = tokens.texts[GRAM_WORDS - 1 :]
    kept = np.flatnonzero((grams % U64(SAMPLING) == 0) & (tokens.texts[: len(grams)] == last[: len(grams)]))
    return kept, (grams[kept] >> U64(32)).astype(np.uint32)


def _hash_sentences(tokens: Tokens) -> tuple[Values, Indices]:
    starts, ends = run_edges(tokens.sentences)
    long = ends - starts >= SENTENCE_WORDS
    starts, ends = starts[long], ends[long]
    hashes = mix(hash_spans(tokens.hashes, starts, ends, base=WORD_BASE))
    return (hashes >> U64(32)).astype(np.uint32), tokens.texts[starts]


def _lists(values: Values, owners: Indices, count: int) -> pl.Series:
    """One packed list of values for each of `count` owners; values are in the order of their owners."""
    return pack(values, np.searchsorted(owners, np.arange(count + 1)))


def _concat(parts: list[pl.Series], name: str) -> pl.Series:
    return pl.concat(parts) if parts else pl.Series(name, [], dtype=SCHEMA[name])
