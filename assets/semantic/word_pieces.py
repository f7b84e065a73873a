"""Texts as numbers of word pieces: WordPiece (Wu et al. 2016) as uncased BERT (Devlin et al. 2019) cuts text."""

import re
import unicodedata
from functools import cache
from pathlib import Path

PIECES = Path(__file__).parent / "data" / "word_pieces.txt"

# The model's input ends here: what a news text says first is what it is about.
MAX_PIECES = 128
# Enough of a text for so many pieces, whatever the script.
MAX_CHARS = 2_000
MAX_WORD_CHARS = 100
_UNKNOWN, _FIRST, _LAST = "[UNK]", "[CLS]", "[SEP]"

# A run of letters and digits, or one of anything else that is seen; characters of Chinese are words of their own.
_CHINESE = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0002a6df\U0002a700-\U0002ceaf\U0002f800-\U0002fa1f"
_SYMBOLS = r"!-/:-@\[-`{-~"
_CATEGORIES_OUT = ("Cc", "Cf", "Mn")


def number_pieces(text: str) -> list[int]:
    """Numbers of a text's first word pieces between the marks of beginning and end; at most MAX_PIECES."""
    pieces = _piece_numbers()
    numbers = [pieces[_FIRST]]
    for word in _split_words(text[:MAX_CHARS]):
        numbers += _cut_word(word)
        if len(numbers) >= MAX_PIECES:
            break
    return [*numbers[: MAX_PIECES - 1], pieces[_LAST]]


def _split_words(text: str) -> list[str]:
    """Words in lower case without accents; punctuation and Chinese characters stand alone."""
    plain = unicodedata.normalize("NFD", " ".join(text.split()).lower())
    kept = "".join(c for c in plain if unicodedata.category(c) not in _CATEGORIES_OUT)
    parted = re.sub(rf"([{_CHINESE}{_SYMBOLS}])", r" \1 ", kept)
    return "".join(c if c.isascii() or not _is_punctuation(c) else f" {c} " for c in parted).split()


def _is_punctuation(character: str) -> bool:
    return unicodedata.category(character).startswith("P")


@cache
def _cut_word(word: str) -> tuple[int, ...]:
    """The longest known beginning, then the longest known continuation, and so on; unknown as a whole otherwise."""
    pieces = _piece_numbers()
    found: list[int] = []
    start = 0
    while start < len(word):
        mark = "##" if start else ""
        ends = range(len(word), start, -1) if len(word) <= MAX_WORD_CHARS else ()
        end = next((end for end in ends if mark + word[start:end] in pieces), None)
        if end is None:
            return (pieces[_UNKNOWN],)
        found.append(pieces[mark + word[start:end]])
        start = end
    return tuple(found)


@cache
def _piece_numbers() -> dict[str, int]:
    lines = PIECES.read_text(encoding="utf-8").split("\n")
    return {piece: number for number, piece in enumerate(line for line in lines if line and not line.startswith("# "))}
