"""What one paragraph is, judged by itself: prose, short line, byline, stub, label, ...

Put here: the rules that need no neighbours. Keep out: what a paragraph means on its page (layout.py).
"""

import re
from dataclasses import dataclass, field

from assets.parsing.agencies import find_agencies
from assets.parsing.bylines import is_name_like, is_person_like
from assets.parsing.credits import is_credit_phrase, read_credit_line
from assets.parsing.dates import find_dates
from assets.parsing.markers import fold, has_no_marker, has_phrase, is_line, line_kinds, starts_with, word_set
from assets.parsing.text.captions import has_label, is_caption
from assets.parsing.text.lines import INNER_STOP, Line, count_words, ends_sentence, is_cut_off
from assets.parsing.text.menus import is_menu, read_bar
from assets.parsing.text.meta import Meta, read_byline, read_meta
from assets.parsing.text.wire import wire_kind

_LETTER = re.compile(r"[^\W\d_]")
_URL = re.compile(r"(?:https?://|www\.)\S+$")
_POST = re.compile(r"\(@\w+\)|(?:^|\s)pic\.\w+\.com/\w+|^@\w+\b")
_STAMPED = re.compile(r"\d{1,2}:\d{2}\s?(?:[ap]\.?m\.?)?\s?(?P<rest>[^\W\d_].{2,40})")
_ADDRESS = re.compile(r"\S+@[\w-]+\.\w|\[email.protected\]")
_ARROW = re.compile(r"^[←«‹⟵]|[→»›⟶]$")
_CLOCK = re.compile(r"\d{1,2}[:.]\d{2}")
_ITEM = re.compile(r"(?:[-–—•·●▪■*+►▶✓]\s+|\d{1,2}[.)]\s+(?=\S))")
_QUOTE_CHARACTERS = re.compile(r"[\"“”«»„]")
_WHOLE_LINES = ("comment", "ad", "share", "related", "rail", "newsletter", "counter", "navigation", "bio")
_PROMOTIONS = ("navigation", "cookie", "subscription", "newsletter", "app", "ad", "legal")
_LABEL_ENDS = ":|»>–—-："
_CAPTION_WORDS, _CREDIT_WORDS = 60, 25
_ADDRESS_WORDS = 8
_SENTENCE_WORDS = 14
_LEGAL_WORDS, _PROMOTION_WORDS, _BRIEF_WORDS = 35, 60, 14


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
        block.kind = "rule" if not _LETTER.search(block.text) else "navigation" if is_menu(block.text) else "prose"
    if block.kind == "prose" and block.is_item:
        block.kind = "item"


def _small_kind(block: Block) -> str:
    text = block.text
    if block.words >= _SENTENCE_WORDS and text[-1] == "." and text[0] != "©" and has_no_marker(text):
        return _shape(block)
    bare = _ITEM.sub("", text) if block.is_item else text
    if not _LETTER.search(text):
        return _without_letters(block)
    if _URL.fullmatch(text):
        return "url"
    if wire := wire_kind(text):
        return wire
    whole = line_kinds(bare)
    if kind := next((k for k in _WHOLE_LINES if k in whole), None):
        return kind
    return (
        read_bar(text)
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


def _data_line(block: Block, bare: str) -> str:
    if is_line("section", bare):
        return "section"
    has_address = _ADDRESS.search(bare) is not None and block.words <= _ADDRESS_WORDS
    if (has_address and not starts_with("byline", bare) and not find_dates(bare)) or _ARROW.search(bare):
        return "navigation"
    if bare.startswith("About ") and is_person_like(bare[6:]):
        return "bio"
    if _POST.search(bare) and block.words <= _CREDIT_WORDS:
        return "post"
    block.meta = read_meta(bare)
    if block.meta is not None:
        return "meta"
    stamped = _STAMPED.fullmatch(bare)
    if stamped and (is_person_like(stamped["rest"]) or stamped["rest"] == "KEY EVENT"):
        return "meta"
    block.meta = read_byline(bare)
    return "byline" if block.meta is not None or starts_with("byline", bare) == len(bare) else ""


def _labelled(text: str, words: int) -> str:
    """Lines that say at their start what they are: "Read also: ...", "Photo: ...", "Source: ...", "No comments yet"."""
    if words <= 40 and _is_link_line(text, words):
        return "read_also"
    if words <= 80 and (read_credit_line(text) or is_signature(text)):
        return "credit"
    if words <= 30 and is_credit_phrase(text) and has_label(text, "source"):
        return "credit"
    if words <= 40 and is_credit_phrase(text) and (text.startswith(("(", "[")) or words <= _CREDIT_WORDS):
        return "credit"
    if words <= _CAPTION_WORDS and is_caption(text):
        return "caption"
    starts = ("comment", "share", "related", "rail", "navigation")
    return next((k for k in starts if words <= 25 and starts_with(k, text) and _is_stub(text, k)), "")


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


def _is_stub(text: str, kind: str) -> bool:
    """Comment and share stubs may be sentences; headings of rails and tag lists are short and do not end like one."""
    if kind in {"comment", "share"}:
        return True
    taken = starts_with(kind, text)
    rest = text[taken:].lstrip()
    if kind == "navigation":
        return rest[:1] in {*":|：／"} or text[taken - 1] in ":|"
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


def _is_prose(text: str, words: int) -> bool:
    """Sentences: long enough, and ending or at least holding the marks of a sentence."""
    if words >= 25:
        return not is_menu(text)
    if is_cut_off(text):
        return words >= 12
    if words > _SENTENCE_WORDS and INNER_STOP.search(text):
        return True
    return (words >= 7 and ends_sentence(text) and not text.rstrip("\"'”’»").endswith(("?", "!"))) or (
        words >= 14 and ends_sentence(text)
    )
