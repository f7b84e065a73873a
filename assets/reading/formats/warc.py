"""Web archives (WARC, also WET): each page that was fetched is a record. A damaged record costs itself."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assets.reading.compression import Budget
from assets.reading.formats.fields import field_record, refuse
from assets.reading.formats.html import looks_like_html
from assets.reading.formats.http import Response, read_response
from assets.reading.formats.model import Format
from assets.reading.reasons import Refusal
from assets.reading.source import Change, Record, Source

_VERSION = re.compile(rb"WARC/\d")
_NEXT = re.compile(rb"WARC/\d[\d.]{0,5}\r?\nWARC-", re.IGNORECASE)
_HEADER_END = re.compile(rb"\r?\n\r?\n")
_LENGTH = re.compile(r"\d{1,18}")
_PAGES = ("response", "resource", "conversion")


@dataclass(frozen=True)
class _Block:
    """A record of the archive: its headers in lower case, and where its header, block and end lie."""

    headers: dict[str, str]
    start: int
    block: int
    end: int


class _Damage(Exception):
    """A record that cannot be trusted; reading goes on at `resume`."""

    def __init__(self, refusal: Refusal, resume: int) -> None:
        super().__init__(refusal.detail)
        self.refusal = refusal
        self.resume = resume


def _matches(source: Source) -> bool:
    return bool(_VERSION.match(source.data.lstrip(b"\r\n")))


def read_pages(source: Source) -> Iterator[Record]:
    """A record for each page: url, crawled_at, and html or text. Requests, errors and images are only counted."""
    data = source.data
    place, count = len(data) - len(data.lstrip(b"\r\n")), 0
    while place < len(data):
        start = place
        try:
            block = _read_block(source, start)
            place = block.end
            record = _page(source, block)
        except _Damage as damage:
            place = max(damage.resume, start + 1)
            yield _bad(source, start, place, damage.refusal)
        else:
            count += 1
            if record is not None:
                yield record


def _read_block(source: Source, start: int) -> _Block:
    data, limit = source.data, source.limits.warc_header_bytes
    end = _HEADER_END.search(data, start, start + limit)
    if not _VERSION.match(data, start):
        raise _Damage(Refusal("bad_warc", "bytes that belong to no record"), _resume(data, start))
    if end is None:
        refusal = Refusal("too_large", f"a header of more than {limit:,} bytes")
        raise _Damage(refusal if start + limit < len(data) else _cut("header"), _resume(data, start + 1))
    headers = parse_headers(data[start : end.start()])
    length = headers.get("content-length", "")
    if not _LENGTH.fullmatch(length) or end.end() + int(length) > len(data):
        # Nothing says where the next record begins: bytes that look like one may be part of this one.
        raise _Damage(
            Refusal("bad_warc", f"the record's length is {length[:20]!r}; the rest is left unread"), len(data)
        )
    after = end.end() + int(length)
    if data[after : after + 4].strip(b"\r\n") and not _VERSION.match(data, after):
        raise _Damage(Refusal("bad_warc", "the record is longer than it says"), _resume(data, after))
    return _Block(headers, start, end.end(), _skip_newlines(data, after))


def _cut(what: str) -> Refusal:
    return Refusal("bad_warc", f"the archive is cut in a {what}; get it again")


def _resume(data: bytes, place: int) -> int:
    following = _NEXT.search(data, place)
    return following.start() if following else len(data)


def _skip_newlines(data: bytes, place: int) -> int:
    while data[place : place + 1] in (b"\r", b"\n"):
        place += 1
    return place


def parse_headers(data: bytes) -> dict[str, str]:
    """Header lines as a dict with names in lower case; the first of several counts, folded lines are joined."""
    headers: dict[str, str] = {}
    name = ""
    for line in data.decode("utf-8", "replace").split("\n")[1:]:
        line = line.rstrip("\r")
        if line[:1] in (" ", "\t") and name:
            headers[name] = f"{headers[name]} {line.strip()}"[:8192]
            continue
        key, colon, value = line.partition(":")
        name = key.strip().lower() if colon and key.strip().lower() not in headers else ""
        if name:
            headers[name] = value.strip()
    return headers


def _page(source: Source, block: _Block) -> Record | None:
    """The page in a record; None for one that can be none."""
    kind = block.headers.get("warc-type", "").lower()
    if kind not in _PAGES:
        if kind != "warcinfo":
            source.ledger.skipped[f"{kind or 'untyped'} records"] += 1
        return None
    length = int(block.headers["content-length"])
    body = source.data[block.block : block.block + length]
    place = {"byte_start": block.start, "byte_end": block.block + length}
    try:
        response = read_response(body, block.headers.get("content-type", ""), Budget(source))
        fields = _fields(source, response, block.headers)
    except Refusal as refusal:
        return refuse(Record("json", source.data[block.start : block.end], **place), refusal, body)
    if fields is None:
        return None
    encoding = fields.pop("encoding")
    record = field_record("warc", fields, source, encoding=encoding, **place)
    if response.damage and not record.reason:
        record.changes.append(Change("kept what is there", response.damage))
    return record


def _fields(source: Source, response: Response, headers: dict[str, str]) -> dict[str, str | None] | None:
    if response.status != 200:
        source.ledger.skipped[f"pages with status {response.status}"] += 1
        return None
    if not response.body.strip():
        source.ledger.skipped["empty pages"] += 1
        return None
    inner = source.inner(response.body, "", declared=response.charset)
    is_html = "html" in response.kind or (response.kind in ("", "text/plain") and looks_like_html(inner))
    if not is_html and response.kind != "text/plain":
        source.ledger.skipped[f"records of type {response.kind or 'unknown'}"] += 1
        return None
    if len(response.body) > source.limits.page_bytes:
        raise Refusal("too_large", f"a page of {len(response.body):,} bytes; the limit is {source.limits.page_bytes:,}")
    return {
        "url": headers.get("warc-target-uri", "").strip("<>"),
        "crawled_at": headers.get("warc-date"),
        "html" if is_html else "text": inner.decoded.text,
        "encoding": inner.decoded.encoding,
    }


def _bad(source: Source, start: int, end: int, refusal: Refusal) -> Record:
    raw = source.data[start:end]
    return refuse(Record("json", raw[:65536], byte_start=start, byte_end=end), refusal, raw)


WARC = Format("warc", frozenset((".warc", ".wet")), _matches, read_pages, keeps_rows=True, damage_reason="bad_warc")
