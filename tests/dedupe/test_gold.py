"""Quality floors on labelled copies: lowering one needs a reason in the change that does it."""

from assets.dedupe.copies import find_copies
from assets.dedupe.fingerprints import fingerprint_articles
from benchmarks.corpus.relate import NO_CREDITS
from benchmarks.dedupe.gold import read_articles, score
from tests.shared import needs_shared


@needs_shared
def test_real_copies_are_found_and_nothing_else_is_called_one():
    articles = read_articles(with_outlets=True)
    scores = score(find_copies(articles, fingerprint_articles(articles), NO_CREDITS).duplicates)
    assert scores["F1"] >= 0.99 and scores["contained recall"] >= 0.97
    assert scores["look-alikes called near"] <= 0.001
