"""Records that are made of named fields: one JSON object each, whatever the file was."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import zip_longest
from typing import Any

import orjson

from assets.reading.cleaning import clean_text
from assets.reading.reasons import Refusal
from assets.reading.source import Change, Record, Source

ORIGIN = "_origin"


def field_record(origin: str, fields: Mapping[str, Any], source: Source, **place: Any) -> Record:
    """A record of an object with the given fields, empty ones left out; `place` are the Record's own columns.

    Its identity is its content: a row is nothing without its header, an item nothing without its feed.
    """
    changes: list[Change] = []
    kept = {ORIGIN: origin} | {key: clean_value(value, changes) for key, value in fields.items()}
    kept = {key: value for key, value in kept.items() if value not in (None, "", [])}
    content = orjson.dumps(kept, option=orjson.OPT_PASSTHROUGH_DATETIME, default=str)
    record = Record("json", content, changes=_unique(changes), **place)
    longest = max((len(value) for value in kept.values() if isinstance(value, str)), default=0)
    if longest > source.limits.field_bytes or len(content) > 2 * source.limits.record_bytes:
        return refuse(
            record,
            Refusal("too_large", f"a field of {longest:,} characters; the limit is {source.limits.field_bytes:,}"),
            content,
        )
    record.content = content.decode()
    return record


def name_cells(cells: Iterable[Any], names: Sequence[str]) -> dict[str, Any]:
    """The cells of a row that hold something, by their column's name.

    Of columns with one name the first that holds something has it; the others, and those without a name, have their
    place behind it (`text 4`, `column 5`), twice where a column is called so. Nothing is lost.
    """
    fields: dict[str, Any] = {}
    for number, (name, cell) in enumerate(zip_longest(names, cells, fillvalue=""), start=1):
        if cell is None or cell == "":
            continue
        key = name or f"column {number}"
        while key in fields:
            key = f"{key} {number}"
        fields[key] = cell
    return fields


def refuse(record: Record, refusal: Refusal, sample: bytes) -> Record:
    """The record as a bad one."""
    record.content, record.changes = None, []
    record.reason, record.detail, record.sample = refusal.reason, refusal.detail, sample[:4096]
    return record


def clean_value(value: Any, changes: list[Change]) -> Any:
    """The value with every text in it cleaned; what was done is added to `changes`."""
    if isinstance(value, str):
        text, made = clean_text(value)
        changes += made
        return text.strip()
    if isinstance(value, list):
        return [clean_value(item, changes) for item in value]
    if isinstance(value, dict):
        return {str(clean_value(str(key), changes)): clean_value(item, changes) for key, item in value.items()}
    return value


def _unique(changes: list[Change]) -> list[Change]:
    return list({change.reason: change for change in changes}.values())
