"""Quality on the labelled pages beside this checkout may not fall. A third of them is read, to stay quick."""

import pytest

from assets.parsing.html.page import parse_html
from benchmarks.extraction.gold import FOLDER, GoldPage, read_gold
from benchmarks.extraction.metrics import days_apart, same_authors, same_title, score_body, total_bodies

needs_gold = pytest.mark.skipif(
    not FOLDER.is_dir(), reason="labelled pages (../shared/gold/extraction) are not beside this checkout"
)
EVERY = 3


def bodies(pages: list[GoldPage]) -> list[str]:
    records = [parse_html(page.html, url=page.url) for page in pages]
    return [record.articles[0].body if record.articles else "" for record in records]


@needs_gold
@pytest.mark.parametrize(("name", "floor"), [("aeb", 0.97), ("fundus", 0.957)])
def test_body_floor(name: str, floor: float) -> None:
    pages = read_gold(name, EVERY)
    totals = total_bodies([score_body(page.body, body) for page, body in zip(pages, bodies(pages), strict=True)])
    assert totals.f1 >= floor
    assert totals.empty == 0


@needs_gold
def test_field_floors() -> None:
    pages = read_gold("fundus", EVERY)
    articles = [record.articles[0] for page in pages if (record := parse_html(page.html, url=page.url)).articles]
    assert len(articles) == len(pages)
    titles = sum(same_title(page.title, article.title) for page, article in zip(pages, articles, strict=True))
    days = [
        days_apart(page.day, a.published_at.date() if a.published_at else None)
        for page, a in zip(pages, articles, strict=True)
        if page.day
    ]
    named = sum(same_authors(page.authors, article.authors) for page, article in zip(pages, articles, strict=True))
    assert titles >= 0.88 * len(pages)
    assert named >= 0.83 * len(pages)
    assert sum(day == 0 for day in days) >= 0.96 * len(days)
    assert sum(day is not None and day > 1 for day in days) <= 1
