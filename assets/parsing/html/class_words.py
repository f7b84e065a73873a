"""What class and id attributes say about an element, remembered per token.

What is done about it is decided elsewhere.
"""

import csv
import re
from pathlib import Path


class Hint:
    """Meanings of class words, as bits: an element may have several.

    Plain integers, because a page has thousands of them.
    """

    COMMENT = 1
    RELATED = 1 << 1
    TEASER = 1 << 2
    SHARE = 1 << 3
    AD = 1 << 4
    NAV = 1 << 5
    FOOTER = 1 << 6
    SIDEBAR = 1 << 7
    NEWSLETTER = 1 << 8
    PAYWALL = 1 << 9
    LEGAL = 1 << 10
    BIO = 1 << 11
    BYLINE = 1 << 12
    DATE = 1 << 13
    CAPTION = 1 << 14
    CREDIT = 1 << 15
    TAG = 1 << 16
    TITLE = 1 << 17
    SUBTITLE = 1 << 18
    MEDIA = 1 << 19
    EMBED = 1 << 20
    PULLQUOTE = 1 << 21
    TOC = 1 << 22
    INFOBOX = 1 << 23
    HIDDEN = 1 << 24
    BODY = 1 << 25
    MAIN = 1 << 26
    LIVE = 1 << 27
    NEXT = 1 << 28
    CONSENT = 1 << 29
    UNSEEN = 1 << 30


_MEMO_SIZE = 50_000
_LONGEST_VALUE = 1_000
_PIECES = re.compile(r"[^\W_]+")
_WORDS = re.compile(r"[A-ZÀ-Þ]?[a-zß-ÿ]+|[A-Z]+(?![a-z])")
_GENERATED = re.compile(r"[^\W\d_]\d+[^\W_]|^\d")
# "has-sidebar", "no-comments", "article-with-rail" speak of the page's layout, not of the element.
_LAYOUT_WORDS = frozenset(
    ("has", "no", "not", "with", "without", "wo", "non", "js", "supports", "layout", "template", "grid")
)
_JOIN = 3
_DIGITS = "0123456789"
_CAMEL_WORD = 3


def _load() -> dict[str, int]:
    path = Path(__file__).parent / "data" / "class_words.csv"
    with path.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(line for line in lines if not line.startswith("#"))
        return {row["word"]: getattr(Hint, row["kind"].upper()) for row in rows}


_KINDS = _load()
# A word that starts no known run of words needs no further look.
_STARTS = frozenset(word[:size] for word in _KINDS for size in range(1, len(word) + 1))
_memo: dict[str, int] = {}


def class_hints(value: str) -> int:
    """Return the hints (bits of `Hint`) of a class or id attribute.

    The same value always gives the same hints.
    """
    known = _memo.get(value)
    if known is not None:
        return known
    hints = 0
    for token in value[:_LONGEST_VALUE].split():
        known = _memo.get(token)
        if known is None:
            known = _memo[token] = _token_hints(token)
        hints |= known
    if len(_memo) >= _MEMO_SIZE:
        _memo.clear()
    if len(value) <= _LONGEST_VALUE:
        _memo[value] = hints
    return hints


def _token_hints(token: str) -> int:
    if ":" in token:
        return 0
    words = _split_words(token)
    if _STARTS.isdisjoint(words) or not _LAYOUT_WORDS.isdisjoint(words):
        return 0
    hints, position = 0, 0
    while position < len(words):
        hint, taken = _longest_run(words, position) if words[position] in _STARTS else (0, 1)
        hints |= hint
        position += taken
    return hints


def _longest_run(words: list[str], position: int) -> tuple[int, int]:
    """Hint of the longest known run of words from a position, and how many words it takes."""
    run = words[position]
    hint, taken = _KINDS.get(run, 0), 1
    for size, word in enumerate(words[position + 1 : position + _JOIN], start=2):
        run += word
        if run not in _STARTS:
            break
        if run in _KINDS:
            hint, taken = _KINDS[run], size
    return hint, taken


def _split_words(token: str) -> list[str]:
    """Words of a token, lower case; pieces that a build tool made up (a884a83d, fEohGt) give none."""
    if token.islower():
        if token.isalpha():
            return [token]
        pieces = token.replace("_", "-").split("-")
        return [word for piece in pieces if (word := piece.rstrip(_DIGITS)).isalpha()]
    words: list[str] = []
    for piece in _PIECES.findall(token):
        if _GENERATED.search(piece):
            continue
        parts = _WORDS.findall(piece)
        if len(parts) == 1 or all(len(part) >= _CAMEL_WORD for part in parts[1:]):
            words.extend(part.lower() for part in parts)
    return words
