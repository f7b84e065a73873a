"""One walk over the parsed page: its visible blocks in order, the elements around them, and what the head says.

No decision about what a block is good for is taken here. The walk is iterative: depth costs no stack.
"""

import re
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from assets.parsing.html.class_words import Hint, class_hints
from assets.parsing.html.limits import MAX_DEPTH, PageLimit

_INLINE, _BLOCK, _TEXT, _LINK, _SKIP, _BREAK, _SPAN, _HEAD = range(8)
_KINDS = (
    dict.fromkeys(
        "abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd mark nobr q rb ruby s samp small strike "
        "strong sub sup tt u var wbr label slot html head".split(),
        _INLINE,
    )
    | dict.fromkeys(
        "script style svg template iframe object embed canvas math select option textarea input video audio map datalist "
        "rt rp noscript -comment -doctype !doctype noembed noframes frameset picture img source track progress meter "
        "amp-img amp-ad amp-analytics amp-state optgroup param".split(),
        _SKIP,
    )
    | dict.fromkeys(("title", "meta", "link", "base"), _HEAD)
    | {"a": _LINK, "br": _BREAK, "hr": _BREAK, "span": _SPAN, "time": _SPAN}
    # Without attributes these only tell what their text is: no element is kept for them.
    | dict.fromkeys("p li h1 h2 h3 h4 h5 h6 td th tr tbody thead tfoot dt dd ul ol pre center".split(), _TEXT)
)
# A span with one of these meanings stands for itself; all others are part of the sentence around them.
_SPAN_HINTS = (
    Hint.CAPTION | Hint.CREDIT | Hint.BYLINE | Hint.AD | Hint.SHARE | Hint.SUBTITLE | Hint.RELATED | Hint.DATE
)
_BREAK_MARK = "\x1e"
_PARAGRAPH_BREAK = re.compile(r"\x1e\s*\x1e")
# Never shown: C0 and C1 controls, soft hyphen, zero-width space, byte order mark, direction marks and overrides.
_UNSEEN = re.compile(r"[\x00-\x08\x0e-\x1d\x1f\x7f-\x9f\xad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
_LATIN_JOINER = re.compile(r"(?<=[A-Za-z])[\u200c\u200d]+|[\u200c\u200d]+(?=[A-Za-z])")
_AUTHOR_MARKS = ('rel="author', "rel='author", "rel=author", 'itemprop="author')
_AUTHOR_SELECTOR = "a[rel~=author], [itemprop=author] [itemprop=name], [itemprop=author]:not(:has([itemprop=name]))"
_LINKED_DATA = 'script[type*="ld+json"]'
# Parts of a page that are read as one block: half of all nodes stand in them.
_WHOLE_TAGS = frozenset(("nav", "footer", "form", "menu"))
_WHOLE_HINTS = Hint.NAV | Hint.FOOTER | Hint.SHARE | Hint.CONSENT | Hint.NEWSLETTER | Hint.HIDDEN | Hint.UNSEEN | Hint.AD
_PROSE_LINE = 120
_SHORT_LINE = 60
_UNSEEN_TAGS = ["script", "style", "svg", "template", "iframe", "select", "textarea", "math", "object"]
_HIDING_STYLE = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)


@dataclass(slots=True)
class Block:
    """A stretch of text without a block boundary in it. `element` is the position of the element around it."""

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
    attributes: dict[str, str | None]


@dataclass(slots=True)
class Page:
    """What one walk gives: blocks and elements in document order, and the head's nodes."""

    blocks: list[Block] = field(default_factory=list)
    elements: list[Element] = field(default_factory=list)
    meta: list[dict[str, str | None]] = field(default_factory=list)
    links: list[dict[str, str | None]] = field(default_factory=list)
    scripts: list[str] = field(default_factory=list)
    times: list[tuple[int, dict[str, str | None], str]] = field(default_factory=list)
    author_texts: list[str] = field(default_factory=list)
    html_title: str | None = None
    language: str | None = None
    body_attributes: dict[str, str | None] = field(default_factory=dict)


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


