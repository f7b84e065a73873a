"""Finds names by their form and surroundings: initials, words of respect, head words of organizations, given names.

Keep out: lists of particular names (gazetteer.py).
"""

import re

from assets.entities.heads import has_head, is_any_head, is_headed, is_placed
from assets.entities.judge import is_never_name, is_office
from assets.entities.known import find_known
from assets.entities.lists import first_names, head_words, opening_names, read_lines
from assets.entities.names import ORGANIZATION, PERSON, PLACE, Name, name_at
from assets.entities.places import find_places
from assets.entities.runs import capital_runs, split_run
from assets.entities.text import Word, fold, is_shouted, starts_sentence

_PARTICLE = r"(?:(?:de|van|von|der|den|la|le|al|bin|Mc|da|dos|di|del|St\.) ?){0,2}"
_INITIALS = re.compile(rf"\b(?<![A-Z]\.)(?:[A-Z]\.[ -]?){{1,3}}{_PARTICLE}[A-Z][\w’'-]*[a-z][\w-]*")
_WITH_COUNTRY = re.compile(r"((?:[A-Z][\w’'-]+ ){1,3}[A-Z][\w’'-]+) \(([A-Z][\w. ]+)\)")
_DATELINE = re.compile(
    r"([A-Z][A-Z'’. -]{2,30}[A-Z])(?:, ([A-Z][\w. ]{2,20}))?(?:, [A-Z][a-z]+\.? \d{1,2})?(?: \([^)]{2,30}\))?"
    r"(?: [—–-]+ |: | \d{4}-\d\d-\d\d)"
)
_PLACE_KIND = (
    r"(?:province|county|district|prefecture|airport|peninsula|river|island|valley|town|village|township|municipality"
    r"|governorate|oblast|suburb|neighbou?rhood)"
)
_UNIT = re.compile(
    r"\b\d{1,3}(?:st|nd|rd|d|th) (?:[A-Z][\w’'-]+ ){0,3}"
    r"(?:Wing|Squadron|Battalion|Brigade|Division|Regiment|Corps|Fleet|Army|Infantry|Cavalry|Airborne)\b(?! [A-Z])"
)
_TOWN = r"(?:city|town|village|province|region|district|port|island|county|suburb)"
_TOWN_OF = re.compile(
    rf"\b{_TOWN} of ([A-Z][\w’'-]+(?: [A-Z][\w’'-]+){{0,2}})|\b([A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?) {_PLACE_KIND}\b"
)
_TOWNS = re.compile(
    r"\b([A-Z][\w’'-]+) and ([A-Z][\w’'-]+) (?:provinces|counties|districts|states|regions|villages|towns|islands"
    r"|municipalities|local government areas)\b"
)
_IN = re.compile(r"\b(?:in|near|outside) ([A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)(?![\w’'-]| [A-Z]|['’]s [A-Z])")
_BARE_INITIALS = re.compile(r"(?<![\w.])(?:[A-Z] ){2,3}[A-Z][a-z]{2,}\b")
_SAID = re.compile(r"[,?!][\"”’'] ?(?:said|says|added|asked|told|replied) ((?:[A-Z][\w’-]+ )?[A-Z][\w’-]+)\b(?! [A-Z])")


def find_patterns(text: str, words: list[Word]) -> list[Name]:
    """People and organizations by their form, and the place of a dateline; may overlap."""
    return [
        *_dateline(text), *_units(text), *_initialled(text), *_with_country(text), *_towns(text), *_speakers(text),
        *_from_runs(text, words),
    ]  # fmt: skip


def _dateline(text: str) -> list[Name]:
    match = _DATELINE.match(text)
    # A town that no list has counts with the state or country behind it.
    if match is None or not (find_places(match[1]) or (match[2] and find_places(match[2]))):
        return []
    return [name_at(text, match.start(1), match.end(1), kind=PLACE, method="dateline", confidence=0.95)]


def _units(text: str) -> list[Name]:
    """433rd Airlift Wing, 2nd Infantry Division."""
    return [
        name_at(text, *match.span(), kind=ORGANIZATION, method="head_word", confidence=0.9)
        for match in _UNIT.finditer(text)
    ]


def _towns(text: str) -> list[Name]:
    """The town of X, X province, X and Y provinces, in X where the gazetteer has a town of that name."""
    spans = [match.span(group) for match in _TOWNS.finditer(text) for group in (1, 2)]
    spans += [match.span(1) for match in _IN.finditer(text) if _may_be_town(match[1])]
    return [
        *(
            name_at(text, start, end, kind=PLACE, method="place_word", confidence=0.7)
            for start, end in spans
            if not is_never_name(text[start:end])
        ),
        *_towns_of(text),
    ]


def _may_be_town(name: str) -> bool:
    """A place of the gazetteer, however small, that is neither a common word nor a given name."""
    is_other = fold(name) in read_lines("place_stop.txt") or name in first_names() or find_known(name) is not None
    return bool(find_places(name)) and not is_other and fold(name) not in read_lines("common_words.txt")


