"""All formats, in the order in which they are tried: what the bytes show first, what only the name says last."""

from assets.reading.formats.csv import CSV
from assets.reading.formats.feed import FEED
from assets.reading.formats.html import HTML, HTML_BY_NAME
from assets.reading.formats.json import JSON, JSON_BY_NAME
from assets.reading.formats.jsonl import JSONL
from assets.reading.formats.mail import MAIL
from assets.reading.formats.model import Format
from assets.reading.formats.news_xml import NEWS_XML
from assets.reading.formats.parquet import PARQUET
from assets.reading.formats.tar import TAR
from assets.reading.formats.text import MARKDOWN, TEXT
from assets.reading.formats.warc import WARC
from assets.reading.formats.zip import ZIP

# Recognised by bytes alone; text is not decoded for them.
BINARY: tuple[Format, ...] = (ZIP, TAR, PARQUET, WARC, MAIL)
# Recognised in decoded text.
TEXTUAL: tuple[Format, ...] = (
    NEWS_XML,
    HTML,
    FEED,
    JSONL,
    JSON,
    CSV,
    HTML_BY_NAME,
    JSON_BY_NAME,
    MARKDOWN,
    TEXT,
)
