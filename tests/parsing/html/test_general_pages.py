"""Floors on general pages: own articles in own templates of the web since 1999, in four languages.

The pages are those of benchmarks/extraction/general; what systems rendered is measured there.
"""

from functools import lru_cache

from benchmarks.extraction.general.pages import template_pages
from benchmarks.extraction.general.score import Tally
from benchmarks.extraction.metrics import total_bodies
from benchmarks.extraction.tools import list_tools


@lru_cache(maxsize=1)
def _tally() -> Tally:
    ours, tally = list_tools(with_peers=False)[0][0], Tally()
    for page in template_pages():
        tally.add(page, ours.extract(page.html, page.url), has_metadata=True)
    return tally


def _share(values: list[bool]) -> float:
    return sum(values) / len(values)


def test_no_line_of_an_article_is_lost():
    assert _tally().lost == 0


def test_body():
    totals = total_bodies(_tally().bodies)
    assert totals.f1 >= 0.985
    assert totals.exact >= 0.85
    assert totals.empty == 0


def test_furniture_stays_out():
    tally = _tally()
    assert tally.leaked <= 0.01 * tally.kept


def test_title_and_authors():
    assert _share(_tally().titles) >= 0.96
    assert _share(_tally().authors) >= 0.96


def test_day():
    tally = _tally()
    assert _share([days == 0 for days in tally.days]) >= 0.99
    assert not any(days is not None and days > 1 for days in tally.days)


def test_no_day_is_made_up():
    assert _tally().undated > 0
    assert _tally().made_up == 0
