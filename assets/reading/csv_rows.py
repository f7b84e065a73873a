"""Delimited text -> rows, so that a broken row costs itself. Keep out: what the columns mean (formats/csv.py)."""

import csv
from collections.abc import Iterator

from assets.reading.csv_styles import STANDARD, Reader, Row, Style, Table

# Lines that may be looked at again in all, because an open quote ran over them.
_MOST_REPEATS = 500_000


def split_rows(lines: list[str], delimiter: str, width: int) -> Iterator[Row]:
    """Rows of `width` cells, each read in the style of the one before it when it fits that, else in one that it fits.

    A row that fits none is read again as one line, so that an open quote ends with it.
    """
    table = Table(lines, _offsets(lines), delimiter, width)
    style, number, repeats = STANDARD, 0, 0
    while number < len(lines):
        reader = Reader(table, number, style)
        while (row := reader.next_row()) is not None:
            number = reader.number
            if row.cells:
                yield row
        if number < len(lines):
            repeats += reader.number - number
            other, looked_at = _other_style(table, number, style)
            repeats += looked_at
            if other is None:
                yield _single(table, number)
                number += 1
            style = other or STANDARD
        if repeats > _MOST_REPEATS:
            yield Row([], table.offsets[number], table.offsets[-1], "an open quote; what follows is left unread")
            return


def _other_style(table: Table, number: int, style: Style) -> tuple[Style | None, int]:
    """The first other style that the row at a line fits, and how many lines were looked at for that."""
    looked_at = 0
    for other in table.styles:
        if other == style:
            continue
        reader = Reader(table, number, other)
        if reader.next_row() is not None:
            return other, looked_at
        looked_at += reader.number - number
    return None, looked_at


def _offsets(lines: list[str]) -> list[int]:
    offsets = [0]
    for line in lines:
        offsets.append(offsets[-1] + len(line))
    return offsets


def _single(table: Table, number: int) -> Row:
    """One line by itself, read leniently."""
    cells = next(csv.reader([table.lines[number]], delimiter=table.delimiter), [])
    fault = None if len(cells) >= table.width else f"{len(cells)} cells, the header has {table.width}"
    return Row(cells, table.offsets[number], table.offsets[number + 1], fault)
