"""One walk over the parsed page: its visible blocks in order, the elements around them, and what the head says.

No decision about what a block is good for is taken here. The walk is iterative: depth costs no stack.
"""

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from assets.parsing.html.blocks import (
    BREAK_MARK,
    Attributes,
    Block,
    Element,
    Page,
    clean_text,
    element_hints,
    is_linked_data,
    raw_text,
    split_breaks,
)
from assets.parsing.html.class_words import Hint
from assets.parsing.html.limits import MAX_DEPTH, PageLimit
from assets.parsing.html.tags import (
    BLOCK,
    INLINE,
    KINDS,
    LINK,
    SKIP,
    SPAN_HINTS,
    TEXT,
    UNSEEN_HINTS,
    UNSEEN_TAGS,
    WHOLE_HINTS,
    WHOLE_TAGS,
)

_MAX_AUTHORS, _LONGEST_AUTHOR = 20, 200
_PROSE_LINE = 120
_TIME_PROPERTY = re.compile(r"date(?:Published|Created)|^(?:dc|dcterms):(?:date|created|issued)\b")
# What makes a menu or footer worth a closer look, besides prose.
_TELLING = "h1, time, address, .published, .vcard, [rel~=author]"
_HEADINGS = frozenset(("h1", "h2", "h3", "h4"))
_SENTENCE_TAGS = frozenset(("p", "li", "blockquote", "td"))


def walk_page(content: str, *, everything: bool = False) -> Page:
    """Parse a page and walk it once; with `everything` also into noscript, menus, footers and hidden parts.

    Raises `PageLimit` when elements are nested deeper than `MAX_DEPTH`.
    """
    tree = LexborHTMLParser(content)
    page = Page()
    root = tree.root
    if root is not None:
        page.language = root.attributes.get("lang") or root.attributes.get("xml:lang")
        unseen = tree.css(UNSEEN_TAGS if everything else f"{UNSEEN_TAGS},noscript")
        page.scripts = [raw_text(node) for node in unseen if is_linked_data(node)] if "ld+json" in content else []
        # Last first: what lies in another one is gone before that is, never after.
        for node in reversed(unseen):
            node.decompose()
        _Walk(page, everything).run(root)
    return page


