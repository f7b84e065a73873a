"""Texts to hashed words, with the paragraph and sentence each stands in. Knows bytes and words, nothing of news.

Words are runs of letters and digits, lower case; punctuation, quotes and white space separate them and do not count, so
that typographic and layout edits leave no trace. Characters of scripts without spaces are words of their own.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import polars as pl
from numpy.typing import NDArray

from assets.dedupe.alphabet import LETTER, SEPARATOR, WHOLE_WORD, character_classes, classify, sentence_end_codes
from assets.dedupe.hashing import BYTE_BASE, U64, Hashes, hash_spans, mix

# Words beyond this many characters of one text are not compared: bounds memory on absurd input.
MAX_CHARS = 1_000_000
# Bytes worked on at a time: small enough for the arrays to stay near the processor.
CHUNK_BYTES = 1 << 17

Indices = NDArray[np.int64]
Flags = NDArray[np.bool_]
# Normalization costs more than all the rest, so only texts that need it pay: combining marks, ligatures, full width.
_COMPATIBILITY = r"[\u0300-\u036f\ufb00-\ufb06\uff00-\uffef]"


@dataclass(frozen=True)
class Tokens:
    """Words of several texts, one after the other. Paragraphs and sentences are numbered through all texts."""

    count: int  # texts, those without words included
    hashes: Hashes  # one a word
    texts: Indices  # which text the word is in
    paragraphs: Indices
    sentences: Indices
    starts: Indices  # first byte of the word in its lower-case text


def fold_texts(texts: pl.Series) -> pl.Series:
    """Lower case, compatibility characters resolved, absurd lengths cut; null becomes empty."""
    folded = texts.fill_null("").str.slice(0, MAX_CHARS)
    odd = folded.str.contains(_COMPATIBILITY)
    if odd.any():
        folded = folded.zip_with(~odd, folded.set(~odd, "").str.normalize("NFKC"))
    return folded.str.to_lowercase()


def tokenize(folded: pl.Series) -> Iterator[tuple[int, Tokens]]:
    """Yield (number of the first text, tokens of the next texts) of folded texts, in order, a few at a time."""
    encoded = [text.encode() for text in folded.to_list()]
    first, size = 0, 0
    for number, data in enumerate(encoded):
        size += len(data)
        if size >= CHUNK_BYTES:
            yield first, _tokenize_chunk(encoded[first : number + 1])
            first, size = number + 1, 0
    if first < len(encoded):
        yield first, _tokenize_chunk(encoded[first:])


def _tokenize_chunk(encoded: list[bytes]) -> Tokens:
    data = np.frombuffer(b"\n".join([*encoded, b"    "]), dtype=np.uint8)
    word, cut, stop = _mark_bytes(data)
    starts, ends = _find_words(word, cut)
    lengths = np.fromiter(map(len, encoded), np.int64, len(encoded)) + 1
    offsets = np.concatenate([[0], np.cumsum(lengths)])
    texts = np.repeat(np.arange(len(encoded)), np.diff(np.searchsorted(starts, offsets)))
    hashes = mix(hash_spans(_byte_values()[data], starts, ends, base=BYTE_BASE))
    breaks = np.cumsum(data == ord("\n"))
    stops = np.cumsum(stop | (data == ord("\n")))
    return Tokens(len(encoded), hashes, texts, breaks[starts], stops[starts], starts - offsets[texts])


def _byte_values() -> Hashes:
    return mix(np.arange(1, 257, dtype=U64) * U64(BYTE_BASE))


def _mark_bytes(data: NDArray[np.uint8]) -> tuple[Flags, Flags, Flags]:
    """Flags of bytes: part of a word; first byte of a character that cuts words before and after; ends a sentence."""
    ascii_word = np.append(character_classes()[:128] == LETTER, np.ones(128, dtype=bool))
    word = ascii_word[data]
    cut = np.zeros(len(data) + 4, dtype=bool)
    stop = np.zeros(len(data), dtype=bool)
    leads = np.flatnonzero(data >= 0xC0)
    if len(leads):
        _mark_wide(data, leads, word, cut, stop)
    # A full stop inside a number or an address is followed by a word at once.
    ends = (data == ord(".")) | (data == ord("!")) | (data == ord("?"))
    stop[:-1] |= ends[:-1] & ~word[1:]
    return word, cut[: len(data)], stop


def _mark_wide(data: NDArray[np.uint8], leads: Indices, word: Flags, cut: Flags, stop: Flags) -> None:
    """Correct the flags at characters of two to four bytes (written into the arrays)."""
    codes, widths = _decode(data, leads)
    classes = classify(codes)
    for step in range(4):
        word[leads[(classes == SEPARATOR) & (widths > step)] + step] = False
    whole = classes == WHOLE_WORD
    cut[leads[whole]] = True
    cut[leads[whole] + widths[whole]] = True
    stop[leads[np.isin(codes, sentence_end_codes())]] = True


def _decode(data: NDArray[np.uint8], leads: Indices) -> tuple[Indices, Indices]:
    """Code point and width in bytes of the UTF-8 character at each lead byte."""
    b0, b1, b2, b3 = (data[leads + step].astype(np.int64) for step in range(4))
    widths = np.where(b0 >= 0xF0, 4, np.where(b0 >= 0xE0, 3, 2))
    two = (b0 & 0x1F) << 6 | (b1 & 0x3F)
    three = (b0 & 0x0F) << 12 | (b1 & 0x3F) << 6 | (b2 & 0x3F)
    four = (b0 & 0x07) << 18 | (b1 & 0x3F) << 12 | (b2 & 0x3F) << 6 | (b3 & 0x3F)
    return np.where(widths == 4, four, np.where(widths == 3, three, two)), widths


def _find_words(word: Flags, cut: Flags) -> tuple[Indices, Indices]:
    """First byte, and byte after the last one, of every word."""
    before = np.concatenate([[False], word[:-1]])
    starts = np.flatnonzero(word & (~before | cut))
    ends = np.flatnonzero(before & (~word | cut))
    return starts, ends
