"""Reads the data files of this stage, once. Keep out: what is done with them."""

from functools import cache
from pathlib import Path

from assets import lists

DATA = Path(__file__).parent / "data"


@cache
def read_lines(name: str) -> frozenset[str]:
    """The entries of a list with one entry a line."""
    return frozenset(lists.read_lines(DATA / name))


@cache
def read_table(name: str) -> tuple[dict[str, str], ...]:
    """The rows of a CSV file. Raises BroadsheetError naming file and line when one has more or fewer fields."""
    return tuple(lists.read_rows(DATA / name))


def split_cell(cell: str) -> list[str]:
    """Entries of a cell that holds several, separated by |."""
    return [part.strip() for part in cell.split("|") if part.strip()]


@cache
def first_names() -> frozenset[str]:
    """Given names, with their capital."""
    return frozenset(name for line in read_lines("first_names.txt") for name in line.split())


@cache
def opening_names() -> frozenset[str]:
    """What a person's name may begin with: given names, and surnames of languages that put them first."""
    return first_names() | read_lines("surnames_first.txt")


@cache
def head_words(name: str) -> dict[str, str]:
    """Head word to its position: last, first or any."""
    return {row["word"]: row["position"] for row in read_table(name)}


@cache
def full_first_names() -> dict[str, frozenset[str]]:
    """Short first name to the full ones it may stand for."""
    return {row["nickname"]: frozenset(split_cell(row["names"])) for row in read_table("nicknames.csv")}
