"""What the page says about publishers, speakers and names: overlap, copies, voices, what is moving, what is missing."""

from collections.abc import Mapping, Sequence
from typing import Any

from assets.briefing.charts import Cell, dumbbell, heat_map, share_bar
from assets.briefing.seriation import chain_order
from assets.briefing.text import clean, count, percent, web_link

Row = Mapping[str, Any]
NAME_CHARS, QUOTE_CHARS, DETAIL_CHARS = 80, 300, 160
STRONGEST_PAIRS = 6
MOVING = ("new", "rising", "fading")
# Languages that news is most often in; others show as their code.
LANGUAGES = {
    "ar": "Arabic", "de": "German", "en": "English", "es": "Spanish", "fr": "French", "hi": "Hindi", "it": "Italian",
    "ja": "Japanese", "ko": "Korean", "nl": "Dutch", "pl": "Polish", "pt": "Portuguese", "ru": "Russian",
    "sv": "Swedish", "tr": "Turkish", "uk": "Ukrainian", "zh": "Chinese",
}  # fmt: skip


def voice_views(rows: Sequence[Row]) -> list[dict[str, Any]]:
    """Speakers of the day with one quotation each."""
    return [
        {
            "speaker": clean(row["speaker"], NAME_CHARS),
            "reach": f"{count(row['quote_count'], 'quotation')} in {count(row['article_count'], 'article')}",
            "quote": clean(row["quote"].rstrip(" ,;"), QUOTE_CHARS),
            "is_direct": row["is_direct"],
            "source": clean(row["source"], NAME_CHARS),
            "title": clean(row["title"], NAME_CHARS),
            "url": web_link(row["url"]),
            "language": row["language"],
        }
        for row in rows
    ]


def overlap_view(rows: Sequence[Row]) -> dict[str, Any] | None:
    """The heat map of shared stories and its strongest pairs; None when no two publishers can be compared."""
    own = {row["source"]: row["story_count"] for row in rows if row["source"] == row["other_source"]}
    shared = {(row["source"], row["other_source"]): row for row in rows if row["source"] != row["other_source"]}
    if len(own) < 2:
        return None
    shares = {
        pair: row["shared_count"] / min(row["story_count"], row["other_story_count"]) for pair, row in shared.items()
    }
    names = chain_order(list(own), shares)
    cells = [[_cell(own, shared, shares, row, column) for column in names] for row in names]
    strongest = sorted(shared, key=lambda pair: (-shared[pair]["shared_count"], -shares[pair], pair))
    return {
        "chart": heat_map(
            [clean(name, NAME_CHARS) for name in names], cells, title="Stories that two publishers share"
        ),
        "pairs": [
            {
                "one": clean(one, NAME_CHARS),
                "other": clean(other, NAME_CHARS),
                "shared": shared[one, other]["shared_count"],
            }
            for one, other in strongest[:STRONGEST_PAIRS]
        ],
    }


def copy_views(rows: Sequence[Row]) -> list[dict[str, Any]]:
    """Publishers with the share of their articles that copy another one."""
    return [
        {
            "source": clean(row["source"], NAME_CHARS),
            "is_agency": row["kind"] == "agency",
            "article_count": row["article_count"],
            "copy_count": row["copy_count"],
            "credited_count": row["credited_count"],
            "share": percent(row["copy_share"]),
            "bar": share_bar(row["copy_share"], title=f"{percent(row['copy_share'])} are copies"),
        }
        for row in rows
    ]


def moving_view(rows: Sequence[Row]) -> dict[str, Any]:
    """What is new, rises or fades, and what is named most; `history_days` tells how much there is to compare with."""
    top = max((max(row["article_count"], row["usual_count"]) for row in rows), default=1)
    order = {verdict: place for place, verdict in enumerate(("new", "rising", "usual", "unknown", "fading"))}
    moving = [row for row in rows if row["verdict"] in MOVING]
    steady = sorted((row for row in rows if row["article_count"]), key=lambda row: -row["article_count"])
    chosen = moving + [row for row in steady if row not in moving][: max(0, 8 - len(moving))]
    chosen.sort(key=lambda row: (order[row["verdict"]], -row["article_count"]))
    history_days = rows[0]["history_days"] if rows else 0
    return {
        "history_days": history_days,
        "has_history": history_days >= 3,
        "rows": [_moving_row(row, top, has_history=history_days >= 3) for row in chosen],
    }


def silent_views(rows: Sequence[Row]) -> list[dict[str, Any]]:
    """Publishers that gave nothing, or much less or more than usual."""
    return [
        {
            "source": clean(row["source"], NAME_CHARS),
            "article_count": row["article_count"],
            "usual": f"{row['usual_article_count']:.1f}",
            "verdict": "silent" if not row["article_count"] else row["verdict"],
            "is_parser": row["looks_like"] == "parser",
        }
        for row in rows
    ]


def language_views(rows: Sequence[Row]) -> list[dict[str, Any]]:
    """Languages by name."""
    return [
        {"language": LANGUAGES.get(row["language"], clean(row["language"], 8) or "not told"), **_counts(row)}
        for row in rows
    ]


def refusal_views(rows: Sequence[Row]) -> list[dict[str, Any]]:
    """Reasons for which files or records gave no article."""
    return [
        {
            "reason": clean(row["reason"], NAME_CHARS).replace("_", " "),
            "item_count": row["item_count"],
            "path": clean(row["path"], DETAIL_CHARS),
            "detail": clean(row["detail"], DETAIL_CHARS),
        }
        for row in rows
    ]


def _counts(row: Row) -> dict[str, int]:
    return {"article_count": row["article_count"], "source_count": row["source_count"]}


def _cell(own: Mapping[str, int], shared: Mapping, shares: Mapping, row: str, column: str) -> Cell:
    if row == column:
        return Cell(own[row], 1.0, f"{row}: {count(own[row], 'story')}")
    pair = (row, column) if (row, column) in shared else (column, row)
    number = shared[pair]["shared_count"] if pair in shared else 0
    of_smaller = f", {percent(shares[pair])} of the smaller one's" if number else ""
    return Cell(number, shares.get(pair, 0.0), f"{row} and {column}: {count(number, 'shared story')}{of_smaller}")


def _moving_row(row: Row, top: float, *, has_history: bool) -> dict[str, Any]:
    name = clean(row["name"], NAME_CHARS)
    usual = f"{row['usual_count']:.1f}"
    return {
        "name": name,
        "kind": row["kind"],
        "verdict": row["verdict"] if row["verdict"] in MOVING else "",
        "article_count": row["article_count"],
        "usual": usual,
        "chart": dumbbell(
            row["usual_count"],
            row["article_count"],
            top=top,
            title=f"{name}: usually {usual}, this day {count(row['article_count'], 'article')}",
        )
        if has_history
        else None,
    }
