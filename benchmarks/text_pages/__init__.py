"""How well and how fast pages of plain text come apart. Run: python -m benchmarks.text_pages."""
