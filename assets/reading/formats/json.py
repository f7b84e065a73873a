"""JSON: an object, a list of objects, a wrapper around one, objects one after the other."""

import json
import re
from collections.abc import Iterator
from typing import Any

from assets.reading.field_names import names_of
from assets.reading.formats.model import Format
from assets.reading.json_text import read_object
from assets.reading.positions import Positions
from assets.reading.reasons import Refusal
from assets.reading.source import Record, Source

_SUFFIXES = frozenset((".json", ".jsonl", ".ndjson"))
_BLANK = re.compile(r"[\s,\ufeff\x1e]*")
# RFC 7464 puts a record separator before each text.
_SPACE = re.compile(r"[ \t\r\n\ufeff\x1e]*")
# What services put around JSON for scripts: a call, or a line that keeps other pages from running it.
_AROUND = re.compile(
    r"[\s\ufeff]*+(?:\)\]\}',?|(?:while|for)\s*+\([^()]{0,20}\);|(?:/\*\*/\s*+)?[\w$.]{1,100}+\s*+\()\s*+(?=[{\[])"
)
# What can follow the first bracket, in JSON or in what was meant to be: no [section] of a settings file.
_OPENING = re.compile(r"""[{\[]\s*+(?:[{}\[\]"'/-]|\d|\w+\s*[:,]|(?:true|false|null)\b|\Z)""")
_AFTER = re.compile(r"[\s;)\ufeff\x1e]*\Z")
_FIRST_KEY = re.compile(r'\{\s*("(?:[^"\\]|\\.){0,100}+")')
# A wrapper says little itself; an article has its own text.
_WRAPPER_TEXT = 500
_WRAPPED = re.compile(rf'"(?:{"|".join(names_of("list"))})"\s*:\s*\[\s*(?=\{{)', re.IGNORECASE)
_DECODER = json.JSONDecoder(parse_int=str, parse_float=str, strict=False)


def _matches(source: Source) -> bool:
    text = source.decoded.text
    start = _start(text)
    if _OPENING.match(text, start) is None:
        return False
    return source.suffix not in (".txt", ".md", ".markdown", ".mdx") or _is_value(text, start, is_all=True)


def _start(text: str) -> int:
    """Where the first value begins."""
    around = _AROUND.match(text, 0, 1_000)
    return around.end() if around else _SPACE.match(text).end()  # type: ignore[union-attr]


def _is_value(text: str, start: int, *, is_all: bool = False) -> bool:
    """An object or a list of objects is there; with `is_all`, nothing follows but more of them."""
    try:
        value, end = _DECODER.raw_decode(text, start)
    except (ValueError, RecursionError):
        return False
    rest = text[_SPACE.match(text, end).end() :][:1]  # type: ignore[union-attr]
    return bool(value) and (isinstance(value, dict) or isinstance(value[0], dict)) and not (is_all and rest not in "{")


def read_values(source: Source) -> Iterator[Record]:
    """A record for each object of the JSON text. Raises Refusal for a text without any."""
    text = source.decoded.text
    places = Positions(source.decoded)
    start = _start(text)
    if text[start : start + 1] == "[":
        yield from _read_list(source, start + 1, places)
        return
    try:
        value, end = _DECODER.raw_decode(text, start)
    except (ValueError, RecursionError) as error:
        place = _salvage(text, start)
        if place is None:
            raise _not_json(error) from None
        yield from _read_list(source, place, places)
        return
    if _AFTER.match(text, end) is None:
        yield from _read_list(source, start, places)
    elif isinstance(value, dict) and len(value) > 1 and all(map(_is_record, value.values())):
        # Articles by their number or address.
        for _, *span in _entries(text, start):
            yield _record(source, places, *span)
    elif (inner := _find_list(value, text, start)) is not None:
        yield from _read_list(source, inner, places)
    elif not isinstance(value, dict) or not value:
        raise Refusal("missing_field", "the file holds no object with fields; an article needs a title or a text")
    else:
        yield _record(source, places, start, end)


def _read_list(source: Source, place: int, places: Positions) -> Iterator[Record]:
    """Values one after the other, with or without commas, to the closing bracket or the end."""
    text, first, count, failed = source.decoded.text, None, 0, False
    while (place := _BLANK.match(text, place).end()) < len(text) and text[place] != "]":  # type: ignore[union-attr]
        try:
            _, end = _DECODER.raw_decode(text, place)
        except (ValueError, RecursionError) as error:
            end = _next_object(text, place, first)
            yield _bad(source, places, (place, end), _not_json(error))
            failed = True
        else:
            first = first or _first_key(text, place)
            yield _record(source, places, place, end)
        place, count = end, count + 1
    if place >= len(text) and text.lstrip()[:1] == "[" and not failed:
        yield _bad(
            source, places, (len(text), len(text)), Refusal("bad_json", "the list is not closed: the file is cut")
        )
    elif not count:
        raise Refusal("empty_container", "an empty list")


