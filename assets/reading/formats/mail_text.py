"""A part of a mail -> its bytes, and its text. Keep out: which parts count (mail_parts.py)."""

import base64
import binascii
import email.message
import re

from assets.reading.cleaning import clean_text
from assets.reading.encodings import decode

_UUENCODE = ("x-uuencode", "uuencode", "uue", "x-uue")
_NOT_BASE64 = re.compile(rb"[^A-Za-z0-9+/]")
# RFC 3676: a line that ends with a blank goes on in the next one; a blank before a line is no part of it.
_SOFT_BREAK = re.compile(r"(?<!\n--) \n(?![ >])")
_STUFFED = re.compile(r"^ ", re.MULTILINE)


def part_text(part: email.message.Message) -> str:
    """The text of a part, cleaned, without blanks around it."""
    charset = part.get_param("charset")
    label = charset if isinstance(charset, str) else None
    text = clean_text(decode(part_bytes(part), label).text)[0]
    return (_unflowed(part, text) if str(part.get_param("format")).lower() == "flowed" else text).strip()


def _unflowed(part: email.message.Message, text: str) -> str:
    has_blank = str(part.get_param("delsp")).lower() != "yes"
    return _STUFFED.sub("", _SOFT_BREAK.sub(" " if has_blank else "", text))


def part_bytes(part: email.message.Message) -> bytes:
    """A part's bytes; what cannot be decoded is left out rather than the whole part."""
    encoding = str(part.get("Content-Transfer-Encoding", "")).strip().lower()
    if encoding not in _UUENCODE:
        # Without the header the library gives the bytes as they are, whatever the charset says.
        del part["Content-Transfer-Encoding"]
    raw = part.get_payload(decode=True)
    data = raw if isinstance(raw, bytes) else b""
    if encoding == "base64":
        return _decode_base64(data)
    return binascii.a2b_qp(data) if encoding in ("quoted-printable", "qp") else data


def _decode_base64(data: bytes) -> bytes:
    clean = _NOT_BASE64.sub(b"", data.partition(b"=")[0] if data.count(b"=") < 3 else data)
    return base64.b64decode(clean[: len(clean) // 4 * 4] + _tail(clean))


def _tail(clean: bytes) -> bytes:
    """The last, incomplete group of four, filled up."""
    rest = clean[len(clean) // 4 * 4 :]
    return rest + b"=" * (4 - len(rest)) if len(rest) > 1 else b""
