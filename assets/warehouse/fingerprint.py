"""Hashes that tell whether two warehouses hold the same rows, whatever the order they came in."""

import hashlib

import duckdb

from assets.contract.catalog import SQL_DIR, load_tables


def hash_tables(connection: duckdb.DuckDBPyConnection) -> dict[str, str]:
    """A hash (32 hexadecimal digits) of each contract table's rows: equal hashes mean equal tables.

    The sum of the rows' MD5, so that neither their order matters nor all of them have to be held at once.
    """
    return {name: _hash_table(connection, name) for name in load_tables("tables")}


def hash_warehouse(connection: duckdb.DuckDBPyConnection) -> str:
    """12 hexadecimal digits for all tables together and the SQL that shapes what is published."""
    digest = hashlib.sha256(repr(sorted(hash_tables(connection).items())).encode())
    for path in sorted(path for part in ("tables", "marts", "search") for path in SQL_DIR.glob(f"{part}/*.sql")):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def _hash_table(connection: duckdb.DuckDBPyConnection, name: str) -> str:
    # Halves of 64 bit: sums of so many rows stay within 128 bit.
    halves = "sum(md5_number_lower(row)::hugeint), sum(md5_number_upper(row)::hugeint)"
    sql = f"select count(*), {halves} from (select t::varchar as row from {name} t)"
    count, lower, upper = connection.execute(sql).fetchall()[0]
    return hashlib.md5(f"{count} {lower} {upper}".encode(), usedforsecurity=False).hexdigest()
