"""Mail: messages, mailboxes (mbox), saved pages (mhtml). Each message is a record, each attached file a member."""

import email.errors
import email.header
import email.message
import email.parser
import re
from collections.abc import Iterator

from assets.reading.encodings import decode
from assets.reading.formats.archive import bad_member
from assets.reading.formats.fields import field_record, refuse
from assets.reading.formats.mail_parts import Attachment, Body, find_parts, read_attachment, read_body
from assets.reading.formats.model import Format
from assets.reading.reasons import Refusal
from assets.reading.source import Member, Record, Source

_SUFFIXES = frozenset((".eml", ".mht", ".mhtml", ".mbox", ".mail"))
_FROM_LINE = re.compile(rb"(?:\A|(?<=\n))From \S[^\n]{0,500}\d{4}[^\n]{0,40}\r?\n(?=[A-Za-z-]{1,80}:|>?From )")
_HEADER = re.compile(rb"^([A-Za-z][A-Za-z0-9-]{0,80}):", re.MULTILINE)
_SURE_HEADERS = frozenset((b"message-id", b"mime-version", b"received", b"return-path", b"delivered-to", b"x-mailer"))
_HEADER_END = re.compile(rb"\r?\n\r?\n|\r\r")
_NESTING = re.compile(rb"content-type:[ \t]*(?:multipart/|message/)", re.IGNORECASE)
_MOST_NESTING = 200
_HEADER_CHARS = 2_000
_JUNK = b"\xef\xbb\xbf\r\n"
_QUOTED_FROM = re.compile(rb"^>(>*From )", re.MULTILINE)
# What the library raises for broken mails.
_UNREADABLE = (
    email.errors.MessageError, RecursionError, LookupError, ValueError, TypeError, AttributeError,
)  # fmt: skip


def _matches(source: Source) -> bool:
    head = source.data[:8192].lstrip(_JUNK)
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


def read_messages(source: Source) -> Iterator[Record | Member]:
    """A record for each message: title (subject), from, date, and html or text; a Member for each attached file."""
    starts = [match.start() for match in _FROM_LINE.finditer(source.data)]
    if not starts or source.data[: starts[0]].strip():
        starts = [0]
    line = 1
    for start, end in zip(starts, [*starts[1:], len(source.data)], strict=True):
        yield from _read_message(source, start, end, line)
        line += source.data.count(b"\n", start, end)


def _read_message(source: Source, start: int, end: int, line: int) -> Iterator[Record | Member]:
    raw = source.data[start:end]
    place = {"byte_start": start, "byte_end": end, "line_number": line}
    # In a mailbox a line of a text that begins with From is quoted, so that it begins no message.
    message = _QUOTED_FROM.sub(rb"\1", raw.partition(b"\n")[2]) if raw.startswith(b"From ") else raw.lstrip(_JUNK)
    try:
        _refuse_shape(message, source)
        items = list(_items(email.parser.BytesParser().parsebytes(message), source, place, raw))
    except Refusal as refusal:
        items = [refuse(Record("json", raw, **place), refusal, raw)]
    except _UNREADABLE as error:
        items = [refuse(Record("json", raw, **place), Refusal("bad_email", f"not a readable mail: {error}"), raw)]
    yield from items


def _items(
    message: email.message.Message, source: Source, place: dict[str, int], raw: bytes | None, name: str | None = None
) -> Iterator[Record | Member]:
    """The message itself, messages inside it, and what is attached. `raw` are the message's bytes, where it has any.

    Raises Refusal when there is nothing in it.
    """
    parts = find_parts(message, source.limits)
    if parts.passed_over:
        source.ledger.skipped["attached parts that are never articles"] += parts.passed_over
    body = read_body(parts.texts)
    if body.html or body.text:
        record = field_record("mail", _fields(message, body), source, member=name, **place)
        record.identity = raw or record.identity
        yield record
    elif not parts.messages and not parts.files:
        raise Refusal("no_content", "the mail has no text part with anything in it")
    prefix = f"{name}/" if name else ""
    for number, inner in enumerate(parts.messages, start=1):
        yield from _inner_items(inner, source, place, f"{prefix}message {number}")
    for number, part in enumerate(parts.files, start=1):
        file = read_attachment(part, number)
        yield _member(source, prefix + file.name, file)


def _inner_items(
    message: email.message.Message, source: Source, place: dict[str, int], name: str
) -> Iterator[Record | Member]:
    """The items of a message inside another; when it is refused, the other one is not."""
    try:
        if name.count("/") >= source.limits.archive_depth:
            raise Refusal("too_deep", f"messages are nested more than {source.limits.archive_depth} deep")
        yield from _items(message, source, place, None, name)
    except Refusal as refusal:
        subject = str(message.get("Subject", ""))
        bad = Record("json", f"{name}\x00{subject}".encode("utf-8", "surrogateescape"), member=name, **place)
        yield refuse(bad, refusal, b"")


def _member(source: Source, name: str, file: Attachment) -> Record | Member:
    if source.depth >= source.limits.archive_depth:
        deep = Refusal("too_deep", f"files are packed in each other more than {source.limits.archive_depth} deep")
        return bad_member(name, file.data, deep)
    return Member(name, source.inner(file.data, file.name, declared=file.charset))


def _refuse_shape(message: bytes, source: Source) -> None:
    """What would make a mail parser slow is refused before it starts."""
    limits, end = source.limits, _header_end(message)
    if end > limits.mail_header_bytes:
        raise Refusal("too_large", f"{end:,} bytes of headers; the limit is {limits.mail_header_bytes:,}")
    if len(_NESTING.findall(message)) > _MOST_NESTING:
        raise Refusal(
            "too_deep", f"more than {_MOST_NESTING} parts that hold others; the limit is {limits.mail_depth} deep"
        )


def _fields(message: email.message.Message, body: Body) -> dict[str, str | None]:
    headers = {name.lower(): value for name, value in reversed(list(message.raw_items()))}
    is_page = "snapshot-content-location" in headers or (body.location or "").startswith(("http:", "https:"))
    return {
        "url": _header(headers, "snapshot-content-location") or body.location,
        "title": _header(headers, "subject"),
        "from": None if is_page else _header(headers, "from"),
        # The date of a saved page is when it was saved, which says nothing about the article.
        "saved_at" if is_page else "date": _header(headers, "date"),
        "message_id": _header(headers, "message-id"),
        "html": body.html or None,
        "text": body.text or None,
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
