"""HTML pages: one file is one record."""

import re

from assets.reading.formats.model import Format
from assets.reading.formats.text import read_whole
from assets.reading.source import Source

_SUFFIXES = frozenset((".html", ".htm", ".xhtml", ".shtml"))
_LEAD = r"\A\s*(?:<\?xml\b[^>]{0,500}>\s*|<!--.{0,2000}?-->\s*){0,8}"
_CERTAIN = re.compile(_LEAD + r"<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL)
_LIKELY = re.compile(
    _LEAD + r"<(?:head|body|title|meta|article|section|main|header|div|h[1-6]|p|table|script|style|link)[\s>]",
    re.IGNORECASE | re.DOTALL,
)


def looks_like_html(source: Source) -> bool:
    """The text starts as a page does, whatever the name says."""
    head = source.decoded.text[:20_000].replace("\x00", "")
    return bool(_CERTAIN.match(head)) or (source.suffix not in (".txt", ".md") and bool(_LIKELY.match(head)))


def _is_named_html(source: Source) -> bool:
    return source.suffix in _SUFFIXES


HTML = Format("html", _SUFFIXES, looks_like_html, lambda source: read_whole(source, "html"))
HTML_BY_NAME = Format("html", _SUFFIXES, _is_named_html, lambda source: read_whole(source, "html"))
