"""Which entity a full name is: its id, canonical name and what the lists know of it.

Put here: identity of names. Keep out: counting and tables (tables.py), how full names come about (links.py, corpus.py).
"""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import polars as pl

from assets.entities.countries import choose_places
from assets.entities.known import find_known
from assets.entities.links import without_legal_form
from assets.entities.names import ORGANIZATION, PERSON, PLACE
from assets.entities.numbered import KIND_NUMBERS, KINDS, NONE, Forms, Numbers
from assets.entities.places import Place, find_places
from assets.entities.spellings import Facts
from assets.entities.text import fold, slugify


class Identity(NamedTuple):
    """An entity without its counts. `name` is null when no list has it: then it is the most common spelling."""

    entity_id: str
    kind: str
    name: str | None
    wikidata_id: str | None = None
    place: Place | None = None


@dataclass(frozen=True)
class Identified:
    """The entities in the order of their ids, and the number of each form's entity."""

    identities: list[Identity]
    entity: Numbers


def identify_forms(forms: Forms, facts: Facts, spellings: pl.Series) -> Identified:
    """The entity of every form."""
    chosen, places = choose_places(forms, spellings)
    found = [identify_place(place) for place in places]
    # What the gazetteer does not know is one entity a name and kind, numbered after the places.
    is_open = chosen == NONE
    pair = forms.kind * len(spellings) + forms.full
    pairs, numbers = np.unique(pair[is_open], return_inverse=True)
    chosen[is_open] = len(found) + numbers
    forms_of = _keys_of_kinds(forms, facts)
    kinds, names = (pairs // len(spellings)).tolist(), spellings.gather(pairs % len(spellings)).to_list()
    found += [identify(name, KINDS[kind], forms_of[kind]) for kind, name in zip(kinds, names, strict=True)]
    return _in_order(found, chosen)


def _keys_of_kinds(forms: Forms, facts: Facts) -> dict[int, frozenset[str]]:
    return {
        number: frozenset(facts.keys.gather(np.unique(facts.key[forms.full[forms.kind == number]])).to_list())
        for number in KIND_NUMBERS.values()
    }


def _in_order(found: list[Identity], chosen: Numbers) -> Identified:
    """One identity an id, that of a list first, where a form has it; numbers follow the order of the ids."""
    used, chosen = np.unique(chosen, return_inverse=True)
    found = [found[number] for number in used.tolist()]
    by_id: dict[str, Identity] = {}
    for identity in sorted(found, key=lambda identity: identity.name is None):
        by_id.setdefault(identity.entity_id, identity)
    place_of = {entity_id: place for place, entity_id in enumerate(sorted(by_id))}
    numbers = np.array([place_of[identity.entity_id] for identity in found], dtype=np.int64)
    return Identified([by_id[entity_id] for entity_id in place_of], numbers[chosen])


def identify(full_name: str, kind: str, forms: frozenset[str]) -> Identity:
    """The entity of a name that is no place of the gazetteer.

    `forms` are the keys of its kind in all articles: a company meets its name without the legal form, and a person the
    name without the middle initial, only where that stands in some article.
    """
    if kind == PLACE:
        return Identity(f"{PLACE}/{slugify(full_name)}", PLACE, None)
    known = find_known(full_name)
    if known and known.kind == kind:
        return Identity(f"{kind}/{slugify(known.name)}", kind, known.name, known.wikidata_id)
    short = _short_form(full_name, kind)
    if short == fold(full_name):
        return Identity(f"{kind}/{slugify(full_name)}", kind, None)
    known = find_known(short) if short in forms or kind == PERSON else None
    if known and known.kind == kind:
        return Identity(f"{kind}/{slugify(known.name)}", kind, known.name, known.wikidata_id)
    return Identity(f"{kind}/{slugify(short if short in forms else full_name)}", kind, None)


def _short_form(full_name: str, kind: str) -> str:
    if kind == ORGANIZATION:
        return without_legal_form(full_name)
    parts = fold(full_name).split()
    return " ".join([*parts[:1], *(part for part in parts[1:-1] if len(part) > 1), *parts[-1:][: len(parts) - 1]])


def identify_place(place: Place) -> Identity:
    """The entity of a place of the gazetteer."""
    first = find_places(place.name)[:1]
    # The best known place of a name has the plain id, whatever the articles say: ids do not move with new articles.
    suffix = "" if not first or first[0].geonames_id == place.geonames_id else f"-{place.geonames_id}"
    return Identity(f"{PLACE}/{slugify(place.name)}{suffix}", PLACE, place.name, place.wikidata_id, place)
