"""A real page as the plain text that scrapers make of it, in several manners; all furniture is kept.

Put here: the renderers. Keep out: choosing what is article (that is what is measured), scores (pages.py).
"""

import re
import textwrap
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

MANNERS = ("inner_text", "spaced", "tight", "glued", "wrapped", "markdown")
WIDTH = 72

_DROPPED = {
    "script",
    "style",
    "noscript",
    "template",
    "head",
    "svg",
    "iframe",
    "select",
    "textarea",
    "object",
    "-comment",
}
# fmt: off
_BLOCKS = {
    "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog", "div", "dl",
    "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
    "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table",
    "tbody", "thead", "tr", "ul",
}
# fmt: on
# Where a page is glued, only these still break the line: paragraphs and plain boxes of one container run together.
_CONTAINERS = _BLOCKS - {"p", "div", "li", "dd", "dt", "figcaption", "summary", "legend"}
_SPACE = re.compile(r"[\s\u200b]+")

Event = tuple[str, str, LexborNode]


def render(html: str, manner: str) -> str:
    """The text of a page in one of `MANNERS`: what is not shown (scripts, hidden elements) is left out."""
    writer = _Writer(manner)
    for what, name, node in _walk(html):
        if what == "text":
            writer.write(node.text_content or "")
        elif what == "open":
            writer.open(name, node)
        else:
            writer.close(name, node)
    return writer.finish()


def _walk(html: str) -> Iterator[Event]:
    """Opened and closed elements and texts, in order, without recursion."""
    body = LexborHTMLParser(html).body
    stack: list[tuple[str, LexborNode]] = [("open", body)] if body is not None else []
    while stack:
        what, node = stack.pop()
        name = node.tag or ""
        if name == "-text":
            yield "text", name, node
        elif what == "close":
            yield "close", name, node
        elif name not in _DROPPED and not _is_hidden(node):
            yield "open", name, node
            stack.append(("close", node))
            stack += [("open", child) for child in reversed(list(node.iter(include_text=True)))]


def _is_hidden(node: LexborNode) -> bool:
    style = (node.attributes.get("style") or "").replace(" ", "").lower()
    return "hidden" in node.attributes or "display:none" in style


class _Writer:
    """Lines as they are made; `_gaps` says before which lines an empty one stands."""

    def __init__(self, manner: str) -> None:
        self.manner = manner
        self._lines: list[str] = []
        self._gaps: list[bool] = []
        self._held = ""
        self._is_glued = False
        self._gap = False
        self._prefix = ""

    def write(self, text: str) -> None:
        shown = _SPACE.sub(" ", text)
        self._held += shown.lstrip() if self._is_glued or self._held[-1:] in {"", " ", "\t"} else shown
        self._is_glued = self._is_glued and not shown.strip()

    def open(self, name: str, node: LexborNode) -> None:
        if name == "br" or self._breaks(name, node):
            self._break(name)
        elif name in _BLOCKS:
            self._glue()
        if name == "img":
            self._image(node)
        elif self.manner == "markdown":
            self._mark_open(name)
        elif name in {"td", "th"}:
            self._held += "\t"

    def close(self, name: str, node: LexborNode) -> None:
        if self.manner == "markdown":
            self._mark_close(name, node)
        if self._breaks(name, node):
            self._break(name)
        elif name in _BLOCKS:
            self._glue()

    def _glue(self) -> None:
        """The end of a box that does not break the line: what follows is glued to it."""
        self._held, self._is_glued = self._held.rstrip(), True

    def finish(self) -> str:
        self._break("body")
        pieces = []
        for i, line in enumerate(self._lines):
            shown = textwrap.fill(line, WIDTH, break_on_hyphens=False) if self.manner == "wrapped" else line
            pieces.append(f"{chr(10) * (1 + self._gaps[i]) if i else ''}{shown}")
        return "".join(pieces)

    def _breaks(self, name: str, node: LexborNode) -> bool:
        if self.manner != "glued":
            return name in _BLOCKS
        return name in _CONTAINERS or (name == "div" and _holds_container(node))

    def _break(self, name: str) -> None:
        """End the line at hand; whether an empty line stands between it and the next is the manner's way."""
        line = self._held.strip()
        if line and line not in {"#", "##", "*"}:
            self._lines.append(self._prefix + line)
            self._gaps.append(self._gap)
            self._gap, self._prefix = False, ""
        self._held, self._is_glued = "", False
        if self.manner == "inner_text":
            self._gap = self._gap or name == "p"
        elif self.manner == "markdown":
            self._gap = self._gap or name not in {"li", "br", "div"}
        else:
            self._gap = self._gap or (self.manner != "tight" and name != "br")

    def _image(self, node: LexborNode) -> None:
        alt = _SPACE.sub(" ", node.attributes.get("alt") or "").strip()
        if self.manner == "markdown":
            self._held += f"![{alt}](/img/1.jpg)"
        elif self.manner == "spaced" and alt:
            self._break("img")
            self._held = alt
            self._break("img")

    def _mark_open(self, name: str) -> None:
        if re.fullmatch(r"h[1-6]", name):
            self._prefix = "#" * int(name[1]) + " "
        elif name == "li":
            self._prefix = "* "
        elif name == "a":
            self._held += "["
        elif name in {"b", "strong"}:
            self._held += "**"

    def _mark_close(self, name: str, node: LexborNode) -> None:
        if name == "a":
            before, bracket, inside = self._held.rpartition("[")
            address = node.attributes.get("href") or ""
            self._held = f"{before}[{inside.strip()}]({address})" if bracket and inside.strip() else before + inside
        elif name in {"b", "strong"}:
            self._held = self._held[:-2] if self._held.endswith("**") else self._held.rstrip() + "**"


def _holds_container(node: LexborNode) -> bool:
    """True for a box around other boxes or paragraphs; a box of mere words is glued to its neighbours."""
    return any((child.tag or "") in _BLOCKS for child in node.iter())
