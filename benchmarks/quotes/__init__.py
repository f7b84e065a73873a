"""Quotes on the PolNeAR development half: `python -m benchmarks.quotes`."""
