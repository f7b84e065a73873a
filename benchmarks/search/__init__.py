"""Our search next to ILIKE and SQLite FTS5 in one run: `python -m benchmarks.search [ARTICLES]`."""
