"""All formats, in the order in which they are tried: what the bytes show first, what only the name says last."""

from assets.reading.formats.html import HTML, HTML_BY_NAME
from assets.reading.formats.json import JSON
from assets.reading.formats.jsonl import JSONL
from assets.reading.formats.model import Format
from assets.reading.formats.text import MARKDOWN, TEXT

# Recognised by bytes alone; text is not decoded for them.
BINARY: tuple[Format, ...] = ()
# Recognised in decoded text.
TEXTUAL: tuple[Format, ...] = (HTML, JSONL, JSON, HTML_BY_NAME, MARKDOWN, TEXT)
