"""docs/guarantees.md names tests that exist."""

import ast
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "guarantees.md").read_text(encoding="utf-8")
NAMED = re.findall(r"`((?:tests|benchmarks|assets)/[\w/.]+?)(?:::(\w+))?`", PAGE)


def test_every_test_that_the_page_names_exists():
    assert len(NAMED) > 30
    for path, test in NAMED:
        assert (ROOT / path).is_file(), path
        if test:
            tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
            functions = {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
            assert test in functions, f"{path}::{test}"


def test_every_row_names_what_holds_it():
    rows = [line.split("|") for line in PAGE.splitlines() if line.startswith("| ") and "held by" not in line]
    assert len(rows) > 25
    assert not [row for row in rows if "`" not in row[2] and "the same" not in row[2]]
