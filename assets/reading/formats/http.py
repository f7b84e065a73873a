"""An HTTP response as it was sent: status, type, and the body without its transfer and content encoding."""

import re
import zlib
from dataclasses import dataclass

from assets.reading.compression import Budget, inflate
from assets.reading.reasons import Refusal

_STATUS = re.compile(rb"HTTP/[\d.]{1,5}\s+(\d{3})")
_HEADER_END = re.compile(rb"\r?\n\r?\n")
_CHARSET = re.compile(r"""charset\s*=\s*["']?([\w.:-]{1,40})""", re.IGNORECASE)
_CHUNK = re.compile(rb"([0-9A-Fa-f]{1,8})[^\r\n]{0,200}\r?\n")
_STEP = 1 << 16


@dataclass(frozen=True)
class Response:
    """A response: its status, its type without parameters, the encoding it names, and its decoded body."""

    status: int
    kind: str
    charset: str | None
    body: bytes


def read_response(block: bytes, block_type: str, budget: Budget) -> Response:
    """The response in a record's block; a block without HTTP headers is the body itself.

    Raises Refusal: decompression_bomb, bad_warc for a body that cannot be expanded.
    """
    status = _STATUS.match(block)
    if status is None:
        kind = "" if "http" in block_type else block_type
        return Response(200, *_type(kind if "warc-fields" not in kind else ""), block)
    end = _HEADER_END.search(block)
    head, body = (block[: end.start()], block[end.end() :]) if end else (block, b"")
    headers = _headers(head)
    if "chunked" in headers.get("transfer-encoding", "").lower():
        body = _join_chunks(body)
    body = _expand(body, headers.get("content-encoding", "").lower().strip(), budget)
    return Response(int(status.group(1)), *_type(headers.get("content-type", "")), body)


def _headers(head: bytes) -> dict[str, str]:
    pairs = (line.partition(":") for line in head.decode("latin-1").split("\n")[1:])
    return {name.strip().lower(): value.strip() for name, _, value in pairs}


def _type(value: str) -> tuple[str, str | None]:
    charset = _CHARSET.search(value)
    return value.partition(";")[0].strip().lower(), charset.group(1) if charset else None


def _join_chunks(body: bytes) -> bytes:
    """The body without chunk sizes; as it is when it has none, as many archives store it."""
    out, place = bytearray(), 0
    while (size := _CHUNK.match(body, place)) is not None:
        length = int(size.group(1), 16)
        if length == 0:
            return bytes(out)
        out += body[size.end() : size.end() + length]
        place = size.end() + length
        place += 2 if body[place : place + 2] == b"\r\n" else 1
    return bytes(out) if out and place >= len(body) else body


def _expand(body: bytes, encoding: str, budget: Budget) -> bytes:
    if encoding in ("", "identity", "none"):
        return body
    if encoding not in ("gzip", "x-gzip", "deflate"):
        raise Refusal("unsupported_type", f"the page is stored with content encoding {encoding[:40]!r}")
    if encoding.endswith("gzip") and not body.startswith(b"\x1f\x8b"):
        return body
    out, place = bytearray(), 0
    stream = zlib.decompressobj(wbits=47 if encoding.endswith("gzip") or body[:1] == b"\x78" else -15)
    try:
        while place < len(body):
            for piece in inflate(stream, body[place : place + _STEP]):
                budget.add(len(piece), place + _STEP)
                out += piece
            place += _STEP
            if stream.eof and encoding.endswith("gzip"):
                place = min(place, len(body)) - len(stream.unused_data)
                stream = zlib.decompressobj(wbits=47)
                if not body.startswith(b"\x1f\x8b", place):
                    break
    except zlib.error as error:
        raise Refusal("bad_warc", f"the page's {encoding} body is damaged: {error}") from None
    return bytes(out)
