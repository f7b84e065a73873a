"""Compare the Wikidata items of the entity tables with those that two map packages ship; says what nothing confirms.

Put here: checking. Keep out: filling items in, which a person does. Both packages are npm archives, read and never run:

    npm pack @rapideditor/country-coder@5.6.1 name-suggestion-index@8.0.20260918   # and unpack both
    python -m benchmarks.entities.check_wikidata COUNTRY_CODER/src/data/borders.json NSI/dist/json/nsi.json
"""

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from assets.entities.lists import read_table, split_cell

TABLES = ("countries.csv", "known_places.csv", "known_organizations.csv", "known_people.csv")
Items = dict[str, set[str]]


def read_countries(path: Path) -> Items:
    """Items by country code and by English name, of countries, continents and unions."""
    found: Items = defaultdict(set)
    for feature in json.loads(path.read_text(encoding="utf-8"))["features"]:
        properties = feature["properties"]
        for name in (properties.get("iso1A2"), properties.get("nameEn")):
            if name and properties.get("wikidata"):
                found[name.casefold()].add(properties["wikidata"])
    return found


def read_brands(path: Path) -> Items:
    """Items of brands, operators and networks by name."""
    found: Items = defaultdict(set)
    for entry in json.loads(path.read_text(encoding="utf-8"))["nsi"].values():
        for item in entry.get("items", []):
            tags = item["tags"]
            for role in ("brand", "operator", "network"):
                for name in (tags.get(role), tags.get(f"{role}:en"), item.get("displayName")):
                    if name and f"{role}:wikidata" in tags:
                        found[name.casefold()].add(tags[f"{role}:wikidata"])
    return found


def spellings(row: dict[str, str]) -> Iterator[str]:
    """Under what a row may stand in the packages: a country under its code only."""
    if "country_code" in row and "capital" in row:
        yield row["country_code"].casefold()
        return
    yield from (name.casefold() for name in [row["name"], *split_cell(row.get("aliases", ""))])


def main(borders: str, brands: str) -> None:
    """Prints counts by table, and every row whose stated basis is not so."""
    countries, companies = read_countries(Path(borders)), read_brands(Path(brands))
    sources = {"country-coder 5.6.1": countries, "name-suggestion-index 8.0": companies}
    wrong = 0
    for table in TABLES:
        rows = [row for row in read_table(table) if row["wikidata_id"]]
        for row in rows:
            source = sources.get(row["wikidata_basis"])
            if source is not None and not any(row["wikidata_id"] in source.get(name, ()) for name in spellings(row)):
                wrong += 1
                print(f"{table}: {row['name']} {row['wikidata_id']} is not what {row['wikidata_basis']} has")
        counts = Counter(row["wikidata_basis"] for row in rows)
        print(f"{table}: {len(rows)} items; " + ", ".join(f"{basis} {n}" for basis, n in sorted(counts.items())))
    raise SystemExit(min(wrong, 1))


if __name__ == "__main__":
    main(*sys.argv[1:])
