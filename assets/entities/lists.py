"""Reads the data files of this stage, once. Keep out: what is done with them."""

import csv
import hashlib
from functools import cache
from pathlib import Path

DATA = Path(__file__).parent / "data"


def _content(name: str) -> list[str]:
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line.strip() and not line.startswith("#")]


@cache
def read_lines(name: str) -> frozenset[str]:
    """The entries of a list with one entry a line."""
    return frozenset(line.strip() for line in _content(name))


@cache
def read_table(name: str) -> tuple[dict[str, str], ...]:
    """The rows of a CSV file. Raises ValueError naming file and row when a row has more or fewer fields."""
    reader = csv.DictReader(_content(name), strict=True)
    rows = tuple(reader)
    for number, row in enumerate(rows, start=1):
        if None in row or None in row.values():
            raise ValueError(f"{name}: row {number} does not have the fields {reader.fieldnames}: {row}")
    return rows


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


def data_version() -> str:
    """Hash of all data files: names are recognised anew when a user edits one."""
    digest = hashlib.blake2b(digest_size=6)
    for path in sorted(DATA.iterdir()):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()
