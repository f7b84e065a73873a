"""The role of every paragraph of a page, as segments.

Put here: kinds to roles. Keep out: deciding what belongs to which article (layout.py).
"""

from collections.abc import Iterable

from assets.parsing.credits import split_dateline
from assets.parsing.model import Segment
from assets.parsing.text.article import Draft
from assets.parsing.text.body import keep_in_body
from assets.parsing.text.kinds import Block

_ROLES = {
    "comment": "comment",
    "ad": "advertisement",
    "newsletter": "advertisement",
    "subscription": "advertisement",
    "app": "advertisement",
    "share": "navigation",
    "navigation": "navigation",
    "counter": "navigation",
    "section": "navigation",
    "url": "navigation",
    "rail": "navigation",
    "related": "related_article",
    "read_also": "related_article",
    "legal": "legal",
    "cookie": "legal",
    "caption": "caption",
    "credit": "credit",
    "post": "caption",
    "byline": "byline",
    "meta": "byline",
    "bio": "byline",
}

_REASONS = {
    "repeated": "repeated_paragraph",
    "rule": "no_letters",
    "meta": "date_line",
    "bio": "author_biography",
    "post": "embedded_post",
    "short": "short_line",
    "prose": "outside_article",
    "item": "outside_article",
}

Marks = dict[int, tuple[str, str, int | None]]


def mark_article(marks: Marks, draft: Draft, number: int) -> None:
    """Roles of an article's lines: title, subtitle, body, and what stands among them."""
    title_key = draft.title.key if draft.title else None
    for block in (*draft.plan.head, *draft.plan.foot):
        is_title = title_key is not None and block.kind == "short" and block.key == title_key
        if is_title:
            marks[id(block)] = ("title", draft.title_basis if block is draft.title else "repeated_title", number)
        elif block.kind in {"byline", "meta", "caption", "credit", "bio"}:
            marks[id(block)] = (_ROLES[block.kind], _reason(block), number)
    for block in draft.plan.body:
        if keep_in_body(block):
            marks[id(block)] = ("body", "subheading" if block.kind == "short" else "prose", number)
        elif block.kind in _ROLES:
            marks[id(block)] = (_ROLES[block.kind], _reason(block), number)
    if draft.subtitle is not None:
        marks[id(draft.subtitle)] = ("title", "subtitle", number)


def mark_loose(marks: Marks, under: str | None, blocks: Iterable[Block]) -> None:
    """Roles of what belongs to no article: what stands under a comment heading is comment."""
    for block in blocks:
        if id(block) not in marks and under == "comment" and block.kind in {"prose", "item", "short"}:
            marks[id(block)] = ("comment", "below_comment_heading", None)


def make_segments(blocks: Iterable[Block], marks: Marks) -> list[Segment]:
    """A segment for each paragraph, in the order of the text."""
    return [Segment(b.start, b.end, *marks.get(id(b), (_ROLES.get(b.kind, "other"), _reason(b), None))) for b in blocks]


def _reason(block: Block) -> str:
    return _REASONS.get(block.kind, f"{block.kind}_line")


def split_dateline_segment(segments: list[Segment], text: str, number: int) -> None:
    """Cut the dateline off the first body segment of an article."""
    at = next((i for i, s in enumerate(segments) if s.article == number and s.role == "body"), None)
    if at is None:
        return
    first = segments[at]
    dateline = split_dateline(text[first.start : first.end])
    if dateline is not None and len(dateline.text) < first.end - first.start:
        middle = first.start + len(dateline.text)
        segments[at : at + 1] = [
            Segment(first.start, middle, "dateline", "place_before_dash", number),
            Segment(middle, first.end, "body", first.reason, number),
        ]
