"""A body as the attribution rules see it: quoted words hidden, sentences found. Keep out: cues and speakers."""

import re
from dataclasses import dataclass
from functools import cached_property

from assets.quotes.marks import Span, find_quotations
from assets.quotes.tables import Tables

HIDDEN = "\x01"  # stands for every character between quotation marks, and for the marks
_END = re.compile(rf"[.?!…]+[)\]]?(?=\s+[^\sa-z]|\s*$)|\n+|{HIDDEN}+")
_LAST_WORD = re.compile(r"([\w]+)[.]$")


@dataclass(frozen=True)
class Text:
    """One article's body with its quotations."""

    body: str
    tables: Tables

    @cached_property
    def quotations(self) -> list[Span]:
        """Stretches between quotation marks, in order."""
        return find_quotations(self.body)

    @cached_property
    def plain(self) -> str:
        """The body with quoted words hidden: same length, so that offsets are the same."""
        parts, at = [], 0
        for quotation in self.quotations:
            parts += [self.body[at : quotation.start - 1], HIDDEN * (quotation.end - quotation.start + 2)]
            at = quotation.end + 1
        return "".join([*parts, self.body[at:]])[: len(self.body)]

    @cached_property
    def sentences(self) -> list[Span]:
        """Sentences, a quotation being part of the one it stands in; never across a line break."""
        spans, start = [], 0
        for match in _END.finditer(self.plain):
            if self._is_end(match):
                spans.append(Span(start, match.end()))
                start = match.end()
        spans.append(Span(start, len(self.body)))
        return [span for span in spans if self.body[span.start : span.end].strip()]

    def _is_end(self, match: re.Match[str]) -> bool:
        found = match[0]
        if found[0] == "\n":
            return True
        if found[0] == HIDDEN:
            return self._quotation_ends_sentence(match)
        word = _LAST_WORD.search(self.plain, max(0, match.end() - 20), match.end())
        return word is None or not (len(word[1]) == 1 or word[1] in self.tables.abbreviations)

    def _quotation_ends_sentence(self, match: re.Match[str]) -> bool:
        """It ends with a full stop, and what follows begins anew; after ? and ! a speaker and a verb may follow."""
        inside = self.body[match.start() : match.end()].rstrip("”\"'’»“ ")
        if inside[-1:] not in (".", "?", "!", "…"):
            return False
        following = self.plain[match.end() : match.end() + 60].lstrip(" ")
        if following[:1].islower() or following[:1] in tuple(",;—–―-"):
            return False
        return inside[-1] == "." or not self._begins_with_cue(following)

    def _begins_with_cue(self, following: str) -> bool:
        cue = self.tables.cue_pattern.search(following)
        return cue is not None and self.tables.cues[cue[0].lower()].strength == 3 and following[: cue.start()].count(" ") <= 3
