"""SQL types of the contract as Polars types. Only the few types that the contract uses; a new one is added here."""

import re

import polars as pl

_SCALARS: dict[str, pl.DataType] = {
    "varchar": pl.String(),
    "integer": pl.Int32(),
    "bigint": pl.Int64(),
    "double": pl.Float64(),
    "boolean": pl.Boolean(),
    "date": pl.Date(),
    "blob": pl.Binary(),
    "timestamp": pl.Datetime("us"),
}


def polars_type(sql_type: str) -> pl.DataType:
    """Polars type for `varchar`, `double[]`, `struct(a varchar, b integer)[]` and so on. Raises KeyError for others."""
    if sql_type.endswith("[]"):
        return pl.List(polars_type(sql_type.removesuffix("[]")))
    if match := re.fullmatch(r"struct\((.*)\)", sql_type):
        fields = (field.split() for field in match[1].split(","))
        return pl.Struct({name: polars_type(kind) for name, kind in fields})
    return _SCALARS[sql_type]
