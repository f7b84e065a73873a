"""What the page says about stories: the front page, their timeline, who was first."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from assets.briefing.charts import bars, bars_width
from assets.briefing.sentences import representative_sentences
from assets.briefing.text import clean, count, duration, moment, short_day, web_link

Row = Mapping[str, Any]
TITLE_CHARS, SENTENCE_CHARS, NAME_CHARS = 160, 320, 80
TIMELINE_DAYS = 14
SHOWN_SOURCES = 8
STEP, WIDEST_STEP, SMALL_STEP, CHART_WIDTH = 28, 60, 9, 390


def story_views(rows: Sequence[Row], previous_day: date | None) -> list[dict[str, Any]]:
    """Each story as the templates show it, in the order of `rows`; the page's charts share one scale."""
    days = timeline_days(rows)
    top = max((day["article_count"] for row in rows for day in row["days"]), default=1)
    return [_story_view(row, days, top, previous_day) for row in rows]


def timeline_days(rows: Sequence[Row]) -> list[date]:
    """The days of the timeline: up to 14, the last one being the newest on which a story was reported."""
    if not rows:
        return []
    last = max(row["last_day"] for row in rows)
    first = max(min(row["first_day"] for row in rows), last - timedelta(days=TIMELINE_DAYS - 1))
    return [first + timedelta(days=step) for step in range((last - first).days + 1)]


def report_views(rows: Sequence[Row], headlines: Mapping[str, str]) -> list[dict[str, Any]]:
    """Who reported each story first: under its own title, and under its headline of the day where that is another."""
    return [
        {
            "story": clean(row["story"], TITLE_CHARS),
            "today": headlines.get(row["story_id"], "").removeprefix(clean(row["story"], TITLE_CHARS)),
            "source": clean(row["source"], NAME_CHARS),
            "when": moment(row["published_at"], row["published_precision"]),
            "verdict": _verdict(row),
            "agencies": [clean(name, NAME_CHARS) for name in row["credited_agencies"] or [] if name != row["source"]],
        }
        for row in rows
    ]


def _story_view(row: Row, days: Sequence[date], top: int, previous_day: date | None) -> dict[str, Any]:
    lead = row["articles"][0]
    title = clean(lead["title"] or row["title"], TITLE_CHARS)
    counts = {day["day"]: day["article_count"] for day in row["days"]}
    earlier = sum(number for day, number in counts.items() if day < days[0])
    return {
        "story_id": row["story_id"],
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
        "sparkline": _sparkline(counts, days, top),
        "counts": counts,
        "earlier": earlier,
        "article_count": row["article_count"],
    }


def timeline_chart(view: Mapping[str, Any], days: Sequence[date], top: int) -> Any:
    """The bars of one story over the days of the timeline."""
    counts = [view["counts"].get(day, 0) for day in days]
    title = f"Articles by day: {view['title']}"
    return bars(counts, _meanings(days, counts), title=title, top=top, height=34, step=_step(days))


def timeline_width(days: Sequence[date]) -> int:
    """Pixels from the first bar's left to the last one's right."""
    return bars_width(len(days), _step(days))


def _step(days: Sequence[date]) -> int:
    return min(WIDEST_STEP, max(STEP, CHART_WIDTH // max(1, len(days))))


def _sparkline(counts: Mapping[date, int], days: Sequence[date], top: int) -> Any:
    numbers = [counts.get(day, 0) for day in days]
    title = f"Articles by day, {_span(days[0], days[-1])}"
    return bars(numbers, _meanings(days, numbers), title=title, top=top, height=24, step=SMALL_STEP)


def _meanings(days: Sequence[date], counts: Sequence[int]) -> list[str]:
    return [f"{short_day(day)}: {count(number, 'article')}" for day, number in zip(days, counts, strict=True)]


def _reach(row: Row) -> str:
    publishers = count(row["source_count"], "publisher") if row["source_count"] else "publisher not named"
    return f"{publishers}, {count(row['article_count'], 'article')}"


def _growth(row: Row, previous_day: date | None) -> str:
    if row["is_new"] or previous_day is None:
        return ""
    return f"{count(row['today_count'], 'article')} today, {row['before_count'] or 'none'} on {short_day(previous_day)}"


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
    ahead = (
        f"{duration(row['lead_minutes'])} ahead of {next_source}" if row["lead_minutes"] else f"ahead of {next_source}"
    )
    return ahead if row["verdict"] == "first" else f"{ahead}, as far as reports are dated"
