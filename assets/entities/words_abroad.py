"""Words of languages other than English: which hide a name behind an article, and which only look like a city's name.

Keep out: finding people (people_abroad.py), names of places (local_places.py).
"""

import re

from assets.entities.names import PLACE, Name
from assets.entities.text import Word, fold, starts_sentence

_STEM = re.compile(r"(\w{2,})['’]")
_ELIDED = re.compile(r"[^\W\d_]{1,5}['’](?=[^\W\d_])")
_SPEAKS = (
    r"(?:dijo|afirmó|explicó|señaló|aseguró|añadió|declaró|explicado|dicho|afirmado|asegurado|señalado|declarado"
    r"|sagte|erklärte|betonte|meinte|kritisierte|warnte|sagt|dit|déclaré|affirmé|expliqué|estimé|assuré|ajouté"
    r"|detto|dichiarato|spiegato|affermato|aggiunto|disse|afirmou|declarou|explicou|zei|zegt|sade|sa|sagde"
    r"|powiedział|powiedziała)"
)
_AFTER = re.compile(rf"\s(?:(?:ha|hat|a|heeft|había|haya)\s)?{_SPEAKS}\b")
_BEFORE = re.compile(rf"\b{_SPEAKS}\s$")
_WORD_BEFORE = re.compile(r"([^\W\d_][\w’-]*) $")
_NUMBER_BEFORE = re.compile(r"\d\s$")


def split_elisions(words: list[Word], language: str) -> list[Word]:
    """The words without an article or preposition that has lost its vowel (l’Allemagne, dell’Italia, d’Emmanuel).

    Not inside a name (Côte d’Ivoire). In Turkish without the case ending that an apostrophe parts from a name.
    """
    kept: list[Word] = []
    for word in words:
        if language == "tr" and (stem := _STEM.match(word.text)):
            kept.append(Word(stem[1], word.start, word.start + stem.end(1)))
            continue
        match = _ELIDED.match(word.text)
        inside = bool(kept) and kept[-1].text[:1].isupper() and kept[-1].end + 1 == word.start
        if match and word.text[match.end()].isupper() and _is_article(word.text, match.end()) and not inside:
            word = Word(word.text[match.end() :], word.start + match.end(), word.end)
        kept.append(word)
    return kept


def _is_article(word: str, end: int) -> bool:
    """True when what stands before the apostrophe has no capital, or has one letter (L’Italia, and not O’Connor)."""
    return word[:1].islower() or (end == 2 and word[0] in "LD")


def drop_chance_places(text: str, names: list[Name], language: str) -> list[Name]:
    """The names without words that are also called like a city.

    What speaks (Moreno ha explicado), is counted (12 Grad), goes on in a further capital (San Telmo), or stands only
    where a sentence starts and is no city of the language's own (Nada más cruzar).
    """
    inside = {fold(name.text) for name in names if not starts_sentence(text, name.start)}
    return [
        name
        for name in names
        if name.kind != PLACE
        or name.full
        or " " in name.text
        or not (_is_other_word(text, name, language) or fold(name.text) not in inside)
    ]


def _is_other_word(text: str, name: Name, language: str) -> bool:
    before = text[max(0, name.start - 20) : name.start]
    if _AFTER.match(text, name.end) or _BEFORE.search(before) or _NUMBER_BEFORE.search(before):
        return True
    # Where only names have capitals, a capital on either side is part of a longer name (San Telmo, Puerto Alba).
    return language != "de" and _touches_capital(text, name)


def _touches_capital(text: str, name: Name) -> bool:
    if text[name.end : name.end + 1] == " " and text[name.end + 1 : name.end + 2].isupper():
        return True
    before = _WORD_BEFORE.search(text, max(0, name.start - 30), name.start)
    return before is not None and before[1][0].isupper() and not starts_sentence(text, before.start())