def _salvage(text: str, start: int) -> int | None:
    """Where to read record by record in a damaged text: inside the list it wraps, or where like objects follow."""
    wrapped = _WRAPPED.search(text, start, start + 20_000)
    if wrapped and _is_value(text, wrapped.end()):
        return wrapped.end()
    key = _first_key(text, start)
    return start if key and _next_object(text, start, key) < len(text) else None


def _first_key(text: str, place: int) -> str | None:
    match = _FIRST_KEY.match(text, place)
    return match.group(1) if match else None


def _next_object(text: str, place: int, first_key: str | None) -> int:
    """Where the next record begins after a damaged one: at an object that starts with the same key as the good ones."""
    if first_key is None:
        return len(text)
    again = re.compile(r"\}\s*,?\s*(?=\{\s*" + re.escape(first_key) + ")").search(text, place + 1)
    return again.end() if again else len(text)


def _record(source: Source, places: Positions, start: int, end: int) -> Record:
    text = source.decoded.text[start:end]
    byte_start, line = places.move_to(start)
    byte_end, _ = places.move_to(end)
    record = Record("json", source.data[byte_start:byte_end], byte_start, byte_end, line_number=line)
    return fill_record(record, text, source)


def fill_record(record: Record, text: str, source: Source) -> Record:
    """The record with the object's text as content, or with the reason why it has none."""
    record.encoding = source.decoded.encoding
    try:
        if len(record.identity) > source.limits.record_bytes:
            raise Refusal("too_large", f"{len(record.identity):,} bytes; the limit is {source.limits.record_bytes:,}")
        record.content, record.changes = read_object(text, source.limits)
    except Refusal as refusal:
        record.reason, record.detail, record.sample = refusal.reason, refusal.detail, record.identity
    return record


def _bad(source: Source, places: Positions, span: tuple[int, int], refusal: Refusal) -> Record:
    byte_start, line = places.move_to(span[0])
    byte_end, _ = places.move_to(span[1])
    raw = source.data[byte_start:byte_end]
    return Record(
        "json", raw, byte_start, byte_end, line_number=line, reason=refusal.reason, detail=refusal.detail, sample=raw
    )


def _not_json(error: Exception) -> Refusal:
    if isinstance(error, RecursionError):
        return Refusal("too_deep", "lists and objects are nested too deep; store the record flat")
    return Refusal("bad_json", f"not JSON: {error}")


def _find_list(value: Any, text: str, start: int) -> int | None:
    """Where the elements of the list begin that an object only wraps; None when the object is a record itself."""
    path = _wrapper_path(value)
    if path is None:
        return None
    for key in path:
        # Of a key given twice the last one counts.
        start = [begin for name, begin, _ in _entries(text, start) if name == key][-1]
    return start + 1


def _wrapper_path(value: Any) -> list[str] | None:
    if not isinstance(value, dict) or any(isinstance(v, str) and len(v) > _WRAPPER_TEXT for v in value.values()):
        return None
    for key in sorted(value, key=_rank):
        if key.lower() in names_of("list") and _is_record_list(value[key]):
            return [key]
    lists = [key for key in value if _is_record_list(value[key], sure=True)]
    if len(lists) == 1:
        return lists
    for key in value:
        if key.lower() in (*names_of("wrapper"), *names_of("list")) and (inner := _wrapper_path(value[key])):
            return [key, *inner]
    return None


def _rank(key: str) -> int:
    return names_of("list").index(key.lower()) if key.lower() in names_of("list") else len(names_of("list"))


def _is_record_list(value: Any, *, sure: bool = False) -> bool:
    objects = [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []
    return bool(objects) and (not sure or _is_record(objects[0]))


def _is_record(value: Any) -> bool:
    return isinstance(value, dict) and sum(key.lower() in names_of("field") for key in value) > 1


def _entries(text: str, start: int) -> Iterator[tuple[str, int, int]]:
    """(key, where its value begins, where it ends) of an object that is known to be sound."""
    place = start + 1
    while (place := _BLANK.match(text, place).end()) < len(text) and text[place] != "}":  # type: ignore[union-attr]
        key, place = _DECODER.raw_decode(text, place)
        begin = _SPACE.match(text, _SPACE.match(text, place).end() + 1).end()  # type: ignore[union-attr]
        _, place = _DECODER.raw_decode(text, begin)
        yield key, begin, place


JSON = Format("json", _SUFFIXES, _matches, read_values)
JSON_BY_NAME = Format("json", _SUFFIXES, lambda source: source.suffix in _SUFFIXES, read_values)
