"""Finds people in languages other than English, where no recogniser reads: a given name or a role, and a surname.

Put here: what holds for every language with capitals. Keep out: English forms of names (patterns.py, acting.py).
"""

from functools import cache
from itertools import pairwise

from assets.entities.judge import is_never_name
from assets.entities.known import find_known
from assets.entities.lists import first_names, read_lines
from assets.entities.local_places import GENITIVE, is_country
from assets.entities.names import PERSON, Name, name_at
from assets.entities.places import find_places
from assets.entities.text import Word, fold, is_shouted, starts_sentence

# Further surnames that may follow the first one: German writes every noun with a capital, so that a second one is
# as often the next word of the sentence.
_MORE_SURNAMES = {"de": 0}
_USUAL_MORE = 1
_MOST_GIVEN = 3
_LONGEST_ABBREVIATION = 3
_LONGEST_SHORT_ROLE = 5
# Small words that stand inside a name only in some languages, or only behind another one (van der, de la).
_NO_PARTICLES = {"de": frozenset({"das", "des", "la", "le", "y", "e"})}
_AND = frozenset({"y", "e"})
_ARTICLES = frozenset({"der", "den", "la", "le", "el"})
# What is called after a person, before or behind the name.
_NAMESAKES = frozenset(
    {"rue", "avenue", "boulevard", "place", "quai", "lycee", "calle", "plaza", "avenida", "paseo", "colegio", "via"}
    | {"piazza", "viale", "corso", "liceo", "rua", "praca", "escola", "strasse", "platz", "schule", "straat", "plein"}
    | {"ulica", "ul", "plac", "aleja", "stadion", "estadio", "stade", "stadio", "premio", "prix", "preis", "allee"}
    | {"institut", "stiftung", "haus", "halle", "arena", "klinik", "klinikum", "museum", "verlag", "universitat"}
)


def find_people_abroad(text: str, words: list[Word], language: str) -> list[Name]:
    """A given name or a role with the surnames that follow it; of what a sentence begins with only given names."""
    names: list[Name] = []
    index, small = 0, {word.text for word in words if word.text[:1].islower()}
    while index < len(words):
        run = _person_at(text, words, index, language)
        if run and run[0].text.lower() not in small:
            end = _without_genitive(text, run, language)
            names.append(name_at(text, run[0].start, end, kind=PERSON, method="given_name", confidence=0.8))
        index += max(len(run), 1)
    return names


def _person_at(text: str, words: list[Word], index: int, language: str) -> list[Word]:
    """The words of a person's name that starts here; none when there is no name."""
    before = words[index - 1] if index and _is_joined(text, words[index - 1], words[index]) else None
    has_role = before is not None and _is_role(before.text) and words[index].text[:1].isupper()
    given = _count_given(text, words, index)
    if not given and not has_role:
        return []
    if before and not has_role and _is_part_of_name(text, before, language):
        return []
    run = _with_surnames(text, words, index, given or 1, language)
    return [] if len(run) < 2 or _is_other(text, run, language) else run


def _is_joined(text: str, before: Word, word: Word) -> bool:
    """True when one space stands between, or the full stop of a short word of respect (Dr., Sra.)."""
    gap = text[before.end : word.start]
    return gap == " " or (gap == ". " and len(before.text) <= _LONGEST_ABBREVIATION and _is_role(before.text))


def _without_genitive(text: str, run: list[Word], language: str) -> int:
    """Where a name ends: before the s of a genitive, when the text has the surname without it."""
    last = run[-1]
    is_genitive = language in GENITIVE and last.text.endswith("s") and f"{last.text[:-1]} " in text
    return last.end - is_genitive


def _count_given(text: str, words: list[Word], index: int) -> int:
    """How many given names follow each other from here."""
    count = 0
    while count < _MOST_GIVEN and index + count < len(words) and _is_given(words[index + count].text):
        if count and text[words[index + count - 1].end : words[index + count].start] != " ":
            break
        count += 1
    return count


def _is_given(word: str) -> bool:
    return word in first_names() and fold(word) not in read_lines("no_names_abroad.txt")


def _with_surnames(text: str, words: list[Word], index: int, given: int, language: str) -> list[Word]:
    """Given names and, with the small words before each, surnames; a last given name may be the surname."""
    run, wanted = words[index : index + given], 1 + _MORE_SURNAMES.get(language, _USUAL_MORE)
    kept = list(run)
    for here, after in pairwise(words[index + given - 1 : index + given + 8]):
        if text[here.end : after.start] != " " or not wanted:
            break
        if after.text[:1].isupper():
            run.append(after)
            kept, wanted = list(run), wanted - 1
        elif _is_particle(after.text, here.text, language):
            run.append(after)
        else:
            break
    return kept


def _is_part_of_name(text: str, before: Word, language: str) -> bool:
    """True when a given name goes on what stands before it (San Juan Bautista, calle Juan Bravo, Monte Rosa)."""
    if _is_namesake(before.text) or fold(before.text) in read_lines("no_names_abroad.txt"):
        return True
    return before.text[:1].isupper() and language != "de" and not starts_sentence(text, before.start)


def _is_particle(word: str, before: str, language: str) -> bool:
    if word not in read_lines("name_particles.txt") or word in _NO_PARTICLES.get(language, _AND):
        return False
    return word not in _ARTICLES or before in read_lines("name_particles.txt") or before in ("De", "Van", "Von")


def _is_namesake(word: str) -> bool:
    return fold(word.rpartition("-")[2]) in _NAMESAKES


def _is_role(word: str) -> bool:
    key = fold(word)
    return key in read_lines("roles_abroad.txt") or (word[:1].isupper() and key.endswith(_long_roles()))


@cache
def _long_roles() -> tuple[str, ...]:
    """Roles that are found at the end of a longer word, too."""
    return tuple(role for role in read_lines("roles_abroad.txt") if len(role) > _LONGEST_SHORT_ROLE)


def _is_other(text: str, run: list[Word], language: str) -> bool:
    """True for what is known as something else, is called after somebody, or says where or by whom (Ana de Sevilla)."""
    whole, last, small = text[run[0].start : run[-1].end], run[-1].text, run[-2].text
    known = find_known(whole)
    if (known is not None and known.kind != PERSON) or find_places(whole) or is_country(last, language):
        return True
    if (
        len(run) == 3
        and small[:1].islower()
        and (last in first_names() or (small in ("de", "di") and find_places(last)))
    ):
        return True
    return is_never_name(last) or _is_namesake(last) or any(is_shouted(word.text) for word in run)
