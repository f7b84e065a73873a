"""What came out of a run, in a few lines that say where to look next."""

from dataclasses import asdict, dataclass

import orjson
from rich.console import Console

from assets.warehouse.query import open_published
from assets.warehouse.workspace import PROJECT_DIR, Workspace

_COUNTS = """
select
    (select count(*) from files where status <> 'gone') as files,
    (select count(*) from articles) as articles,
    (select count(*) from articles where not is_canonical) as duplicates,
    (select count(*) from stories) as stories,
    (select count(*) from sources where article_count > 0) as sources,
    (select count(*) from entities) as entities,
    (select count(*) from quotes) as quotes,
    (select any_value(build_id) from build) as build_id
"""


@dataclass(frozen=True)
class Summary:
    """Counts of the published warehouse after a run; `is_new_build` is False when the run changed nothing."""

    files: int
    articles: int
    duplicates: int
    stories: int
    sources: int
    entities: int
    quotes: int
    quarantined: dict[str, int]
    build_id: str
    is_new_build: bool
    seconds: float
    warehouse: str


def summarize(workspace: Workspace, *, is_new: bool, seconds: float) -> Summary:
    """Count what readers now see."""
    with open_published(workspace) as connection:
        counts = connection.sql(_COUNTS).pl().to_dicts()[0]
        reasons = connection.sql("select reason, count(*) as n from quarantine group by all order by all").fetchall()
    return Summary(
        **counts,
        quarantined=dict(reasons),
        is_new_build=is_new,
        seconds=round(seconds, 2),
        warehouse=str(workspace.published),
    )


def print_summary(summary: Summary, *, as_json: bool) -> None:
    """Print it for a person, or as one JSON object."""
    if as_json:
        print(orjson.dumps(asdict(summary)).decode())
        return
    console = Console(highlight=False, soft_wrap=True)
    console.print()
    for line in _lines(summary):
        console.print(line)


def _lines(summary: Summary) -> list[str]:
    refused = ", ".join(f"{n} {reason}" for reason, n in summary.quarantined.items()) or "nothing"
    news = f"published as build {summary.build_id}" if summary.is_new_build else "nothing had changed, no new build"
    return [
        f"[bold]{summary.files} files[/] gave [bold]{summary.articles} articles[/] "
        f"from {summary.sources} sources in [bold]{summary.stories} stories[/]; "
        f"{summary.duplicates} are copies of another",
        f"entities {summary.entities}, quotes {summary.quotes}; quarantined: {refused}",
        f"{summary.seconds} s; {news}: {_short(summary.warehouse)}",
        "",
        "Next:  make sql                                     ask it (marts.article_list is a good start)",
        "       make ui                                      see the pipeline on http://127.0.0.1:3000",
        "       broadsheet why FILE-or-ARTICLE               where a row comes from",
        "       select * from quarantine                     what was not taken, and why",
    ]


def _short(path: str) -> str:
    return path.removeprefix(f"{PROJECT_DIR}/")
