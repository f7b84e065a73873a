"""From a recogniser's spans to clean names: cut at what joins two names, trim titles and numbers, drop what is no name.

Keep out: deciding between kinds (votes.py), finding what the recogniser missed (gazetteer.py, patterns.py).
"""

import re

from assets.entities.backends import Span
from assets.entities.known import find_known
from assets.entities.lists import head_words, read_lines
from assets.entities.names import KINDS, ORGANIZATION, PERSON, PLACE, Name, name_at
from assets.entities.places import demonyms, find_places, is_well_known
from assets.entities.text import Word, fold, is_acronym, is_capitalised, shouted_stretches, split_words, starts_sentence

# Small words that start no name.
SMALL = frozenset({"of", "and", "for", "the", "on", "in", "upon", "a", "an", "to", "at", "by", "as", "with", "from"})
ARTICLES = frozenset({"the", "a", "an"})
KEEPS_STOP = frozenset({"jr", "sr", "inc", "corp", "co", "ltd"})

QUOTES = frozenset("\"'“‘”’«„")

_BREAK = re.compile(r"\n|\s\d[\d.,:/-]*(?=\s)|\s[-–—/]+\s|;|\||: |\s\(|\)|\"|“|”")
_COMMA = re.compile(r",\s")
_POSSESSIVE = re.compile(r"['’]s?\s(?=\S)")
_NUMBER = re.compile(r"[\W\d_]*\d[\W\d_]*")
_OFFICE = re.compile(r"\s(?:Under|Vice )?(?:[Ss]ecretar(?:y|ies)|[Mm]inisters?)\b")
_CLOSED = re.compile(r"[,.!?]?[\"”’'](?![\w])")
LED = re.compile(
    r".*-(?:led|based|backed|born|held|run|owned|controlled|style|era|bound|linked|appointed|speaking|made)"
)
_COMPOUND = re.compile(r"[-–](?=[a-z])")


def clean_spans(text: str, spans: list[Span], method: str) -> list[Name]:
    """Names in the recogniser's spans, in order; spans of peoples and other sorts stay as blockers."""
    owners = {fold(part) for start, end, _ in spans for part in _owner_forms(text[start:end])}
    names: list[Name] = []
    shouted = shouted_stretches(text)
    for start, end, kind in spans:
        # A recogniser of running text makes names of headlines in capitals: only the lists are trusted there.
        if any(a <= start < b for a, b in shouted):
            continue
        if kind not in KINDS:
            names.append(name_at(text, start, end, kind=kind, method=method, confidence=0.5))
            continue
        for piece_start, piece_end in _pieces(text, start, end, kind, owners):
            if name := _trim(text, piece_start, piece_end, kind, method):
                names.append(name)
    return [name for name in names if name.kind not in KINDS or not is_work(text, name)]


def is_never_name(text: str) -> bool:
    """True for a listed stop string, a people, a string without a capital, or a single letter."""
    key = fold(text)
    if len(key) < 2 or not any(c.isupper() for c in text) or key in read_lines("time_words.txt"):
        return True
    if key in read_lines("stop_names.txt") or key in read_lines("peoples.txt"):
        return True
    return key in demonyms() and not is_acronym(text)


def is_compound(text: str, end: int) -> bool:
    """True when the name is the first part of an adjective (London-based)."""
    return _COMPOUND.match(text, end) is not None


def is_work(text: str, name: Name) -> bool:
    """True when quotation marks stand around the name and nothing else: a work, a nickname, a word talked about."""
    return (
        text[name.start - 1 : name.start] in QUOTES
        and _CLOSED.match(text, name.end) is not None
        and not (find_known(name.text) or is_well_known(name.text))
    )


def _owner_forms(span: str) -> list[str]:
    return [span, span.split()[-1]] if span.split() and "'" not in span and "’" not in span else []


