"""Every character of a record's text in exactly one segment.

Put here: putting segments in order, cutting overlaps, filling gaps. Keep out: what segments mean.
"""

from collections.abc import Iterable

from assets.parsing.model import Segment

_ROLES = frozenset(
    [
        "title",
        "byline",
        "dateline",
        "body",
        "caption",
        "credit",
        "teaser",
        "navigation",
        "advertisement",
        "comment",
        "related_article",
        "legal",
        "other",
    ]
)


def cover_text(text: str, segments: Iterable[Segment], article_count: int = 0) -> list[Segment]:
    """Segments that follow each other from the first character to the last.

    Overlaps go to the segment that starts first; gaps become role other, blank when they hold no visible character.
    A blank gap between two segments that say the same joins them.
    """
    covered: list[Segment] = []
    position = 0
    for segment in sorted(segments, key=lambda s: (s.start, s.end)):
        start, end = max(segment.start, position), min(segment.end, len(text))
        if end <= start:
            continue
        if start > position:
            covered.append(_gap(text, position, start))
        covered.append(_clean(segment, start, end, article_count))
        _join_last(covered)
        position = end
    if position < len(text):
        covered.append(_gap(text, position, len(text)))
    return covered


def _gap(text: str, start: int, end: int) -> Segment:
    is_blank = not text[start:end].strip()
    return Segment(start, end, "other", "blank" if is_blank else "unassigned")


def _clean(segment: Segment, start: int, end: int, article_count: int) -> Segment:
    """The segment at its new place; an unknown role or article is not passed on."""
    role = segment.role if segment.role in _ROLES else "other"
    article = segment.article if segment.article is not None and 0 <= segment.article < article_count else None
    return Segment(start, end, role, segment.reason, article)


def _join_last(covered: list[Segment]) -> None:
    """Make one of the last segment and its like before it, when nothing or only blanks stand between them."""
    last = covered[-1]
    is_after_gap = len(covered) > 1 and covered[-2].reason == "blank"
    at = -3 if is_after_gap else -2
    if len(covered) < -at:
        return
    before = covered[at]
    if (before.role, before.reason, before.article) == (last.role, last.reason, last.article):
        covered[at:] = [Segment(before.start, last.end, last.role, last.reason, last.article)]
