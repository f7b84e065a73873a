"""One text from a recogniser's spans to its names: the order of the steps. Keep out: the steps themselves."""

from assets.entities.backends import Span
from assets.entities.clean import clean_spans
from assets.entities.gazetteer import find_listed
from assets.entities.links import link_names
from assets.entities.names import KINDS, Name, keep_longest
from assets.entities.patterns import find_patterns
from assets.entities.repeats import find_repeats
from assets.entities.text import split_words
from assets.entities.votes import vote_kinds

# Which of two equally long names stands: the one whose finder is surest.
PRIORITY = {"dateline": 0, "gazetteer": 1, "initials": 2, "honorific": 3, "model": 4, "country_in_brackets": 5}


def read_body(body: str, spans: list[Span], *, is_english: bool) -> list[Name]:
    """The names in a body, each with its fullest form in the body, in text order and without overlap."""
    words = split_words(body)
    found = [*clean_spans(body, spans, "model"), *find_listed(body, words)]
    if is_english:
        found += find_patterns(body, words)
    names = vote_kinds(body, keep_longest(found, len(body), PRIORITY))
    names += find_repeats(body, words, names)
    names = sorted((name for name in names if name.kind in KINDS), key=lambda n: n.start)
    return link_names(body, vote_kinds(body, names))
