"""Plain text and Markdown: one file is one record."""

import re
from collections.abc import Iterator

from assets.reading.cleaning import clean_text
from assets.reading.formats.model import Format
from assets.reading.reasons import Refusal
from assets.reading.source import Record, Source

_MARKDOWN = frozenset((".md", ".markdown", ".mdown", ".mkd", ".mdx"))
# A mail without headers is the text of one.
_TEXT = frozenset((".txt", ".text", ".eml", ".rst", ""))
_FRONT_MATTER = re.compile(
    r"\A---[ \t]*\n(?:[^\n]*\n){1,200}?(?:---|\.\.\.)[ \t]*(?:\n|\Z)"
    r"|\A\+\+\+[ \t]*\n(?:[^\n]*\n){1,200}?\+\+\+[ \t]*(?:\n|\Z)"
)
_FIELD = re.compile(r"\A(?:---|\+\+\+)[ \t]*\n\s*[\w-]+\s*[:=]")


def _has_front_matter(source: Source) -> bool:
    head = source.decoded.text[:20_000].replace("\r\n", "\n")
    return bool(_FIELD.match(head) and _FRONT_MATTER.match(head))


def _is_markdown(source: Source) -> bool:
    return source.suffix in _MARKDOWN or (source.suffix in _TEXT and _has_front_matter(source))


def _is_text(source: Source) -> bool:
    return source.suffix in _TEXT


def read_whole(source: Source, kind: str) -> Iterator[Record]:
    """The source as one record of text, Markdown or HTML. Raises Refusal (too_large)."""
    limit = source.limits.page_bytes
    if len(source.data) > limit:
        raise Refusal("too_large", f"{len(source.data):,} bytes in one page or text; the limit is {limit:,}")
    decoded = source.decoded
    content, changes = clean_text(decoded.text)
    yield Record(
        kind,
        source.data,
        byte_start=0,
        byte_end=len(source.data),
        content=content,
        line_number=1,
        encoding=decoded.encoding,
        changes=changes,
    )


MARKDOWN = Format("markdown", _MARKDOWN, _is_markdown, lambda source: read_whole(source, "markdown"))
TEXT = Format("text", _TEXT, _is_text, lambda source: read_whole(source, "text"))
