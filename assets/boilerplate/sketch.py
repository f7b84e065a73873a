"""What is kept of an article's paragraphs to see that an outlet repeats them. Depends on that article alone."""

import numpy as np
import polars as pl

from assets.boilerplate.words import Flags, Hashes, Numbers, Words, find_words, mix

SCHEMA = pl.Schema(
    {
        "article_id": pl.String,
        "paragraphs": pl.List(pl.UInt64),
        "letters": pl.List(pl.UInt32),
        "ties": pl.List(pl.UInt8),
    }
)
# Articles worked on at a time: small enough for the arrays to stay near the processor; numbered in eight bits.
_CHUNK = 128
# The middle of an article, as shares of its letters.
_CORE = 0.2, 0.8
_HIGHEST = np.uint64(2**64 - 1)


def sketch_paragraphs(articles: pl.DataFrame) -> pl.DataFrame:
    """Sketch of each article's paragraphs (`articles`: article_id, title, body), one row each, sorted by article_id.

    Out, one element a paragraph of the body (which are separated by an empty line): paragraphs, a hash of its words, 0
    when it has none; letters, how many characters its words have; ties, how many percent of its longer words stand in
    the title or another paragraph of the article's middle, too: nearly half of them do in a report, hardly any in a
    notice of the site. 100 when it has no longer words: nothing can be said of it.
    """
    chunks = articles.select("article_id", "title", "body").sort("article_id").iter_slices(_CHUNK)
    return pl.concat([pl.DataFrame(schema=SCHEMA), *map(_sketch_chunk, chunks)])


def _sketch_chunk(articles: pl.DataFrame) -> pl.DataFrame:
    title = pl.concat_list(pl.col("title").fill_null(""))
    texts = articles.select("article_id", text=title.list.concat(pl.col("body").str.split("\n\n"))).explode("text")
    words = find_words(texts["text"])
    hashes = _hash_paragraphs(words, texts.height)
    owners = texts["article_id"].rle_id().to_numpy().astype(np.uint64)
    letters = np.bincount(words.texts, words.letters, minlength=texts.height).astype(np.uint32)
    sketched = texts.select(
        "article_id",
        paragraphs=pl.Series(hashes),
        letters=pl.Series(letters),
        ties=pl.Series(_count_ties(words, hashes, owners, _find_core(texts, letters))),
    )
    lists = sketched.group_by("article_id", maintain_order=True).agg(pl.all().slice(1))
    return lists.cast(dict(SCHEMA))


def _hash_paragraphs(words: Words, count: int) -> Hashes:
    """Hash of each text's words in order; 0 for none."""
    edges = np.searchsorted(words.texts, np.arange(count + 1))
    places = np.arange(len(words.texts)) - np.repeat(edges[:-1], np.diff(edges))
    terms = mix(words.keys ^ mix(places.astype(np.uint64) + np.uint64(1)))
    sums = np.concatenate([np.zeros(1, dtype=np.uint64), np.cumsum(terms)])
    return mix(sums[edges[1:]] - sums[edges[:-1]])


def _count_ties(words: Words, hashes: Hashes, owners: Hashes, is_core: Flags) -> Flags:
    """Percent of each text's long words that a different text of the same article's core has, too."""
    texts, keys = words.texts[words.is_long], words.keys[words.is_long]
    codes = owners[texts] << np.uint64(56) | keys >> np.uint64(8)
    order = np.argsort(codes)
    codes, labels, core = codes[order], hashes[texts[order]], is_core[texts[order]]
    changes = np.concatenate([[True], codes[1:] != codes[:-1]])[: len(codes)]
    group, starts = np.cumsum(changes) - 1, np.flatnonzero(changes)
    tied = np.zeros(len(codes), dtype=bool)
    if len(codes):
        lowest = np.minimum.reduceat(np.where(core, labels, _HIGHEST), starts)[group]
        highest = np.maximum.reduceat(np.where(core, labels, np.uint64(0)), starts)[group]
        tied[order] = (lowest <= highest) & ((lowest != labels) | (highest != labels))
    total = np.bincount(texts, minlength=len(hashes))
    share = 100 * np.bincount(texts, tied, minlength=len(hashes)) // np.maximum(total, 1)
    return np.where(total, share, 100).astype(np.uint8)


def _find_core(texts: pl.DataFrame, letters: Numbers) -> Flags:
    """Flag the titles, and the texts that overlap the middle of their article: what an outlet adds stands outside."""
    body = pl.when(pl.int_range(pl.len()).over("article_id") > 0).then(pl.Series("letters", letters)).otherwise(0)
    sizes = texts.select("article_id", size=body).with_columns(
        end=pl.col("size").cum_sum().over("article_id"), all=pl.col("size").sum().over("article_id")
    )
    start, end, size, total = pl.col("end") - pl.col("size"), pl.col("end"), pl.col("size"), pl.col("all")
    low, high = (total * share for share in _CORE)
    return sizes.select((size == 0) | (end > low) & (start < high)).to_series().to_numpy()
