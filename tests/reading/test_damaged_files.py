"""Damaged files of every format, read and parsed: articles or a listed reason, and every record accounted for.

`make soak` does ten thousand of these.
"""

from benchmarks.soak.mutations import mutate


def test_damage_gives_articles_or_a_listed_reason_never_an_exception():
    outcomes, broken = mutate(150, seed=7)
    assert not broken, broken
    assert outcomes.total() == 150 and outcomes["articles"] > 30
