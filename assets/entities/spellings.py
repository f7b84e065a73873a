"""What the lists know of each distinct spelling, looked up once. Keep out: what articles say of it (corpus.py)."""

from dataclasses import dataclass

import numpy as np
import polars as pl
from numpy.typing import NDArray

from assets.entities.known import find_known, find_surname
from assets.entities.links import GENERATION
from assets.entities.numbered import NONE, Numbers, number_strings
from assets.entities.places import find_places
from assets.entities.text import fold, is_acronym


@dataclass(frozen=True)
class Facts:
    """One place in every array per spelling.

    `key` numbers the folded spellings in their order (`keys`), `surname` is the key of the last word (NONE for a
    single word), `table_person` the spelling of the person whom the tables give the surname, or NONE.
    """

    keys: pl.Series
    key: Numbers
    surname: Numbers
    is_single: NDArray[np.bool_]
    is_listed: NDArray[np.bool_]
    is_unknown_acronym: NDArray[np.bool_]
    table_person: Numbers


def look_up(spellings: pl.Series) -> Facts:
    """Facts of the sorted distinct spellings."""
    texts = spellings.to_list()
    folded = [fold(text) for text in texts]
    surnames = [_surname(key) for key in folded]
    keys = pl.Series([*folded, *(name for name in surnames if name)], dtype=pl.String).unique().sort()
    known = np.array([find_known(text) is not None for text in texts], dtype=bool)
    acronym = np.array([is_acronym(text) for text in texts], dtype=bool)
    table = [find_surname(text) for text in texts]
    places = {text: place for place, text in enumerate(texts)}
    return Facts(
        keys=keys,
        key=number_strings(pl.Series(folded, dtype=pl.String), keys),
        surname=number_strings(pl.Series(surnames, dtype=pl.String), keys),
        is_single=np.array([" " not in key for key in folded], dtype=bool),
        is_listed=known | np.array([bool(find_places(text)) for text in texts], dtype=bool),
        is_unknown_acronym=acronym & ~known,
        table_person=np.array([places[person.name] if person else NONE for person in table], dtype=np.int64),
    )


def _surname(key: str) -> str | None:
    """The last word of several, without a generation mark (john maro jr)."""
    if " " not in key:
        return None
    words = key.split(" ")
    return words[-2] if words[-1] in GENERATION else words[-1]
