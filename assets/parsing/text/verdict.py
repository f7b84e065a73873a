"""Texts that are no article: bot checks, missing pages, lists of links, nothing.

Put here: the refusal and its reason. Keep out: everything about texts that are one.
"""

from collections.abc import Sequence

from assets.parsing.markers import has_phrase, is_line
from assets.parsing.text.kinds import Block, speaks_to_reader
from assets.parsing.text.plan import Layout

_FEWEST_WORDS = 12
_FEWEST_WITH_TITLE = 8
_STUB_WORDS = 80
_NOTICE_WORDS = 30
_LINK_LINES = 6
_MOST_BLOCKS = 400
_FIRST_PARAGRAPHS = 5


def refuse(blocks: Sequence[Block], layout: Layout) -> tuple[str, str] | None:
    """(reason code, detail) for a text that holds no article; None when it holds one."""
    words = sum(plan.words for plan in layout.plans)
    if words < _STUB_WORDS and (what := _notice(blocks)):
        return "no_content", what
    if _is_legal_page(layout):
        return "no_content", "the site's own terms or privacy policy: no article"
    if layout.plans and words >= (_FEWEST_WITH_TITLE if layout.plans[0].head else _FEWEST_WORDS):
        return None
    headlines = sum(b.kind == "short" and b.words >= 3 for b in blocks)
    prose = sum(b.words for b in blocks if b.kind in {"prose", "item"})
    if headlines >= _LINK_LINES:
        return "no_content", f"a list of {headlines} headlines and links, {prose} words of text: no article to keep"
    if not blocks:
        return "no_content", "no visible characters"
    return "no_content", f"{prose} words in sentences; an article needs {_FEWEST_WORDS}"


def _is_legal_page(layout: Layout) -> bool:
    """True when the line above the only article is what sites call their terms, and its text speaks to the reader."""
    if len(layout.plans) != 1:
        return False
    plan = layout.plans[0]
    lines = [b for b in plan.head if b.kind != "meta"]
    is_named = bool(lines) and is_line("legal_page", lines[-1].text)
    return is_named and any(speaks_to_reader(b.text) for b in plan.body[:_FIRST_PARAGRAPHS])


def _notice(blocks: Sequence[Block]) -> str | None:
    """What a short text is when it says so itself."""
    shown = blocks[:_MOST_BLOCKS]
    named = (
        ("bot_check", "a check for robots instead of the page"),
        ("not_found", "a notice that the page is missing"),
    )
    for kind, what in named:
        if any(b.words <= _NOTICE_WORDS and has_phrase(kind, b.text) for b in shown):
            return f"{what}: fetch it again"
    other = sum(b.words for b in shown if b.kind in {"prose", "item"})
    if any(b.kind == "cookie" for b in shown) and other < 2 * _FEWEST_WORDS:
        return "a consent notice instead of the page: fetch it again"
    return None
