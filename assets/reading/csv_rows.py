"""Delimited text -> rows, so that a broken row costs itself. Keep out: what the columns mean (formats/csv.py)."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass

# Fields are limited where records are made; the module's own limit would end the file.
csv.field_size_limit(1 << 31)
# A row that spans more lines than this has an open quote somewhere.
_MOST_LINES = 20_000
# Lines that may be looked at twice in all, because an open quote ran over them.
_MOST_REPEATS = 200_000


@dataclass(frozen=True)
class Row:
    """A row: its cells, where it lies in the text, and what is wrong with it (None when nothing is)."""

    cells: list[str]
    start: int
    end: int
    fault: str | None = None


class _Lines:
    """Lines of a text from a number on, for the csv module; remembers how far it was read."""

    def __init__(self, lines: list[str], number: int) -> None:
        self._lines = lines
        self._first = number
        self.number = number

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        if self.number >= len(self._lines) or self.number - self._first > _MOST_LINES:
            raise StopIteration
        self.number += 1
        return self._lines[self.number - 1]

    def start_row(self) -> None:
        """Count lines of a row from here."""
        self._first = self.number


def split_rows(lines: list[str], delimiter: str, width: int) -> Iterator[Row]:
    """Rows of `width` cells. A row that does not fit is read again as one line, so that an open quote ends with it."""
    offsets, number, repeats = _offsets(lines), 0, 0
    while number < len(lines):
        source = _Lines(lines, number)
        reader = csv.reader(source, delimiter=delimiter, strict=True)
        while (row := _next_row(reader, source, offsets, width)) is not None:
            number = source.number
            if row.cells:
                yield row
        if number < len(lines):
            repeats += source.number - number
            yield _single(lines[number], offsets[number], delimiter, width)
            number += 1
        if repeats > _MOST_REPEATS:
            yield Row([], offsets[number], offsets[-1], "an open quote; what follows is left unread")
            return


def _offsets(lines: list[str]) -> list[int]:
    offsets = [0]
    for line in lines:
        offsets.append(offsets[-1] + len(line))
    return offsets


def _next_row(reader: "csv._reader", source: _Lines, offsets: list[int], width: int) -> Row | None:  # type: ignore[name-defined]
    """The next row when it fits; None when it does not, or at the end."""
    source.start_row()
    start = source.number
    try:
        cells = next(reader, None)
    except csv.Error:
        return None
    if cells is None or (cells and len(cells) < width and any(cells)):
        return None
    cells = cells if any(cells) else []
    return Row(cells, offsets[start], offsets[source.number])


def _single(line: str, start: int, delimiter: str, width: int) -> Row:
    """One line by itself, read leniently."""
    cells = next(csv.reader([line], delimiter=delimiter), [])
    fault = None if len(cells) >= width else f"{len(cells)} cells, the header has {width}"
    return Row(cells, start, start + len(line), fault)
