"""Values of JSON-LD and meta elements as plain strings: unescaped, without markup, white space folded."""

import re
from html import unescape
from typing import Any

from assets.parsing.html.blocks import clean_text

MAX_VALUE_CHARS = 2_000_000
_LONGEST = 5_000
_MOST_VALUES = 50
_TAGS = re.compile(r"<[a-zA-Z/!][^<>]*>")


def text_of(value: Any) -> str | None:
    """A plain string value, unescaped, without markup, white space folded; None for anything else."""
    if isinstance(value, list):
        value = next((v for v in value if isinstance(v, str)), None)
    if isinstance(value, dict):
        value = value.get("@value") or value.get("name")
    if not isinstance(value, str) or not value or len(value) > MAX_VALUE_CHARS:
        return None
    return plain_text(value[:_LONGEST]) or None


def plain_text(value: str) -> str:
    """Unescape a value (twice where it was escaped twice), drop markup, fold white space."""
    if "&" in value:
        value = unescape(value)
        value = unescape(value) if "&" in value else value
    return clean_text(_TAGS.sub(" ", value) if "<" in value else value)


def texts_of(value: Any) -> list[str]:
    """The plain strings of a value or of a list of values."""
    values = value if isinstance(value, list) else [value]
    return [text for item in values[:_MOST_VALUES] if (text := text_of(item)) is not None]