class _Walk:
    """State of the walk. Text gathers in `parts` until a block boundary turns it into a block.

    `open_` methods enter a node and return its first child when it is to be visited.
    """

    def __init__(self, page: Page, everything: bool) -> None:
        self.page = page
        self.everything = everything
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
        stack, parts, kind_of = self.stack, self.parts, KINDS.get
        while node is not None:
            tag = node.tag
            if tag == "-text":
                text = node.text_content
                if text and (parts or not text.isspace()):
                    parts.append(text)
                    if self.open_links:
                        self.link_chars += len(text.strip())
            elif (kind := kind_of(tag, BLOCK)) != SKIP:
                child = _OPENERS[kind](self, node, tag)
                if child is not None:
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
        if kind == LINK:
            self.open_links -= 1
            self.after_link = len(self.parts)
            return
        if self.parts:
            self.flush()
        elements = self.page.elements
        if kind == BLOCK:
            element = elements[self.element]
            element.end_block = len(self.page.blocks)
            self.element = element.parent
        self.tag = elements[self.element].tag if self.element >= 0 else "body"

    def open_inline(self, node: LexborNode, tag: str) -> LexborNode | None:
        child = node.first_child
        return self.enter(node, INLINE, child) if child is not None else None

    def open_noscript(self, node: LexborNode, tag: str) -> LexborNode | None:
        return self.open_inline(node, tag) if self.everything else None

    def open_break(self, node: LexborNode, tag: str) -> None:
        if tag == "hr":
            self.flush()
        elif self.parts:
            self.parts.append(BREAK_MARK)

    def open_link(self, node: LexborNode, tag: str) -> LexborNode | None:
        child = node.first_child
        if child is None:
            return None
        if self.parts and self.after_link == len(self.parts) and self.tag not in _SENTENCE_TAGS:
            self.flush()
        attributes = node.attributes
        if "rel" in attributes and "author" in (attributes["rel"] or ""):
            self.add_author(node)
        self.open_links += 1
        if self.link is None:
            self.link = node
        return self.enter(node, LINK, child)

    def open_span(self, node: LexborNode, tag: str) -> LexborNode | None:
        child = node.first_child
        if child is None:
            return None
        attributes = node.attributes
        hints = element_hints(attributes) if attributes else 0
        if tag == "time" or (hints & Hint.DATE and "title" in attributes):
            self.add_time(node, attributes)
        elif hints & UNSEEN_HINTS:
            return None
        if hints & Hint.TITLE and self.tag not in _HEADINGS:
            return self.open_block(node, tag)
        if hints & SPAN_HINTS and not (self.parts and self.tag in _SENTENCE_TAGS):
            return self.open_block(node, tag)
        if "itemprop" in attributes or "property" in attributes:
            self.read_property(node, attributes)
        return self.enter(node, INLINE, child)

    def open_text(self, node: LexborNode, tag: str) -> LexborNode | None:
        if node.attributes:
            return self.open_block(node, tag)
        child = node.first_child
        if child is None:
            return None
        if self.parts:
            self.flush()
        self.tag = tag
        return self.enter(node, TEXT, child)

    def open_block(self, node: LexborNode, tag: str) -> LexborNode | None:
        child = node.first_child
        if child is None and tag != "body":
            return None
        if self.parts:
            self.flush()
        self.tag = tag
        attributes = node.attributes
        hints = element_hints(attributes) if attributes and tag != "body" else 0
        if "itemprop" in attributes or "property" in attributes:
            self.read_property(node, attributes)
        blocks, elements = len(self.page.blocks), self.page.elements
        elements.append(Element(tag, self.element, hints, blocks, blocks, attributes))
        if (tag in WHOLE_TAGS or hints & WHOLE_HINTS) and not hints & Hint.BODY and self.read_whole(node):
            elements[-1].end_block = len(self.page.blocks)
            return None
        self.element = len(elements) - 1
        return self.enter(node, BLOCK, child) if child is not None else None

    def enter(self, node: LexborNode, kind: int, child: LexborNode) -> LexborNode:
        stack = self.stack
        stack.append((node, kind))
        if len(stack) > MAX_DEPTH:
            raise PageLimit("too_deep", f"elements are nested more than {MAX_DEPTH} deep")
        return child

    def read_whole(self, node: LexborNode) -> bool:
        """Take a menu, footer or share bar as one block; False when there is more in it."""
        raw = node.text(deep=True, separator="\n", strip=True)
        long = len(raw) >= _PROSE_LINE and max(map(len, raw.split("\n"))) >= _PROSE_LINE
        if self.everything or long or (raw and node.css_first(_TELLING) is not None):
            return False
        text = clean_text(raw)
        if text:
            self.page.blocks.append(Block(text, "menu", len(self.page.elements) - 1, len(text), None))
        return True

    def read_property(self, node: LexborNode, attributes: Attributes) -> None:
        """Microdata and RDFa: who wrote it, the day of publication ("datePublished", "dc:date dc:created")."""
        told = attributes.get("itemprop") or ""
        if "author" in told:
            self.add_author(node)
        if "content" in attributes:
            told = told or attributes.get("property") or ""
        if _TIME_PROPERTY.search(told):
            self.add_time(node, attributes)

    def add_time(self, node: LexborNode, attributes: Attributes) -> None:
        self.page.times.append((len(self.page.blocks), attributes, clean_text(node.text(deep=True))))

    def add_author(self, node: LexborNode) -> None:
        """Keep the text of a node that is marked as an author, or of the name in it."""
        if len(self.page.author_texts) < _MAX_AUTHORS:
            named = node.css_first("[itemprop=name]") or node
            text = clean_text(named.attributes.get("content") or named.text(deep=True))[:_LONGEST_AUTHOR]
            self.page.author_texts.append((len(self.page.blocks), text))

    def read_head(self, node: LexborNode, tag: str) -> None:
        if tag == "meta":
            self.page.meta.append(node.attributes)
        elif tag == "link":
            self.page.links.append(node.attributes)
        elif tag == "title" and self.page.html_title is None:
            self.page.html_title = clean_text(raw_text(node))

    def flush(self) -> None:
        """Turn the gathered text into blocks."""
        if not self.parts:
            return
        joined = "".join(self.parts)
        self.parts.clear()
        pieces = split_breaks(joined) if BREAK_MARK in joined else (joined,)
        for piece in pieces:
            text = clean_text(piece.replace(BREAK_MARK, "\n"))
            if text:
                chars = self.link_chars if len(pieces) == 1 else self.link_chars * len(piece) // len(joined)
                self.page.blocks.append(Block(text, self.tag, self.element, min(chars, len(text)), self.link))
        self.link_chars = 0
        self.link = None
        self.after_link = -1


# In the order of the kinds in tags.py. Bound methods in the walk would be a cycle that keeps the tree in memory.
_OPENERS = (
    _Walk.open_inline,
    _Walk.open_block,
    _Walk.open_text,
    _Walk.open_link,
    _Walk.open_break,
    _Walk.open_span,
    _Walk.read_head,
    _Walk.open_noscript,
)
