"""What the page says about stories: the front page, their timeline, who was first."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from assets.briefing.charts import bars
from assets.briefing.sentences import representative_sentences
from assets.briefing.text import clean, count, duration, moment, short_day, web_link

Row = Mapping[str, Any]
TITLE_CHARS, SENTENCE_CHARS, NAME_CHARS = 160, 320, 80
TIMELINE_DAYS = 14
SHOWN_SOURCES = 8


def story_views(rows: Sequence[Row], previous_day: date | None) -> list[dict[str, Any]]:
    """Each story as the templates show it, in the order of `rows`; the page's charts share one scale."""
    last_day = max((row["last_day"] for row in rows), default=None)
    top = max((day["article_count"] for row in rows for day in row["days"]), default=1)
    return [_story_view(row, last_day, top, previous_day) for row in rows]


def timeline_days(rows: Sequence[Row]) -> list[date]:
    """The days of the timeline: up to 14, the last one being the newest on which a story was reported."""
    if not rows:
        return []
    last = max(row["last_day"] for row in rows)
    first = max(min(row["first_day"] for row in rows), last - timedelta(days=TIMELINE_DAYS - 1))
    return [first + timedelta(days=step) for step in range((last - first).days + 1)]


def report_views(rows: Sequence[Row], headlines: Mapping[str, str]) -> list[dict[str, Any]]:
    """Who reported each story first; the story under the headline that the page gives it."""
    return [
        {
            "headline": headlines.get(row["story_id"], clean(row["story"], TITLE_CHARS)),
            "source": clean(row["source"], NAME_CHARS),
            "when": moment(row["published_at"], row["published_precision"]),
            "verdict": _verdict(row),
            "agencies": [clean(name, NAME_CHARS) for name in row["credited_agencies"] or [] if name != row["source"]],
        }
        for row in rows
    ]


def _story_view(row: Row, last_day: date, top: int, previous_day: date | None) -> dict[str, Any]:
    lead = row["articles"][0]
    title = clean(lead["title"] or row["title"], TITLE_CHARS)
    start = last_day - timedelta(days=TIMELINE_DAYS - 1)
    counts = {day["day"]: day["article_count"] for day in row["days"]}
    earlier = sum(number for day, number in counts.items() if day < start)
    return {
        "title": title,
        "language": lead["language"],
        "url": web_link(lead["url"]),
        "lead_source": clean(lead["source"], NAME_CHARS),
        "is_new": row["is_new"],
        "reach": _reach(row),
        "growth": _growth(row, previous_day),
        "span": _span(row["first_day"], row["last_day"]),
        "sources": [clean(name, NAME_CHARS) for name in row["sources"][:SHOWN_SOURCES]],
        "more_sources": max(0, len(row["sources"]) - SHOWN_SOURCES),
        "sentences": [
            {"text": clean(s.text, SENTENCE_CHARS), "source": clean(s.source, NAME_CHARS)}
            for s in representative_sentences(row["articles"])
        ],
        "sparkline": _sparkline(counts, start, last_day, top=top),
        "counts": counts,
        "earlier": earlier,
        "article_count": row["article_count"],
    }


def timeline_chart(view: Mapping[str, Any], days: Sequence[date], top: int) -> Any:
    """The bars of one story over the days of the timeline."""
    counts = [view["counts"].get(day, 0) for day in days]
    title = f"Articles by day: {view['title']}"
    return bars(counts, _meanings(days, counts), title=title, top=top, height=34)


def _sparkline(counts: Mapping[date, int], start: date, end: date, *, top: int) -> Any:
    days = [start + timedelta(days=step) for step in range((end - start).days + 1)]
    numbers = [counts.get(day, 0) for day in days]
    title = f"Articles by day, {short_day(start)} to {short_day(end)}"
    return bars(numbers, _meanings(days, numbers), title=title, top=top, height=24)


def _meanings(days: Sequence[date], counts: Sequence[int]) -> list[str]:
    return [f"{short_day(day)}: {count(number, 'article')}" for day, number in zip(days, counts, strict=True)]


def _reach(row: Row) -> str:
    publishers = count(row["source_count"], "publisher") if row["source_count"] else "publisher not named"
    return f"{publishers}, {count(row['article_count'], 'article')}"


def _growth(row: Row, previous_day: date | None) -> str:
    today, before = row["today_count"], row["before_count"]
    if row["is_new"] or previous_day is None:
        return ""
    change = today - before
    sign = f"+{change}" if change > 0 else f"−{-change}" if change < 0 else "±0"
    return f"{count(today, 'article')} today, {sign} against {short_day(previous_day)}"


def _span(first: date, last: date) -> str:
    return short_day(first) if first == last else f"{short_day(first)} – {short_day(last)}"


def _verdict(row: Row) -> str:
    """The rest of a sentence that begins with the publisher's name, or a whole one where nobody was first."""
    next_source = clean(row["next_source"], NAME_CHARS)
    if row["verdict"] == "tie":
        return f"Too close to call from the dates: {next_source}"
    if row["verdict"] == "unknown":
        return "Not known: no report is dated"
    if row["verdict"] == "only":
        return "the only one with a report of its own"
    ahead = f"{duration(row['lead_minutes'])} ahead of {next_source}" if row["lead_minutes"] else f"ahead of {next_source}"
    return ahead if row["verdict"] == "first" else f"{ahead}, as far as reports are dated"
