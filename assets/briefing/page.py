"""The page as a whole: rows of the blocks in, HTML text out. The same rows give the same bytes."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from assets.briefing import source_views, story_views, text

Rows = Mapping[str, Sequence[Mapping[str, Any]]]

# Blocks that a page is made of: the files of sql/briefing, in the order in which the page shows them.
BLOCKS = (
    "edition", "volume", "stories", "quoted", "first_reports", "copies", "overlap",
    "moving", "silent", "languages", "quarantine",
)  # fmt: skip
STAMP_NAME = "broadsheet-stamp"


def render_page(day: date, rows: Rows, queries: Mapping[str, str], stamp: str) -> str:
    """The briefing of landing day `day`.

    `rows` and `queries` have every name of BLOCKS: the rows, with the columns that the file of that name in
    sql/briefing selects, and the query itself, which the page shows. `stamp` is kept in the page's head.
    """
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).with_name("templates")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(count=text.count, clean=text.clean)
    return environment.get_template("page.html").render(
        _context(day, rows, queries), stamp=stamp, stamp_name=STAMP_NAME
    )


def _context(day: date, rows: Rows, queries: Mapping[str, str]) -> dict[str, Any]:
    edition = rows["edition"][0]
    stories = story_views.story_views(rows["stories"], edition["previous_day"])
    return {
        "day": day.isoformat(),
        "long_day": text.long_day(day),
        "edition": edition,
        "newest": text.moment(edition["newest_report_at"], "minute"),
        "previous_day": text.short_day(edition["previous_day"]) if edition["previous_day"] else "",
        "stories": stories,
        "timeline": _timeline(rows["stories"], stories),
        "voices": source_views.voice_views(rows["quoted"]),
        "reports": story_views.report_views(
            rows["first_reports"], {story["story_id"]: story["title"] for story in stories}
        ),
        "copies": source_views.copy_views(rows["copies"]),
        "overlap": source_views.overlap_view(rows["overlap"]),
        "moving": [
            ("Names", source_views.moving_view([row for row in rows["moving"] if row["family"] == "names"])),
            ("Subjects", source_views.moving_view([row for row in rows["moving"] if row["family"] == "topics"])),
        ],
        "silent": source_views.silent_views(rows["silent"]),
        "languages": source_views.language_views(rows["languages"]),
        "refusals": source_views.refusal_views(rows["quarantine"]),
        "queries": [(name, *_split(queries[name])) for name in BLOCKS],
    }


def _timeline(rows: Sequence[Mapping[str, Any]], views: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    days = story_views.timeline_days(rows)
    top = max((number for view in views for number in view["counts"].values()), default=1)
    return {
        "first": text.short_day(days[0]) if days else "",
        "last": text.short_day(days[-1]) if days else "",
        "days": len(days),
        "width": story_views.timeline_width(days),
        "rows": [(view, story_views.timeline_chart(view, days, top)) for view in views],
    }


def _split(query: str) -> tuple[str, str]:
    """What a query answers, and the query without that line."""
    question, _, sql = query.partition("\n")
    return question.removeprefix("-- "), sql.strip()
