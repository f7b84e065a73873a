"""Delimited text: csv and tsv, with comma, semicolon, tab or bar. Each row is a record of the header's fields."""

import csv
import io
import re
from collections.abc import Iterator

from assets.reading.csv_rows import split_rows
from assets.reading.csv_styles import Row
from assets.reading.field_names import names_of
from assets.reading.formats.fields import field_record, name_cells, refuse
from assets.reading.formats.model import Format
from assets.reading.positions import Positions
from assets.reading.reasons import Refusal
from assets.reading.source import Change, Record, Source

_SUFFIXES = frozenset((".csv", ".tsv", ".tab", ".psv"))
_TEXTS = frozenset((".html", ".htm", ".xhtml", ".md", ".markdown", ".eml"))
_DELIMITERS = ",;\t|"
# The header stands in the first lines; exports put a title or a date above it.
_HEADER_LINES = 20
_NAME = re.compile(r"[^\W\d][\w .:/()\[\]@#-]{0,63}")


def _matches(source: Source) -> bool:
    if source.suffix in _SUFFIXES:
        return True
    if source.suffix in _TEXTS:
        return False
    line = source.decoded.text[:2_000].lstrip("\ufeff").partition("\n")[0]
    cells = {cell.strip().lower() for cell in max((line.split(mark) for mark in _DELIMITERS), key=len)}
    return len(cells.intersection(names_of("field"))) > 1 and all(_NAME.fullmatch(cell.strip()) for cell in cells)


def read_rows(source: Source) -> Iterator[Record]:
    """A record for each row, its fields named by the header. Raises Refusal: bad_csv, too_many, empty_container."""
    text = source.decoded.text
    lines = list(io.StringIO(text, newline=""))
    number, names, delimiter = _find_header(lines)
    if len(names) > source.limits.columns:
        raise Refusal("too_many", f"{len(names):,} columns; the limit is {source.limits.columns:,}")
    places, start, is_empty = Positions(source.decoded), sum(map(len, lines[:number])), True
    for row in split_rows(lines[number:], delimiter, len(names)):
        is_empty = False
        yield _record(source, row, places=places, start=start, names=names)
    if is_empty:
        raise Refusal("empty_container", "a header and no rows")


def _find_header(lines: list[str]) -> tuple[int, list[str], str]:
    """(number of the line after the header, column names, delimiter): the first line that looks like names."""
    for number, line in enumerate(lines[:_HEADER_LINES]):
        delimiter = max(_DELIMITERS, key=line.count)
        cells = [
            cell.strip().lstrip("\ufeff").replace("\x00", "")
            for cell in next(csv.reader([line], delimiter=delimiter), [])
        ]
        while cells and not cells[-1]:
            cells.pop()
        is_name = len(cells) == 1 and cells[0].lower() in names_of("field")
        if (len(cells) > 1 or is_name) and all(_NAME.fullmatch(cell) or not cell for cell in cells) and any(cells):
            return number + 1, cells, delimiter
        if len(cells) > 2:
            break
    raise Refusal(
        "bad_csv", "the first lines hold no column names; put a header with names (title, text, url, ...) on top"
    )


def _record(source: Source, row: Row, *, places: Positions, start: int, names: list[str]) -> Record:
    byte_start, line = places.move_to(start + row.start)
    byte_end, _ = places.move_to(start + row.end)
    place = {"byte_start": byte_start, "byte_end": byte_end, "line_number": line, "encoding": source.decoded.encoding}
    if row.fault:
        raw = source.data[byte_start:byte_end]
        return refuse(Record("json", raw, **place), Refusal("bad_row", row.fault), raw)
    if len(row.cells) > source.limits.columns:
        wide = Refusal("too_many", f"{len(row.cells):,} cells; the limit is {source.limits.columns:,}")
        return refuse(Record("json", source.data[byte_start:byte_end], **place), wide, b"")
    record = field_record("csv", name_cells(row.cells, names), source, **place)
    if further := sum(1 for cell in row.cells[len(names) :] if cell):
        record.changes.append(Change(f"kept {further} unnamed", "cells beyond the columns that the header names"))
    return record


CSV = Format("csv", _SUFFIXES, _matches, read_rows)
