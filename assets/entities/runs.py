"""Runs of capitalised words: where a name may begin and end. Keep out: what a run names (patterns.py)."""

from itertools import pairwise

from assets.entities.edges import LED, office_length
from assets.entities.heads import has_head
from assets.entities.lists import first_names, head_words, read_lines
from assets.entities.places import demonyms
from assets.entities.text import Word, fold, starts_sentence

# Whose court, hospital or union is one: Preston Coroner's Court, People's Party.
_OWNERS = frozenset(
    {"coroner", "king", "queen", "women", "men", "children", "people", "sheriff", "magistrate", "nurse"}
)
_COMPANY = frozenset({"motors", "industries", "holdings", "airlines", "airways", "systems", "technologies", "foods"})
_AND_MORE = frozenset({"of", "for", "and"})


def capital_runs(text: str, words: list[Word]) -> list[list[Word]]:
    """Capitalised words that follow each other with one space; small words of a name between them (Bank of Japan)."""
    runs: list[list[Word]] = []
    run: list[Word] = []
    for index, word in enumerate(words):
        joined = bool(run) and _is_joined(text, run[-1], word)
        if (word.text[:1].isupper() and (joined or not run)) or (
            joined
            and (
                (fold(word.text) in _AND_MORE and _goes_on(text, words, index, run[-1].text))
                or (word.text in read_lines("name_particles.txt") and _leads_to_name(text, words, index))
            )
        ):
            run.append(word)
        else:
            runs.append(run)
            run = [word] if word.text[:1].isupper() else []
    return [_strip(text, run) for run in [*runs, run] if run]


def _leads_to_name(text: str, words: list[Word], index: int) -> bool:
    """True for a small word of a name (van der Velde): it, or one or two more, stand before a capital."""
    for here, after in pairwise(words[index : index + 4]):
        if text[here.end : after.start] != " ":
            return False
        if after.text[:1].isupper():
            return True
        if after.text not in read_lines("name_particles.txt"):
            return False
    return False


def _is_joined(text: str, before: Word, word: Word) -> bool:
    """True when one space stands between, the full stop of a word of respect (Gov. Reyes), or a possessive before what
    only an organization is (Teachers' Union)."""
    gap = text[before.end : word.start]
    if (gap in ("' ", "’ ") and before.text.endswith("s")) or (gap in ("'s ", "’s ") and fold(before.text) in _OWNERS):
        return fold(word.text) in head_words("organization_heads.csv")
    return gap == " " or (gap == ". " and fold(before.text) in read_lines("honorifics.txt"))


def split_run(run: list[Word]) -> list[list[Word]]:
    """Cut before a word of respect (Boxing Association President Ana Maro), and at "of" after a person's name."""
    respect = read_lines("honorifics.txt")
    cut = next((i for i, word in enumerate(run) if i and fold(word.text) in respect), None)
    if cut is None and run and run[0].text in first_names():
        small = read_lines("name_particles.txt")
        cut = next((i for i, w in enumerate(run) if i > 1 and w.text[:1].islower() and w.text not in small), None)
        if cut and has_head([word.text for word in run[:cut]]):
            cut = None
    for index, word in enumerate(run):
        if _ends_company(run, index):
            cut = index if cut is None else min(cut, index)
        if word.text == "and" and (
            _are_two(run[:index], run[index + 1 :])
            or has_head([w.text for w in run[:index]])
            or not has_head([w.text for w in run[index:]])
        ):
            cut = index if cut is None else min(cut, index)
    run, cut = (run[office:], None) if (office := office_length(run)) else (run, cut)
    parts = [run] if cut is None else [run[:cut], run[cut:]]
    return [_strip("", part) for part in parts if part]


def _ends_company(run: list[Word], index: int) -> bool:
    """Velbarrow Motors of Tarn: the town of a company is no part of its name."""
    return run[index].text == "of" and index > 1 and fold(run[index - 1].text) in _COMPANY


def _are_two(left: list[Word], right: list[Word]) -> bool:
    """Arte and Swiss Television: one word that is no common one, and an organization of a people; or a person's name
    before an organization (Ana Maro and Besk News)."""
    is_person = len(left) == 2 and left[0].text in first_names() and not has_head([word.text for word in left])
    if is_person and len(right) > 1 and has_head([word.text for word in right]):
        return True
    if len(left) != 1 or len(right) < 2 or fold(left[0].text) in read_lines("common_words.txt"):
        return False
    return fold(right[0].text) in demonyms() and has_head([word.text for word in right])


def _goes_on(text: str, words: list[Word], index: int, before: str) -> bool:
    """True when a small word joins what stands before it to what follows: after a head word, and "and" anywhere."""
    rest = words[index + 1 : index + 3]
    if words[index].text != "and" and fold(before) not in head_words("organization_heads.csv"):
        return False
    if not rest or text[words[index].end : rest[0].start] != " ":
        return False
    if rest[0].text[:1].isupper():
        return True
    return len(rest) > 1 and fold(rest[0].text) == "the" and rest[1].text[:1].isupper()


def _strip(text: str, run: list[Word]) -> list[Word]:
    """Without weekdays and a first word that has its capital from the sentence, and without small words at the ends."""
    while run and (
        fold(run[0].text) in read_lines("time_words.txt")
        or (fold(run[0].text) in read_lines("stop_names.txt") and starts_sentence(text, run[0].start))
        or fold(run[0].text) == "the"
        or LED.fullmatch(run[0].text)
    ):
        run = run[1:]
    while run and not run[0].text[:1].isupper():
        run = run[1:]
    while run and not run[-1].text[:1].isupper():
        run = run[:-1]
    return run
