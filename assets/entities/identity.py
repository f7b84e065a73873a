"""Which entity a full name is: its id, canonical name and what the lists know of it.

Put here: identity of one name. Keep out: counting and tables (resolve.py), how full names come about (links.py).
"""

from collections.abc import Mapping
from typing import NamedTuple

from assets.entities.known import find_known
from assets.entities.links import without_legal_form
from assets.entities.names import ORGANIZATION, PERSON, PLACE
from assets.entities.places import Place, choose_place, find_places
from assets.entities.text import fold, slugify


class Identity(NamedTuple):
    """An entity without its counts. `name` is null when no list has it: then it is the most common spelling."""

    entity_id: str
    kind: str
    name: str | None
    wikidata_id: str | None = None
    place: Place | None = None


def identify(full_name: str, kind: str, countries: Mapping[str, float], forms: frozenset[str]) -> Identity:
    """The entity of a full name in an article with these shares of countries.

    `forms` are the keys of its kind in all articles: a company meets its name without the legal form, and a person the
    name without the middle initial, only where that stands in some article.
    """
    if kind == PLACE:
        return _identify_place(full_name, countries)
    known = find_known(full_name)
    if known and known.kind == kind:
        return Identity(f"{kind}/{slugify(known.name)}", kind, known.name, known.wikidata_id)
    short = _short_form(full_name, kind)
    known = find_known(short) if short in forms or kind == PERSON else None
    if known and known.kind == kind and short != fold(full_name):
        return Identity(f"{kind}/{slugify(known.name)}", kind, known.name, known.wikidata_id)
    return Identity(f"{kind}/{slugify(short if short in forms else full_name)}", kind, None)


def _short_form(full_name: str, kind: str) -> str:
    if kind == ORGANIZATION:
        return without_legal_form(full_name)
    parts = fold(full_name).split()
    return " ".join([*parts[:1], *(part for part in parts[1:-1] if len(part) > 1), *parts[-1:][: len(parts) - 1]])


def _identify_place(name: str, countries: Mapping[str, float]) -> Identity:
    place = choose_place(name, countries)
    if place is None:
        return Identity(f"{PLACE}/{slugify(name)}", PLACE, None)
    first = find_places(place.name)[:1]
    # The best known place of a name has the plain id, whatever the articles say: ids do not move with new articles.
    suffix = "" if not first or first[0].geonames_id == place.geonames_id else f"-{place.geonames_id}"
    return Identity(f"{PLACE}/{slugify(place.name)}{suffix}", PLACE, place.name, place.wikidata_id, place)
