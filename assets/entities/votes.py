"""One kind for each string in an article: every sign of what a string is adds to a vote.

Keep out: finding names, full names of short ones (links.py).
"""

import re
from collections import defaultdict

from assets.entities.acting import PERSONAL, SPEAKING
from assets.entities.appositions import is_organization_beside, is_person_beside
from assets.entities.heads import has_head, is_headed, is_placed
from assets.entities.known import find_known, find_surname
from assets.entities.lists import first_names, head_words, read_lines
from assets.entities.names import KINDS, ORGANIZATION, PERSON, PLACE, Name
from assets.entities.places import find_places, is_well_known
from assets.entities.shorts import short_place
from assets.entities.text import fold, is_acronym

# Weights of the signs. A recogniser's word counts 1; a table's decides unless the text is full of other signs.
TABLE, COUNTRY, HEAD, RESPECT, GIVEN, SURNAME, SPEAKS, WHERE, BUSINESS = 6.0, 5.0, 3.0, 3.0, 2.0, 3.0, 0.8, 0.6, 1.5
BEFORE = 28  # Characters before a name in which its signs stand.
OF_PERSON, SHORT_FORM, NOUN, ACRONYM, OF_STATE = 1.5, 2.0, 2.5, 1.0, 2.0

_WHERE = re.compile(r"\b(?:in|near|at|from|to|outside|northern|southern|eastern|western|central)\s$")
_OF_ORGANIZATION = re.compile(
    r"(?:['’]s)? (?:CEO|CFO|chief executive|chairman|chairwoman|spokes(?:man|woman|person)|shares?|stock|executives?"
    r"|analysts?|economists?|factory|plants?|headquarters|subsidiary|employees|brands?)\b"
)
# Before the name: what is traded, and whoever heads, founds or works for a business.
_OF_BUSINESS = re.compile(
    r"\b(?:(?:[Ss]hares|[Ss]take|[Ii]nvestors?) in|(?:CEO|[Cc]hief [Ee]xecutive|[Ff]ounder|[Cc]hairman|[Cc]hairwoman"
    r"|[Ss]ubsidiary|[Aa]cquisition|[Tt]akeover) of|(?:analyst|economist|strategist|trader)s? (?:at|with))\s$"
)
_LAST_WORD = re.compile(r"([\w-]+) (?:called |named )?$")
_HERE = re.compile(r"\b(?:in|near|outside|northern|southern|eastern|western|central)\s$")
_OF_STATE = re.compile(
    r"['’]s (?:parliament|government|capital|army|prime minister|foreign minister|border|borders|interior ministry"
    r"|foreign ministry|central bank|ruling party|constitution|president, [A-Z]\w+ [A-Z])"
)
_ORDINAL = re.compile(r"\d{1,3}(?:st|nd|rd|d|th)")  # 433rd Airlift Wing
_KIND_WORD = re.compile(
    r"\s(?:province|county|district|region|prefecture|airport|peninsula|river|island|islands|valley|border)\b"
)
_OF_KIND = re.compile(r"\b(?:city|town|village|province|state|region|district|port|island|county|capital|suburb) of\s$")
_BRACKETED = re.compile(r"\s\(([A-Z][A-Za-z&.]{1,7})\)")


def vote_kinds(text: str, names: list[Name]) -> list[Name]:
    """The names with one kind for every string; method and confidence say when the vote changed a kind."""
    votes: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for name in names:
        if name.kind in KINDS:
            _add_signs(votes[fold(name.text)], text, name)
    _add_surnames(votes, names)
    _add_short_forms(text, votes, names)
    _leave_places(text, votes, names)
    spellings = {fold(name.text): name.text for name in reversed(names)}
    for key, tally in votes.items():
        _add_lists(tally, spellings[key])
    for name in names:
        if name.kind in KINDS:
            _settle(name, votes[fold(name.text)])
    return names


def _add_signs(tally: dict[str, float], text: str, name: Name) -> None:
    """Signs at one mention: its finder's word, the word of respect before it, the verb after it."""
    if name.method not in ("gazetteer", "repeat"):
        tally[name.kind] += name.confidence
    before = text[max(0, name.start - BEFORE) : name.start]
    if not has_head(name.text.split()):  # What an officer leads: Commanding General Army North, who ...
        _add_signs_of_person(tally, text, name, before)
    _add_signs_of_place(tally, text, name, before)
    if _OF_ORGANIZATION.match(text, name.end):
        tally[ORGANIZATION] += BUSINESS
    if _OF_BUSINESS.search(before) or _follows_noun(before) or is_organization_beside(text, name):
        tally[ORGANIZATION] += NOUN
    if (match := _BRACKETED.match(text, name.end)) and fold(match[1])[:1] == fold(name.text)[:1]:
        tally[ORGANIZATION] += HEAD


def _add_signs_of_person(tally: dict[str, float], text: str, name: Name, before: str) -> None:
    if _ends_with_respect(before):
        tally[PERSON] += RESPECT
    if SPEAKING.match(text, name.end):
        tally[PERSON] += SPEAKS
    if _is_personal(text, name):
        tally[PERSON] += OF_PERSON


def _is_personal(text: str, name: Name) -> bool:
    """True for a name beside what only people have: an age, kin, an office between commas."""
    return PERSONAL.match(text, name.end) is not None or is_person_beside(text, name)