class _Walk:
    """State of the walk. Text gathers in `parts` until a block boundary turns it into a block."""

    def __init__(self, page: Page, everything: bool) -> None:
        self.page = page
        self.with_noscript = everything
        self.whole = not everything
        self.parts: list[str] = []
        self.link_chars = 0
        self.link: LexborNode | None = None
        self.open_links = 0
        self.after_link = -1
        self.element = -1
        self.tag = "body"
        self.stack: list[tuple[LexborNode, int]] = []

    def run(self, root: LexborNode) -> None:
        """Visit every node once, in document order."""
        node: LexborNode | None = root
        stack, parts, kind_of = self.stack, self.parts, _KINDS.get
        while node is not None:
            tag = node.tag
            if tag == "-text":
                text = node.text_content
                if text and (parts or not text.isspace()):
                    parts.append(text)
                    if self.open_links:
                        self.link_chars += len(text.strip())
            else:
                kind = kind_of(tag, _BLOCK)
                child = node.first_child if kind == _INLINE else self.open_node(node, tag, kind)
                if child is not None:
                    if kind == _INLINE:
                        self.push(node, _INLINE)
                    node = child
                    continue
            node = node.next
            while node is None and stack:
                node, kind = stack.pop()
                if kind:
                    self.close_node(kind)
                node = node.next
        self.flush()

    def close_node(self, kind: int) -> None:
        """Leave the innermost open node that is more than inline."""
        if kind == _LINK:
            self.open_links -= 1
            self.after_link = len(self.parts)
            return
        if self.parts:
            self.flush()
        elements = self.page.elements
        if kind == _BLOCK:
            element = elements[self.element]
            element.end_block = len(self.page.blocks)
            self.element = element.parent
        self.tag = elements[self.element].tag if self.element >= 0 else "body"

    def open_node(self, node: LexborNode, tag: str, kind: int) -> LexborNode | None:
        """Enter a node that is not plain inline; return its first child when it is to be visited."""
        if kind == _SKIP:
            return self.skip_node(node, tag) if tag == "noscript" else None
        if kind == _BREAK:
            if tag == "hr":
                self.flush()
            elif self.parts:
                self.parts.append(_BREAK_MARK)
            return None
        if kind == _HEAD:
            self.read_head(node, tag)
            return None
        child = node.first_child
        if child is None and tag != "body":
            return None
        if kind == _LINK:
            if self.parts and self.after_link == len(self.parts) and not self.in_sentence():
                self.flush()
            self.open_links += 1
            if self.link is None:
                self.link = node
            self.push(node, _LINK)
            return child
        return self.open_block(node, tag, kind, child)

    def open_block(self, node: LexborNode, tag: str, kind: int, child: LexborNode | None) -> LexborNode | None:
        attributes = node.attributes
        hints = element_hints(attributes) if attributes else 0
        if kind == _SPAN:
            if tag == "time":
                self.page.times.append((len(self.page.blocks), attributes, clean_text(node.text(deep=True))))
            if hints & (Hint.HIDDEN | Hint.UNSEEN) and tag == "span":
                return None
            if not hints & _SPAN_HINTS or (self.parts and self.in_sentence()):
                self.push(node, _INLINE)
                return child
        if self.parts:
            self.flush()
        self.tag = tag
        if kind == _TEXT and not attributes:
            self.push(node, _TEXT)
            return child
        if tag == "body":
            hints, self.page.body_attributes = 0, attributes
        blocks = len(self.page.blocks)
        self.page.elements.append(Element(tag, self.element, hints, blocks, blocks, attributes))
        if self.whole and (tag in _WHOLE_TAGS or hints & _WHOLE_HINTS) and not hints & Hint.BODY and self.read_whole(node):
            self.page.elements[-1].end_block = len(self.page.blocks)
            return None
        self.element = len(self.page.elements) - 1
        if child is not None:
            self.push(node, _BLOCK)
        return child

    def read_whole(self, node: LexborNode) -> bool:
        """Take a menu, footer or share bar as one block without walking it; False when there may be prose or a headline in it."""
        raw = node.text(deep=True, separator="\n", strip=True)
        if not raw:
            return True
        if max(map(len, raw.split("\n"))) >= _PROSE_LINE or node.css_first("h1") is not None:
            return False
        text = clean_text(raw)
        self.page.blocks.append(Block(text, "menu", len(self.page.elements) - 1, len(text), None))
        return True

    def in_sentence(self) -> bool:
        """True when the text so far belongs to a paragraph: a span in it is part of the sentence."""
        return self.tag in ("p", "li", "blockquote", "td")

    def push(self, node: LexborNode, kind: int) -> None:
        self.stack.append((node, kind))
        if len(self.stack) > MAX_DEPTH:
            raise PageLimit("too_deep", f"elements are nested more than {MAX_DEPTH} deep")

    def skip_node(self, node: LexborNode, tag: str) -> LexborNode | None:
        if tag == "noscript" and self.with_noscript and node.first_child is not None:
            self.push(node, _INLINE)
            return node.first_child
        return None

    def read_head(self, node: LexborNode, tag: str) -> None:
        if tag == "meta":
            self.page.meta.append(node.attributes)
        elif tag == "link":
            self.page.links.append(node.attributes)
        elif tag == "title" and self.page.html_title is None:
            self.page.html_title = clean_text(raw_text(node))

    def flush(self) -> None:
        """Turn the gathered text into blocks; two line breaks in a row part blocks."""
        if not self.parts:
            return
        joined = "".join(self.parts)
        self.parts.clear()
        pieces = _split_breaks(joined) if _BREAK_MARK in joined else (joined,)
        tag = self.tag
        total = len(joined)
        for piece in pieces:
            text = clean_text(piece.replace(_BREAK_MARK, "\n"))
            if text:
                chars = self.link_chars if len(pieces) == 1 else self.link_chars * len(piece) // total
                self.page.blocks.append(Block(text, tag, self.element, min(chars, len(text)), self.link))
        self.link_chars = 0
        self.link = None


