"""What a field's value means: text out of strings, lists and objects; names, addresses, times.

Finding fields is in lookup.py.
"""

from typing import Any

from assets.parsing.html.plain_values import plain_text

MAX_ITEMS = 50
_NAME_KEYS = (
    "name",
    "title",
    "fullName",
    "full_name",
    "displayName",
    "display_name",
    "label",
    "value",
    "main",
    "default",
    "$t",
    "text",
    "#text",
)
_ADDRESS_KEYS = ("href", "url", "link", "value", "$t", "#text", "@id")


def read_line(value: Any, limit: int) -> str | None:
    """A one-line text: a string or number, the first of a list, or the name in an object; without markup."""
    if isinstance(value, bool):
        return None
    if isinstance(value, list):
        return next((text for item in value[:MAX_ITEMS] if (text := read_line(item, limit))), None)
    if isinstance(value, dict):
        return next(
            (text for key in _NAME_KEYS if isinstance(value.get(key), str) and (text := read_line(value[key], limit))),
            None,
        )
    if isinstance(value, int | float):
        return str(value)
    return (plain_text(value[: 4 * limit])[:limit] or None) if isinstance(value, str) else None


def read_text(value: Any) -> str | None:
    """A text of several lines: a string, a list of paragraphs, or the text in an object."""
    if isinstance(value, str):
        return value if value.strip() else None
    if isinstance(value, list):
        parts = [text for item in value if (text := read_text(item)) is not None]
        return "\n\n".join(parts) or None
    if isinstance(value, dict):
        keys = ("rendered", "html", "value", "text", "body", "content", "$t", "#text")
        return next((text for key in keys if (text := read_text(value.get(key))) is not None), None)
    return None


def read_names(value: Any) -> list[tuple[str, str]]:
    """(name, kind) pairs for authors: strings, objects with a name, and lists of both."""
    if isinstance(value, list):
        return [pair for item in value[:MAX_ITEMS] for pair in read_names(item)]
    if isinstance(value, dict):
        kinds = str(value.get("@type") or value.get("type") or "").lower()
        kind = "person" if "person" in kinds else "organization" if "organi" in kinds else ""
        name = read_line(value, 500) or _joined_name(value)
        return [(name, kind)] if name else []
    text = read_line(value, 500) if isinstance(value, str) else None
    return [(text, "")] if text else []


def _joined_name(value: dict[str, Any]) -> str | None:
    parts = [
        value.get(key)
        for keys in (("first_name", "firstName", "given"), ("last_name", "lastName", "family"))
        for key in keys
    ]
    return " ".join(part for part in parts if isinstance(part, str)) or None


def read_address(value: Any) -> str | None:
    """An address as given: a string, the first of a list, or the address in an object."""
    if isinstance(value, list):
        return next((text for item in value[:MAX_ITEMS] if (text := read_address(item))), None)
    if isinstance(value, dict):
        return next((value[key] for key in _ADDRESS_KEYS if isinstance(value.get(key), str)), None)
    return value if isinstance(value, str) else None
