"""What other languages call countries and large cities: Unicode's CLDR, by way of the package Babel, and a table.

Put here: looking such a name up. Keep out: finding it in a text (gazetteer.py), English names (places.py).
"""

from collections.abc import Iterator
from functools import cache, lru_cache

from babel import Locale, UnknownLocaleError
from babel.languages import get_official_languages

from assets.entities.lists import first_names, read_lines, read_table
from assets.entities.places import WELL_KNOWN_RANK, find_places, is_well_known
from assets.entities.text import fold

SHORTEST = 3
# Languages in which the genitive is the name and an s: Deutschlands, Tysklands.
GENITIVE = frozenset({"de", "sv", "da", "no", "nb", "nn"})


def find_local_place(spelling: str, language: str) -> str | None:
    """The gazetteer's name of the place that a spelling means in a language (two letters).

    Names that the gazetteer has in that form are left to it, but for cities of the language's own countries, of which
    English may make another word (Nice, Tours).
    """
    key = fold(spelling)
    if place := _names(language).get(key):
        return place
    if is_home_city(spelling, language):
        return find_places(spelling)[0].name
    if language in GENITIVE and key.endswith("s") and not is_well_known(spelling):
        base = spelling[:-1]
        return _names(language).get(fold(base)) or (find_places(base)[0].name if is_well_known(base) else None)
    return None


def is_country(spelling: str, language: str) -> bool:
    """True for the name of a country in a language (two letters)."""
    places = find_places(_names(language).get(fold(spelling), ""))
    return bool(places) and places[0].level == "country"


def most_local_words(key: str, language: str) -> int:
    """How many words the longest name has that starts with a folded word in a language; 0 when none does."""
    return max(
        _longest(language).get(key, 0), int(language in GENITIVE and key.endswith("s")), int(bool(find_places(key)))
    )


@cache
def _longest(language: str) -> dict[str, int]:
    most: dict[str, int] = {}
    for key in _names(language):
        parts = key.split(" ")
        most[parts[0]] = max(most.get(parts[0], 0), len(parts))
    return most


@cache
def _names(language: str) -> dict[str, str]:
    """Folded local name to the gazetteer's name; left out where the gazetteer has the very spelling."""
    own = _own_names(language)
    return {
        fold(local): name
        for local, name in local_names(language).items()
        if local in own or (len(fold(local)) >= SHORTEST and not _is_listed_so(local))
    }


@cache
def local_names(language: str) -> dict[str, str]:
    """Names of countries and large cities in a language (two letters), as written there, to the gazetteer's names.

    Those of the table come first; empty for a language that neither it nor CLDR has.
    """
    own = _own_names(language)
    try:
        locale = Locale.parse(language)
    except (UnknownLocaleError, ValueError):
        return own
    found = [(local, name) for local, name in [*_countries(locale), *_cities(locale)] if not local[:1].islower()]
    return dict(reversed([*own.items(), *found]))


@cache
def _own_names(language: str) -> dict[str, str]:
    """What the table has for a language."""
    return {row["name"]: row["place"] for row in read_table("local_places.csv") if row["language"] == language}


def _is_listed_so(local: str) -> bool:
    """True when the gazetteer has the very spelling: Granada is a Spanish city before Grenada; França is France."""
    return is_well_known(local) and (local.isascii() or find_places(local)[0].name == local)


def _countries(locale: Locale) -> Iterator[tuple[str, str]]:
    for row in read_table("countries.csv"):
        local = locale.territories.get(row["country_code"])
        if local and "(" not in local:
            yield local, row["name"]


def _cities(locale: Locale) -> Iterator[tuple[str, str]]:
    """The cities after which time zones are called, most of them capitals."""
    for zone, names in locale.time_zones.items():
        name = zone.rpartition("/")[2].replace("_", " ")
        if (local := names.get("city")) and is_well_known(name) and find_places(name)[0].level == "city":
            yield local, name


@lru_cache(maxsize=1 << 16)
def is_home_city(spelling: str, language: str) -> bool:
    """True for a city of 100,000 in a country whose language (two letters) it is, when that is no given name."""
    if spelling in first_names() or fold(spelling) in read_lines("no_names_abroad.txt"):
        return False
    return any(
        place.level == "city" and place.rank >= WELL_KNOWN_RANK and language in _languages(place.country_code or "")
        for place in find_places(spelling)[:1]
    )


@cache
def _languages(country_code: str) -> tuple[str, ...]:
    return tuple(get_official_languages(country_code, de_facto=True)) if country_code else ()
