"""Hashes that tell whether two warehouses hold the same rows, whatever the order they came in."""

import hashlib

import duckdb

from assets.contract.catalog import SQL_DIR, load_tables


def hash_tables(connection: duckdb.DuckDBPyConnection) -> dict[str, str]:
    """MD5 of each contract table's rows, sorted: equal hashes mean equal tables."""
    return {name: _hash_table(connection, name) for name in load_tables("tables")}


def hash_warehouse(connection: duckdb.DuckDBPyConnection) -> str:
    """12 hexadecimal digits for all tables together and the SQL that shapes what is published."""
    digest = hashlib.sha256(repr(sorted(hash_tables(connection).items())).encode())
    for path in sorted(path for part in ("tables", "marts", "search") for path in SQL_DIR.glob(f"{part}/*.sql")):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def _hash_table(connection: duckdb.DuckDBPyConnection, name: str) -> str:
    sql = f"select coalesce(md5(string_agg(h, '' order by h)), '') from (select md5(t::varchar) as h from {name} t)"
    return connection.execute(sql).fetchall()[0][0]
