"""An HTTP response as it was sent: status, type, and the body without its transfer and content encoding."""

import re
import zlib
from dataclasses import dataclass

import zstandard

from assets.reading.compression import Budget, expand_frames, inflate
from assets.reading.encoding_guess import has_controls
from assets.reading.reasons import Refusal

_STATUS = re.compile(rb"HTTP/[\d.]{1,5}\s+(\d{3})")
_HEADER_END = re.compile(rb"\r?\n\r?\n")
_CHARSET = re.compile(r"""charset\s*=\s*["']?([\w.:-]{1,40})""", re.IGNORECASE)
_CHUNK = re.compile(rb"([0-9A-Fa-f]{1,8})[^\r\n]{0,200}\r?\n")
_STEP = 1 << 16
_MOST_ENCODINGS = 4
_GZIP = b"\x1f\x8b"


@dataclass(frozen=True)
class Response:
    """A response: its status, its type without parameters, the encoding it names, and its decoded body."""

    status: int
    kind: str
    charset: str | None
    body: bytes
    # What is missing of the body; None when it is whole.
    damage: str | None = None


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
    body, damage = _expand(body, headers.get("content-encoding", "").lower(), budget)
    return Response(int(status.group(1)), *_type(headers.get("content-type", "")), body, damage)


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


def _expand(body: bytes, encodings: str, budget: Budget) -> tuple[bytes, str | None]:
    """The body without its content encodings, and what is missing; many archives name them and store it without."""
    damage = None
    for encoding in reversed([name.strip() for name in encodings.split(",")[:_MOST_ENCODINGS]]):
        is_packed = not encoding.endswith("gzip") or body.startswith(_GZIP)
        if encoding in ("", "identity", "none") or not is_packed or _is_plain(body):
            continue
        if encoding not in ("gzip", "x-gzip", "deflate", "zstd"):
            raise Refusal("unsupported_type", f"the page is stored with content encoding {encoding[:40]!r}")
        out = bytearray()
        try:
            expand_frames(body, budget, out) if encoding == "zstd" else _inflate(body, encoding, budget, out)
        except (zlib.error, zstandard.ZstdError) as error:
            raise Refusal("bad_warc", f"the page's {encoding} body is damaged: {error}") from None
        except EOFError:
            damage = f"the page's {encoding} body ends too early"
        if damage and not out:
            raise Refusal("bad_warc", f"{damage}: nothing of it can be read")
        body = bytes(out)
    return body, damage


def _is_plain(body: bytes) -> bool:
    """Text already: no encoding gives bytes without control characters."""
    return not has_controls(body[:_STEP]) and b"\x00" not in body[:_STEP]


def _inflate(body: bytes, encoding: str, budget: Budget, out: bytearray) -> None:
    """Expand a body into `out`. Raises zlib.error for a damaged one, EOFError for a cut one."""
    is_gzip = encoding.endswith("gzip")
    place, window = 0, 47 if is_gzip or body[:1] == b"\x78" else -15
    while True:
        stream = zlib.decompressobj(wbits=window)
        while place < len(body) and not stream.eof:
            for piece in inflate(stream, body[place : place + _STEP]):
                budget.add(len(piece), place + _STEP)
                out += piece
            place += _STEP
        if not stream.eof:
            raise EOFError
        place = min(place, len(body)) - len(stream.unused_data)
        if not is_gzip or not body.startswith(_GZIP, place):
            return
