"""Zip archives: members are read in memory, one after the other, and never written anywhere."""

import io
import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator

from assets.reading.compression import Budget
from assets.reading.formats.archive import check_member_path, enter_archive, refused_member
from assets.reading.formats.model import Format
from assets.reading.passed_over import is_passed_over_member
from assets.reading.reasons import Refusal
from assets.reading.source import Member, Record, Source

_SIGNATURES = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_LOCAL = struct.Struct("<4s5H3I2H")
# First members of documents and programs that are zip archives inside.
_DOCUMENTS = ("[Content_Types].xml", "mimetype", "META-INF/", "word/", "xl/", "ppt/", "AndroidManifest.xml")
_PIECE = 1 << 20
# What the library raises for damaged members, of whatever compression.
_DAMAGED = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError, ValueError, RuntimeError, struct.error,
)  # fmt: skip


def _matches(source: Source) -> bool:
    return source.data.startswith(_SIGNATURES)


def read_members(source: Source) -> Iterator[Record | Member]:
    """A Member for each file inside. Raises Refusal: corrupt_archive, too_deep, too_many, decompression_bomb."""
    enter_archive(source)
    try:
        archive = zipfile.ZipFile(io.BytesIO(source.data))
        members = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, struct.error, UnicodeError) as error:
        raise Refusal("corrupt_archive", f"the archive is cut or damaged: {error}; get it again") from None
    _refuse_tricks(source, members)
    budget, packed = Budget(source), 0
    for info in members:
        if info.is_dir() or is_passed_over_member(info.filename):
            if not info.is_dir():
                source.ledger.skipped["members that are never articles"] += 1
            continue
        try:
            data = _read(archive, info, budget, packed - info.header_offset)
            packed += info.compress_size
            yield Member(info.filename, source.inner(data, info.filename))
        except Refusal as refusal:
            if refusal.reason == "decompression_bomb":
                raise
            yield refused_member(info.filename, info.CRC, refusal)


def _refuse_tricks(source: Source, members: list[zipfile.ZipInfo]) -> None:
    if members and any(info.filename.startswith(_DOCUMENTS) for info in members[:3]):
        raise Refusal("unsupported_type", "a document or program (zip inside), for which there is no reader")
    if len(members) > source.limits.archive_members:
        raise Refusal("too_many", f"{len(members):,} members; the limit is {source.limits.archive_members:,}")
    end = 0
    for info in sorted(members, key=lambda info: info.header_offset):
        if info.header_offset < end:
            raise Refusal(
                "decompression_bomb", "members share the same bytes, so that a small file expands without end"
            )
        end = info.header_offset + _LOCAL.size + info.compress_size


def _read(archive: zipfile.ZipFile, info: zipfile.ZipInfo, budget: Budget, shift: int) -> bytes:
    """A member's bytes; `shift` makes a place in the file the number of packed bytes read so far.

    Raises Refusal for a member that is unsafe, encrypted, damaged or a bomb.
    """
    check_member_path(info.filename)
    if (info.external_attr >> 16) & 0o170000 == 0o120000:
        raise Refusal("unsafe_path", "a link; links are not followed")
    if info.flag_bits & 1:
        raise Refusal("encrypted", "protected with a password; pack it without one")
    out = bytearray()
    try:
        with archive.open(info) as file:
            while piece := file.read(_PIECE):
                budget.add(len(piece), shift + archive.fp.tell())  # type: ignore[union-attr]
                out += piece
    except NotImplementedError as error:
        raise Refusal("unsupported_type", f"{error}; pack it with deflate") from None
    except _DAMAGED as error:
        raise Refusal("corrupt_archive", f"the member is damaged: {error}; get the archive again") from None
    return bytes(out)


ZIP = Format("zip", frozenset((".zip",)), _matches, read_members)
