"""The hostile corpus, scaled down: every case ends as its manifest says."""

from benchmarks.hostile.__main__ import SMALL, run_corpus
from benchmarks.hostile.corpus import make_corpus
from tests.shared import needs_shared


@needs_shared
def test_every_hostile_file_ends_as_expected(tmp_path):
    make_corpus(tmp_path / "corpus", is_small=True)
    verdicts = list(run_corpus(tmp_path / "corpus", is_parsed=False, limits=SMALL))
    assert len(verdicts) > 380
    wrong = {verdict.case.id: verdict.faults for verdict in verdicts if verdict.faults}
    assert not wrong, wrong
    stopped = [verdict.case.id for verdict in verdicts if verdict.outcome.startswith("quarantine:parser_")]
    assert stopped == []
