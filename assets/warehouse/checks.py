"""What must hold in the work database before it may be published: the contract's keys and references, and sql/checks.

Each rule is a SELECT of the rows that break it. Keep out: what Dagster shows of a result (table_assets.py).
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import duckdb

from assets.contract.catalog import SQL_DIR, Table, load_tables

SAMPLE_ROWS = 10


@dataclass(frozen=True)
class Rule:
    """A SELECT of failing rows of one table, and what holds when there are none."""

    table: str
    meaning: str
    sql: str


@dataclass(frozen=True)
class Check:
    """Rules that are reported together. A blocking check stops the publish."""

    name: str
    description: str
    rules: tuple[Rule, ...]
    is_blocking: bool


@dataclass(frozen=True)
class CheckResult:
    """Failing rows of each rule, all rows of the tables looked at, and the first failing rows of the first rule."""

    check: Check
    failed_by_rule: dict[Rule, int]
    total: int
    sample: list[dict[str, object]]

    @property
    def failed(self) -> int:
        """Failing rows of all rules."""
        return sum(self.failed_by_rule.values())

    @property
    def broken(self) -> dict[Rule, int]:
        """The rules that failed, with their failing rows."""
        return {rule: failed for rule, failed in self.failed_by_rule.items() if failed}


@cache
def all_checks() -> tuple[Check, ...]:
    """The contract's rules as one check, as a hundred events a run would cost more than the checks; then sql/checks."""
    rules = tuple(rule for table in load_tables("tables").values() for rule in _contract_rules(table))
    contract = Check("contract", "Keys are unique, and what a column refers to exists.", rules, is_blocking=True)
    return (contract, *(_read_check(path) for path in sorted((SQL_DIR / "checks").glob("*.sql"))))


def run_check(connection: duckdb.DuckDBPyConnection, check: Check) -> CheckResult:
    """Run the rules of one check on the work database, in one pass."""
    counts = " union all ".join(f"select {n}, count(*) from ({rule.sql})" for n, rule in enumerate(check.rules))
    failed = dict(connection.execute(counts).fetchall())
    failed_by_rule = {rule: failed[n] for n, rule in enumerate(check.rules)}
    tables = " union all ".join(f"select count(*) as n from {name}" for name in sorted({r.table for r in check.rules}))
    total = connection.execute(f"select sum(n)::bigint from ({tables})").fetchall()[0][0]
    first = next((rule for rule, n in failed_by_rule.items() if n), None)
    sample = connection.sql(f"select * from ({first.sql}) limit {SAMPLE_ROWS}").pl().to_dicts() if first else []
    return CheckResult(check, failed_by_rule, total, sample)


def _contract_rules(table: Table) -> list[Rule]:
    keys = [_key_rule(table)] if table.key else []
    return keys + [_reference_rule(table, c.name, *c.references) for c in table.columns if c.references]


def _key_rule(table: Table) -> Rule:
    key = ", ".join(table.key)
    return Rule(
        table.name,
        f"{table.name}: no two rows have the same {key}",
        f"select {key}, count(*) as row_count from {table.name} group by {key} having count(*) > 1",
    )


def _reference_rule(table: Table, column: str, other: str, other_column: str) -> Rule:
    return Rule(
        table.name,
        f"{table.name}: every {column} is in {other}",
        f"select {column} from {table.name} where {column} is not null "
        f"and {column} not in (select {other_column} from {other} where {other_column} is not null)",
    )


def _read_check(path: Path) -> Check:
    """A file is named <table>__<what holds>.sql; its first line says what must hold, `-- warn:` makes it not block."""
    first, _, sql = path.read_text(encoding="utf-8").partition("\n")
    text = first.removeprefix("-- ")
    meaning = text.removeprefix("warn: ")
    rule = Rule(path.stem.split("__")[0], meaning, sql.strip())
    return Check(path.stem, meaning, (rule,), is_blocking=not text.startswith("warn: "))
