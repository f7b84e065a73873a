"""The parts of a mail: which one is its text, and how it is decoded."""

import base64
import binascii
import email.message
import re
from dataclasses import dataclass

from assets.reading.cleaning import clean_text
from assets.reading.encodings import decode
from assets.reading.limits import Limits
from assets.reading.reasons import Refusal

_UUENCODE = ("x-uuencode", "uuencode", "uue", "x-uue")
_NOT_BASE64 = re.compile(rb"[^A-Za-z0-9+/]")


@dataclass
class Bodies:
    """The first html part, all plain text parts, and the address that the html part gives for itself."""

    html: str = ""
    text: str = ""
    location: str | None = None


def find_bodies(message: email.message.Message, limits: Limits) -> Bodies:
    """The parts that are the mail's own text; attachments are left out.

    Raises Refusal: too_deep, too_many.
    """
    bodies, waiting, count = Bodies(), [(message, 1)], 0
    while waiting:
        part, depth = waiting.pop()
        count += 1
        if depth > limits.mail_depth:
            raise Refusal("too_deep", f"parts are nested more than {limits.mail_depth} deep")
        if count > limits.mail_parts:
            raise Refusal("too_many", f"more than {limits.mail_parts} parts")
        inside = part.get_payload() if part.is_multipart() else None
        if isinstance(inside, list):
            waiting += [(child, depth + 1) for child in reversed(inside)]
        elif "attachment" not in str(part.get("Content-Disposition", "")).lower():
            _take(part, bodies)
    return bodies


def _take(part: email.message.Message, bodies: Bodies) -> None:
    kind = part.get_content_type()
    if kind == "text/html" and not bodies.html:
        bodies.html = _text(part)
        location = part.get("Content-Location")
        bodies.location = str(location)[:4096] if location else None
    elif kind == "text/plain" or kind.startswith("multipart/"):
        bodies.text = "\n\n".join(filter(None, (bodies.text, _text(part))))


def _text(part: email.message.Message) -> str:
    charset = part.get_param("charset")
    label = charset if isinstance(charset, str) else None
    return clean_text(decode(_payload(part), label).text)[0].strip()


def _payload(part: email.message.Message) -> bytes:
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
