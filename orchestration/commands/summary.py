"""What came out of a run, in a few lines that say where to look next."""

from dataclasses import asdict, dataclass

import orjson
from rich.console import Console

from assets.warehouse.figures import read_figures
from assets.warehouse.query import open_published
from assets.warehouse.workspace import PROJECT_DIR, Workspace


@dataclass(frozen=True)
class Summary:
    """Counts of the published warehouse after a run; `is_new_build` is False when the run changed nothing,
    `articles_new` null when it held its build back."""

    files: int
    articles: int
    articles_new: int | None
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


def summarize(workspace: Workspace, *, is_new: bool, articles_new: int | None, seconds: float) -> Summary:
    """Count what readers now see."""
    with open_published(workspace) as connection:
        counts = read_figures(connection)
        build_id = connection.execute("select any_value(build_id) from build").fetchall()[0][0]
        reasons = connection.sql("select reason, count(*) as n from quarantine group by all order by all").fetchall()
    return Summary(
        **{**counts, "quarantined": dict(reasons)},
        articles_new=articles_new,
        build_id=build_id,
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
    for line in summary_lines(summary):
        console.print(line)


def summary_lines(summary: Summary) -> list[str]:
    """What a person is told, in rich's markup."""
    refused = ", ".join(f"{n} {reason}" for reason, n in summary.quarantined.items()) or "nothing"
    news = f"published as build {summary.build_id}" if summary.is_new_build else "nothing had changed, no new build"
    new = f" ({summary.articles_new} new)" if summary.articles_new else ""
    return [
        f"[bold]{summary.files} files[/] gave [bold]{summary.articles} articles[/]{new} "
        f"from {summary.sources} sources in [bold]{summary.stories} stories[/]; "
        f"{summary.duplicates} are copies of another",
        f"entities {summary.entities}, quotes {summary.quotes}; quarantined: {refused}",
        f"{summary.seconds} s; {news}: {_short(summary.warehouse)}",
        "",
        "Next:  make sql                                     ask it (marts.article_list is a good start)",
        "       make ui                                      see the pipeline on http://127.0.0.1:3000",
        "       .venv/bin/broadsheet why FILE-or-ARTICLE     where a row comes from",
        "       select * from quarantine                     what was not taken, and why",
    ]


def _short(path: str) -> str:
    return path.removeprefix(f"{PROJECT_DIR}/")
