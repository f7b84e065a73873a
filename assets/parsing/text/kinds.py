"""What one paragraph is, judged by itself: prose, short line, byline, stub, label, ...

Put here: the rules that need no neighbours. Keep out: what a paragraph means on its page (layout.py).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from assets.parsing.agencies import find_agencies, find_agency
from assets.parsing.bylines import is_name_like, is_person_like
from assets.parsing.credits import is_credit_phrase, read_credit_line
from assets.parsing.markers import fold, has_no_marker, has_phrase, is_line, line_kinds, starts_with, word_set
from assets.parsing.text.lines import Line, count_words, ends_sentence, is_cut_off
from assets.parsing.text.meta import Meta, read_byline, read_meta

_LETTER = re.compile(r"[^\W\d_]")
_URL = re.compile(r"(?:https?://|www\.)\S+$")
_POST = re.compile(r"\(@\w+\)|(?:^|\s)pic\.\w+\.com/\w+|^@\w+\b")
_PHOTOGRAPHER = re.compile(r"[^\W\d_][\w.'’-]+\s?/\s?([^\W\d_][\w -]{1,20})[)\]]?\.?$")
_OWNED = re.compile(r"\S\s*©\s*[^\W\d_][^.!?]{2,60}$")
_INNER_STOP = re.compile(r"[^\W\d_]{3,}[\"'”’)]?[.!?]['\"”’)]?\s+[\"'“‘(]?[^\W\d_a-zà-öø-ÿ]")
_ADDRESS = re.compile(r"\S+@[\w-]+\.\w|\[email.protected\]")
_ARROW = re.compile(r"^[←«‹⟵]|[→»›⟶]$")
_CLOCK = re.compile(r"\d{1,2}[:.]\d{2}")
_ITEM = re.compile(r"(?:[-–—•·●▪■*+►▶✓]\s+|\d{1,2}[.)]\s+(?=\S))")
_QUOTE_CHARACTERS = re.compile(r"[\"“”«»„]")
_WHOLE_LINES = ("comment", "ad", "share", "related", "rail", "newsletter", "counter", "navigation", "bio")
_PROMOTIONS = ("navigation", "cookie", "subscription", "newsletter", "app", "ad", "legal")
_LABEL_ENDS = ":|»>–—-"
_CAPTION_WORDS, _CREDIT_WORDS = 60, 25
_ADDRESS_WORDS = 8
_SENTENCE_WORDS = 14
_CAPTION_TAIL = 90
_LEGAL_WORDS, _PROMOTION_WORDS, _BRIEF_WORDS = 35, 60, 14
_MENU_SAMPLE, _MENU_WORDS, _MENU_CAPITALS = 2000, 8, 0.6


@dataclass(slots=True)
class Block:
    """A paragraph: its place, its words as a reader sees them, and what it is (`kind`)."""

    start: int
    end: int
    text: str
    kind: str = "short"
    words: int = 0
    after_blank: bool = False
    level: int = 0
    is_marked: bool = False
    is_item: bool = False
    url: str | None = None
    meta: Meta | None = None
    hint: str = ""
    lines: list[Line] = field(default_factory=list)

    @property
    def key(self) -> str:
        """The words as they are compared with other paragraphs."""
        return fold(self.text[:400])


def classify(block: Block) -> None:
    """Set words, kind and meta of a block, looking at nothing but the block."""
    block.words = count_words(block.text)
    block.is_item = block.is_item or bool(_ITEM.match(block.text))
    if block.hint:
        block.kind = block.hint
        return
    if len(block.text) <= 400:
        block.kind = _small_kind(block)
    else:
        block.kind = "rule" if not _LETTER.search(block.text) else "navigation" if _is_menu(block.text) else "prose"
    if block.kind == "prose" and block.is_item:
        block.kind = "item"


def _small_kind(block: Block) -> str:
    text = block.text
    if block.words >= _SENTENCE_WORDS and text[-1] == "." and has_no_marker(text):
        return _shape(block)
    bare = _ITEM.sub("", text) if block.is_item else text
    if not _LETTER.search(text):
        return _without_letters(block)
    if _URL.fullmatch(text):
        return "url"
    whole = line_kinds(bare)
    if kind := next((k for k in _WHOLE_LINES if k in whole), None):
        return kind
    return (
        _share_bar(text)
        or _data_line(block, bare)
        or _labelled(text, block.words)
        or _promotion(text, block.words)
        or _shape(block)
    )


def _without_letters(block: Block) -> str:
    """A date in figures, a clock time (live blogs), or nothing."""
    block.meta = read_meta(block.text)
    if block.meta is not None:
        return "meta"
    return "short" if _CLOCK.fullmatch(block.text) else "rule"


def _share_bar(text: str) -> str:
    """A row of network names and buttons, or of menu entries, on one line."""
    words = fold(text).split()
    if 2 <= len(words) <= 15 and _is_all_buttons(words):
        return "share"
    parts = [p for p in re.split(r"\s*[|•·>/»]\s*|\s{2,}|\t", text) if p]
    menu = sum(is_line("navigation", p) or is_line("section", p) or is_line("share", p) for p in parts)
    return "navigation" if len(parts) > 1 and menu >= 2 and menu >= 0.6 * len(parts) else ""


def _is_all_buttons(words: Sequence[str]) -> bool:
    """True when the words, alone or by twos ("copy link"), are share buttons and counts."""
    while words:
        taken = next((n for n in (2, 1) if is_line("share", " ".join(words[:n])) or words[:n] == ["0"]), 0)
        if not taken:
            return False
        words = words[taken:]
    return True


def _data_line(block: Block, bare: str) -> str:
    if is_line("section", bare):
        return "section"
    if (_ADDRESS.search(bare) and block.words <= _ADDRESS_WORDS) or _ARROW.search(bare):
        return "navigation"
    if bare.startswith("About ") and is_person_like(bare[6:]):
        return "bio"
    if _POST.search(bare) and block.words <= _CREDIT_WORDS:
        return "post"
    block.meta = read_meta(bare)
    if block.meta is not None:
        return "meta"
    block.meta = read_byline(bare)
    return "byline" if block.meta is not None else ""


def _labelled(text: str, words: int) -> str:
    """Lines that say at their start what they are: "Read also: ...", "Photo: ...", "Source: ...", "No comments yet"."""
    if words <= 40 and _is_link_line(text, words):
        return "read_also"
    if words <= 80 and (read_credit_line(text) or is_signature(text)):
        return "credit"
    if words <= 30 and is_credit_phrase(text) and _has_label(text, "source"):
        return "credit"
    if words <= 40 and is_credit_phrase(text) and (text.startswith(("(", "[")) or words <= _CREDIT_WORDS):
        return "credit"
    if words <= _CAPTION_WORDS and _is_caption(text):
        return "caption"
    starts = ("comment", "share", "related", "rail", "navigation")
    return next((k for k in starts if words <= 25 and starts_with(k, text) and _is_stub(text, k)), "")


def _is_caption(text: str) -> bool:
    """ "Photo: ...", or a picture agency's name at either end; one amid a sentence does not count."""
    if _has_label(text, "caption") or _signed_by_agency(text) or _OWNED.search(text):
        return True
    return has_phrase("caption", text[-_CAPTION_TAIL:] if ends_sentence(text) else text)


