"""The record of one name in one text, as the steps of recognition hand it on. Keep out: the steps themselves."""

from dataclasses import dataclass

PERSON, ORGANIZATION, PLACE = "person", "organization", "place"
KINDS = (PERSON, ORGANIZATION, PLACE)

# What a recogniser may say besides: a people or creed, or a name of another sort (a work, an event). Neither becomes an
# entity, but no other rule may find a name inside either.
GROUP, OTHER = "group", "other"


@dataclass(slots=True)
class Name:
    """A stretch of a text that names something: text[start:end]; `full` is its fullest form in the article."""

    start: int
    end: int
    text: str
    kind: str
    method: str
    confidence: float
    full: str = ""
    basis: str = "name"


def name_at(text: str, start: int, end: int, *, kind: str, method: str, confidence: float) -> Name:
    """The name that stands at text[start:end]."""
    return Name(start, end, text[start:end], kind, method, confidence)


def overlaps(name: Name, taken: list[bool]) -> bool:
    """True when a character of the name is taken."""
    return any(taken[name.start : name.end])


def keep_longest(names: list[Name], size: int, priority: dict[str, int]) -> list[Name]:
    """Names without overlap: the longest first, then by the priority of the method, then the first; in text order."""
    taken = [False] * size
    kept = []
    for name in sorted(names, key=lambda n: (n.start - n.end, priority.get(n.method, 9), n.start, n.kind)):
        if not overlaps(name, taken):
            taken[name.start : name.end] = [True] * (name.end - name.start)
            kept.append(name)
    return sorted(kept, key=lambda n: n.start)
