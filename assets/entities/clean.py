"""From a recogniser's spans to clean names: cut at what joins two names, trimmed, without what is no name.

Keep out: deciding between kinds (votes.py), finding what the recogniser missed (gazetteer.py, patterns.py).
"""

import re

from assets.entities.backends import Span
from assets.entities.edges import trim_words
from assets.entities.heads import is_any_head
from assets.entities.judge import is_compound, is_never_name, is_no_entity, is_work
from assets.entities.known import find_known
from assets.entities.lists import first_names, head_words, read_lines
from assets.entities.names import KINDS, ORGANIZATION, PERSON, Name, name_at
from assets.entities.places import find_places
from assets.entities.text import Word, fold, shouted_stretches, split_words

# Words whose full stop belongs to the name, where the recogniser takes it in.
KEEPS_STOP = frozenset({"jr", "sr", "inc", "corp", "co", "ltd"})

SAINTS = ("St. ", "St ", "Saint ")

_BREAK = re.compile(r"\n|\s\d[\d.,:/-]*(?=\s)|\s[-–—/]+\s|;|\||: |\s\(|\)|\"|“|”")
_COMMA = re.compile(r",\s")
_POSSESSIVE = re.compile(r"['’]s?\s(?=\S)")


def clean_spans(text: str, spans: list[Span], method: str) -> list[Name]:
    """Names in the recogniser's spans, in order; spans of peoples and other sorts stay as blockers."""
    owners = {fold(part) for start, end, _ in spans for part in _owner_forms(text[start:end])}
    shouted = shouted_stretches(text)
    names: list[Name] = []
    for start, end, kind in spans:
        # A recogniser of running text makes names of headlines in capitals: only the lists are trusted there.
        if any(a <= start < b for a, b in shouted):
            continue
        if kind in KINDS:
            pieces = (_trim(text, *piece, kind, method) for piece in _pieces(text, start, end, kind, owners))
            names += [name for name in pieces if name and not is_work(text, name)]
        else:
            names.append(name_at(text, start, end, kind=kind, method=method, confidence=0.5))
    return names


def _owner_forms(span: str) -> list[str]:
    return [span, span.split()[-1]] if span.split() and "'" not in span and "’" not in span else []


def _pieces(text: str, start: int, end: int, kind: str, owners: set[str]) -> list[tuple[int, int]]:
    """The span cut at breaks, at commas (not inside organizations), and after an owner (Ukraine's membership)."""
    cuts = [(m.start(), m.end()) for m in _BREAK.finditer(text, start, end)]
    commas = [(m.start(), m.end()) for m in _COMMA.finditer(text, start, end)]
    # Inside an organization a comma is its own (Alcohol, Tobacco and Firearms), but not before a place.
    cuts += [(a, b) for a, b in commas if kind != ORGANIZATION or find_places(text[b:end])]
    for match in _POSSESSIVE.finditer(text, start, end):
        owner = text[start : match.start()]
        if owner.startswith(SAINTS) and is_any_head(text[start:end].split()):
            continue
        if kind != ORGANIZATION or find_places(owner) or fold(owner) in owners:
            cuts.append((match.start(), match.end()))
    cuts += _between_person_and_body(text, start, end) if kind == ORGANIZATION else []
    edges = [start, *(edge for cut in sorted(cuts) for edge in cut), end]
    pieces = [(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if a < b]
    # What somebody owns is a name only when it has more than one word: a country's parliament, a minister's address.
    return [(a, b) for a, b in pieces if a == start or kind != ORGANIZATION or " " in text[a:b].strip()]


def _between_person_and_body(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The "and" between a full name and an organization (Ana Maro and Fox News Channel, not Ana Maro and Sons)."""
    first, joined, rest = text[start:end].partition(" and ")
    words, others = first.split(), rest.split()
    if not joined or len(words) != 2 or words[0] not in first_names() or len(others) < 2:
        return []
    is_body = is_any_head(others) and fold(others[0]) not in head_words("organization_heads.csv")
    return [(start + len(first), end - len(rest))] if is_body or find_known(rest) else []


def _trim(text: str, start: int, end: int, kind: str, method: str) -> Name | None:
    """The name inside a piece, or None when nothing of it is a name."""
    words = [Word(w.text, w.start + start, w.end + start) for w in split_words(text[start:end])]
    if people := _after_respect(words):
        words, kind = people, PERSON
    words = trim_words(words, kind)
    if not words or is_compound(text, words[-1].end) or is_no_entity(text, words, kind):
        return None
    first, last = words[0], words[-1]
    if is_never_name(text[first.start : last.end]):
        return None
    return name_at(text, first.start, last.end + keeps_stop(text, last), kind=kind, method=method, confidence=0.8)


def keeps_stop(text: str, last: Word) -> bool:
    """True when the full stop after a name's last word is its own (Jr., Inc.) and no paragraph ends there."""
    return text[last.end : last.end + 1] == "." and fold(last.text) in KEEPS_STOP and text[last.end + 1 :][:1] == " "


def _is_before_given_name(word: Word, rest: list[Word]) -> bool:
    """Prosecutor before Helen Marsh: an office before a name that starts like a person's."""
    return fold(word.text) in read_lines("title_words.txt") and bool(rest) and rest[0].text in first_names()


def _after_respect(words: list[Word]) -> list[Word]:
    """The person in what a recogniser took for an organization, for the title before the name (Cllr Ana Maro)."""
    respect = read_lines("honorifics.txt")
    for index, word in enumerate(words):
        rest = words[index + 1 :]
        is_title = fold(word.text) in respect or (not index and _is_before_given_name(word, rest))
        if is_title and 2 <= len(rest) <= 3 and word.text[:1].isupper():
            is_name = all(w.text[:1].isupper() and fold(w.text) not in read_lines("title_words.txt") for w in rest)
            return rest if is_name and not is_any_head([w.text for w in rest]) else []
    return []
