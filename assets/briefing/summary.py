"""The day in a few lines of Markdown, for places that show no page. Of articles it has headlines only, escaped."""

import base64
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from assets.briefing.charts import volume_picture
from assets.briefing.text import count, long_day, markdown_text

LIMIT = 900
HEADLINES = 5
HEADLINE_CHARS = 70


def summarize_day(day: date, rows: Mapping[str, Sequence[Mapping[str, Any]]]) -> str:
    """Counts and the leading headlines, fewer than 900 characters; `rows` as for the page."""
    edition = rows["edition"][0]
    lines = [
        f"**{long_day(day)}**: {count(edition['article_count'], 'article')} "
        f"({_publishers(edition)}) in {count(edition['story_count'], 'story')}, "
        f"{edition['new_story_count']:,} of them new; {count(edition['quarantine_count'], 'item')} not taken.",
        "",
    ]
    for row in rows["stories"][:HEADLINES]:
        title = markdown_text(row["articles"][0]["title"] or row["title"], HEADLINE_CHARS)
        line = f"1. {title} ({_publishers(row)})"
        if len("\n".join([*lines, line])) < LIMIT:
            lines.append(line)
    return "\n".join(lines)


def picture_of_volume(rows: Mapping[str, Sequence[Mapping[str, Any]]]) -> str:
    """Markdown with the articles by landing day as a small picture inside it."""
    svg = volume_picture([row["article_count"] for row in rows["volume"]])
    return f"![Articles by landing day](data:image/svg+xml;base64,{base64.b64encode(svg.encode()).decode()})"


def _publishers(row: Mapping[str, Any]) -> str:
    return count(row["source_count"], "publisher") if row["source_count"] else "publisher not named"