def _pieces(text: str, start: int, end: int, kind: str, owners: set[str]) -> list[tuple[int, int]]:
    """The span cut at breaks, at commas (not inside organizations), and after an owner (Ukraine's membership)."""
    cuts = [(m.start(), m.end()) for m in _BREAK.finditer(text, start, end)]
    if kind != ORGANIZATION:
        cuts += [(m.start(), m.end()) for m in _COMMA.finditer(text, start, end)]
    for match in _POSSESSIVE.finditer(text, start, end):
        owner = text[start : match.start()]
        if kind != ORGANIZATION or find_places(owner) or fold(owner) in owners:
            cuts.append((match.start(), match.end()))
    edges = [start, *(edge for cut in sorted(cuts) for edge in cut), end]
    pieces = [(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if a < b]
    # What somebody owns is a name only when it has more than one word: a country's parliament, a minister's address.
    return [(a, b) for a, b in pieces if a == start or kind != ORGANIZATION or " " in text[a:b].strip()]


def _trim(text: str, start: int, end: int, kind: str, method: str) -> Name | None:
    """The name inside a piece, or None when nothing of it is a name."""
    words = _without_prefix([Word(w.text, w.start + start, w.end + start) for w in split_words(text[start:end])])
    words = _drop_end(_drop_front(words, kind), kind)
    if not words or is_compound(text, words[-1].end):
        return None
    first, last = words[0], words[-1]
    keeps = last.end < end and text[last.end] == "." and fold(last.text) in KEEPS_STOP
    if kind == PLACE and len(words) > 1:
        last = _place_end(text, words)
    if (
        is_never_name(text[first.start : last.end])
        or _is_office(text, words, kind)
        or _is_heading(words, kind)
        or _is_verb(text, words)
    ):
        return None
    return name_at(text, first.start, last.end + keeps, kind=kind, method=method, confidence=0.8)


def _place_end(text: str, words: list[Word]) -> Word:
    """The last word of a place; of an unlisted one that starts with a listed one, that one's (Geneva of Geneva Talks)."""
    spelling = text[words[0].start : words[-1].end]
    if (
        find_places(spelling)
        or fold(words[-1].text) in head_words("place_heads.csv")
        or not is_well_known(words[0].text)
    ):
        return words[-1]
    return words[0]


def _is_office(text: str, words: list[Word], kind: str) -> bool:
    """A department that only says of what somebody is minister (Defense Secretary)."""
    return kind == ORGANIZATION and len(words) == 1 and _OFFICE.match(text, words[-1].end) is not None


def _is_heading(words: list[Word], kind: str) -> bool:
    return kind == ORGANIZATION and len(words) > 1 and all(_is_shouted(word.text) for word in words)


def _is_verb(text: str, words: list[Word]) -> bool:
    """A lone first word of a sentence in -ing or -ly."""
    return len(words) == 1 and words[0].text.endswith(("ing", "ly")) and starts_sentence(text, words[0].start)


def _without_prefix(words: list[Word]) -> list[Word]:
    """non-NATO as NATO, non-US NATO as NATO: the first word without its prefix, or without it all when more follow."""
    prefix, hyphen, rest = words[0].text.partition("-") if words else ("", "", "")
    if not hyphen or fold(prefix) not in read_lines("prefixes.txt"):
        return words
    first = Word(rest, words[0].start + len(prefix) + 1, words[0].end)
    return words[1:] if len(words) > 1 else [first]


def _drop_front(words: list[Word], kind: str) -> list[Word]:
    """Without articles, numbers, small words, weekdays, and before a person without titles and peoples."""
    while words:
        key = fold(words[0].text)
        is_small = words[0].text[:1].islower() and not is_capitalised(words[0].text)
        if not (
            key in ARTICLES
            or _NUMBER.fullmatch(words[0].text)
            or (key in read_lines("time_words.txt") and len(words) > 1)
            or (is_small and (key in SMALL or key not in read_lines("name_particles.txt")))
            or (kind == PERSON and len(words) > 1 and _is_title(key))
        ):  # fmt: skip
            break
        words = words[1:]
    return words


def _drop_end(words: list[Word], kind: str) -> list[Word]:
    """Without numbers and small words at the end; a person also without a place in capitals (a byline and its dateline)."""
    while words and (_NUMBER.fullmatch(words[-1].text) or not is_capitalised(words[-1].text)):
        words = words[:-1]
    if kind == PERSON:
        small = (i for i, word in enumerate(words) if i and _is_foreign(word.text))
        shouted = (i for i, word in enumerate(words) if i and _is_shouted(word.text) and not _is_shouted(words[0].text))
        words = words[: min([*small, *shouted], default=len(words))]
    return words


def _is_foreign(word: str) -> bool:
    """A small word that is no particle of names: the person's name ended before it."""
    return word.islower() and word not in read_lines("name_particles.txt")


def _is_shouted(word: str) -> bool:
    return len(word) > 2 and word.isupper()


def _is_of_place(words: list[Word]) -> bool:
    """California Gov. Gavin Newsom: a place before a title."""
    return fold(words[1].text) in read_lines("title_words.txt") and is_well_known(words[0].text)


def _is_title(key: str) -> bool:
    return key in read_lines("title_words.txt") or key in demonyms() or key in ("us", "uk")
