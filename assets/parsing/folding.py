"""Text as it is compared: without case, marks and figures.

Put here: folding. Keep out: what is compared (markers.py).
"""

import re
import unicodedata

_MARKS = re.compile(r"[^\w©'’]+")
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def fold(text: str) -> str:
    """The text as it is compared: lower case, numbers as 0, all but letters, digits and apostrophes as a blank."""
    if text.isascii():
        plain = text.lower()
    else:
        plain = fold_case(text)
    return _MARKS.sub(" ", NUMBER.sub("0", plain)).strip(" '")


def fold_case(text: str) -> str:
    """Lower case; the Turkish dotted and dotless i as one, so that capitals match."""
    folded = unicodedata.normalize("NFC", text.casefold())
    return folded.replace("’", "'").replace("i\u0307", "i").replace("ı", "i")
