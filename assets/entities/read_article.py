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
from assets.entities.people_abroad import find_people_abroad
from assets.entities.products import drop_products
from assets.entities.repeats import find_acronyms, find_repeats
from assets.entities.stretches import is_title_worth_reading, name_stretches
from assets.entities.teams import find_table_teams, find_teams
from assets.entities.text import Word, split_words
from assets.entities.votes import vote_kinds
from assets.entities.words_abroad import drop_chance_places, split_elisions

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
    language: str | None
    listed: list[Name]
    stretches: list[tuple[int, int]]
    is_title_shown: bool

    @property
    def is_english(self) -> bool:
        """True when a recogniser reads it."""
        return self.language is None


def draft_article(article_id: str, title: str | None, body: str, language: str | None) -> Draft:
    """What the lists know of an article. `language` is None for English: nothing else is shown to a recogniser."""
    words, title = words_of(body, language), title or ""
    listed = find_listed(body, words, language)
    if language:
        return Draft(
            article_id, title, body, language, drop_chance_places(body, listed, language), [], is_title_shown=False
        )
    stretches = name_stretches(body, words, listed)
    in_title = find_listed(title, split_words(title))
    return Draft(article_id, title, body, None, listed, stretches, is_title_worth_reading(title, in_title, words))


def words_of(text: str, language: str | None) -> list[Word]:
    """All words of a text; in other languages than English (None) without elided articles."""
    return split_elisions(split_words(text), language) if language else split_words(text)


def read_body(draft: Draft, spans: list[Span]) -> list[Name]:
    """The names in a body, each with its fullest form in the body, in text order and without overlap.

    `spans` is what the recogniser proposes, with offsets in the body.
    """
    body, words = draft.body, words_of(draft.body, draft.language)  # Anew: those of a delivery would fill the memory.
    found = [*clean_spans(body, spans, "model"), *draft.listed]
    if draft.language:
        found += find_people_abroad(body, words, draft.language)
    else:
        found += [*find_patterns(body, words), *find_acting(body), *find_table_teams(body)]
    names = vote_kinds(body, keep_longest(found, len(body), PRIORITY))
    names = keep_longest([*names, *find_acronyms(body, names)], len(body), PRIORITY)
    names += find_repeats(body, words, names)
    names = sorted((name for name in names if name.kind in KINDS), key=lambda n: n.start)
    names = drop_products(body, names) if draft.is_english else names
    return drop_lone_words(body, link_names(body, find_teams(body, vote_kinds(body, names))))
