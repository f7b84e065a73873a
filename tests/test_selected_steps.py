"""The UI offers to run some steps alone: the next whole run does what they left undone."""

from assets.step_02_articles import ACCOUNTED, PARSED
from tests.pipeline import Pipeline

TEXT = """The ferry to {town} sails again

The ferry to {town} sails again from Monday, the harbour office said. It had been in the dock for two months, and
the islanders had asked for a ship in its place since the spring.
"""


def titles(line: Pipeline) -> list[tuple[str]]:
    return line.query("select title from articles order by all")


def test_what_only_some_steps_have_seen_is_not_taken_for_done(tmp_path, monkeypatch):
    line = Pipeline(tmp_path, monkeypatch)
    line.add({"a.txt": TEXT.format(town="Aldera").encode()})
    line.run()
    line.add({"b.txt": TEXT.format(town="Brenta").encode()})
    line.run(only=["raw_entries", *PARSED, *ACCOUNTED])
    line.run(only=["published_warehouse"])
    assert len(titles(line)) == 1
    line.run()
    assert titles(line) == [("The ferry to Aldera sails again",), ("The ferry to Brenta sails again",)]