def _towns_of(text: str) -> list[Name]:
    """The town of X, X province."""
    return [
        name_at(text, *match.span(match.lastindex), kind=PLACE, method="place_word", confidence=0.8)
        for match in _TOWN_OF.finditer(text)
        if not is_never_name(match[match.lastindex]) and not starts_sentence(text, match.start(match.lastindex))
    ]


def _speakers(text: str) -> list[Name]:
    """Who stands after a quotation and its verb."""
    return [
        name_at(text, *match.span(1), kind=PERSON, method="speaker", confidence=0.75)
        for match in _SAID.finditer(text)
        if not is_never_name(match[1]) and not has_head(match[1].split())
        and not is_office(match[1].split())
        and fold(match[1].split()[0]) not in read_lines("title_words.txt")
    ]  # fmt: skip


def _initialled(text: str) -> list[Name]:
    """J. Healey, T.O'Gorman, and not U.S. Navy."""
    names = [
        name_at(text, *match.span(), kind=PERSON, method="initials", confidence=0.8)
        for match in _BARE_INITIALS.finditer(text)
        if not is_any_head(match[0].split()) and not is_never_name(match[0].split()[-1])
    ]
    for match in _INITIALS.finditer(text):
        initials = match[0].rpartition(".")[0] + "."
        last = re.split(r"[ .-]", match[0])[-1]
        if find_places(initials) or find_known(initials) or is_never_name(match[0]) or is_never_name(last):
            continue
        end = match.end() - (2 if match[0].endswith(("'s", "’s")) else 0)
        names.append(name_at(text, match.start(), end, kind=PERSON, method="initials", confidence=0.9))
    return names


def _with_country(text: str) -> list[Name]:
    """A competitor with a country in brackets."""
    return [
        name_at(text, match.start(1), match.end(1), kind=PERSON, method="country_in_brackets", confidence=0.75)
        for match in _WITH_COUNTRY.finditer(text)
        if (places := find_places(match[2])) and places[0].level == "country" and not has_head(match[1].split())
    ]


def _from_runs(text: str, words: list[Word]) -> list[Name]:
    names = []
    for run in (part for whole in capital_runs(text, words) for part in split_run(whole)):
        if (len(run) > 1 and (name := _organization(text, run) or _place(text, run))) or (
            name := _person(text, words, run)
        ):
            names.append(name)
    return names


def _organization(text: str, run: list[Word]) -> Name | None:
    parts = [word.text for word in run]
    if not has_head(parts) or is_placed(parts) or _is_headline(parts) or len(run) > 8:
        return None
    return name_at(text, run[0].start, run[-1].end, kind=ORGANIZATION, method="head_word", confidence=0.75)


def _place(text: str, run: list[Word]) -> Name | None:
    parts = [word.text for word in run]
    if _is_titled(parts) or not is_headed(parts, head_words("place_heads.csv")) or _is_headline(parts) or len(run) > 4:
        return None
    return name_at(text, run[0].start, run[-1].end, kind=PLACE, method="head_word", confidence=0.7)


def _is_titled(parts: list[str]) -> bool:
    """Prosecutor Helen Marsh: an office and a given name make a person, whatever the surname means."""
    return len(parts) > 2 and fold(parts[0]) in read_lines("title_words.txt") and parts[1] in first_names()


def _is_headline(parts: list[str]) -> bool:
    return len(parts) > 2 and all(part.isupper() for part in parts)


def _person(text: str, words: list[Word], run: list[Word]) -> Name | None:
    """The words after a word of respect, or a given name and what follows it."""
    respect, given = read_lines("honorifics.txt"), opening_names()
    for index, word in enumerate(run):
        if fold(word.text) in respect and index + 1 < len(run):
            return _people_from(text, run[index + 1 :], "honorific")
        if word.text in given and index + 1 < len(run):
            return _people_from(text, run[index:], "given_name")
    return None


def _people_from(text: str, run: list[Word], method: str) -> Name | None:
    titles = read_lines("title_words.txt")
    while len(run) > 1 and fold(run[0].text) in titles:
        run = run[1:]
    particles = read_lines("name_particles.txt")
    small = next(
        (
            i
            for i, word in enumerate(run)
            if (word.text[:1].islower() and (not i or word.text not in particles)) or (i and is_shouted(word.text))
        ),
        len(run),
    )
    run = run[: min(small, 4 + sum(word.text in particles for word in run[:small]))]
    while run and run[-1].text[:1].islower():
        run = run[:-1]
    if not run or is_never_name(text[run[0].start : run[-1].end]) or is_any_head([w.text for w in run]):
        return None
    end = run[-1].end + (text[run[-1].end : run[-1].end + 2] == ". " and fold(run[-1].text) in ("jr", "sr"))
    return name_at(text, run[0].start, end, kind=PERSON, method=method, confidence=0.8)
