"""The labelled data dropped in as raw files, scored from the published tables: `python -m benchmarks.published`."""
