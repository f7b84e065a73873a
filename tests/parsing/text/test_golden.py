"""Invented ugly pages with what must come out of them: tests/golden/text/NAME.txt or .md, and NAME.json.

A new case is two files: the page, and its articles (title, source, dateline, published_on, authors, agencies, body as a
list of paragraphs), teasers (headlines) and, when it is no article, the reason of its rejection.
"""

import json
from pathlib import Path

import pytest

from assets.parsing.cover import cover_text
from assets.parsing.language import detect_language
from assets.parsing.model import ParsedRecord
from assets.parsing.text import parse_text
from tests.parsing.text.pages import describe, squeeze

FOLDER = Path(__file__).parents[2] / "golden" / "text"
CASES = sorted(path for path in FOLDER.iterdir() if path.suffix in {".txt", ".md"})


def _parse(path: Path) -> ParsedRecord:
    return parse_text(path.read_text("utf-8"), is_markdown=path.suffix == ".md")


@pytest.mark.parametrize("path", CASES, ids=[path.stem for path in CASES])
def test_page(path: Path) -> None:
    expected = json.loads(path.with_suffix(".json").read_text("utf-8"))
    record = _parse(path)
    assert (record.rejection[0] if record.rejection else None) == expected.get("rejection")
    assert [teaser.headline for teaser in record.teasers] == expected["teasers"]
    assert len(record.articles) == len(expected["articles"])
    for number, (article, wanted) in enumerate(zip(record.articles, expected["articles"], strict=True)):
        fields = describe(article)
        assert fields == {key: wanted[key] for key in fields} | {"agencies": sorted(wanted["agencies"])}
        assert article.authors == wanted["authors"]
        assert article.is_embedded == (number > 0)
        assert squeeze(article.body) == squeeze("".join(wanted["body"]))
        if "subtitle" in wanted:
            assert article.subtitle == wanted["subtitle"]
        if "language" in wanted:
            assert detect_language(article.body)[0] == wanted["language"]
        if "modified_on" in wanted:
            assert article.modified_at is not None
            assert article.modified_at.date().isoformat() == wanted["modified_on"]


@pytest.mark.parametrize("path", CASES, ids=[path.stem for path in CASES])
def test_body_is_made_of_body_segments(path: Path) -> None:
    record = _parse(path)
    segments = cover_text(record.text, record.segments, len(record.articles))
    for number, article in enumerate(record.articles):
        parts = [
            record.text[s.start : s.end] for s in segments if s.article == number and s.role in {"body", "dateline"}
        ]
        if path.suffix == ".txt":
            # Hyphens aside: a word that was broken at a line's end is whole in the body.
            assert squeeze("".join(parts)).replace("-", "") == squeeze(article.body).replace("-", "")
        else:
            assert parts


def test_there_are_cases() -> None:
    assert len(CASES) >= 30
