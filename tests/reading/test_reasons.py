"""The list of reasons is closed, and the page shows the same list."""

import re
from pathlib import Path

import pytest

from assets.reading.reasons import REASONS, Refusal
from tests.shared import SHARED, needs_shared

ROOT = Path(__file__).resolve().parents[2]


def test_the_page_shows_the_codes_and_their_meanings():
    page = (ROOT / "docs" / "reasons.md").read_text(encoding="utf-8")
    shown = dict(re.findall(r"^\| `(\w+)` \| (.+?) \|", page, re.MULTILINE))
    assert shown == REASONS, "docs/reasons.md and assets/reading/reasons.py differ"


def test_every_code_that_reading_uses_is_in_the_list():
    with pytest.raises(AssertionError):
        Refusal("made_up", "no such code")
    used = set()
    for path in (ROOT / "assets" / "reading").rglob("*.py"):
        used |= set(re.findall(r'Refusal\(\s*"(\w+)"', path.read_text(encoding="utf-8")))
    assert used
    assert used <= set(REASONS)


@needs_shared
def test_the_hostile_corpus_speaks_the_same_codes():
    text = (SHARED / "hostile" / "make_hostile.py").read_text(encoding="utf-8")
    block = text[text.index("REASONS = {") : text.index("PARQUET = {")]
    assert set(re.findall(r'"(\w+)": "', block)) == set(REASONS)
