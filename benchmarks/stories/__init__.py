"""Quality and cost of grouping by event: `python -m benchmarks.stories [ARTICLES ...] [--large N] [--property]`."""
