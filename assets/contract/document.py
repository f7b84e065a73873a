"""Write docs/tables.md from the contract: `make docs`. A test fails when the page is stale."""

import re
from pathlib import Path

from assets.contract.catalog import SQL_DIR, Column, Table, load_tables

PAGE = SQL_DIR.parent / "docs" / "tables.md"

# In the order in which a reader meets them.
ORDER = (
    "articles", "sources", "stories", "story_articles", "entities", "entity_aliases", "article_entities", "mentions",
    "topics", "article_topics", "quotes", "duplicates", "duplicate_groups", "agency_credits", "teasers", "files",
    "records", "record_files", "segments", "field_candidates", "quarantine",
)  # fmt: skip

HEAD = """# Tables

Generated from `sql/` by `make docs`; do not edit. Times are UTC, days are dates, ids are content hashes or readable
keys, never row numbers. Keys and references are checked before every publish. Beside the tables there are `build`
(which one this is, from when) and the macro `search('words "a phrase"', k := 10, source := null,
first_day := null, last_day := null)`, which gives article_id, score, title and snippet.
"""


def document_tables() -> str:
    """The whole page as Markdown: every table with its grain, key and columns, then the marts."""
    tables = load_tables("tables")
    names = [*ORDER, *sorted(set(tables) - set(ORDER))]
    sections = [*(_table(tables[name]) for name in names), "## Marts (schema `marts`)\n", *_marts()]
    return "\n".join([HEAD, _contents(sections), *sections])


def link_to(heading: str) -> str:
    """A link to a heading of the same page, as forges name its place: small, without punctuation, spaces as hyphens."""
    place = re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")
    return f"[{heading}](#{place})"


def _contents(sections: list[str]) -> str:
    """The headings, each with the first sentence of what stands below it."""
    lines = []
    for section in sections:
        heading, _, rest = section.partition("\n")
        grain = re.split(r"(?<=[.;]) ", rest.strip().partition("\n")[0])[0].rstrip(".;:")
        lines.append(f"- {link_to(heading.lstrip('# '))}{f': {grain}' if grain else ''}")
    return "\n".join(lines) + "\n"


def _table(table: Table) -> str:
    key = f"Key: {', '.join(f'`{name}`' for name in table.key)}.\n\n" if table.key else ""
    rows = "\n".join(f"| `{c.name}` | {c.sql_type}{_marks(c)} | {_escape(c.comment)} |" for c in table.columns)
    return f"## {table.name}\n\n{_escape(table.grain)}\n\n{key}| column | type | meaning |\n|---|---|---|\n{rows}\n"


def _marks(column: Column) -> str:
    allowed = f": {', '.join(column.allowed)}" if column.allowed else ""
    required = "" if column.is_required else ", may be null"
    link = f", in `{column.references[0]}`" if column.references else ""
    return required + link + allowed


def _marts() -> list[str]:
    return [_mart(path) for path in sorted((SQL_DIR / "marts").glob("*.sql"))]


def _mart(path: Path) -> str:
    comments = [line[3:] for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("-- ")]
    grain, *columns = comments
    pairs = [column.partition(": ") for column in columns]
    rows = "\n".join(f"| `{name}` | {_escape(meaning)} |" for name, _, meaning in pairs)
    return f"### marts.{path.stem}\n\n{_escape(grain)}\n\n| column | meaning |\n|---|---|\n{rows}\n"


def _escape(text: str) -> str:
    return text.replace("|", "\\|")


if __name__ == "__main__":
    PAGE.write_text(document_tables(), encoding="utf-8")
