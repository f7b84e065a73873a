"""Each mart on a small hand-made warehouse whose right answers are known by hand."""
