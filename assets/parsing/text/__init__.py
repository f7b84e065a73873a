"""Plain text and markdown -> segments and articles, by line shape, repetition, place, markers and punctuation.

Put here: everything for text without a DOM. Keep out: names of outlets, in code or lists.
"""

from assets.parsing.text.page import parse_text

__all__ = ["parse_text"]