def _add_signs_of_place(tally: dict[str, float], text: str, name: Name, before: str) -> None:
    if _WHERE.search(before):
        tally[PLACE] += WHERE
    if _OF_STATE.match(text, name.end):
        tally[PLACE] += OF_STATE
    if _OF_KIND.search(before) or _KIND_WORD.match(text, name.end):
        tally[PLACE] += HEAD


def _follows_noun(before: str) -> bool:
    """True after what only organizations are (the retailer X, a firm called X)."""
    noun = _LAST_WORD.search(before)
    return noun is not None and fold(noun[1]) in read_lines("organization_nouns.txt")


def _ends_with_respect(before: str) -> bool:
    """True after Gov. and after governor, not after the end of a sentence (the French king.)."""
    last = before.split()[-1] if before[-1:].isspace() and before.split() else ""
    return (last[:1].isupper() or not last.endswith(".")) and fold(last) in read_lines("honorifics.txt")


def _add_surnames(votes: dict[str, dict[str, float]], names: list[Name]) -> None:
    """The last word of a person's full name is a person when it stands alone."""
    for name in names:
        words = name.text.split()
        if name.kind == PERSON and len(words) > 1 and fold(words[-1]) in votes:
            votes[fold(words[-1])][PERSON] += SURNAME
        if name.kind == PERSON and len(words) > 2 and fold(words[-2]) in votes and not _is_land(words[-2]):
            votes[fold(words[-2])][PERSON] += SURNAME
        if name.kind == PERSON and len(words) > 1 and fold(words[0]) in votes and not is_well_known(words[0]):
            votes[fold(words[0])][PERSON] += SURNAME


def _is_land(word: str) -> bool:
    """True for a country or region: that is meant, whatever surname reads so."""
    places = find_places(word)
    return bool(places) and places[0].level in ("country", "region")


def _add_short_forms(text: str, votes: dict[str, dict[str, float]], names: list[Name]) -> None:
    """First and last word of an organization with a head word are it when they stand alone (Besk, Holdings).

    Not where a town of that name is spoken of (in Ellisville); of a place with a word for it, the last (Puerto Alba).
    """
    here = {fold(name.text) for name in names if _HERE.search(text[max(0, name.start - BEFORE) : name.start])}
    for name in names:
        if name.kind == PLACE and (short := short_place(name.text)) and short in votes:
            votes[short][PLACE] += SHORT_FORM
    heads = head_words("organization_heads.csv")
    people = {fold(name.text.split()[-1]) for name in names if name.kind == PERSON and " " in name.text}
    for key in {fold(name.text) for name in names if name.kind == ORGANIZATION}:
        words = key.split()
        if len(words) > 1 and words[-1] in heads:
            for short in (words[0], words[-1]):
                is_other = short == words[0] and (short in heads or is_well_known(short))
                if short in votes and short not in people | here and not is_other:
                    votes[short][ORGANIZATION] += SHORT_FORM


def _leave_places(text: str, votes: dict[str, dict[str, float]], names: list[Name]) -> None:
    """An unlisted string that speaks, has an age or kin is no place, unless it stands where places stand."""
    acting: set[str] = set()
    located: set[str] = set()
    for name in names:
        before = text[max(0, name.start - 24) : name.start]
        if SPEAKING.match(text, name.end) or _is_personal(text, name) or _ends_with_respect(before):
            acting.add(fold(name.text))
        if _HERE.search(before) or _OF_KIND.search(before) or _KIND_WORD.match(text, name.end):
            located.add(fold(name.text))
    spellings = {fold(name.text): name.text for name in reversed(names)}
    for key in (acting - located) & votes.keys():
        if not find_places(spellings[key]):
            votes[key][PLACE] = 0.0


def _add_lists(tally: dict[str, float], spelling: str) -> None:
    """Signs of the string itself: tables, gazetteer, head words, given names."""
    known, words = find_known(spelling), spelling.split()
    if known:
        tally[known.kind] += TABLE
    elif find_surname(spelling):
        tally[PERSON] += GIVEN
    places = find_places(spelling)
    if places and not known:
        tally[PLACE] += COUNTRY if places[0].level in ("country", "region") else 1.5 if is_well_known(spelling) else 0.3
    is_unit = len(words) > 1 and _ORDINAL.fullmatch(words[0])
    is_given = len(words) > 1 and words[0] in first_names()
    if is_unit or (is_headed(words, head_words("organization_heads.csv")) and not is_placed(words)):
        tally[ORGANIZATION] += HEAD
    elif is_headed(words, head_words("place_heads.csv")):
        tally[PLACE] += GIVEN
        tally[PERSON] += GIVEN if is_given and len(words) == 2 else 0.0  # Helen Marsh, Victoria Park
    elif is_given:
        tally[PERSON] += GIVEN
    if len(words) == 1 and is_acronym(spelling) and len(spelling) > 2 and not places:
        tally[ORGANIZATION] += ACRONYM
    if words[0] in read_lines("surnames_first.txt"):
        tally[PERSON] += GIVEN


def _settle(name: Name, tally: dict[str, float]) -> None:
    total = sum(tally.values())
    if not total:
        return
    best = max(KINDS, key=lambda kind: (tally[kind], -KINDS.index(kind)))
    name.confidence = round(min(name.confidence, 0.5 + 0.5 * tally[best] / total), 3)
    if best != name.kind:
        name.kind, name.method = best, "vote"
