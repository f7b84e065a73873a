"""Quality floors on labelled copies: lowering one needs a reason in the change that does it."""

from benchmarks.corpus.trim import own_texts
from benchmarks.dedupe.gold import read_articles, score
from tests.dedupe.frames import find
from tests.shared import needs_shared


@needs_shared
def test_real_copies_are_found_and_nothing_else_is_called_one():
    scores = score(find(own_texts(read_articles(with_outlets=True))).duplicates)
    assert scores["F1"] >= 0.99 and scores["contained recall"] >= 0.97
    assert scores["look-alikes called near"] <= 0.001
