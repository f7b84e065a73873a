"""Topics on labelled world press and on the seed pages: `python -m benchmarks.topics`."""
