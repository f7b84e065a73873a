"""What only several articles together tell of a name: whose surname, which acronym, which kind.

Put here: better full names and kinds for forms; all of it a function of the set of articles. Keep out: ids and tables
(resolve.py), a single article's names (links.py).
"""

import numpy as np
import polars as pl
from numpy.typing import NDArray

from assets.entities.names import ORGANIZATION, PERSON, PLACE
from assets.entities.numbered import BASIS_NUMBERS, KIND_NUMBERS, NONE, Forms
from assets.entities.spellings import Facts

# A short form takes a full name that stands in this share of the articles in which it has any.
DOMINANT = 0.8

# A kind that this share of the articles gives a string holds for all of them, once there are so many.
KIND_SHARE, KIND_ARTICLES = 0.75, 3

_PERSON, _ORGANIZATION, _PLACE = (KIND_NUMBERS[kind] for kind in (PERSON, ORGANIZATION, PLACE))
_NAME = BASIS_NUMBERS["name"]

Mask = NDArray[np.bool_]


def complete_names(forms: Forms, facts: Facts) -> None:
    """Completes `full`, `kind` and `basis` of the forms across articles, in place."""
    _take_surnames(forms, facts)
    _take_acronyms(forms, facts)
    _take_table(forms, facts)
    _agree_on_kinds(forms, facts)


def _take_surnames(forms: Forms, facts: Facts) -> None:
    """One-word people take the full name of their story or of most articles; in a story unlisted words do, too."""
    full = forms.full
    is_person = forms.kind == _PERSON
    pairs = _pairs(forms, facts, is_person & ~facts.is_single[full], facts.surname[full])
    is_lone = (forms.basis == _NAME) & facts.is_single[full]
    candidates = is_lone & (is_person | ~facts.is_listed[full])
    found = _dominant_names(forms, facts, candidates, pairs)
    taken = pl.when(pl.Series(is_person[candidates]) | (found["in_story"] != NONE)).then(found["full"]).otherwise(NONE)
    _take(forms, candidates, found.select(taken.alias("full"))["full"], "surname", kind=_PERSON)


def _take_acronyms(forms: Forms, facts: Facts) -> None:
    """Acronyms of no list take the organization that an article of their story, or most articles, give them for."""
    pairs = _pairs(forms, facts, forms.basis == BASIS_NUMBERS["acronym"], facts.key[forms.text])
    is_open = (forms.kind == _ORGANIZATION) & (forms.basis == _NAME) & facts.is_unknown_acronym[forms.full]
    _take(forms, is_open, _dominant_names(forms, facts, is_open, pairs)["full"], "acronym")


def _take_table(forms: Forms, facts: Facts) -> None:
    """Surnames still alone take the person of the tables, when they have one."""
    is_open = (forms.basis == _NAME) & (forms.kind != _PLACE)
    _take(forms, is_open, pl.Series(facts.table_person[forms.full[is_open]]), "alias_table", kind=_PERSON)


def _take(forms: Forms, chosen: Mask, full: pl.Series, basis: str, kind: int | None = None) -> None:
    """Gives the chosen forms their new full names, where there is one."""
    is_taken = (full != NONE).to_numpy()
    places = np.flatnonzero(chosen)[is_taken]
    forms.full[places] = full.to_numpy()[is_taken]
    forms.basis[places] = BASIS_NUMBERS[basis]
    if kind is not None:
        forms.kind[places] = kind


def _pairs(forms: Forms, facts: Facts, chosen: Mask, short: NDArray[np.int64]) -> pl.DataFrame:
    """Short key and full name of each chosen form, once an article."""
    pairs = pl.DataFrame(
        {
            "article": forms.article[chosen], "story": forms.story[chosen], "short": short[chosen],
            "full": forms.full[chosen], "key": facts.key[forms.full[chosen]],
        }
    )  # fmt: skip
    return pairs.unique()


def _dominant_names(forms: Forms, facts: Facts, chosen: Mask, pairs: pl.DataFrame) -> pl.DataFrame:
    """For each chosen form the full name that dominates in its story (in_story), and that or else the one of all
    articles, two at least (full); NONE where there is none."""
    wanted = pl.DataFrame({"story": forms.story[chosen], "short": facts.key[forms.full[chosen]]})
    in_story = _dominant(pairs.filter(pl.col("story") != NONE), ["story", "short"], least=1)
    overall = _dominant(pairs, ["short"], least=2)
    joined = wanted.join(
        in_story.rename({"full": "in_story"}), on=["story", "short"], how="left", maintain_order="left"
    )
    joined = joined.join(overall, on="short", how="left", maintain_order="left")
    return joined.select(
        pl.col("in_story").fill_null(NONE), full=pl.coalesce("in_story", "full", pl.lit(NONE, dtype=pl.Int64))
    )


def _dominant(pairs: pl.DataFrame, by: list[str], least: int) -> pl.DataFrame:
    """The full name that DOMINANT of a short form's articles give it, when at least `least` do; one spelling of it."""
    counts = pairs.group_by(*by, "key").agg(
        pl.col("article").n_unique().alias("articles"), pl.col("full").min().alias("full")
    )
    total = pairs.group_by(by).agg(pl.col("article").n_unique().alias("total"))
    best = counts.sort("articles", "key", descending=[True, False]).unique(by, keep="first", maintain_order=True)
    kept = best.join(total, on=by).filter(
        (pl.col("articles") >= DOMINANT * pl.col("total")) & (pl.col("articles") >= least)
    )
    return kept.select(*by, "full")


def _agree_on_kinds(forms: Forms, facts: Facts) -> None:
    """Strings in no list get the kind that most articles give them."""
    unlisted = ~facts.is_listed[forms.full]
    seen = forms.frame("article", "kind").with_columns(key=facts.key[forms.full]).unique()
    counts = seen.group_by("key", "kind").agg(pl.len().alias("articles"))
    best = counts.sort("articles", "kind", descending=[True, False]).unique("key", keep="first", maintain_order=True)
    total = counts.group_by("key").agg(pl.col("articles").sum().alias("total"))
    clear = best.join(total, on="key").filter(
        (pl.col("articles") >= KIND_SHARE * pl.col("total")) & (pl.col("articles") >= KIND_ARTICLES)
    )
    common = np.full(len(facts.keys), NONE, dtype=np.int64)
    common[clear["key"].to_numpy()] = clear["kind"].to_numpy()
    voted = common[facts.key[forms.full]]
    forms.kind = np.where(unlisted & (voted != NONE), voted, forms.kind)
