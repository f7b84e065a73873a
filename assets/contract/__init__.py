"""The contract: every table as `sql/` declares it, for whoever makes, checks or documents one.

Put here: reading the declarations, and building frames from them. Keep out: DuckDB, Dagster, and anything about news.
"""
