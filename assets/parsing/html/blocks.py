"""What the walk hands over: blocks, elements, and the text cleaning they share. Nothing is decided here."""

import re
from dataclasses import dataclass, field

from selectolax.lexbor import LexborNode

from assets.parsing.html.class_words import Hint, class_hints

BREAK_MARK = "\x1e"
_SHORT_LINE = 60
_SENTENCE_ENDS = (".", "!", "?", "…", "。", "！", "？", "؟", "”", "»", "」", '"')
_PARAGRAPH_BREAK = re.compile(r"\x1e\s*\x1e")
# Never shown: C0 and C1 controls, soft hyphen, zero-width space, byte order mark, direction marks, overrides.
_UNSEEN = re.compile(
    r"[\x00-\x08\x0e-\x1d\x1f\x7f-\x9f\xad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]"
)
_LATIN_JOINER = re.compile(r"(?<=[A-Za-z])[\u200c\u200d]+|[\u200c\u200d]+(?=[A-Za-z])")
_HIDING_STYLE = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
# "hidden lg:block", "d-none d-md-flex": hidden on small screens only.
_SHOWN_AT_A_WIDTH = re.compile(r"(?:^|\s|:|-(?:xs|sm|md|lg|xl|xxl)-)(?:inline-)?(?:block|flex|grid|inline)(?=\s|$)")
_HIDDEN, _UNSEEN_HINT = Hint.HIDDEN, Hint.UNSEEN

Attributes = dict[str, str | None]


@dataclass(slots=True)
class Block:
    """A stretch of text without a block boundary in it; `element` is the position of the element around it."""

    text: str
    tag: str
    element: int
    link_chars: int
    link: LexborNode | None


@dataclass(slots=True)
class Element:
    """A block-level element; its blocks are `first_block` to `end_block` (exclusive)."""

    tag: str
    parent: int
    hints: int
    first_block: int
    end_block: int
    attributes: Attributes


@dataclass(slots=True)
class Page:
    """What one walk gives: blocks and elements in document order, and what the head says.

    `times` are time elements as (position of the next block, attributes, text), `author_texts` what is marked as an
    author, as (position of the next block, text). `source` is the page as it came, for what only its scripts say.
    """

    source: str = ""
    blocks: list[Block] = field(default_factory=list)
    elements: list[Element] = field(default_factory=list)
    meta: list[Attributes] = field(default_factory=list)
    links: list[Attributes] = field(default_factory=list)
    scripts: list[str] = field(default_factory=list)
    times: list[tuple[int, Attributes, str]] = field(default_factory=list)
    author_texts: list[tuple[int, str]] = field(default_factory=list)
    html_title: str | None = None
    language: str | None = None


def clean_text(text: str) -> str:
    """White space runs become one space; characters that are never shown go."""
    text = " ".join(text.split())
    if text.isascii() and text.isprintable():
        return text
    text = _UNSEEN.sub("", text)
    return _LATIN_JOINER.sub("", text) if "\u200c" in text or "\u200d" in text else text


def raw_text(node: LexborNode) -> str:
    """Text of a node that holds nothing but text (script, title)."""
    child = node.first_child
    return (child.text_content or "") if child is not None else ""


def is_linked_data(node: LexborNode) -> bool:
    """True for a script that holds JSON-LD."""
    return node.tag == "script" and "ld+json" in (node.attributes.get("type") or "")


def split_breaks(text: str) -> list[str]:
    """Parts between line breaks: paragraphs at two in a row, lines at single ones.

    At single ones only where all lines are short, or all are sentences: else a line was broken to fit a width.
    """
    pieces: list[str] = []
    for piece in _PARAGRAPH_BREAK.split(text):
        lines = piece.split(BREAK_MARK)
        are_apart = all(len(line) <= _SHORT_LINE for line in lines) or all(
            line.rstrip().endswith(_SENTENCE_ENDS) for line in lines if line and not line.isspace()
        )
        pieces.extend(lines if are_apart else [piece])
    return pieces


def element_hints(attributes: Attributes) -> int:
    """Hints of an element's class, id and visibility attributes."""
    hints = 0
    value = attributes.get("class")
    if value:
        hints = class_hints(value)
        if hints & _HIDDEN and _SHOWN_AT_A_WIDTH.search(value):
            hints &= ~_HIDDEN
    value = attributes.get("id")
    if value:
        hints |= class_hints(value)
    if "hidden" in attributes or ("style" in attributes and _HIDING_STYLE.search(attributes["style"] or "")):
        hints |= _UNSEEN_HINT
    return hints
