"""`broadsheet sql`: ask the published warehouse."""

import difflib
import sys

import duckdb

from assets.contract.catalog import SQL_DIR
from assets.errors import BroadsheetError
from assets.warehouse.query import TABLES, explain_failure, open_published
from assets.warehouse.workspace import open_workspace

MAX_ROWS = 40


def run_sql(query: str | None, example: str | None = None) -> None:
    """Print the rows of `query` or of an example; with neither, read queries, each ended by a semicolon."""
    if example is not None:
        query = _read_example(example)
        if query is None:
            return
    with open_published(open_workspace()) as connection:
        if query is not None:
            _print_rows(connection, query)
            return
        _prompt(connection)


def _read_example(name: str) -> str | None:
    """The text of an example; for `list` their names and questions are printed. Raises BroadsheetError."""
    files = {path.stem: path for path in sorted((SQL_DIR / "examples").glob("*.sql"))}
    if name in files:
        return files[name].read_text(encoding="utf-8")
    if name != "list":
        begun = [stem for stem in files if name and stem.startswith(name)]
        near = begun or difflib.get_close_matches(name, files, n=1)
        hint = f"Did you mean {near[0]}?" if near else "See `broadsheet sql --example list`."
        raise BroadsheetError("No such example", where=name, why="sql/examples has no file of that name", do=hint)
    for stem, path in files.items():
        print(f"{stem:32} {path.read_text(encoding='utf-8').partition(chr(10))[0].removeprefix('-- ')}")
    return None


def _print_rows(connection: duckdb.DuckDBPyConnection, query: str) -> None:
    try:
        relation = connection.sql(query)
        if relation is not None:
            relation.show(max_rows=MAX_ROWS)
    except duckdb.Error as error:
        raise BroadsheetError(
            "The query failed",
            where=" ".join(query.split())[:80],
            why=explain_failure(error),
            do="Correct it." if isinstance(error, duckdb.ParserException) else TABLES,
        ) from error


def _prompt(connection: duckdb.DuckDBPyConnection) -> None:
    is_person = sys.stdin.isatty()
    if is_person:
        print("Read-only. End a query with ; and leave with Ctrl-D.")
        print("Try:  select title, source, published_at from marts.article_list limit 10;")
    lines: list[str] = []
    for line in _read_lines(is_person):
        lines.append(line)
        if line.rstrip().endswith(";"):
            _answer(connection, "\n".join(lines), is_person)
            lines = []
    if "".join(lines).strip():
        _answer(connection, "\n".join(lines), is_person)


def _answer(connection: duckdb.DuckDBPyConnection, query: str, is_person: bool) -> None:
    """A person may try again after a mistake; a script must be told."""
    try:
        _print_rows(connection, query)
    except BroadsheetError as error:
        if not is_person:
            raise
        print(error)


def _read_lines(is_person: bool):
    while True:
        try:
            yield input("news> " if is_person else "")
        except EOFError:
            return
