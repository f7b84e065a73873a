"""A html page into a parsed record: the order of the steps. Each step's rules are in its own module."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from assets.parsing.html.articles import build_article
from assets.parsing.html.further import build_further
from assets.parsing.html.limits import PageLimit, guard_page
from assets.parsing.html.reading import Reading, read_page
from assets.parsing.html.refusal import refuse
from assets.parsing.html.segments import cover, find_teasers, own_blocks, record_text, rejected
from assets.parsing.model import ParsedRecord
from assets.parsing.text.roles import split_dateline_segment


def parse_html(content: str, *, url: str | None = None) -> ParsedRecord:
    """Parse one page into its text, segments, articles and teasers.

    `url` is the address it was fetched from, when known. Never raises for what a page holds: a page over a
    limit is rejected as
    too_large, too_deep or too_many, one without an article as no_content.
    """
    with _collector_paused():
        return _parse(content, url)


@contextmanager
def _collector_paused() -> Iterator[None]:
    """A page makes thousands of short-lived nodes and no cycles.

    Looking for cycles in between costs as much as the parsing.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _parse(content: str, url: str | None) -> ParsedRecord:
    try:
        reading = read_page(guard_page(content), url)
    except PageLimit as limit:
        return rejected(None, limit.reason, limit.detail)
    detail = refuse(reading.page, reading.head, reading.structured, reading.layout)
    if detail is not None:
        return rejected(reading.page, "no_content", detail)
    return build_record(reading)


def build_record(reading: Reading) -> ParsedRecord:
    """The record of a page that holds an article."""
    page, layout = reading.page, reading.layout
    articles, owners = [build_article(reading)], own_blocks(page, layout)
    for scope in reading.further:
        article, positions = build_further(reading, scope)
        for position in positions:
            owners[position] = len(articles)
        articles.append(article)
    segments, text = cover(page, layout, owners), record_text(page)
    for number in range(len(articles)):
        split_dateline_segment(segments, text, number)
    return ParsedRecord(text, segments, articles, find_teasers(page, layout))
