"""What each character is to the tokenizer: part of a word, a word of its own, or a separator; ends of sentences."""

import unicodedata
from functools import cache

import numpy as np
from numpy.typing import NDArray

SEPARATOR, LETTER, WHOLE_WORD = 0, 1, 2

# Scripts written without spaces: one character counts as one word.
_UNSPACED = (
    (0x0E00, 0x0EFF),  # Thai, Lao
    (0x1000, 0x109F),  # Myanmar
    (0x1780, 0x17FF),  # Khmer
    (0x3040, 0x30FF),  # kana
    (0x3400, 0x4DBF),  # Han
    (0x4E00, 0x9FFF),
    (0xF900, 0xFAFF),
)
SENTENCE_ENDS = ".!?\u2026\u3002\uff01\uff1f\u061f\u06d4\u0964\u0965"


@cache
def character_classes() -> NDArray[np.uint8]:
    """SEPARATOR, LETTER or WHOLE_WORD for every code point below 0x10000 (beyond it see classify)."""
    classes = [LETTER if unicodedata.category(chr(code))[0] in "LMN" else SEPARATOR for code in range(0x10000)]
    table = np.array(classes, dtype=np.uint8)
    for first, last in _UNSPACED:
        table[first : last + 1] = np.where(table[first : last + 1] == LETTER, WHOLE_WORD, SEPARATOR)
    return table


def classify(codes: NDArray[np.int64]) -> NDArray[np.uint8]:
    """Class of each code point; beyond the basic plane pictures separate and Han characters are words."""
    classes = character_classes()[np.minimum(codes, 0xFFFF)]
    classes[codes > 0xFFFF] = LETTER
    classes[(codes >= 0x1F000) & (codes < 0x20000)] = SEPARATOR
    classes[codes >= 0x20000] = WHOLE_WORD
    return classes


@cache
def sentence_end_codes() -> NDArray[np.int64]:
    """Code points that end a sentence, sorted."""
    return np.array(sorted(map(ord, SENTENCE_ENDS)), dtype=np.int64)
