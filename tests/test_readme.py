"""What the README and the docs point at is there, and what the README shows is what a user gets."""

import re
from datetime import date
from pathlib import Path

import pytest

from assets.warehouse.workspace import Workspace, open_workspace
from orchestration.commands.readme import README, fill_outputs, readme_outputs, without_passing
from tests.pipeline import Pipeline, read_tree

ROOT = Path(__file__).resolve().parents[1]
PAGES = sorted([ROOT / "README.md", *ROOT.glob("docs/*.md")])


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_links_lead_somewhere(page):
    links = re.findall(r"\]\(([^)#]+)", page.read_text(encoding="utf-8"))
    missing = [link for link in links if "://" not in link and not (page.parent / link).exists()]
    assert missing == []


def test_an_output_is_put_into_its_fence_and_nothing_else_changes():
    page = "Before\n<!-- output: run -->\n```\nold\n```\nAfter\n```\nkept\n```\n"
    assert fill_outputs(page, {"run": lambda: "new\nlines\n"}) == page.replace("old", "new\nlines")


def test_every_output_in_the_readme_is_one_that_can_be_made(tmp_path):
    names = re.findall(r"<!-- output: (\w+) -->", README.read_text(encoding="utf-8"))
    assert names and set(names) <= set(readme_outputs(Workspace(tmp_path, tmp_path, date(2026, 11, 20)), 0))


def test_the_outputs_are_those_of_the_sample_corpus(tmp_path, monkeypatch):
    pipeline = Pipeline(tmp_path, monkeypatch, today="2026-11-20")
    pipeline.add(read_tree(ROOT / "data" / "raw"))
    pipeline.run()
    page = README.read_text(encoding="utf-8")
    filled = fill_outputs(page, readme_outputs(open_workspace(), 0))
    assert without_passing(filled) == without_passing(page), "stale: run `make docs`"
