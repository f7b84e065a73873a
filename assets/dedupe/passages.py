"""Passages of two texts, from which words lie in shared word runs: common ones, own ones, quoted ones."""

import numpy as np

from assets.dedupe.tokens import Flags, Indices

# A run that two writers do not arrive at on their own.
LONG_RUN = 8
# Words between shared runs of at least SHARED_RUN words are a passage of the text's own from so many words on; a
# shorter shared run is a figure of speech.
OWN_PASSAGE, SHARED_RUN = 12, 4
# A text that is its own wording to this share, of which it shares less than that, only quotes what the other quotes.
UNQUOTED_SHARE, OWN_WORDING = 0.25, 1 / 3


def share(flags: Flags) -> float:
    """The share of flags that are set; numpy's mean costs ten times as much on a text."""
    return np.count_nonzero(flags) / len(flags)


def cover(hits: Flags, words: int) -> Flags:
    """Words that lie in a gram that hits; `hits` has a flag for the gram that begins at each word."""
    covered = np.zeros(words, dtype=bool)
    length = words - len(hits) + 1
    for step in range(length):
        covered[step : step + len(hits)] |= hits
    return covered


def count_run_words(hits: Flags, quoted: Flags) -> int:
    """Words of the shared runs that are long without the words in quotation marks."""
    length = len(quoted) - len(hits) + 1
    free = hits.copy()
    for step in range(length):
        free &= ~quoted[step : step + len(hits)]
    lengths, is_free = _run_lengths(free)
    runs = lengths[is_free] + length - 1
    return int(runs[runs >= LONG_RUN].sum())


def measure_own(shared: Flags) -> float:
    """The share of words that stand in passages of the text's own."""
    lengths, is_shared = _run_lengths(shared)
    lengths, is_shared = _run_lengths(np.repeat(is_shared & (lengths >= SHARED_RUN), lengths))
    own = lengths[~is_shared]
    return float(own[own >= OWN_PASSAGE].sum() / max(len(shared), 1))


def is_quoted(shared: Flags, quoted: Flags) -> bool:
    """Whether what is shared are quotations, while a good part of the text is wording of its own."""
    own = ~quoted
    return bool(share(own) >= UNQUOTED_SHARE and share(shared[own]) < OWN_WORDING)


def _run_lengths(flags: Flags) -> tuple[Indices, Flags]:
    """Length and value of every run of equal flags."""
    starts = np.ones(len(flags), dtype=bool)
    starts[1:] = flags[1:] != flags[:-1]
    edges = np.append(np.flatnonzero(starts), len(flags))
    return edges[1:] - edges[:-1], flags[edges[:-1]]
