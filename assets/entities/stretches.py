"""Which sentences of a text are worth a recogniser's time. Keep out: recognising.

The recogniser takes most of this stage's time, and most sentences name again what has been named: repeats.py finds
that without it. Measured on labelled news: half to two thirds of the words read, F1 the same within 0.7 points.
"""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from assets.entities.judge import is_never_name
from assets.entities.known import find_surname
from assets.entities.lists import read_lines
from assets.entities.names import Name
from assets.entities.text import Word, fold, is_capitalised, split_words, starts_sentence

# An unlisted word is read in so many sentences: twice, so that one odd sentence does not decide what it is.
READINGS = 2
# Characters of a stretch: no sentence is longer, and what a recogniser needs grows with what it is shown at once.
LONGEST = 2_000

# Digits on both sides of a letter: a code, a hash, never a name (A24 and MH370 have them on one side).
_CODE = re.compile(r"\d[^\W\d_]+\d")
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’']?\s+")


def name_stretches(text: str, words: list[Word], listed: list[Name]) -> list[tuple[int, int]]:
    """Runs of sentences, within paragraphs, with a capitalised word that no list has, as (start, end) in order.

    A sentence counts while one of its words has been read fewer than READINGS times. None is longer than LONGEST.
    """
    unlisted = _unlisted(text, words, listed)
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
        if stretches and stretches[-1][1] == start and not begins_paragraph and end - stretches[-1][0] <= LONGEST:
            stretches[-1] = (stretches[-1][0], end)
        else:
            stretches.append((start, end))
    return stretches


def is_title_worth_reading(title: str, listed: list[Name], body_words: list[Word]) -> bool:
    """True when it has what the body has not: two words in a row that may be a person's name, or a known surname.

    Of what a recogniser finds in headlines nothing else counts (headline.py); what the body has is found again there.
    """
    common, in_body = read_lines("common_words.txt"), {word.text for word in body_words}
    unlisted = _unlisted(title, split_words(title), listed)
    maybe = [word for word in unlisted if fold(word.text) not in common]
    return any(word.text not in in_body and find_surname(word.text) for word in unlisted) or any(
        title[a.end : b.start] == " " and not (a.text in in_body and b.text in in_body) for a, b in pairwise(maybe)
    )


def _unlisted(text: str, words: list[Word], listed: list[Name]) -> list[Word]:
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
            and not _is_no_part(text, word)
        ):
            kept.append(word)
    return kept


def _is_no_part(text: str, word: Word) -> bool:
    """True for a common word whose capital comes from its place, and for a code."""
    if fold(word.text) in read_lines("common_words.txt"):
        return starts_sentence(text, word.start)
    return _CODE.search(word.text) is not None


def _sentences(text: str) -> Iterator[tuple[int, int, bool]]:
    """Start, end and whether it is the first of its paragraph; a sentence keeps the space after it."""
    start = 0
    for block in text.split("\n\n"):
        end, first, begin = start + len(block), True, start
        for stop in [*(match.end() for match in _SENTENCE_END.finditer(text, start, end)), end]:
            for part_start, part_end in _parts(text, begin, stop):
                yield part_start, part_end, first
                first = False
            begin = stop
        start = end + 2


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentence, or parts of one that is too long, cut after a space where there is one."""
    while end - start > LONGEST:
        cut = text.rfind(" ", start, start + LONGEST) + 1 or start + LONGEST
        yield start, cut
        start = cut
    if start < end:
        yield start, end
