"""Which sentences of a text are worth a recogniser's time. Keep out: recognising.

The recogniser takes most of this stage's time, and most sentences name again what has been named: repeats.py finds
that without it. Measured on labelled news: half to two thirds of the words read, F1 the same within 0.7 points.
"""

import re
from collections import Counter
from collections.abc import Iterator

from assets.entities.judge import is_never_name
from assets.entities.lists import read_lines
from assets.entities.names import Name
from assets.entities.text import Word, fold, is_capitalised

# An unlisted word is read in so many sentences: twice, so that one odd sentence does not decide what it is.
READINGS = 2

_SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’']?\s+")


def name_stretches(text: str, words: list[Word], listed: list[Name]) -> list[tuple[int, int]]:
    """Runs of sentences, within paragraphs, with a capitalised word that no list has, as (start, end) in order.

    A sentence counts while one of its words has been read fewer than READINGS times.
    """
    unlisted = _unlisted(words, listed)
    times_read: Counter[str] = Counter()
    stretches: list[tuple[int, int]] = []
    position = 0
    for start, end, begins_paragraph in _sentences(text):
        keys: set[str] = set()
        while position < len(unlisted) and unlisted[position].start < end:
            keys.add(fold(unlisted[position].text))
            position += 1
        if not any(times_read[key] < READINGS for key in keys):
            continue
        times_read.update(keys)
        if stretches and stretches[-1][1] == start and not begins_paragraph:
            stretches[-1] = (stretches[-1][0], end)
        else:
            stretches.append((start, end))
    return stretches


def _unlisted(words: list[Word], listed: list[Name]) -> list[Word]:
    """Capitalised words outside listed names that may be names or parts of one."""
    titles = read_lines("title_words.txt")
    spans = iter([*((name.start, name.end) for name in listed), (1 << 60, 1 << 60)])
    start, end = next(spans)
    kept = []
    for word in words:
        while word.start >= end:
            start, end = next(spans)
        if (
            word.start < start
            and is_capitalised(word.text)
            and fold(word.text) not in titles
            and not is_never_name(word.text)
        ):
            kept.append(word)
    return kept


def _sentences(text: str) -> Iterator[tuple[int, int, bool]]:
    """Start, end and whether it is the first of its paragraph; a sentence keeps the space after it."""
    start = 0
    for block in text.split("\n\n"):
        end, first, begin = start + len(block), True, start
        for match in _SENTENCE_END.finditer(text, start, end):
            yield begin, match.end(), first
            begin, first = match.end(), False
        if begin < end:
            yield begin, end, first
        start = end + 2
