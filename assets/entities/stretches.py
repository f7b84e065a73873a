"""Which stretches of a text are worth a recogniser's time. Keep out: recognising."""

import re
from collections.abc import Iterator

from assets.entities.lists import read_lines

_SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’']?\s+")
_WORD = re.compile(r"[^\W\d_]+")


def name_stretches(text: str) -> Iterator[tuple[int, int]]:
    """Runs of sentences within a paragraph that can hold a name, as (start, end) in order.

    A sentence without a capital but for a common first word (He said it would) holds none. News has one such sentence in
    six; the recogniser takes nine tenths of this stage's time.
    """
    for start, end in _paragraphs(text):
        run_start: int | None = None
        for a, b in _sentences(text, start, end):
            if _may_name(text[a:b]):
                run_start = a if run_start is None else run_start
            elif run_start is not None:
                yield run_start, a
                run_start = None
        if run_start is not None:
            yield run_start, end


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for block in text.split("\n\n"):
        if block.strip():
            yield start, start + len(block)
        start += len(block) + 2


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for match in _SENTENCE_END.finditer(text, start, end):
        yield start, match.end()
        start = match.end()
    if start < end:
        yield start, end


def _may_name(sentence: str) -> bool:
    """True when a word after the first has a capital, or the first is no common word."""
    words = _WORD.findall(sentence)
    if any(word[0].isupper() and word != "I" for word in words[1:]):
        return True
    return bool(words) and words[0][0].isupper() and words[0].lower() not in read_lines("stop_names.txt")
