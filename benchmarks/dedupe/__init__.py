"""Quality and cost of finding copies: `python -m benchmarks.dedupe [ARTICLES ...]`."""
