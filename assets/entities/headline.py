"""Names in a headline, which capitalises much: one counts when the body shows it, a list has it, or it is a full name.

Keep out: names in running text (read_article.py).
"""

from assets.entities.backends import Span
from assets.entities.clean import clean_spans
from assets.entities.gazetteer import find_listed
from assets.entities.known import find_surname
from assets.entities.links import link_names
from assets.entities.names import KINDS, PERSON, Name, keep_longest
from assets.entities.repeats import find_repeats
from assets.entities.text import fold, split_words
from assets.entities.votes import vote_kinds

PRIORITY = {"repeat": 0, "gazetteer": 1, "model": 2}


def read_title(title: str, spans: list[Span], body_names: list[Name], language: str | None = None) -> list[Name]:
    """The names in a headline, each with its fullest form in the body or the headline; `language`: see find_listed."""
    words = split_words(title)
    in_capitals = sum(word.text.isupper() for word in words) > len(words) / 2
    listed = [] if in_capitals else find_listed(title, words, language)
    repeated = _repeats(title, body_names)
    proposed = [name for name in clean_spans(title, spans, "model") if name.kind in KINDS and _is_sure(name, title)]
    names = vote_kinds(title, keep_longest([*repeated, *listed, *proposed], len(title), PRIORITY))
    return _link(names, body_names)


def _repeats(title: str, body_names: list[Name]) -> list[Name]:
    forms = [Name(0, 0, name.text, name.kind, name.method, name.confidence) for name in body_names]
    return find_repeats(title, split_words(title), forms)


def _is_sure(name: Name, title: str) -> bool:
    """A full name of a person, or a name that is not just capitalised for the headline; never most of the headline."""
    count = len(name.text.split())
    if find_surname(name.text):
        return True
    return name.kind == PERSON and count in (2, 3) and len(name.text) < len(title) / 2


def _link(names: list[Name], body_names: list[Name]) -> list[Name]:
    """Full forms as the body has them; names that it has not, by the headline alone."""
    by_text = {fold(name.text): name for name in body_names}
    by_surname = {fold(n.full).split()[-1]: n for n in reversed(body_names) if n.kind == PERSON and " " in n.full}
    for name in link_names("", names):
        twin = by_text.get(fold(name.text)) or (by_surname.get(fold(name.text)) if name.kind == PERSON else None)
        if twin:
            name.kind, name.full, name.basis = twin.kind, twin.full, twin.basis
            if fold(name.text) != fold(name.full) and name.basis == "name":
                name.basis = "surname"
    return names
