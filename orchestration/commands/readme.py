"""Fill the outputs that README.md shows, from a warehouse of the sample corpus (`make docs`).

A fence after `<!-- output: NAME -->` is replaced by what NAME gives.
"""

import contextlib
import io
import re
from collections.abc import Callable, Mapping

from rich.text import Text

from assets.warehouse.query import open_published
from assets.warehouse.workspace import PROJECT_DIR, Workspace, open_workspace
from orchestration.commands.summary import summarize, summary_lines

README = PROJECT_DIR / "README.md"
_FENCE = re.compile(r"(<!-- output: (\w+) -->\n```\w*\n)(?P<shown>.*?)(```\n)", re.DOTALL)
# What differs from run to run although nothing changed.
_PASSING = re.compile(r"\d+(\.\d+)? s; published as build \w+: \S+")
_PAIR = """
select duplicates.article_id, duplicates.other_article_id
from duplicates
inner join articles as one on one.article_id = duplicates.article_id
inner join articles as other on other.article_id = duplicates.other_article_id
where kind in ('exact', 'near') and one.source_id <> other.source_id
order by kind desc, duplicates.article_id, duplicates.other_article_id
limit 1
"""


def fill_outputs(page: str, outputs: Mapping[str, Callable[[], str]]) -> str:
    """The page with every output as it is now. Raises KeyError for a name that is none of `outputs`."""
    return _FENCE.sub(lambda found: found[1] + outputs[found[2]]().rstrip() + "\n" + found[4], page)


def readme_outputs(workspace: Workspace, seconds: float) -> dict[str, Callable[[], str]]:
    """What README.md may show of the warehouse in `workspace`."""
    return {
        "run": lambda: _summary(workspace, seconds),
        "sql": lambda: _sql("select title, source, published_at from marts.article_list limit 5"),
        "search": lambda: _sql("select score, title from search('lorry \"corran bridge\"', k := 3)"),
        "why": lambda: _why_pair(workspace),
    }


def without_passing(page: str) -> str:
    """The page without seconds and build ids, for comparing."""
    return _PASSING.sub("", page)


def _summary(workspace: Workspace, seconds: float) -> str:
    summary = summarize(workspace, is_new=True, articles_new=None, seconds=seconds)
    lines = [Text.from_markup(line).plain for line in summary_lines(summary)]
    return "\n".join(lines).replace(str(workspace.published), "data/warehouse/news.duckdb")


def _sql(query: str) -> str:
    from orchestration.commands.sql import run_sql

    return _printed(lambda: run_sql(query))


def _why_pair(workspace: Workspace) -> str:
    from orchestration.commands.why import explain

    with open_published(workspace) as connection:
        pair = connection.execute(_PAIR).fetchall()
    return _printed(lambda: explain(*pair[0])) if pair else "The sample corpus holds no near copies."


def _printed(work: Callable[[], object]) -> str:
    output = io.StringIO()
    with contextlib.redirect_stdout(output):
        work()
    return output.getvalue().strip()


def write_readme(seconds: float) -> None:
    """Fill README.md from the warehouse that the environment names."""
    page = README.read_text(encoding="utf-8")
    README.write_text(fill_outputs(page, readme_outputs(open_workspace(), seconds)), encoding="utf-8")
