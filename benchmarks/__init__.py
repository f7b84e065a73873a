"""Quality and cost, measured: `python -m benchmarks.<name>`. Results go to RESULTS.md."""
