"""One text from a recogniser's spans to its names: the order of the steps. Keep out: the steps themselves."""

from dataclasses import dataclass

from assets.entities.acting import find_acting
from assets.entities.backends import Span
from assets.entities.clean import clean_spans
from assets.entities.gazetteer import find_listed
from assets.entities.links import link_names
from assets.entities.lone import drop_lone_words
from assets.entities.names import KINDS, Name, keep_longest
from assets.entities.patterns import find_patterns
from assets.entities.products import drop_products
from assets.entities.repeats import find_acronyms, find_repeats
from assets.entities.stretches import is_title_worth_reading, name_stretches
from assets.entities.teams import find_table_teams, find_teams
from assets.entities.text import split_words
from assets.entities.votes import vote_kinds

# Which of two equally long names stands: the one whose finder is surest.
ORDER = (
    "dateline",
    "acronym",
    "gazetteer",
    "initials",
    "honorific",
    "place_word",
    "speaker",
    "country_in_brackets",
    "model",
    "acting",
)
PRIORITY = {method: rank for rank, method in enumerate(ORDER)}


@dataclass(frozen=True)
class Draft:
    """An article before a recogniser sees it: the names that lists find in its body, and what is worth reading."""

    article_id: str
    title: str
    body: str
    is_english: bool
    listed: list[Name]
    stretches: list[tuple[int, int]]
    is_title_shown: bool


def draft_article(article_id: str, title: str | None, body: str, *, is_english: bool) -> Draft:
    """What the lists know of an article. Only English is shown to a recogniser."""
    words, title = split_words(body), title or ""
    listed = find_listed(body, words)
    stretches = name_stretches(body, words, listed) if is_english else []
    in_title = find_listed(title, split_words(title))
    shows_title = is_english and is_title_worth_reading(title, in_title, words)
    return Draft(article_id, title, body, is_english, listed, stretches, shows_title)


def read_body(draft: Draft, spans: list[Span]) -> list[Name]:
    """The names in a body, each with its fullest form in the body, in text order and without overlap.

    `spans` is what the recogniser proposes, with offsets in the body.
    """
    body, words = draft.body, split_words(draft.body)  # Anew: the words of a whole delivery would fill the memory.
    found = [*clean_spans(body, spans, "model"), *draft.listed]
    if draft.is_english:
        found += [*find_patterns(body, words), *find_acting(body), *find_table_teams(body)]
    names = vote_kinds(body, keep_longest(found, len(body), PRIORITY))
    names = keep_longest([*names, *find_acronyms(body, names)], len(body), PRIORITY)
    names += find_repeats(body, words, names)
    names = sorted((name for name in names if name.kind in KINDS), key=lambda n: n.start)
    names = drop_products(body, names) if draft.is_english else names
    return drop_lone_words(body, link_names(body, find_teams(body, vote_kinds(body, names))))
