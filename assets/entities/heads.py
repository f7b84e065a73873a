"""Words that make a capitalised name an organization or a place. Keep out: finding names by them (patterns.py)."""

from itertools import pairwise

from assets.entities.lists import head_words
from assets.entities.text import fold


def has_head(parts: list[str]) -> bool:
    """True when a head word makes the words an organization."""
    return is_headed(parts, head_words("organization_heads.csv"))


def is_placed(parts: list[str]) -> bool:
    """True when the last word makes a place of what an organization's word inside says (Lackland Air Force Base)."""
    keys = [fold(part) for part in parts]
    places, organizations = head_words("place_heads.csv"), head_words("organization_heads.csv")
    return len(keys) > 1 and places.get(keys[-1]) == "last" and keys[-1] not in organizations and "of" not in keys


def is_any_head(parts: list[str]) -> bool:
    """True when a head word makes the words an organization or a place."""
    return has_head(parts) or is_headed(parts, head_words("place_heads.csv"))


def is_headed(parts: list[str], heads: dict[str, str]) -> bool:
    """True when the last word, or the first one, or any where that is enough, is a head word."""
    keys = [fold(part) for part in parts]
    if len(keys) < 2:
        return False
    return (
        heads.get(keys[-1]) in ("last", "any")
        or heads.get(keys[0]) in ("first", "any")
        or any(heads.get(key) == "any" for key in keys[1:-1])
        or any(heads.get(a) == "last" and b in ("of", "for") for a, b in pairwise(keys))
    )
