"""Which words of a text stand in quotation marks: what somebody said is not a writer's own wording."""

import re

import numpy as np

from assets.dedupe.tokens import Flags, Indices

# Opening and closing marks of one pair; a quotation ends with its paragraph at the latest (style guides reopen it).
_QUOTATION = re.compile(
    r'"[^"\n]*(?:"|$)|\u201c[^\u201d\n]*|\u201e[^\u201c\u201d\n]*|\u00ab[^\u00bb\n]*|\u300c[^\u300d\n]*|\u300e[^\u300f\n]*',
    re.MULTILINE,
)


def quoted_words(text: str, starts: Indices) -> Flags:
    """Flag the words of a folded text that begin in a quotation; `starts` are their first bytes."""
    edges = [edge for match in _QUOTATION.finditer(text) for edge in match.span()]
    if not edges:
        return np.zeros(len(starts), dtype=bool)
    return np.searchsorted(_byte_offsets(text, edges), starts, side="right") % 2 == 1


def _byte_offsets(text: str, edges: list[int]) -> Indices:
    """UTF-8 offsets of character offsets, which ascend."""
    pieces = [len(text[start:end].encode()) for start, end in zip([0, *edges], edges, strict=False)]
    return np.cumsum(np.array(pieces, dtype=np.int64))
