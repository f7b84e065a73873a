"""The command line. Commands are imported when called: most do without Dagster, which takes a second to import."""

import gc
import sys
from pathlib import Path
from typing import Annotated

import typer

from assets.errors import BroadsheetError

app = typer.Typer(
    name="broadsheet",
    help="Drop in raw article files, get a DuckDB warehouse you can trust.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _examples(typed: str) -> list[str]:
    """Names of example queries that begin with what was typed, for the shell's completion."""
    folder = Path(__file__).resolve().parents[1] / "sql" / "examples"
    return [name for name in sorted(path.stem for path in folder.glob("*.sql")) if name.startswith(typed)]


AsJson = Annotated[bool, typer.Option("--json", help="Print the result as JSON.")]


@app.command()
def run(as_json: AsJson = False) -> None:
    """Bring the warehouse up to date: read what is new in the raw folder, relate it, check it, publish it."""
    from orchestration.commands.run import refresh

    refresh(as_json=as_json)


@app.command(
    epilog="Example:  broadsheet reparse --from 2026-11-16 --to 2026-11-18 --hold; broadsheet diff; broadsheet run"
)
def reparse(
    first: Annotated[str, typer.Option("--from", help="First landing day, YYYY-MM-DD.")],
    last: Annotated[str, typer.Option("--to", help="Last landing day, YYYY-MM-DD.")],
    hold: Annotated[bool, typer.Option("--hold", help="Do not publish; look with `diff`, then `run`.")] = False,
    as_json: AsJson = False,
) -> None:
    """Parse the files of some landing days anew, after a rule, a list or the parser changed."""
    from orchestration.commands.run import refresh

    refresh(as_json=as_json, reparse=(first, last), hold=hold)


@app.command()
def rebuild(as_json: AsJson = False) -> None:
    """Make the whole warehouse again from the raw files; what came from files that are gone is kept."""
    from orchestration.commands.rebuild import rebuild_warehouse

    rebuild_warehouse(as_json=as_json)


@app.command()
def plan() -> None:
    """Say what a run would work on; nothing is written."""
    from orchestration.commands.plan import show_plan

    show_plan()


@app.command()
def diff() -> None:
    """Say what differs between the last run and what readers see, after `reparse --hold`."""
    from orchestration.commands.diff import show_differences

    show_differences()


@app.command(
    epilog="Examples:  broadsheet export marts.syndication agencies.csv    broadsheet export articles articles.parquet"
)
def export(
    what: Annotated[str, typer.Argument(help="A table, a mart (marts.syndication) or a query.")],
    path: Annotated[Path, typer.Argument(help="File to write: .parquet, .csv or .jsonl.")],
) -> None:
    """Write rows of the published warehouse to a file."""
    from orchestration.commands.export import export_rows

    export_rows(what, path)


@app.command()
def ui(port: Annotated[int, typer.Option(help="Port on 127.0.0.1.")] = 3000) -> None:
    """Open the Dagster UI, with the history of earlier runs."""
    from orchestration.commands.ui import start_ui

    start_ui(port)


@app.command(
    epilog="Examples:  broadsheet sql \"from search('election')\"    broadsheet sql --example who_broke_the_story"
)
def sql(
    query: Annotated[str | None, typer.Argument(help="A query; without one, a prompt.")] = None,
    example: Annotated[
        str | None, typer.Option(help="Run a query of sql/examples; `list` names them.", autocompletion=_examples)
    ] = None,
) -> None:
    """Query the published warehouse, read-only: broadsheet sql "select title, source from marts.article_list"."""
    from orchestration.commands.sql import run_sql

    run_sql(query, example)


@app.command(epilog="Example:  broadsheet briefing --day 2026-11-16")
def briefing(
    day: Annotated[str | None, typer.Option(help="Landing day, YYYY-MM-DD; without one, the newest.")] = None,
    all_days: Annotated[bool, typer.Option("--all", help="Every landing day.")] = False,
) -> None:
    """Write the HTML briefing of a landing day, and say where it is."""
    from orchestration.commands.briefing import write_briefings

    write_briefings(day, all_days=all_days)


@app.command(epilog="Examples:  broadsheet why 2026-11-16/crane.txt    broadsheet why 3f2a 9c1b")
def why(
    what: Annotated[str, typer.Argument(help="A file path, or an article, record or story id (its start will do).")],
    other: Annotated[str | None, typer.Argument(help="A second article: what do the two have in common?")] = None,
) -> None:
    """Say where a row comes from, and why it is what it is; of two articles, why they count as copies or do not."""
    from orchestration.commands.why import explain

    explain(what, other)


@app.command()
def doctor() -> None:
    """Look for trouble: folders, disk, lock, database files, left-overs of runs that died."""
    from orchestration.commands.doctor import examine

    examine()


def main() -> None:
    """Run the command line; an expected failure is one line on standard error and a non-zero exit code."""
    # Looking for garbage while a million objects are being imported is a sixth of what the imports cost.
    gc.set_threshold(50_000, 20, 100)
    try:
        app(prog_name="broadsheet")
    except BroadsheetError as error:
        print(f"broadsheet: {error}", file=sys.stderr)
        sys.exit(error.exit_code)
    except KeyboardInterrupt:
        print("broadsheet: stopped; the published warehouse is as it was.", file=sys.stderr)
        sys.exit(130)
