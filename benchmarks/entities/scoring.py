"""Strict F1 of mentions, by the convention of the labelled sets: same kind, same boundaries.

Boundaries are compared without a leading "the", quotation marks and a trailing 's; all sorts of places count as one.
"""

import re
from collections import Counter
from collections.abc import Iterable

Mention = tuple[int, int, str]

_FRONT = re.compile(r"(?i)the\s+|[\"'“‘”’`\s]+")
_BACK = re.compile(r"(?:'s|’s|[\"'“‘”’`\s])$")


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without what the convention leaves out."""
    while True:
        if match := _FRONT.match(text, start, end):
            start = match.end()
        elif match := _BACK.search(text[start:end]):
            end -= len(match[0])
        else:
            return start, end


def count_mentions(text: str, gold: Iterable[Mention], found: Iterable[Mention]) -> Counter[tuple[str, str]]:
    """Counts by kind: ("right" | "gold" | "found", kind)."""
    wanted = {(*trim(text, start, end), kind) for start, end, kind in gold}
    given = {(*trim(text, start, end), kind) for start, end, kind in found}
    counts: Counter[tuple[str, str]] = Counter()
    for name, mentions in (("gold", wanted), ("found", given), ("right", wanted & given)):
        counts.update((name, kind) for *_, kind in mentions)
    return counts


def scores(counts: Counter[tuple[str, str]], kind: str | None = None) -> tuple[float, float, float]:
    """Precision, recall and F1 of one kind, or of all."""
    right, gold, found = (
        sum(n for (name, k), n in counts.items() if name == wanted and kind in (None, k))
        for wanted in ("right", "gold", "found")
    )
    return right / max(found, 1), right / max(gold, 1), 2 * right / max(gold + found, 1)
