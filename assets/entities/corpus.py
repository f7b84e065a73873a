"""What only several articles together tell of a name: whose surname, which acronym, which kind.

Put here: frames of names in, the same frames with better full names and kinds out; all of it a function of the set of
articles. Keep out: ids and tables (entities_of.py), a single article's names (links.py).
"""

import polars as pl

from assets.entities.known import find_known, find_surname
from assets.entities.names import ORGANIZATION, PERSON, PLACE
from assets.entities.places import find_places
from assets.entities.text import fold, is_acronym

# A short form takes a full name that stands in this share of the articles in which it has any.
DOMINANT = 0.8

# A kind that this share of the articles gives a string holds for all of them, once there are so many.
KIND_SHARE, KIND_ARTICLES = 0.75, 3


def complete_names(names: pl.DataFrame) -> pl.DataFrame:
    """Full names across articles; in and out: the names with story_id and key (folded full name)."""
    named = _take(names, _surname_pairs(names), is_surname=True)
    named = _take(named, _acronym_pairs(named), is_surname=False)
    return _agree_on_kinds(_take_table(named))


def with_keys(names: pl.DataFrame) -> pl.DataFrame:
    """The names with `key`: the folded full name."""
    return names.with_columns(_map(names["full_name"], fold, pl.String).alias("key"))


def _map(values: pl.Series, function, dtype: type[pl.DataType]) -> pl.Series:
    """`function` of every value, computed once for each distinct one."""
    distinct = values.unique().to_list()
    if not distinct:
        return pl.Series(values.name, [], dtype=dtype)
    return values.replace_strict(distinct, [function(value) for value in distinct], return_dtype=dtype)


def _surname_pairs(names: pl.DataFrame) -> pl.DataFrame:
    """Each article's full names of people by surname: article_id, story_id, short, full_name, key."""
    people = names.filter((pl.col("kind") == PERSON) & pl.col("key").str.contains(" "))
    short = pl.col("key").str.replace(r" (jr|sr|ii|iii|iv)$", "").str.split(" ").list.last()
    return people.select("article_id", "story_id", short.alias("short"), "full_name", "key").unique()


def _acronym_pairs(names: pl.DataFrame) -> pl.DataFrame:
    given = names.filter(pl.col("basis") == "acronym")
    short = _map(given["text"], fold, pl.String).alias("short")
    return given.select("article_id", "story_id", short, "full_name", "key").unique()


def _take(names: pl.DataFrame, pairs: pl.DataFrame, *, is_surname: bool) -> pl.DataFrame:
    """Short names with the full name that dominates in their story, or else in all articles (two at least)."""
    in_story = _dominant(pairs.filter(pl.col("story_id").is_not_null()), ["story_id", "short"], least=1)
    overall = _dominant(pairs, ["short"], least=2)
    joined = names.join(
        in_story, left_on=["story_id", "key"], right_on=["story_id", "short"], how="left", suffix="_story"
    )
    joined = joined.join(overall, left_on="key", right_on="short", how="left", suffix="_overall")
    open_name = _is_open_surname(joined) if is_surname else _is_open_acronym(joined)
    taken = pl.when(open_name).then(pl.coalesce("full_name_story", "full_name_overall"))
    changed = joined.with_columns(taken.alias("taken")).with_columns(
        pl.coalesce("taken", "full_name").alias("full_name"),
        pl.when(pl.col("taken").is_null())
        .then("basis")
        .otherwise(pl.lit("surname" if is_surname else "acronym"))
        .alias("basis"),
        pl.when(pl.col("taken").is_not_null() & pl.lit(is_surname))
        .then(pl.lit(PERSON))
        .otherwise("kind")
        .alias("kind"),
    )
    return with_keys(changed.select(names.columns))


def _dominant(pairs: pl.DataFrame, by: list[str], least: int) -> pl.DataFrame:
    """The full name that DOMINANT of a short form's articles give it, when at least `least` do; one spelling of it."""
    counts = pairs.group_by(*by, "key").agg(
        pl.col("article_id").n_unique().alias("articles"), pl.col("full_name").min().alias("full_name")
    )
    total = pairs.group_by(by).agg(pl.col("article_id").n_unique().alias("total"))
    best = counts.sort("articles", "key", descending=[True, False]).unique(by, keep="first", maintain_order=True)
    kept = best.join(total, on=by).filter(
        (pl.col("articles") >= DOMINANT * pl.col("total")) & (pl.col("articles") >= least)
    )
    return kept.select(*by, "full_name")


def _is_open_surname(names: pl.DataFrame) -> pl.Series:
    """One-word people without a full name; and in a story also words that are in no list of organizations or places."""
    lone = (names["basis"] == "name") & ~names["key"].str.contains(" ")
    unlisted = _map(names["full_name"], lambda text: not find_known(text) and not find_places(text), pl.Boolean)
    in_story = names["full_name_story"].is_not_null()
    return lone & ((names["kind"] == PERSON) | (in_story & unlisted))


def _is_open_acronym(names: pl.DataFrame) -> pl.Series:
    bare = _map(names["full_name"], lambda text: is_acronym(text) and not find_known(text), pl.Boolean)
    return (names["kind"] == ORGANIZATION) & (names["basis"] == "name") & bare


def _take_table(names: pl.DataFrame) -> pl.DataFrame:
    """Surnames still alone take the person of the tables, when they have one."""

    def full(text: str) -> str | None:
        known = find_surname(text)
        return known.name if known else None

    from_table = _map(names["full_name"], full, pl.String)
    is_open = (names["basis"] == "name") & (names["kind"] != PLACE)
    is_open &= from_table.is_not_null()
    changed = names.with_columns(
        pl.when(is_open).then(from_table).otherwise("full_name").alias("full_name"),
        pl.when(is_open).then(pl.lit("alias_table")).otherwise("basis").alias("basis"),
        pl.when(is_open).then(pl.lit(PERSON)).otherwise("kind").alias("kind"),
    )
    return with_keys(changed)


def _agree_on_kinds(names: pl.DataFrame) -> pl.DataFrame:
    """Strings in no list get the kind that most articles give them."""
    counts = names.group_by("key", "kind").agg(pl.col("article_id").n_unique().alias("articles"))
    best = counts.sort("articles", "kind", descending=[True, False]).unique("key", keep="first", maintain_order=True)
    total = counts.group_by("key").agg(pl.col("articles").sum().alias("total"))
    clear = best.join(total, on="key").filter(
        (pl.col("articles") >= KIND_SHARE * pl.col("total")) & (pl.col("articles") >= KIND_ARTICLES)
    )
    joined = names.join(clear.select("key", pl.col("kind").alias("common")), on="key", how="left")
    listed = _map(joined["full_name"], lambda text: bool(find_known(text) or find_places(text)), pl.Boolean)
    kind = pl.when(~listed & pl.col("common").is_not_null()).then("common").otherwise("kind")
    return joined.with_columns(kind.alias("kind")).drop("common")
