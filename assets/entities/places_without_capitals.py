"""Finds places in scripts without capitals, by the names that their languages have for countries and capitals.

Put here: Chinese, Japanese, Korean, Thai, Arabic, Hebrew, Persian. Keep out: languages with capitals (gazetteer.py).
"""

import re
from functools import cache

from assets.entities.local_places import local_names
from assets.entities.names import PLACE, Name, name_at

# Languages that write without blanks: a name is found wherever it stands, one in katakana only by itself.
_UNBROKEN = frozenset({"zh", "ja", "th"})
_KATAKANA = "[\u30a1-\u30fa\u30fc]"
# Small words that are written together with the name they stand before.
_PREFIXES = {"ar": "(?:[وف])?(?:[بلك])?", "he": "[ובלהמשכ]{0,2}", "fa": "", "ur": "", "hi": "", "bn": ""}


def find_places_without_capitals(text: str, language: str) -> list[Name]:
    """The places of a text, each with `full` as the gazetteer calls it; the longest at each position, in order.

    None for a language (two letters) that has capitals.
    """
    pattern, full_names = _pattern(language)
    names = []
    for match in pattern.finditer(text) if pattern else ():
        name = name_at(text, *match.span(1), kind=PLACE, method="gazetteer", confidence=0.9)
        name.full = full_names[match[1]]
        names.append(name)
    return names


@cache
def _pattern(language: str) -> tuple[re.Pattern[str] | None, dict[str, str]]:
    names = local_names(language) if language in {*_UNBROKEN, *_PREFIXES, "ko"} else {}
    choices = "|".join(map(re.escape, sorted(names, key=lambda name: (-len(name), name))))
    if not choices:
        return None, {}
    if language in _UNBROKEN:
        return re.compile(f"(?<!{_KATAKANA}(?={_KATAKANA}))({choices})(?!(?<={_KATAKANA}){_KATAKANA})"), names
    if language == "ko":  # Endings hang on the name.
        return re.compile(rf"(?<!\w)({choices})"), names
    return re.compile(rf"(?<!\w){_PREFIXES[language]}({choices})(?!\w)"), names
