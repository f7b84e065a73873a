"""Hashes that tell whether two warehouses hold the same rows, whatever the order they came in."""

import hashlib

import duckdb

from assets.contract.catalog import SQL_DIR, load_tables
from assets.warehouse.row_sums import Sums, read_sums, sum_rows


def hash_tables(connection: duckdb.DuckDBPyConnection) -> dict[str, str]:
    """A hash (32 hexadecimal digits) of each contract table's rows: equal hashes mean equal tables.

    The sum of the rows' MD5, so that neither their order matters nor all of them have to be held at once.
    """
    return {name: _hash(sum_rows(connection, f"from {name}")) for name in load_tables("tables")}


def hash_warehouse(connection: duckdb.DuckDBPyConnection) -> str:
    """12 hexadecimal digits for all tables together and the SQL that shapes what is published."""
    return _hash_all(hash_tables(connection))


def hash_work_database(connection: duckdb.DuckDBPyConnection) -> str:
    """The same of the work database, by the sums that are kept in it."""
    kept = read_sums(connection)
    names = load_tables("tables")
    return _hash_all({name: _hash(kept.get(name) or sum_rows(connection, f"from {name}")) for name in names})


def _hash_all(tables: dict[str, str]) -> str:
    digest = hashlib.sha256(repr(sorted(tables.items())).encode())
    for path in sorted(path for part in ("tables", "marts", "search") for path in SQL_DIR.glob(f"{part}/*.sql")):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def _hash(sums: Sums) -> str:
    return hashlib.md5(" ".join(map(str, sums)).encode(), usedforsecurity=False).hexdigest()
