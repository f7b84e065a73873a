"""One JSON object's text, made fit to store. What is valid and clean is kept byte for byte."""

import json
import re
from typing import Any

import orjson

from assets.reading.cleaning import clean_text
from assets.reading.limits import Limits
from assets.reading.reasons import Refusal
from assets.reading.source import Change

# Escapes of characters that clean_text would take out of plain text.
_NOISE = re.compile(
    r"\\u(?:00(?:0[0-8bcef]|1[0-9a-f]|7f|[89][0-9a-f])|03[0-6][0-9a-f]|20(?:0b|2[a-e]|6[06-9])|fe?ff)", re.IGNORECASE
)
_MAX_DIGITS = 19


def read_object(text: str, limits: Limits) -> tuple[str, list[Change]]:
    """The text of one JSON object and the repairs made in it.

    Numbers that JSON does not know (NaN, Infinity) become null, longer ones than 64 bit text; of keys given twice the
    last one counts for whoever reads the text. Raises Refusal: bad_row for no or an empty object, bad_json, too_deep.
    """
    text, changes = clean_text(text)
    value = _load(text, limits)
    if value is None or _NOISE.search(text):
        value, repaired = _load_repairing(text, limits)
        text = orjson.dumps(value).decode()
        changes += repaired
    if not isinstance(value, dict) or not value:
        raise Refusal("bad_row", f"a record is an object with fields, this is {_kind(value)}")
    if text.count("{") + text.count("[") > limits.json_depth:
        check_depth(value, limits.json_depth)
    return text, changes


def check_depth(value: Any, limit: int) -> None:
    """Raise Refusal (too_deep) when lists and objects are nested deeper than `limit`."""
    level, depth = [value], 0
    while level:
        depth += 1
        if depth > limit:
            raise Refusal("too_deep", f"lists and objects are nested more than {limit} deep; store the record flat")
        level = [child for parent in level for child in _children(parent)]


def _children(value: Any) -> list[Any]:
    items = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [item for item in items if isinstance(item, dict | list) and item]


def _load(text: str, limits: Limits) -> Any:
    """The value; None when only a lenient reader can tell whether it is one."""
    try:
        return orjson.loads(text)
    except orjson.JSONDecodeError:
        if text.count("{") + text.count("[") > 1_000 and _looks_deep(text, limits.json_depth):
            raise Refusal("too_deep", f"nested more than {limits.json_depth} deep; store the record flat") from None
        return None


def _looks_deep(text: str, limit: int) -> bool:
    """More brackets open at one place than the limit, strings left out."""
    depth = 0
    for match in re.finditer(r'"(?:[^"\\]|\\.)*+"|[\[{]|[\]}]', text):
        token = match.group()
        depth += token in "[{"
        depth -= token in "]}"
        if depth > limit:
            return True
    return False


def _load_repairing(text: str, limits: Limits) -> tuple[Any, list[Change]]:
    odd: list[str] = []

    def constant(name: str) -> None:
        odd.append(name)

    try:
        value = json.loads(text, parse_constant=constant, parse_int=_integer, parse_float=_float, strict=False)
    except (ValueError, RecursionError) as error:
        raise Refusal("bad_json", f"not JSON: {error}") from None
    check_depth(value, limits.json_depth)
    cleaned, changes = _clean_value(value)
    if odd:
        changes.append(Change(f"set {len(odd)} to null", f"{odd[0]} is no number in JSON"))
    return cleaned, changes


def _integer(digits: str) -> int | str:
    return int(digits) if len(digits) < _MAX_DIGITS else digits


def _float(digits: str) -> float | str:
    value = float(digits)
    return digits if value in (float("inf"), float("-inf")) else value


def _clean_value(value: Any) -> tuple[Any, list[Change]]:
    """The value with every string and key cleaned."""
    changes: dict[str, Change] = {}

    def clean(item: Any) -> Any:
        if isinstance(item, str):
            text, made = clean_text(item)
            changes.update((change.reason, change) for change in made)
            return text
        if isinstance(item, list):
            return [clean(child) for child in item]
        if isinstance(item, dict):
            return {clean(key): clean(child) for key, child in item.items()}
        return item

    return clean(value), list(changes.values())


def _kind(value: Any) -> str:
    names = {dict: "an empty one", list: "a list", str: "a text", bool: "true or false", type(None): "null"}
    return names.get(type(value), "a number")
