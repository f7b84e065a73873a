"""Titles as text: folding two writings alike, and what parts a headline from a site's name."""

import re
import unicodedata

# Normalizing is quadratic in a run of combining marks.
_FOLDED_CHARS = 2_000
# A separator between headline and site: spaced, or one of the bars that are only used for that.
SEPARATOR = re.compile(r"\s+[|\-–—·•:»«›~/*]+\s+|\s*[|｜¦»]\s*|\s+::\s+|：(?=[^：]{2,15}$)|\s*[-ㅣ](?=[^-ㅣ]*ㅣ)|ㅣ")
_TOKEN = re.compile(r"\w+")


def fold(text: str) -> str:
    """Letters and digits only, case folded: two writings of one headline fold alike.

    Looks at the first 2,000 characters.
    """
    text = text[:_FOLDED_CHARS]
    plain = text if text.isascii() else unicodedata.normalize("NFKC", text)
    return "".join(_TOKEN.findall(plain.casefold()))
