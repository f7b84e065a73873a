"""Hostile input: does every bad file cost only itself? Run with `python -m benchmarks.hostile`."""
