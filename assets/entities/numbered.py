"""The names of all articles as numbers: a form of a name is a row, its strings are places in one sorted list.

Put here: turning names into numbers and looking facts up by number. Keep out: deciding anything about names.
"""

from dataclasses import dataclass

import numpy as np
import polars as pl
from numpy.typing import NDArray

from assets.entities.names import ORGANIZATION, PERSON, PLACE

# In the alphabet's order, so that the smaller number is the earlier string.
KINDS = (ORGANIZATION, PERSON, PLACE)
KIND_NUMBERS = {kind: number for number, kind in enumerate(KINDS)}
# Why a spelling is its full name, likewise (links.py, corpus.py).
BASES = (
    "acronym", "alias_table", "given_name", "initials", "middle_name", "name", "nickname", "short_form", "spelling",
    "surname", "translation",
)  # fmt: skip
BASIS_NUMBERS = {basis: number for number, basis in enumerate(BASES)}
NONE = -1

Numbers = NDArray[np.int64]


@dataclass
class Forms:
    """One place in every array per form: a spelling of a name in the body, or in the title, of one article.

    `article` and `story` number the articles and stories (NONE: in no story), `text` and `full` the spellings, `kind`
    the KINDS; `first` is where the form first stands, `count` how often. `basis` numbers the BASES.
    """

    article: Numbers
    story: Numbers
    is_title: NDArray[np.bool_]
    text: Numbers
    full: Numbers
    kind: Numbers
    basis: Numbers
    count: Numbers
    first: Numbers

    def frame(self, *columns: str) -> pl.DataFrame:
        """Some of the arrays as a frame, for joins and counts."""
        return pl.DataFrame({name: getattr(self, name) for name in columns})


@dataclass(frozen=True)
class Numbered:
    """Names with their forms: `form_of` is the place of each name's form in `forms`."""

    names: pl.DataFrame
    form_of: Numbers
    forms: Forms
    article_ids: pl.Series
    spellings: pl.Series


def number_names(names: pl.DataFrame, story_articles: pl.DataFrame, more_spellings: list[str]) -> Numbered:
    """`names` as recognize_names gives them, any articles in any order, each with the story of its article."""
    if not names["article_id"].is_sorted():
        names = names.sort("article_id", maintain_order=True)
    article = names["article_id"].rle_id().cast(pl.Int64).to_numpy()
    form_of = _form_numbers(article, names["form"].cast(pl.Int64).to_numpy())
    is_first = np.diff(np.maximum.accumulate(form_of), prepend=-1) > 0
    first = names.filter(pl.Series(is_first))
    spellings = _distinct([first["text"], first["full_name"], pl.Series(more_spellings, dtype=pl.String)])
    article_ids = names["article_id"].unique(maintain_order=True)
    forms = Forms(
        article=article[is_first],
        story=_story_numbers(article_ids, story_articles)[article[is_first]],
        is_title=(first["part"] == "title").to_numpy(),
        text=number_strings(first["text"], spellings),
        full=number_strings(first["full_name"], spellings),
        kind=number_strings(first["kind"], pl.Series(KINDS)),
        basis=number_strings(first["basis"], pl.Series(BASES)),
        count=np.bincount(form_of, minlength=first.height),
        first=first["char_start"].cast(pl.Int64).to_numpy(),
    )
    return Numbered(names, form_of, forms, article_ids, spellings)


def number_strings(values: pl.Series, strings: pl.Series) -> Numbers:
    """The place of each value in `strings`, which has no string twice; NONE for what it has not."""
    places = pl.DataFrame({"string": strings, "place": np.arange(len(strings), dtype=np.int64)})
    found = values.to_frame("string").join(places, on="string", how="left", maintain_order="left")
    return found["place"].fill_null(NONE).to_numpy(writable=True)


def _form_numbers(article: Numbers, form: Numbers) -> Numbers:
    """Forms numbered through all articles; within one they are numbered in the order in which they appear."""
    if not len(article):
        return form
    starts = np.flatnonzero(np.diff(article, prepend=-1))
    sizes = np.maximum.reduceat(form, starts) + 1
    return (np.cumsum(sizes) - sizes)[article] + form


def _distinct(columns: list[pl.Series]) -> pl.Series:
    """All strings of the columns once, in order."""
    return pl.concat([column.unique().alias("spelling") for column in columns]).unique().sort()


def _story_numbers(article_ids: pl.Series, story_articles: pl.DataFrame) -> Numbers:
    stories = story_articles.select("article_id", "story_id").unique("article_id", keep="any")
    found = article_ids.to_frame("article_id").join(stories, on="article_id", how="left", maintain_order="left")
    return number_strings(found["story_id"], found["story_id"].drop_nulls().unique().sort())