def _signed_by_agency(text: str) -> bool:
    """ "... in the storm. Joy Santos/AP": a photographer and an agency at the end."""
    found = _PHOTOGRAPHER.search(text[-_CAPTION_TAIL:])
    return found is not None and find_agency(found[1]) is not None


def _is_link_line(text: str, words: int) -> bool:
    """ "Read also: Headline". One common word ("Background: ...") counts only before what is no sentence."""
    taken = starts_with("read_also", text)
    if not taken or not (text[taken - 1] in _LABEL_ENDS or text[taken:].lstrip()[:1] in tuple(_LABEL_ENDS)):
        return False
    return not ends_sentence(text) or text.endswith("?") or (" " in text[:taken].strip() and words <= 25)


def is_signature(text: str) -> bool:
    """ "/ Agency (Outlet)" or "(Outlet)" as a stretch of its own."""
    if not re.fullmatch(r"/\s*[^()]{2,40}(?:\([^()]{2,40}\))?|\([^()]{2,40}\)", text):
        return False
    return (text[0] == "/" and bool(find_agencies(text))) or (text[0] == "(" and is_name_like(text.strip("()")))


def _has_label(text: str, kind: str) -> bool:
    bare = text.lstrip("([")
    taken = starts_with(kind, bare)
    return bool(taken) and (bare[taken:].lstrip()[:1] in {":", "|", "/", "©"} or bare[taken - 1] in ":|")


def _is_stub(text: str, kind: str) -> bool:
    """Comment and share stubs may be sentences; headings of rails and tag lists are short and do not end like one."""
    if kind in {"comment", "share"}:
        return True
    taken = starts_with(kind, text)
    rest = text[taken:].lstrip()
    if kind == "navigation":
        return rest[:1] in {":", "|"} or text[taken - 1] in ":|"
    return not ends_sentence(text) and len(text) <= 60 and text.count(" ") <= 6 and rest[:1] != ","


def _promotion(text: str, words: int) -> str:
    """Prompts to subscribe, download, accept: a phrase for it, and the reader spoken to (or a short line)."""
    for kind in _PROMOTIONS:
        limit = _LEGAL_WORDS if kind == "legal" else _PROMOTION_WORDS
        if (
            words <= limit
            and has_phrase(kind, text)
            and (words <= _BRIEF_WORDS or speaks_to_reader(text) or not _is_prose(text, words))
        ):
            return kind
    return "legal" if text[:1] == "©" and words <= _LEGAL_WORDS else ""


def speaks_to_reader(text: str) -> bool:
    """True for words such as "you" and "our" outside quotes, as outlets speak of themselves."""
    if len(_QUOTE_CHARACTERS.findall(text)) >= 2:
        return False
    return any(word in word_set("reader") for word in fold(text).split())


def _shape(block: Block) -> str:
    if block.level:
        return "short"
    return "prose" if _is_prose(block.text, block.words) else "short"


def _is_menu(text: str) -> bool:
    """True for a long line without a sentence, most of whose words start with a capital letter: a glued menu."""
    head = text[:_MENU_SAMPLE]
    if ends_sentence(text) or _INNER_STOP.search(head):
        return False
    words = [word for word in head.split() if word[0].isalpha()]
    return len(words) >= _MENU_WORDS and sum(word[0].isupper() for word in words) >= _MENU_CAPITALS * len(words)


def _is_prose(text: str, words: int) -> bool:
    """Sentences: long enough, and ending or at least holding the marks of a sentence."""
    if words >= 25:
        return not _is_menu(text)
    if is_cut_off(text):
        return words >= 12
    if words > _SENTENCE_WORDS and _INNER_STOP.search(text):
        return True
    return (words >= 7 and ends_sentence(text) and not text.rstrip("\"'”’»").endswith(("?", "!"))) or (
        words >= 14 and ends_sentence(text)
    )
