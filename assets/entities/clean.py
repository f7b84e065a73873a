"""From a recogniser's spans to clean names: cut at what joins two names, trim titles and numbers, drop what is no name.

Keep out: deciding between kinds (votes.py), finding what the recogniser missed (gazetteer.py, patterns.py).
"""

import re

from assets.entities.backends import Span
from assets.entities.lists import read_lines
from assets.entities.names import KINDS, ORGANIZATION, PERSON, Name, name_at
from assets.entities.places import demonyms, find_places
from assets.entities.text import Word, fold, is_capitalised, split_words

# Small words inside a name: of people, and of organizations and places.
PARTICLES = frozenset(
    "de del della den der di do dos da das du des van von zu zur ter ten la le el al bin ibn ben abu bint af av y e ul".split()
)
LINKS = frozenset("of and for the on in upon de la le du des di da do and & y e d et to at".split())
ARTICLES = frozenset({"the", "a", "an"})

_BREAK = re.compile(r"\n|\s[-–—/]+\s|;|\s&\s(?=[a-z])|\s\||: |\s\(|\)|\"|“|”")
_COMMA = re.compile(r",\s")
_POSSESSIVE = re.compile(r"['’]s?\s(?=\S)")
_NUMBER = re.compile(r"[\W\d_]*\d[\W\d_]*")


def clean_spans(text: str, spans: list[Span], method: str) -> list[Name]:
    """Names in the recogniser's spans, in order; spans of peoples and other sorts stay as blockers."""
    names: list[Name] = []
    for start, end, kind in spans:
        if kind not in KINDS:
            names.append(name_at(text, start, end, kind=kind, method=method, confidence=0.5))
            continue
        for piece_start, piece_end in _pieces(text, start, end, kind):
            if name := _trim(text, piece_start, piece_end, kind, method):
                names.append(name)
    return names


def is_never_name(text: str) -> bool:
    """True for a listed stop string, a people, a string without a capital, or a single letter."""
    key = fold(text)
    if len(key) < 2 or not any(c.isupper() for c in text):
        return True
    if find_places(text):
        return key in read_lines("stop_names.txt") and not text.isupper()
    return key in read_lines("stop_names.txt") or key in demonyms()


def _pieces(text: str, start: int, end: int, kind: str) -> list[tuple[int, int]]:
    """The span cut at breaks, at commas (not inside organizations), and after a possessive country or people."""
    cuts = [(m.start(), m.end()) for m in _BREAK.finditer(text, start, end)]
    if kind != ORGANIZATION:
        cuts += [(m.start(), m.end()) for m in _COMMA.finditer(text, start, end)]
    for match in _POSSESSIVE.finditer(text, start, end):
        if kind != ORGANIZATION or find_places(text[start : match.start()]):
            cuts.append((match.start(), match.end()))
    edges = [start, *(edge for cut in sorted(cuts) for edge in cut), end]
    return [(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if a < b]


def _trim(text: str, start: int, end: int, kind: str, method: str) -> Name | None:
    """The name inside a piece, or None when nothing of it is a name."""
    words = [Word(w.text, w.start + start, w.end + start) for w in split_words(text[start:end])]
    words = _drop_edges(words, kind)
    if not words:
        return None
    first, last = words[0], words[-1]
    stop = last.end + 1 if text[last.end : last.end + 1] == "." and _keeps_stop(last.text, last.end < end) else last.end
    if is_never_name(text[first.start : last.end]):
        return None
    return name_at(text, first.start, stop, kind=kind, method=method, confidence=0.8)


def _drop_edges(words: list[Word], kind: str) -> list[Word]:
    """Without articles, titles, peoples and numbers at the front, without numbers and small words at the end."""
    titles = read_lines("title_words.txt")
    while words and (
        words[0].text.lower() in ARTICLES
        or _NUMBER.fullmatch(words[0].text)
        or words[0].text[:1].islower() and words[0].text.lower() not in PARTICLES and not is_capitalised(words[0].text)
        or (kind == PERSON and len(words) > 1 and _is_title(words[0].text, titles))
    ):
        words = words[1:]
    while words and (
        _NUMBER.fullmatch(words[-1].text)
        or words[-1].text[:1].islower() and not is_capitalised(words[-1].text) and words[-1].text.lower() in LINKS | ARTICLES
    ):
        words = words[:-1]
    return words


def _is_title(word: str, titles: frozenset[str]) -> bool:
    key = fold(word)
    return key in titles or key in demonyms() or key in ("us", "uk")


def _keeps_stop(word: str, is_inside: bool) -> bool:
    return is_inside and fold(word) in ("jr", "sr", "inc", "corp", "co", "ltd", "calif", "fla", "st")
