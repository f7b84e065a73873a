"""The parts of a mail: which are its own text, which are messages inside it, which are files attached to it."""

import email.message
import html
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from assets.reading.formats.mail_text import part_bytes, part_text
from assets.reading.limits import Limits
from assets.reading.passed_over import is_passed_over_member
from assets.reading.reasons import Refusal

# What comes with a text and is none: by the main type, and by the whole type.
_MEDIA = frozenset(("image", "audio", "video", "font"))
_NEVER = frozenset(
    ("text/css", "text/calendar", "text/vcard", "text/x-vcard", "text/javascript", "application/javascript",
     "application/x-javascript", "application/pgp-signature", "application/pkcs7-signature",
     "application/x-pkcs7-signature", "application/pgp-encrypted", "message/delivery-status", "text/rfc822-headers")
)  # fmt: skip


@dataclass(frozen=True)
class Attachment:
    """A file that a mail carries: its name without folders, its bytes, and the charset that its part declares."""

    name: str
    data: bytes
    charset: str | None


@dataclass
class Parts:
    """What is in a mail: parts that are its text, messages, attached files; and how many parts can be no article."""

    texts: list[email.message.Message] = field(default_factory=list)
    messages: list[email.message.Message] = field(default_factory=list)
    files: list[email.message.Message] = field(default_factory=list)
    passed_over: int = 0

    def add(self, other: "Parts") -> None:
        """Take over what is in another part."""
        self.texts += other.texts
        self.messages += other.messages
        self.files += other.files
        self.passed_over += other.passed_over

    @property
    def has_page(self) -> bool:
        """A part of the text is html."""
        return any(part.get_content_type() == "text/html" for part in self.texts)


@dataclass(frozen=True)
class Body:
    """A mail's own text: as a page when any part of it is html, else as plain text; and the page's address."""

    html: str
    text: str
    location: str | None


def find_parts(message: email.message.Message, limits: Limits) -> Parts:
    """All parts of a mail by what they are. Raises Refusal: too_deep, too_many."""
    parts = _Walk(limits).look(message, 1)
    # The first text is the mail's own; later ones with a file name are files, whatever their disposition says.
    named = [part for part in parts.texts[1:] if part.get_filename()]
    parts.texts = [part for part in parts.texts if part not in named]
    parts.files += named
    return parts


def read_body(texts: list[email.message.Message]) -> Body:
    """The text of the given parts, one after the other."""
    pieces = [(part.get_content_type() == "text/html", text) for part in texts if (text := part_text(part))]
    page = next((part for part in texts if part.get_content_type() == "text/html"), None)
    if not any(is_page for is_page, _ in pieces):
        return Body("", "\n\n".join(text for _, text in pieces), None)
    location = page.get("Content-Location") if page is not None else None
    joined = "\n".join(text if is_page else _as_page(text) for is_page, text in pieces)
    return Body(joined, "", str(location)[:4096] if location else None)


def read_attachment(part: email.message.Message, number: int) -> Attachment:
    """The file in a part; one without a name is called after its place."""
    charset = part.get_param("charset")
    name = PurePosixPath(str(part.get_filename() or "").replace("\\", "/")).name
    return Attachment(name or f"attachment {number}", part_bytes(part), charset if isinstance(charset, str) else None)


def _as_page(text: str) -> str:
    return "".join(f"<p>{html.escape(paragraph)}</p>" for paragraph in text.split("\n\n"))


class _Walk:
    """A walk through the parts, which are counted."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._count = 0

    def look(self, part: email.message.Message, depth: int) -> Parts:
        """What is in a part."""
        self._count += 1
        if depth > self._limits.mail_depth:
            raise Refusal("too_deep", f"parts are nested more than {self._limits.mail_depth} deep")
        if self._count > self._limits.mail_parts:
            raise Refusal("too_many", f"more than {self._limits.mail_parts} parts")
        inside, kind = part.get_payload() if part.is_multipart() else None, part.get_content_type()
        if not isinstance(inside, list):
            return _look_at_leaf(part)
        if kind == "message/rfc822" or (kind.startswith("message/") and kind not in _NEVER):
            return Parts(messages=inside)
        found = [self.look(child, depth + 1) for child in inside]
        if kind == "multipart/alternative":
            return next((parts for parts in found if parts.has_page), None) or _joined(found)
        return _of_page(inside, found) if kind == "multipart/related" else _joined(found)


def _look_at_leaf(part: email.message.Message) -> Parts:
    kind = part.get_content_type()
    is_attached = "attachment" in str(part.get("Content-Disposition", "")).lower()
    if not is_attached and (kind in ("text/html", "text/plain") or kind.startswith("multipart/")):
        return Parts(texts=[part])
    if kind in _NEVER or part.get_content_maintype() in _MEDIA or is_passed_over_member(str(part.get_filename() or "")):
        return Parts(passed_over=1)
    return Parts(files=[part])


def _joined(found: list[Parts]) -> Parts:
    together = Parts()
    for parts in found:
        together.add(parts)
    return together


def _of_page(inside: list[email.message.Message], found: list[Parts]) -> Parts:
    """The page, and what comes with it but is not shown in it; frames and pictures have an id or an address."""
    root = next((number for number, parts in enumerate(found) if parts.has_page), 0)
    together = Parts()
    for number, (part, parts) in enumerate(zip(inside, found, strict=True)):
        is_shown_in_it = bool(part.get("Content-ID") or part.get("Content-Location"))
        together.add(Parts(passed_over=1) if number != root and is_shown_in_it else parts)
    return together
