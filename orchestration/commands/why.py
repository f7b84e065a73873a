"""`broadsheet why`: from a row down to the bytes it came from, and the reasons on the way.

The questions are the files of sql/why/<kind>/, in order; $1 is what the user named, of a pair $2 the other article.
"""

import difflib

import duckdb
from rich.console import Console

from assets.contract.catalog import SQL_DIR
from assets.errors import BroadsheetError
from assets.warehouse.query import open_published
from assets.warehouse.workspace import Workspace, open_workspace

# Where a name is looked for, in this order; the start of an id will do.
_KINDS = {
    "file": "select path from files where path = $1 or path like '%/' || $1 or file_id = $1",
    "article": "select article_id from articles where starts_with(article_id, $1)",
    "story": "select story_id from stories where starts_with(story_id, $1)",
    "record": "select record_id from records where starts_with(record_id, $1)",
}
_ARTICLES = {
    "file": "select article_id from articles inner join record_files using (record_id) inner join files using (file_id)"
    " where path = $1 order by 1",
    "article": "select $1",
    "story": "select article_id from story_articles where story_id = $1 order by 1",
    "record": "select article_id from articles where record_id = $1 order by 1",
}
_SHOWN_MATCHES = 5


def explain(what: str, other: str | None = None) -> None:
    """Print everything that leads to `what`, or what article `what` and article `other` have to do with each other.

    Raises BroadsheetError when the warehouse knows nothing of that name, or more than one thing.
    """
    workspace = open_workspace()
    with open_published(workspace) as connection:
        kind, found = _find(connection, workspace, what)
        names = [found]
        if other is not None:
            names.append(_find_article(connection, workspace, other))
            kind, names[0] = "pair", _find_article(connection, workspace, what)
        for path in sorted((SQL_DIR / "why" / kind).glob("*.sql")):
            heading, _, query = path.read_text(encoding="utf-8").partition("\n")
            _answer(connection, heading.removeprefix("-- "), query, names)


def _answer(connection: duckdb.DuckDBPyConnection, heading: str, query: str, names: list[str]) -> None:
    """Print the rows under their heading, one row as a list of its values; of a pair also that there are none."""
    relation = connection.sql(query, params=names)
    rows = relation.limit(2).fetchall()
    console = Console(highlight=False, soft_wrap=True)
    if rows:
        console.print(f"\n[bold]{heading}[/]")
    elif len(names) > 1:
        console.print(f"\n[bold]{heading}[/]: none")
    if len(rows) == 1:
        for column, value in zip(relation.columns, rows[0], strict=True):
            console.print(f"  {column:28} {_printable(value)}", markup=False)
    elif rows:
        relation.show(max_rows=60, max_width=180)


def _printable(value: object) -> str:
    """A value in one line, without what a terminal would take for a command."""
    text = "-" if value is None else ", ".join(map(str, value)) if isinstance(value, list) else str(value)
    return "".join(character if character.isprintable() else " " for character in text)


def _find(connection: duckdb.DuckDBPyConnection, workspace: Workspace, what: str) -> tuple[str, str]:
    """The kind of thing that is meant, and its full name."""
    name = what.removeprefix(f"{workspace.raw_dir}/").removeprefix("data/raw/")
    for kind, query in _KINDS.items():
        limit = f"limit {_SHOWN_MATCHES + 1}"
        rows = connection.execute(f"select distinct * from ({query}) order by 1 {limit}", [name]).fetchall()
        matches = [row[0] for row in rows]
        if len(matches) == 1 or name in matches:
            return kind, name if name in matches else matches[0]
        if matches:
            more = " and more" if len(matches) > _SHOWN_MATCHES else ""
            raise _unclear(what, f"it fits {', '.join(matches[:_SHOWN_MATCHES])}{more}", "Give more of it.")
    raise _unclear(what, "no file, article, story or record is called that", _suggest(connection, name))


def _find_article(connection: duckdb.DuckDBPyConnection, workspace: Workspace, what: str) -> str:
    """The article that is meant; a file or record will do when it gave only one."""
    kind, found = _find(connection, workspace, what)
    articles = [row[0] for row in connection.execute(_ARTICLES[kind], [found]).fetchall()]
    if len(articles) != 1:
        held = f"this {kind} holds {len(articles)} articles: {', '.join(articles[:_SHOWN_MATCHES])}"
        raise _unclear(what, held, "Name one of them.")
    return articles[0]


def _suggest(connection: duckdb.DuckDBPyConnection, name: str) -> str:
    """What to do: the file whose name comes nearest, or where names are listed."""
    paths = {row[0].rpartition("/")[2]: row[0] for row in connection.execute("select path from files").fetchall()}
    near = difflib.get_close_matches(name.rpartition("/")[2], sorted(paths), n=1)
    return f"Did you mean {paths[near[0]]}?" if near else 'See the files: broadsheet sql "select path from files".'


def _unclear(what: str, why: str, do: str) -> BroadsheetError:
    return BroadsheetError("Cannot explain that", where=what, why=why, do=do, exit_code=2)
