"""JSON Lines: one object a line, read line by line so that a bad one costs only itself."""

import itertools
from collections.abc import Iterator

from assets.reading.encodings import Decoded
from assets.reading.formats.json import fill_record
from assets.reading.formats.model import Format
from assets.reading.positions import Positions
from assets.reading.reasons import Refusal
from assets.reading.source import Record, Source

_SUFFIXES = frozenset((".jsonl", ".ndjson", ".jsonlines"))
_LOOKED_AT = 200


def _matches(source: Source) -> bool:
    """Lines that are objects each; one of many is enough when the name says so. A single line is any JSON text."""
    lines = [line for line in _first_lines(source.decoded.text) if line]
    ends = ("}", "},") if source.suffix in _SUFFIXES else "}"
    whole = [line[0] == "{" and line.endswith(ends) for line in lines]
    if source.suffix in _SUFFIXES:
        return len(lines) > 1 and lines[0] != "[" and (any(whole) or not lines[0].startswith(("{", "[")))
    return len(lines) > 1 and lines[0].startswith("{") and sum(whole) * 2 > len(lines)


def _first_lines(text: str) -> Iterator[str]:
    place = 0
    for _ in range(_LOOKED_AT):
        end = text.find("\n", place)
        yield text[place : end if end >= 0 else len(text)].strip(" \t\r\ufeff\x1e")
        if end < 0:
            return
        place = end + 1


def read_lines(source: Source) -> Iterator[Record]:
    """A record for each line that is not blank."""
    places = Positions(source.decoded)
    start, count = 0, itertools.count()
    for line in _lines(source.decoded):
        text = line.strip(" \t\r\n\ufeff\x1e")
        # Lines of a list that was taken apart.
        text = text[:-1] if text.endswith("},") else text
        if text:
            next(count)
            yield _record(source, places, start + line.index(text), text)
        start += len(line)
    if not next(count):
        raise Refusal("empty_file", "there are only blank lines")


def _lines(decoded: Decoded) -> Iterator[str]:
    text, place = decoded.text, 0
    mark = "\n" if "\n" in text else "\r"
    while place < len(text):
        end = text.find(mark, place) + 1 or len(text)
        yield text[place:end]
        place = end


def _record(source: Source, places: Positions, start: int, text: str) -> Record:
    byte_start, number = places.move_to(start)
    byte_end, _ = places.move_to(start + len(text))
    record = Record("json", source.data[byte_start:byte_end], byte_start, byte_end, line_number=number)
    fill_record(record, text, source)
    if record.reason == "bad_json":
        record.reason = "bad_row"
    return record


JSONL = Format("jsonl", _SUFFIXES, _matches, read_lines, keeps_rows=True)
