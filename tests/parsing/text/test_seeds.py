"""The project's own five pages, word for word as a careful reader finds them."""

import json
from itertools import groupby
from typing import Any

import pytest

from assets.parsing.text import parse_text
from tests.parsing.text.pages import describe, squeeze
from tests.shared import SHARED, needs_shared

SEEDS = SHARED / "seeds"


def _pages() -> list[tuple[str, list[dict[str, Any]], list[str]]]:
    if not SEEDS.is_dir():
        return [("absent", [], [])]
    expected = json.loads((SEEDS / "expected.json").read_text("utf-8"))
    grouped = groupby(expected["articles"], key=lambda article: article["file"])
    return [(name, list(articles), expected["teasers"].get(name, [])) for name, articles in grouped]


PAGES = _pages()


@needs_shared
@pytest.mark.parametrize(("name", "expected", "teasers"), PAGES, ids=[page[0] for page in PAGES])
def test_page_comes_out_as_expected(name: str, expected: list[dict[str, Any]], teasers: list[str]) -> None:
    record = parse_text((SEEDS / "raw" / name).read_text("utf-8"))
    assert [article.is_embedded for article in record.articles] == [e["embedded"] for e in expected]
    assert [teaser.headline for teaser in record.teasers] == teasers
    for article, wanted in zip(record.articles, expected, strict=True):
        fields = describe(article)
        assert fields == {key: wanted[key] for key in fields} | {"agencies": sorted(wanted["agencies"])}
        body = (SEEDS / wanted["body"]).read_text("utf-8")
        assert squeeze(article.body) == squeeze(body)
        assert not [words for words in wanted["must_not_contain"] if words in article.body and words not in body]


@needs_shared
def test_glued_sentences_become_paragraphs() -> None:
    name = next(page[0] for page in PAGES if len(page[1]) > 1)
    body = parse_text((SEEDS / "raw" / name).read_text("utf-8")).articles[0].body
    assert body.count("\n\n") > 20
    assert "China.In" not in body
