"""Where rows are kept: Parquet between the stages, the private work database, the published one. DuckDB lives here.

Put here: storing, loading, checking, publishing. Keep out: Dagster, and anything that decides what a row says.
"""
