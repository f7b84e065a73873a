"""The ways in which delimited text is written, and reading rows in one of them. Keep out: which one (csv_rows.py)."""

import csv
import re
from dataclasses import dataclass

# Fields are limited where records are made; the module's own limit would end the file.
csv.field_size_limit(1 << 31)
# A row that spans more lines than this has an open quote somewhere.
_MOST_LINES = 20_000
_PLAIN_DELIMITERS = "\t|"
_ESCAPED_QUOTE = re.compile(r'(?<!\\)((?:\\\\)*)\\"')


@dataclass(frozen=True)
class Row:
    """A row: its cells, where it lies in the text, and what is wrong with it (None when nothing is)."""

    cells: list[str]
    start: int
    end: int
    fault: str | None = None


@dataclass(frozen=True)
class Style:
    """One way to write a table. `has_blanks`: after each delimiter; `is_wide`: more cells than the header has."""

    has_quotes: bool = True
    has_escapes: bool = False
    has_blanks: bool = False
    is_wide: bool = False


STANDARD = Style()
# Databases write a backslash before a quote in a cell, where the standard doubles it.
ESCAPED = Style(has_escapes=True)
SPACED = Style(has_blanks=True)
# Tables with tabs or bars often quote nothing.
PLAIN = Style(has_quotes=False)
WIDE = Style(is_wide=True)


class _Lines:
    """Lines of a text from a number on, for the csv module; remembers how far it was read."""

    def __init__(self, lines: list[str], number: int, style: Style) -> None:
        self._lines = lines
        self._first = number
        self._style = style
        self.number = number

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        if self.number >= len(self._lines) or self.number - self._first > _MOST_LINES:
            raise StopIteration
        self.number += 1
        line = self._lines[self.number - 1]
        return _ESCAPED_QUOTE.sub(r'\1""', line) if self._style.has_escapes else line

    def start_row(self) -> None:
        """Count lines of a row from here."""
        self._first = self.number


class Reader:
    """Rows of a text in one style, from a line on, for as long as they fit."""

    def __init__(self, table: "Table", number: int, style: Style) -> None:
        self._table, self._style = table, style
        self._source = _Lines(table.lines, number, style)
        quoting = csv.QUOTE_MINIMAL if style.has_quotes else csv.QUOTE_NONE
        self._rows = csv.reader(
            self._source,
            delimiter=table.delimiter,
            strict=True,
            quoting=quoting,
            skipinitialspace=style.has_blanks,
        )

    @property
    def number(self) -> int:
        """The number of the line after those that were read."""
        return self._source.number

    def next_row(self) -> Row | None:
        """The next row when it fits; None when it does not, or at the end."""
        self._source.start_row()
        start = self.number
        try:
            cells = next(self._rows, None)
        except csv.Error:
            return None
        if cells is None or not self._fits(cells):
            return None
        return Row(cells if any(cells) else [], self._table.offsets[start], self._table.offsets[self.number])

    def _fits(self, cells: list[str]) -> bool:
        width = self._table.width
        if not any(cells):
            return True
        if not self._style.has_quotes and any(len(cell) > 1 and cell[0] == cell[-1] == '"' for cell in cells):
            return False
        if self._style in (STANDARD, ESCAPED) and any(cell.startswith(' "') for cell in cells):
            return False
        return len(cells) >= width and (self._style.is_wide or not any(cells[width:]))


@dataclass(frozen=True)
class Table:
    """The lines of a table, where each begins, and what its rows look like."""

    lines: list[str]
    offsets: list[int]
    delimiter: str
    width: int

    @property
    def styles(self) -> tuple[Style, ...]:
        """The ways in which its rows may be written, the likely ones first."""
        plain = (PLAIN,) if self.delimiter in _PLAIN_DELIMITERS else ()
        return (STANDARD, ESCAPED, SPACED, *plain, WIDE)