def _split_breaks(text: str) -> list[str]:
    """Parts between line breaks: paragraphs at two in a row, lines at single ones where all lines are short."""
    pieces: list[str] = []
    for piece in _PARAGRAPH_BREAK.split(text):
        lines = piece.split(_BREAK_MARK)
        pieces.extend(lines if all(len(line) <= _SHORT_LINE for line in lines) else [piece])
    return pieces


def element_hints(attributes: dict[str, str | None]) -> int:
    """Hints of an element's class, id and visibility attributes."""
    hints = 0
    value = attributes.get("class")
    if value:
        hints = class_hints(value)
        if hints & Hint.HIDDEN and "block" in value:
            hints &= ~Hint.HIDDEN
    value = attributes.get("id")
    if value:
        hints |= class_hints(value)
    if "hidden" in attributes or ("style" in attributes and _HIDING_STYLE.search(attributes["style"] or "")):
        hints |= Hint.UNSEEN
    return hints


def walk_page(content: str, *, everything: bool = False) -> Page:
    """Parse a page and walk it once; with `everything` also into noscript, menus, footers and hidden parts.

    Raises `PageLimit` when elements are nested deeper than `MAX_DEPTH`.
    """
    tree = LexborHTMLParser(content)
    page = Page()
    if tree.root is not None:
        page.language = (tree.root.attributes or {}).get("lang") or tree.root.attributes.get("xml:lang")
        page.scripts = [raw_text(node) for node in tree.css(_LINKED_DATA)] if "ld+json" in content else []
        tree.root.strip_tags(_UNSEEN_TAGS if everything else [*_UNSEEN_TAGS, "noscript"], recursive=True)
        _Walk(page, everything).run(tree.root)
        if any(mark in content for mark in _AUTHOR_MARKS):
            page.author_texts = [clean_text(node.text(deep=True))[:200] for node in tree.css(_AUTHOR_SELECTOR)[:10]]
    return page
