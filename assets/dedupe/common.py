"""Values that many texts hold: who of their holders counts them as shared with whom.

That depends on all texts, but changes for few values from day to day; who holds one of these is looked at anew.
"""

from dataclasses import dataclass

import numpy as np
import polars as pl

from assets.contract.frames import conform_frame
from assets.dedupe.flat import Sketches
from assets.dedupe.hashing import U64, Hashes, mix
from assets.dedupe.packed import Values
from assets.dedupe.tokens import Flags, Indices

# Up to this many holders of a value all pairs count it ...
ALL_PAIRS_HOLDERS = 64
# ... above it each holder counts it with the first few, so that a text with hundreds of copies still finds them ...
LEADERS = 8
# ... and above this it is a figure of speech.
MAX_HOLDERS = 2_000
# A value that so many texts of one outlet hold is a phrase of the outlet: lists and asides that stand in paragraphs.
PHRASE_TEXTS = 8


@dataclass(frozen=True)
class Holders:
    """Who holds some of the values of a sketch: all holders of these, by value, then text."""

    values: Values
    texts: Indices
    starts: Indices  # of each holder: where those of its value start
    counts: Indices  # of each holder: how many its value has
    is_phrase: Flags  # of each holder: the value is a phrase of its text's outlet

    @property
    def is_leader(self) -> Flags:
        """Whether a holder counts the value with all others of it."""
        return (self.counts <= ALL_PAIRS_HOLDERS) | (np.arange(len(self.texts)) - self.starts < LEADERS)

    @property
    def reach(self) -> Indices:
        """With how many holders, from the first on, a holder counts the value as shared (itself among them)."""
        reach = np.where(self.is_leader, self.counts, LEADERS)
        return np.where((self.counts > 1) & (self.counts <= MAX_HOLDERS), reach, 0)


def read_holders(sketches: Sketches, wanted: Values, outlets: Hashes) -> Holders:
    """All holders of the wanted values (sorted); `outlets` names each text's outlet, 0 for none."""
    values, texts = sketches.find_holders(wanted)
    edges = np.flatnonzero(np.concatenate([[True], values[1:] != values[:-1]])[: len(values)])
    counts = np.diff(np.append(edges, len(values)))
    starts, counts = np.repeat(edges, counts), np.repeat(counts, counts)
    return Holders(values, texts, starts, counts, _find_phrases(values, counts, outlets[texts]))


def _find_phrases(values: Values, counts: Indices, outlets: Hashes) -> Flags:
    flags = np.zeros(len(values), dtype=bool)
    places = np.flatnonzero((counts >= PHRASE_TEXTS) & (outlets != 0))
    order = np.lexsort((outlets[places], values[places]))
    places = places[order]
    changes = np.ones(len(places), dtype=bool)
    changes[1:] = (values[places][1:] != values[places][:-1]) | (outlets[places][1:] != outlets[places][:-1])
    number = np.cumsum(changes) - 1
    flags[places] = (np.bincount(number) >= PHRASE_TEXTS)[number] if len(places) else False
    return flags


def name_common(name: str, holders: Holders, keys: Hashes, outlets: Hashes) -> pl.DataFrame:
    """Rows of `common_values` for the sketch `name`; `keys` and `outlets` are each text's."""
    crowded = (holders.counts > ALL_PAIRS_HOLDERS) & holders.is_leader
    leaders = np.where(holders.counts > MAX_HOLDERS, U64(1), mix(keys[holders.texts]))
    rows = _frame(np.zeros(int(crowded.sum()), dtype=U64), holders.values[crowded], leaders[crowded])
    phrases = holders.is_phrase
    outlet = outlets[holders.texts[phrases]]
    told = _frame(outlet, holders.values[phrases], np.ones_like(outlet))
    # A sum of hashes names the leaders as a set; a phrase is one or not.
    summed = rows.group_by("scope", "value").agg(pl.col("holders_key").sum())
    common = pl.concat([summed, told.unique()]).with_columns(
        pl.col("scope", "holders_key").reinterpret(signed=True), sketch=pl.lit(name)
    )
    return conform_frame("common_values", common)


def _frame(scope: Hashes, values: Values, holders_key: Hashes) -> pl.DataFrame:
    return pl.DataFrame({"scope": scope, "value": values, "holders_key": holders_key})


def find_changed(before: pl.DataFrame, now: pl.DataFrame, holders: Holders, outlets: Hashes) -> Indices:
    """Texts that hold a value, of their scope, whose row of `common_values` is another now, or is new or gone."""
    columns = ["scope", "value", "holders_key"]
    old, new = before.select(columns), now.select(columns)
    changed = pl.concat([old.join(new, on=columns, how="anti"), new.join(old, on=columns, how="anti")])
    if not changed.height:
        return np.zeros(0, dtype=np.int64)
    held = pl.DataFrame({"text": holders.texts, "value": holders.values, "scope": outlets[holders.texts]})
    held = held.with_columns(pl.col("scope").reinterpret(signed=True), pl.col("value").cast(pl.Int64))
    everywhere = held.join(changed.filter(pl.col("scope") == 0), on="value", how="semi")
    own = held.join(changed.filter(pl.col("scope") != 0), on=["value", "scope"], how="semi")
    return np.unique(pl.concat([everywhere["text"], own["text"]]).to_numpy())
