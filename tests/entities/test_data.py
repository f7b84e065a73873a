import re

import pytest

from assets.entities.known import find_known, find_surname
from assets.entities.lists import DATA, read_lines, read_table, split_cell
from assets.entities.places import find_places
from assets.entities.text import fold

TABLES = sorted(path.name for path in DATA.glob("*.csv"))
LISTS = sorted(path.name for path in DATA.glob("*.txt"))


@pytest.mark.parametrize("name", TABLES + LISTS)
def test_every_file_says_how_to_extend_it(name):
    assert (DATA / name).read_text(encoding="utf-8").startswith("# ")


@pytest.mark.parametrize("name", TABLES)
def test_every_table_reads(name):
    assert read_table(name)


@pytest.mark.parametrize("name", [n for n in LISTS if n not in ("first_names.txt", "surnames_first.txt")])
def test_lists_are_lower_case(name):
    assert [line for line in read_lines(name) if line != line.lower()] == []


@pytest.mark.parametrize("name", ["countries.csv", "known_people.csv", "known_organizations.csv", "known_places.csv"])
def test_wikidata_items_are_items_and_belong_to_one_name(name):
    items = [row["wikidata_id"] for row in read_table(name) if row["wikidata_id"]]
    assert all(re.fullmatch(r"Q[1-9]\d*", item) for item in items)
    assert len(items) == len(set(items))


@pytest.mark.parametrize("name", ["known_people.csv", "known_organizations.csv"])
def test_no_spelling_stands_for_two(name):
    owners: dict[str, set[str]] = {}
    for row in read_table(name):
        for spelling in [row["name"], *split_cell(row["aliases"])]:
            owners.setdefault(spelling, set()).add(row["name"])
    assert {spelling: names for spelling, names in owners.items() if len(names) > 1} == {}


def test_lone_surnames_are_parts_of_a_name():
    for row in read_table("known_people.csv"):
        spellings = fold(" ".join([row["name"], *split_cell(row["aliases"])]))
        assert all(fold(surname) in spellings for surname in split_cell(row["surname"])), row


def test_coordinates_lie_on_the_globe():
    for row in read_table("countries.csv"):
        if row["latitude"]:
            assert -90 <= float(row["latitude"]) <= 90 and -180 <= float(row["longitude"]) <= 180, row


def test_well_known_items():
    assert find_known("NATO").wikidata_id == "Q7184"
    assert find_known("Angela Merkel").wikidata_id == "Q567"
    assert find_places("U.S.")[0].wikidata_id == "Q30"
    assert find_surname("Merkel").name == "Angela Merkel"


@pytest.mark.parametrize("name", ["countries.csv", "known_people.csv", "known_organizations.csv", "known_places.csv"])
def test_every_item_says_what_it_was_checked_against(name):
    bases = {"country-coder 5.6.1", "name-suggestion-index 8.0", "public text"}
    for row in read_table(name):
        assert (row["wikidata_basis"] in bases) if row["wikidata_id"] else row["wikidata_basis"] == "", row
