"""Quality and cost of recognising and resolving names, beside plain spaCy: `python -m benchmarks.entities`."""
