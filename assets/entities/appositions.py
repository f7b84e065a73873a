"""What stands beside a name between commas and says what it is: X, chairman of ...; X, the Swedish maker of ...

Keep out: words right before a name (votes.py), forms of names (patterns.py).
"""

import re

from assets.entities.lists import read_lines
from assets.entities.names import Name
from assets.entities.text import fold

_AFTER = re.compile(r", (?:(?:the|a|an|its|their|his|her|who is) )?((?:[\w’'-]+ ){0,3}[\w’'-]+)")
_BEFORE = re.compile(r"(?<![\w’'-])([a-z][\w-]+), $")
_ENDS = frozenset({"of", "for", "in", "at", "with", "who", "which", "that", "and", "or", "said", "says", "is", "was"})


def is_person_beside(text: str, name: Name) -> bool:
    """True for a name with an office or trade behind its comma, or before it (Their chairman, Del Okafor, said)."""
    before = _BEFORE.search(text, max(0, name.start - 30), name.start)
    if before and text[name.end : name.end + 1] == "," and before[1] in read_lines("title_words.txt"):
        return True
    return _noun_behind(text, name) in read_lines("title_words.txt")


def is_organization_beside(text: str, name: Name) -> bool:
    """True for a name with what only organizations are behind its comma (X, the Swedish maker of bicycles)."""
    return _noun_behind(text, name) in read_lines("organization_nouns.txt")


def _noun_behind(text: str, name: Name) -> str | None:
    """The last word before "of" and the like, at most four words behind the comma, without capitals."""
    match = _AFTER.match(text, name.end)
    noun = None
    for word in match[1].split() if match else ():
        if word in _ENDS:
            break
        noun = word
    return fold(noun) if noun and noun.islower() else None
