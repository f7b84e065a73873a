"""Sentences that ran together where a page's markup was dropped ("... with rain.In May ..."), taken apart again.

Put here: finding the seams. Keep out: hard-wrapped lines (wraps.py).
"""

import re

# A full stop after a word, quotes perhaps, then at once a capital letter (or a quote before one): no blank in between.
# The word has two letters or a digit before the stop, so that abbreviations (U.S.Army, e.g.The) stay whole.
_LOWER = "a-zà-öø-ÿа-яёα-ωά-ώß"
_UPPER = "A-ZÀ-ÖØ-ÞА-ЯЁΑ-Ω"
_SEAM = re.compile(
    rf"(?<=[{_LOWER}{_UPPER}\d%)\]][{_LOWER}\d%)\]\"'’”»])(?P<stop>[.!?…؟])(?P<quotes>['\"’”“‘»«\[(]{{0,4}})"
    rf"(?=[{_UPPER}][{_LOWER}{_UPPER}]*[ ,’'.\-\]]|[{_UPPER}] |[{_UPPER}]\])"
)
_ARABIC_SEAM = re.compile(r"(?<=[\u0621-\u064a])(?P<stop>[.؟!])(?P<quotes>[\"”»]{0,2})(?=[\u0621-\u064a]{2,}[ ،])")
_SURE_OPENERS, _SURE_CLOSERS = "“‘«[(", "”»"


def count_seams(text: str) -> int:
    """Number of places where two sentences ran together."""
    return sum(1 for _ in _SEAM.finditer(text)) + sum(1 for _ in _ARABIC_SEAM.finditer(text))


def unglue(text: str) -> list[str]:
    """The text as paragraphs, cut at each seam. Quotes at a seam go to the side that they open or close."""
    cuts = sorted(_cut_at(text, m) for p in (_SEAM, _ARABIC_SEAM) for m in p.finditer(text))
    parts, begin = [], 0
    for cut in cuts:
        parts.append(text[begin:cut].strip())
        begin = cut
    return [part for part in [*parts, text[begin:].strip()] if part]


def _cut_at(text: str, seam: re.Match[str]) -> int:
    quotes, at = seam["quotes"], seam.start("quotes")
    for index, mark in enumerate(quotes):
        if mark in _SURE_OPENERS:
            return at + index
    if not quotes or quotes[-1] in _SURE_CLOSERS:
        return seam.end()
    if len(quotes) > 1:
        return at + len(quotes) - 1
    return seam.end() if _is_open(text, at, quotes) else at


def _is_open(text: str, at: int, mark: str) -> bool:
    """True when a straight or curly quote was opened in the 600 characters before `at` and not closed since."""
    before = text[max(0, at - 600) : at]
    opened = max(
        (m.start() for m in re.finditer(rf"(?:^|(?<=[\s(\[—–.!?,])){re.escape(mark)}(?=[\w\[\"'])", before)), default=-1
    )
    closed = max(
        (m.start() for m in re.finditer(rf"(?<=[.,!?…a-rt-z\d]){re.escape(mark)}(?=[\s{_UPPER}]|$)", before)),
        default=-1,
    )
    return opened >= 0 and opened > closed
