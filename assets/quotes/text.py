"""A body as the rules see it: quoted words hidden, words and sentences found. Keep out: what they mean."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from assets.quotes.marks import Span, find_quotations
from assets.quotes.tables import Tables, Word, load_tables, word_finder

HIDDEN = "\x01"  # stands for every character between quotation marks, and for the marks
_END = re.compile(rf"[.?!…]+[)\]]?(?=\s+[^\sa-z]|\s*$)|\n+|{HIDDEN}+")
_MARK_REACH = 4  # characters between a mark and its words, at most
_MAX_SENTENCE = 1_000  # visible characters; longer ones are cut at a blank, so that no text costs more than its length
_DOUBLED = ("''", "``")
_LAST_WORD = re.compile(r"(\w+)\.$")
_WORD = re.compile(r"\w+(?:-\w+)*")


@dataclass(frozen=True)
class Text:
    """One article's body with its quotations. `language` chooses the word lists."""

    body: str
    language: str = "en"

    @cached_property
    def tables(self) -> Tables:
        """Word lists of the language."""
        return load_tables(self.language)

    @cached_property
    def quotations(self) -> list[Span]:
        """Stretches between quotation marks, in order."""
        return find_quotations(self.body)

    @cached_property
    def plain(self) -> str:
        """The body with quoted words hidden: same length, so that offsets are the same."""
        parts, at = [], 0
        for quotation in self.quotations:
            outer = self._with_marks(quotation)
            parts += [self.body[at : outer.start], HIDDEN * (outer.end - max(at, outer.start))]
            at = outer.end
        return "".join([*parts, self.body[at:]])

    @cached_property
    def cues(self) -> list[Word]:
        """Verbs of saying and judging outside quotation marks, but for those that are part of a name ("State")."""
        return [cue for cue in self.find_words("cues") if not self._is_in_name(cue)]

    def _is_in_name(self, word: Word) -> bool:
        before = self.plain[max(0, word.start - 3) : word.start].rstrip()
        return self.plain[word.start].isupper() and bool(before) and before[-1] not in f".?!:{HIDDEN}"

    @cached_property
    def according(self) -> list[Word]:
        """Phrases before a speaker ("according to") outside quotation marks."""
        return self.find_words("according")

    @cached_property
    def _listed(self) -> dict[str, list[Word]]:
        return word_finder(self.language).find(self.plain)

    def find_words(self, name: str) -> list[Word]:
        """Places of the words of one list (see tables.word_finder), outside quotation marks."""
        return self._listed[name]

    @cached_property
    def sentences(self) -> list[Span]:
        """Sentences, a quotation being part of the one it stands in; never across a line break."""
        ends = [match.end() for match in _END.finditer(self.plain) if self._is_end(match)]
        spans = [Span(*bounds) for bounds in pairwise([0, *ends, len(self.body)])]
        return [part for span in spans if self.body[span.start : span.end].strip() for part in self._cut(span)]

    @cached_property
    def quoted_sentences(self) -> frozenset[int]:
        """Starts of the sentences without a word outside quotation marks."""
        return frozenset(s.start for s in self.sentences if _WORD.search(self.plain, s.start, s.end) is None)

    def _cut(self, sentence: Span) -> list[Span]:
        cuts, at = [sentence.start], sentence.start
        while sentence.end - at > _MAX_SENTENCE:
            at = self.plain.find(" ", at + _MAX_SENTENCE, sentence.end)
            if at < 0:
                break
            cuts.append(at)
        return [Span(*bounds) for bounds in pairwise([*cuts, sentence.end])]

    def _with_marks(self, quotation: Span) -> Span:
        """The quotation with its marks, blanks inside them, and both characters of a mark typed as two."""
        before = self.body[max(0, quotation.start - _MARK_REACH) : quotation.start]
        after = self.body[quotation.end : quotation.end + _MARK_REACH]
        start = quotation.start - 1 - (len(before) - len(before.rstrip(" \xa0")))
        end = quotation.end + 1 + (len(after) - len(after.lstrip(" \xa0")))
        start -= self.body[max(0, start - 1) : start + 1] in _DOUBLED
        end += self.body[end - 1 : end + 1] in _DOUBLED
        return Span(max(0, start), min(end, len(self.body)))

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
        return inside[-1] == "." or not self._begins_with_cue(match.end())

    def _begins_with_cue(self, at: int) -> bool:
        """A verb of saying is among the next four words."""
        first = bisect_left(self.cues, at, key=lambda cue: cue.start)
        if first == len(self.cues) or self.tables.cues[self.cues[first].form].strength < 3:
            return False
        between = self.plain[at : self.cues[first].start]
        return between.count(" ") <= 4 and "\n" not in between
