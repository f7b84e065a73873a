"""People's names in bylines, and what tells them from outlets and desks.

Put here: reading "By Anna Berg and Tom Reed, staff writers" into names. Keep out: where on the page a byline stands.
"""

import re
from functools import lru_cache

from assets.parsing.agencies import find_agency
from assets.parsing.markers import fold, list_lines, starts_with, word_set

_PARTICLES = "van von der den de del della di da dos das do du la le el al bin ibn ben ter ten zu zur af av y e"
_PARTICLE = frozenset(_PARTICLES.split())
_AND = r"and|und|et|y|e|ed|en|i|oraz|dhe|ve|och|og|и|та|و|with|mit|avec|con|com|met"
_SEPARATOR = re.compile(rf"\s*[,;|/•·&\n]\s*|\s+(?:{_AND})\s+|\s+[–—-]\s+|\s{{3,}}")
_NOISE = re.compile(r"\([^()]*\)|\S+@\S+|https?://\S+|(?<!\w)@\w+|[*_#]+|\d+")
_GLUE = re.compile(r"(?<=[a-zà-öø-ÿ])(?=[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ])")
_WORD = re.compile(r"[^\W\d_][^\W\d_.'’\-]*(?:[.'’\-][^\W\d_]*)*\.?")
_CASED_GLUE = re.compile(r"\b(?:Mc|Mac|De|Di|La|Le|Van|Fitz|O)$")


@lru_cache(maxsize=1)
def given_names() -> frozenset[str]:
    """Common given names, lower case."""
    return frozenset(name for line in list_lines("given_names.txt") for name in line.split())


def split_glued(text: str) -> list[str]:
    """Parts of a line whose words ran together ("Tom ReedHarbor Post" -> ["Tom Reed", "Harbor Post"])."""
    parts, start = [], 0
    for found in _GLUE.finditer(text):
        if not _CASED_GLUE.search(text[start : found.start()]):
            parts.append(text[start : found.start()])
            start = found.start()
    return [part.strip() for part in [*parts, text[start:]] if part.strip()]


def is_name_like(text: str) -> bool:
    """True for one to six words that each start with a capital letter, or are of a script without case.

    Numbers of up to three digits may follow the first word (Channel 4).
    """
    words = text.split()
    if not 1 <= len(words) <= 6 or len(text) > 60 or re.search(r"[!?:;\"“”]|\.$|\d{4}", text.replace(" Jr.", "")):
        return False
    return all(_is_name_word(word) for word in words) and not words[0].islower() and not words[0][0].isdigit()


def _is_name_word(word: str) -> bool:
    letters = word.strip("().,'’&-–")
    if not letters:
        return word in {"&", "-", "–"}
    return letters.lower() in _PARTICLE or letters == "of" or not letters[0].islower()


def is_outlet_like(text: str) -> bool:
    """True when the name holds a word of outlets (Gazette, Zeitung, TV) or looks like a domain."""
    if re.fullmatch(r"[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,}", text.strip()):
        return True
    return any(word in word_set("outlet") for word in fold(text).split())


def is_person_like(text: str) -> bool:
    """True for two to four name words that hold a known given name and no word of an outlet or a desk."""
    words = fold(text).replace("'", " ").split()
    if not 2 <= len(words) <= 5 or not is_name_like(text) or find_agency(text) is not None:
        return False
    given = words[0] in given_names() or (len(words[0]) == 1 and len(words) > 2 and words[1] in given_names())
    return given and not any(w in word_set("outlet") or w in word_set("role") for w in words[1:])


def split_authors(text: str) -> list[str]:
    """Names of the people in a byline, in order, without "By", roles, desks, agencies, outlets and addresses.

    >>> split_authors("By Anna Berg and Tom Reed, Staff Writers")
    ['Anna Berg', 'Tom Reed']
    """
    rest = text.strip()
    while taken := starts_with("byline", rest):
        rest = rest[taken:].lstrip(" :.–—-\u00a0")
    names: list[str] = []
    for part in _SEPARATOR.split(_drop_place(_NOISE.sub(" , ", rest))):
        for glued in split_glued(part or ""):
            name = _clean_name(glued)
            if name and name not in names:
                names.append(name)
    return names


def _drop_place(rest: str) -> str:
    """ "Ana Lima — Serra Clara" -> "Ana Lima": what stands behind a dash is a place, a desk or an outlet, or a person's
    name when it is known as one."""
    head, dash, tail = rest.partition(" — ") if " — " in rest else rest.partition(" – ")
    is_place = dash and _clean_name(head) and not any(is_person_like(part) for part in _SEPARATOR.split(tail) if part)
    return head if is_place else rest


def _clean_name(part: str) -> str | None:
    """The part as a person's name: capitals set right; None when it is no name of a person."""
    part = re.sub(r"^(?:by|von|par|por|di|door|nga)\s+", "", part.strip(" .,:;–—-"), flags=re.IGNORECASE)
    words = _WORD.findall(part)
    if not 2 <= len(words) <= 5 or part[:1].islower() or find_agency(part) is not None:
        return None
    if any(word in word_set("role") or word in word_set("outlet") for word in fold(part).split()):
        return None
    if not is_name_like(part):
        return None
    return " ".join(w.capitalize() if w.isupper() and len(w) > 2 else w for w in part.split())
