"""What must hold before anything is published: keys, references and closed lists of the contract, and sql/checks/*.sql.

A check is a SELECT of failing rows. It always gives a result, also when nothing failed.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import duckdb

from assets.contract.catalog import SQL_DIR, Table, load_tables

SAMPLE_ROWS = 10


@dataclass(frozen=True)
class Check:
    """A SELECT of failing rows about one table. A blocking one stops the publish."""

    name: str
    table: str
    description: str
    sql: str
    is_blocking: bool


@dataclass(frozen=True)
class CheckResult:
    """How many rows failed of how many, and the first few of them."""

    check: Check
    failed: int
    total: int
    sample: list[dict[str, object]]


@cache
def all_checks() -> tuple[Check, ...]:
    """Every check, contract first, in the order of the tables."""
    contract = [check for table in load_tables("tables").values() for check in _contract_checks(table)]
    return (*contract, *(_read_check(path) for path in sorted((SQL_DIR / "checks").glob("*.sql"))))


def run_check(connection: duckdb.DuckDBPyConnection, check: Check) -> CheckResult:
    """Run one check on the work database."""
    failed = _count(connection, f"({check.sql})")
    sample = connection.sql(f"select * from ({check.sql}) limit {SAMPLE_ROWS}").pl().to_dicts() if failed else []
    return CheckResult(check, failed, _count(connection, check.table), sample)


def _count(connection: duckdb.DuckDBPyConnection, what: str) -> int:
    return connection.execute(f"select count(*) from {what}").fetchall()[0][0]


def _contract_checks(table: Table) -> list[Check]:
    checks = [_key_check(table)] if table.key else []
    return checks + [_reference_check(table, c.name, *c.references) for c in table.columns if c.references]


def _key_check(table: Table) -> Check:
    key = ", ".join(table.key)
    return Check(
        name=f"{table.name}__key_unique",
        table=table.name,
        description=f"No two rows have the same {key}.",
        sql=f"select {key}, count(*) as row_count from {table.name} group by {key} having count(*) > 1",
        is_blocking=True,
    )


def _reference_check(table: Table, column: str, other: str, other_column: str) -> Check:
    return Check(
        name=f"{table.name}__{column}_exists",
        table=table.name,
        description=f"Every {column} is in {other}.",
        sql=f"select {column} from {table.name} where {column} is not null "
        f"and {column} not in (select {other_column} from {other} where {other_column} is not null)",
        is_blocking=True,
    )


def _read_check(path: Path) -> Check:
    """A file is named <table>__<what holds>.sql; its first line says what must hold, `-- warn:` makes it not block."""
    first, _, sql = path.read_text(encoding="utf-8").partition("\n")
    text = first.removeprefix("-- ")
    return Check(
        name=path.stem,
        table=path.stem.split("__")[0],
        description=text.removeprefix("warn: "),
        sql=sql.strip(),
        is_blocking=not text.startswith("warn: "),
    )
