"""Numbers of the published warehouse that are worth following from run to run."""

from pathlib import Path

import duckdb

from assets.contract.catalog import SQL_DIR
from assets.warehouse.connect import connect
from assets.warehouse.workspace import Workspace


def read_figures(connection: duckdb.DuckDBPyConnection) -> dict[str, int]:
    """The counts of sql/figures.sql, by name."""
    return connection.sql((SQL_DIR / "figures.sql").read_text(encoding="utf-8")).pl().to_dicts()[0]


def count_published(workspace: Workspace, previous: Path | None) -> dict[str, int]:
    """Counts of what readers see and articles_new and articles_gone against the build `previous`.

    Without a previous build, or with one that cannot be read any more, every article is new.
    """
    published = workspace.published.resolve()
    with connect(published, read_only=True) as connection:
        figures = read_figures(connection)
        if previous is None or not previous.exists():
            return {**figures, "articles_new": figures["articles"], "articles_gone": 0}
        if previous == published:
            return {**figures, "articles_new": 0, "articles_gone": 0}
        return {**figures, **_compare(connection, previous, figures["articles"])}


def _compare(connection: duckdb.DuckDBPyConnection, previous: Path, articles: int) -> dict[str, int]:
    new = "select count(*) from articles anti join previous.articles using (article_id)"
    gone = "select count(*) from previous.articles anti join articles using (article_id)"
    try:
        connection.execute(f"attach '{str(previous).replace(chr(39), chr(39) * 2)}' as previous (read_only)")
        counts = [connection.execute(sql).fetchall()[0][0] for sql in (new, gone)]
    except duckdb.Error:
        # A damaged build is being replaced: that must not fail for want of numbers to show.
        return {"articles_new": articles, "articles_gone": 0}
    return {"articles_new": counts[0], "articles_gone": counts[1]}
