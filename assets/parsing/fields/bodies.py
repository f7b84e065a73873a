"""The body field of a structured record into blocks with roles.

Html fragments through the block walk, plain text by lines, hard-wrapped ones joined.
"""

import html
import re

from assets.parsing.html.blocks import clean_text
from assets.parsing.html.limits import guard_page
from assets.parsing.html.lines import line_role
from assets.parsing.html.regions import mark_regions
from assets.parsing.html.walk import walk_page
from assets.parsing.text.lines import Line, ends_sentence, split_lines
from assets.parsing.text.wraps import Wrapping, join_lines

MAX_BODY_CHARS = 2_000_000
_MARKUP = re.compile(
    r"<(?:p|div|br|a|h[1-6]|ul|ol|li|article|section|span|strong|em|b|i|figure|img|blockquote|table|html|body)(?:\s[^<>]{0,2000})?/?>",
    re.IGNORECASE,
)
# Markup that was escaped once more on its way.
_ESCAPED = re.compile(
    r"&lt;/?(?:p|div|br|h[1-6]|ul|ol|li|span|strong|em|blockquote)\b[^<>]{0,2000}?&gt;", re.IGNORECASE
)
# Characters as pages write them, in a text that is no page any more.
_REFERENCE = re.compile(r"&(?:[A-Za-z]{2,8}|#\d{2,6}|#[xX][0-9A-Fa-f]{2,5});")
_PAGE = re.compile(r"<(?:!doctype\s+html|html|body|head)[\s>]", re.IGNORECASE)
_ITEM = re.compile(r"[-–—•*·]\s|\d{1,3}[.)]\s")
_WORD = re.compile(r"[^\W\d_]+")
_LINE_ENDS = re.compile(r"\r\n?|[\x85\u2028\u2029]")
_MANY_TAGS = 0.02

Blocks = list[tuple[str, str, str]]


def is_page(text: str) -> bool:
    """True when a text is a whole html page."""
    return _PAGE.search(text[:2_000]) is not None


def is_markup(text: str) -> bool:
    """True when a text is an html fragment rather than plain text."""
    return _MARKUP.search(text) is not None


def read_blocks(text: str) -> Blocks:
    """(text, role, reason) of a body's blocks in order. Raises `PageLimit` for markup beyond the limits."""
    if is_markup(text):
        return _markup_blocks(text)
    if _ESCAPED.search(text):
        return _markup_blocks(html.unescape(text))
    return _plain_blocks(text)


def _markup_blocks(text: str) -> Blocks:
    page = walk_page(guard_page(text))
    regions = mark_regions(page)
    blocks: Blocks = []
    for block, furniture in zip(page.blocks, regions.roles, strict=True):
        role = (
            furniture or line_role(block.text, block.link_chars / len(block.text)) or ("body", "text of the body field")
        )
        blocks.append((block.text, *role))
    return blocks


def _plain_blocks(text: str) -> Blocks:
    """Paragraphs of plain text: lines, hard-wrapped ones joined again as on text pages."""
    text = html.unescape(text) if _REFERENCE.search(text) else text
    return [
        (clean, *(line_role(clean, 0.0) or ("body", "text of the body field")))
        for paragraph in _paragraphs(text)
        if (clean := clean_text(paragraph))
    ]


def _paragraphs(text: str) -> list[str]:
    lines = split_lines(_LINE_ENDS.sub("\n", text))
    for line in lines:
        line.is_item = _ITEM.match(line.text) is not None
    wrapping = Wrapping(lines, set())
    groups: list[list[Line]] = []
    for line in lines:
        if groups and (wrapping.joins(groups[-1][-1], line) or _goes_on(groups[-1][-1], line)):
            groups[-1].append(line)
        else:
            groups.append([line])
    # The words of the text tell where a hyphen was put at a line's end: asked only when lines are joined.
    is_joined = any(len(group) > 1 for group in groups)
    known = {word.lower() for word in _WORD.findall(text)} if is_joined else set()
    return [join_lines([line.text for line in group], known) for group in groups]


def _goes_on(line: Line, following: Line) -> bool:
    """True for a lone break within a sentence: too few for a width, and plain all the same."""
    tight = not following.after_blank and not following.is_item
    return tight and following.text[:1].islower() and not ends_sentence(line.text) and not line.text.endswith(":")
