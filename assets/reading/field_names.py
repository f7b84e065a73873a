"""Names that tell records from what is around them; the list is data/field_names.csv."""

import csv
from functools import cache
from pathlib import Path

_FILE = Path(__file__).parent / "data" / "field_names.csv"


@cache
def names_of(kind: str) -> tuple[str, ...]:
    """Names of a kind (list, wrapper or field) in the order of the file."""
    with _FILE.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(line for line in lines if not line.startswith("#"))
        return tuple(row["name"] for row in rows if row["kind"] == kind)
