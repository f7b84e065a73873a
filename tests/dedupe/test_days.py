"""Whatever lands, changes or goes from day to day: what was kept and what is made anew are the same."""

import numpy as np
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from polars.testing import assert_frame_equal

from assets.contract.bodies import bodies_of
from assets.dedupe import common, corpus
from assets.dedupe.copies import Copies, find_copies
from assets.dedupe.fingerprints import fingerprint_articles
from assets.dedupe.judged import Judged, find_fresh
from benchmarks.corpus.vocabulary import Writer
from tests.dedupe.frames import DAY, article, articles, credits, find
from tests.dedupe.texts import HARBOUR, ORCHARD

WRITER = Writer(11)
SENTENCES = [WRITER.sentence() for _ in range(60)]
OUTLETS = ["daily", "weekly", None]


LIMITS = {"ALL_PAIRS_HOLDERS": 4, "LEADERS": 2, "MAX_HOLDERS": 9, "PHRASE_TEXTS": 3}


@pytest.fixture(scope="module")
def small_limits():
    """Values are common when a handful of texts hold them, so that they change hands all the time."""
    with pytest.MonkeyPatch.context() as patch:
        for name, value in LIMITS.items():
            patch.setattr(common, name, value)
        yield


def write(random: np.random.Generator) -> str:
    """Some of few sentences, the first ones far more often than the others."""
    count = int(random.integers(2, 14))
    return " ".join(SENTENCES[int(place)] for place in len(SENTENCES) * random.random(count) ** 2)


def make_days(seed: int, days: int) -> list[pl.DataFrame]:
    """What is there after each day: articles come (some landed long ago), a few change or go."""
    random = np.random.Generator(np.random.PCG64(seed))
    there: dict[str, dict] = {}
    frames = []
    for day in range(days):
        for number in range(12):
            landed = DAY.replace(day=1 + int(random.integers(0, 2 * day + 1)))
            name = f"{day}-{number}"
            there[name] = article(
                name, write(random), landed_on=landed, source_id=OUTLETS[int(random.integers(3))],
                title=SENTENCES[int(random.integers(4))],
            )  # fmt: skip
        for name in random.choice(sorted(there), 3, replace=False).tolist():
            if random.random() < 0.5:
                there[name]["body"] = write(random)
            else:
                del there[name]
        frames.append(articles(*there.values()))
    return frames


def assert_same(one: Copies, other: Copies) -> None:
    for name in ("duplicates", "duplicate_groups", "article_copies"):
        assert_frame_equal(getattr(one, name), getattr(other, name))
    for name in Judged.__dataclass_fields__:
        assert_frame_equal(getattr(one.judged, name), getattr(other.judged, name))


@settings(max_examples=12, deadline=None, derandomize=True)
@given(seed=st.integers(0, 10_000))
def test_day_by_day_is_the_rebuild_when_values_change_hands(small_limits, seed):
    judged, common_values = None, 0
    for frame in make_days(seed, 6):
        found = find(frame, judged=judged)
        judged = found.judged
        assert_same(found, find(frame))
        common_values += judged.common_values.height
    assert common_values > 20


def test_texts_are_read_where_they_meet_for_the_first_time_only():
    first = articles(article("a", HARBOUR), article("b", f"Update. {HARBOUR}"), article("c", ORCHARD))
    judged = find(first).judged
    later = pl.concat([first, articles(article("d", " ".join(SENTENCES[:9])), article("e", f"{ORCHARD} And so on."))])
    asked: list[str] = []

    def read(article_ids: pl.Series) -> pl.DataFrame:
        asked.extend(article_ids.to_list())
        return bodies_of(later)(article_ids)

    index, fingerprints = later.drop("body"), fingerprint_articles(later)
    found = find_copies(index, fingerprints, credits(), judged, read_bodies=read)
    assert sorted(asked) == ["c", "e"]
    assert_same(found, find(later))


def test_what_another_version_of_the_comparison_kept_is_not_used(monkeypatch):
    frame = articles(article("a", HARBOUR), article("b", f"Update. {HARBOUR}"))
    judged = find(frame).judged
    monkeypatch.setattr(corpus, "VERSION", "another")
    assert find_fresh(corpus.read_corpus(frame.drop("body"), fingerprint_articles(frame)), judged).all()
    assert find(frame, judged=judged).judged.judged_pairs.height == judged.judged_pairs.height
