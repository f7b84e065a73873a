"""The same quotation in several articles: one group id. Keep out: finding quotations and who speaks.

Two quotations are the same when one has all the words of the other in a row: eight words are enough, five when both are
by the same entity, fewer when they are also equal. A function of the set, linear in its words: only the first five
words of each quotation are looked up in the others.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

SHINGLE = 5
SURE_WORDS = 8
_WORD = re.compile(r"\w+")
_APOSTROPHE = re.compile(r"(?<=\w)[’'](?=\w)")


@dataclass(frozen=True, slots=True)
class Saying:
    """What grouping needs to know of a quotation. `order` (landing day, article, position) says which came first."""

    quote_id: str
    quote: str
    is_direct: bool
    speaker_entity_id: str | None
    order: tuple[date, str, int]


def group_quotes(sayings: list[Saying]) -> dict[str, str]:
    """Group id of each quote_id: the quote_id of the group's first member, so that it survives new days."""
    words = {s.quote_id: normalise_words(s.quote) for s in sayings}
    parents = {s.quote_id: s.quote_id for s in sayings}
    for one, other in _find_pairs(sayings, words):
        _unite(parents, one, other)
    first: dict[str, Saying] = {}
    for saying in sayings:
        root = _root(parents, saying.quote_id)
        if root not in first or saying.order < first[root].order:
            first[root] = saying
    return {s.quote_id: first[_root(parents, s.quote_id)].quote_id for s in sayings}


def normalise_words(quote: str) -> tuple[str, ...]:
    """Words without case and punctuation; a contraction is one word."""
    return tuple(_WORD.findall(_APOSTROPHE.sub("", quote.casefold())))


def _find_pairs(sayings: list[Saying], words: dict[str, tuple[str, ...]]) -> Iterator[tuple[str, str]]:
    """Pairs of the same quotation: enough of them to connect every group, not every pair of a group."""
    equal: dict[tuple[object, ...], str] = {}
    distinct: dict[tuple[object, ...], Saying] = {}
    for saying in sayings:
        said = words[saying.quote_id]
        whose = saying.speaker_entity_id if len(said) < SURE_WORDS else None
        if whose is None and len(said) < SURE_WORDS:
            continue
        key = (saying.is_direct, said, whose)
        if key in equal:
            yield equal[key], saying.quote_id
        equal.setdefault(key, saying.quote_id)
        distinct.setdefault((saying.is_direct, said, saying.speaker_entity_id), saying)
    yield from _find_contained(list(distinct.values()), words)


def _find_contained(sayings: list[Saying], words: dict[str, tuple[str, ...]]) -> Iterator[tuple[str, str]]:
    openings: dict[tuple[str, ...], list[Saying]] = {}
    for saying in sayings:
        if len(words[saying.quote_id]) >= SHINGLE:
            openings.setdefault(words[saying.quote_id][:SHINGLE], []).append(saying)
    for saying in sayings:
        said = words[saying.quote_id]
        for at in range(len(said) - SHINGLE + 1):
            for other in openings.get(said[at : at + SHINGLE], ()):
                inner = words[other.quote_id]
                if said[at : at + len(inner)] == inner and _may_unite(saying, other, len(inner)):
                    yield saying.quote_id, other.quote_id


def _may_unite(one: Saying, other: Saying, shared_words: int) -> bool:
    same_speaker = one.speaker_entity_id is not None and one.speaker_entity_id == other.speaker_entity_id
    return one.is_direct == other.is_direct and (shared_words >= SURE_WORDS or same_speaker)


def _root(parents: dict[str, str], member: str) -> str:
    while parents[member] != member:
        parents[member] = parents[parents[member]]
        member = parents[member]
    return member


def _unite(parents: dict[str, str], one: str, other: str) -> None:
    roots = sorted((_root(parents, one), _root(parents, other)))
    parents[roots[1]] = roots[0]
