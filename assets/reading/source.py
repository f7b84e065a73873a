"""What readers of all formats take and give: a Source of bytes in, Records out."""

import hashlib
from collections import Counter
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import PurePosixPath

from assets.reading.encodings import Decoded, decode
from assets.reading.limits import Limits
from assets.reading.printable import SAMPLE_BYTES


@dataclass(slots=True)
class Change:
    """A repair that was made while decoding."""

    change: str
    reason: str


@dataclass(slots=True)
class Record:
    """One record of a file, good or bad. A bad one has a reason and no content.

    `identity` are the bytes that make the record what it is: its own bytes, or for records that have none of their own
    (a row of a table needs the header too) its content. `format` is text, markdown, html or json.
    """

    format: str
    identity: bytes
    byte_start: int
    byte_end: int
    content: str | None = None
    line_number: int | None = None
    member: str | None = None
    encoding: str | None = None
    reason: str | None = None
    detail: str | None = None
    sample: bytes | None = None
    changes: list[Change] = field(default_factory=list)
    record_id: str = ""

    def seal(self) -> "Record":
        """Give the record its id, 128 bit of BLAKE2b over format and identity, and let go of the bytes."""
        digest = hashlib.blake2b(self.format.encode() + b"\x00", digest_size=16)
        digest.update(self.identity)
        self.record_id, self.identity = digest.hexdigest(), b""
        self.sample = self.sample[:SAMPLE_BYTES] if self.sample else self.sample
        return self


@dataclass(slots=True)
class Ledger:
    """Counts shared by everything that comes out of one file, however deep."""

    expanded_bytes: int = 0
    members: int = 0
    skipped: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True)
class Source:
    """Bytes to read: a file, a decompressed file or an archive member.

    `name` is a hint only. `damages` are (offset, detail) of places where decompression lost bytes. `declared` is an
    encoding that somebody outside the bytes named (an HTTP header).
    """

    data: bytes
    name: str
    limits: Limits
    ledger: Ledger = field(default_factory=Ledger)
    depth: int = 0
    damages: tuple[tuple[int, str], ...] = ()
    declared: str | None = None

    @property
    def suffix(self) -> str:
        """The name's last suffix in lower case, with its dot; empty when there is none or it is no word."""
        suffix = PurePosixPath(self.name.strip().lower()).suffix
        return suffix if suffix[1:2].isalpha() and len(suffix) <= 12 else ""

    @cached_property
    def decoded(self) -> Decoded:
        """The bytes as text. Raises Refusal (bad_encoding) when they are none."""
        return decode(self.data, self.declared)

    def inner(self, data: bytes, name: str, **changes: object) -> "Source":
        """What was inside this source, one level deeper."""
        return replace(self, data=data, name=name, depth=self.depth + 1, **{"damages": (), **changes})


@dataclass(frozen=True)
class Member:
    """Something inside an archive that is to be read as a file of its own: its name, and where its bytes are."""

    name: str
    source: Source
