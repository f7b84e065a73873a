"""What a whole run costs, first and again: `python -m benchmarks.line [FOLDER]`, the sample corpus by default."""
