"""Mail: single messages, mailboxes (mbox) and saved pages (mhtml). Each message is a record."""

import email.errors
import email.header
import email.message
import email.parser
import re
from collections.abc import Iterator

from assets.reading.encodings import decode
from assets.reading.formats.fields import field_record, refuse
from assets.reading.formats.mail_parts import find_bodies
from assets.reading.formats.model import Format
from assets.reading.reasons import Refusal
from assets.reading.source import Record, Source

_SUFFIXES = frozenset((".eml", ".mht", ".mhtml", ".mbox", ".mail"))
_FROM_LINE = re.compile(rb"(?:\A|(?<=\n))From \S[^\n]{0,500}\d{4}[^\n]{0,40}\r?\n(?=[A-Za-z-]{1,80}:|>?From )")
_HEADER = re.compile(rb"^([A-Za-z][A-Za-z0-9-]{0,80}):", re.MULTILINE)
_SURE_HEADERS = frozenset((b"message-id", b"mime-version", b"received", b"return-path", b"delivered-to", b"x-mailer"))
_HEADER_END = re.compile(rb"\r?\n\r?\n|\r\r")
_NESTING = re.compile(rb"content-type:[ \t]*(?:multipart/|message/)", re.IGNORECASE)
_MOST_NESTING = 200
_HEADER_CHARS = 2_000


def _matches(source: Source) -> bool:
    head = source.data[:8192].lstrip(b"\xef\xbb\xbf\r\n")
    if _FROM_LINE.match(head):
        return True
    names = {name.lower() for name in _HEADER.findall(head[: _header_end(head)])}
    if not _HEADER.match(head):
        return False
    if source.suffix in _SUFFIXES:
        return bool(names & (_SURE_HEADERS | {b"from", b"subject", b"date", b"content-type"}))
    return len(names & _SURE_HEADERS) > 0 and bool(names & {b"from", b"subject"})


def _header_end(data: bytes) -> int:
    end = _HEADER_END.search(data)
    return end.start() if end else len(data)


def read_messages(source: Source) -> Iterator[Record]:
    """A record for each message: title (subject), from, date, and html or text."""
    starts = [match.start() for match in _FROM_LINE.finditer(source.data)]
    if not starts or source.data[: starts[0]].strip():
        starts = [0]
    line = 1
    for start, end in zip(starts, [*starts[1:], len(source.data)], strict=True):
        yield _record(source, start, end, line)
        line += source.data.count(b"\n", start, end)


def _record(source: Source, start: int, end: int, line: int) -> Record:
    raw = source.data[start:end]
    place = {"byte_start": start, "byte_end": end, "line_number": line}
    message = raw.partition(b"\n")[2] if raw.startswith(b"From ") else raw.lstrip(b"\xef\xbb\xbf\r\n")
    try:
        _refuse_shape(message, source)
        record = field_record("mail", _fields(message, source), source, **place)
    except Refusal as refusal:
        return refuse(Record("json", raw, **place), refusal, raw)
    except (
        email.errors.MessageError,
        RecursionError,
        LookupError,
        ValueError,
        TypeError,
        AttributeError,
        IndexError,
        KeyError,
    ) as error:
        return refuse(Record("json", raw, **place), Refusal("bad_email", f"not a readable mail: {error}"), raw)
    record.identity = raw
    return record


def _refuse_shape(message: bytes, source: Source) -> None:
    """What would make a mail parser slow is refused before it starts."""
    limits, end = source.limits, _header_end(message)
    if end > limits.mail_header_bytes:
        raise Refusal("too_large", f"{end:,} bytes of headers; the limit is {limits.mail_header_bytes:,}")
    if len(_NESTING.findall(message)) > _MOST_NESTING:
        raise Refusal(
            "too_deep", f"more than {_MOST_NESTING} parts that hold others; the limit is {limits.mail_depth} deep"
        )


def _fields(raw: bytes, source: Source) -> dict[str, str | None]:
    message = email.parser.BytesParser().parsebytes(raw)
    bodies = find_bodies(message, source.limits)
    if not bodies.html and not bodies.text.strip():
        raise Refusal("no_content", "the mail has no text part with anything in it")
    headers = {name.lower(): value for name, value in reversed(list(message.raw_items()))}
    is_page = "snapshot-content-location" in headers or (bodies.location or "").startswith(("http:", "https:"))
    return {
        "url": _header(headers, "snapshot-content-location") or bodies.location,
        "title": _header(headers, "subject"),
        "from": None if is_page else _header(headers, "from"),
        # The date of a saved page is when it was saved, which says nothing about the article.
        "saved_at" if is_page else "date": _header(headers, "date"),
        "message_id": _header(headers, "message-id"),
        "html": bodies.html or None,
        "text": None if bodies.html else bodies.text,
    }


def _header(headers: dict[str, object], name: str) -> str | None:
    """A header as text on one line: encoded words and raw bytes decoded."""
    value = headers.get(name)
    if value is None:
        return None
    text = decode(str(value)[: 4 * _HEADER_CHARS].encode("utf-8", "surrogateescape")).text
    try:
        pieces = email.header.decode_header(text)
    except (email.errors.MessageError, ValueError, LookupError, AttributeError):
        pieces = [(text, None)]
    shown = "".join(piece if isinstance(piece, str) else decode(piece, label).text for piece, label in pieces)
    return " ".join(shown.split())[:_HEADER_CHARS]


MAIL = Format("mail", _SUFFIXES, _matches, read_messages)
