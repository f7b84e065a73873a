"""Tar archives, plain or inside gzip or Zstandard: members are read in memory and never written anywhere."""

import io
import tarfile
from collections.abc import Iterator

from assets.reading.compression import Budget
from assets.reading.formats.archive import check_member_path, enter_archive, refused_member
from assets.reading.formats.fields import refuse
from assets.reading.formats.model import Format
from assets.reading.passed_over import is_passed_over_member
from assets.reading.reasons import Refusal
from assets.reading.source import Member, Record, Source

_MAGIC = slice(257, 262)


def _matches(source: Source) -> bool:
    return source.data[_MAGIC] == b"ustar"


def read_members(source: Source) -> Iterator[Record | Member]:
    """A Member for each file inside; a damaged place ends the archive with one bad record."""
    enter_archive(source)
    budget, count, place = Budget(source), 0, 0
    try:
        with tarfile.open(fileobj=io.BytesIO(source.data), mode="r:") as archive:
            for count, info in enumerate(archive, start=1):
                place = info.offset_data
                if count > source.limits.archive_members:
                    raise Refusal("too_many", f"more than {source.limits.archive_members:,} members")
                yield from _member(source, archive, info, budget)
            place = archive.offset
    except (tarfile.TarError, OSError, ValueError, EOFError) as error:
        yield _damage(source, place, f"the archive is cut or damaged after byte {place:,}: {error}; get it again")
        return
    rest = source.data[place:]
    if not rest or rest.strip(b"\x00"):
        # An archive ends with empty blocks: without them it is cut, perhaps between two members.
        yield _damage(source, place, f"the archive is damaged after byte {place:,}; get it again")


def _damage(source: Source, place: int, detail: str) -> Record:
    """The row for what lies behind a place where the archive is damaged."""
    around = source.data[max(place - 512, 0) : place + 512]
    record = Record("text", place.to_bytes(8, "big") + around, byte_start=place, byte_end=len(source.data))
    return refuse(record, Refusal("corrupt_archive", detail), around)


def _member(
    source: Source, archive: tarfile.TarFile, info: tarfile.TarInfo, budget: Budget
) -> Iterator[Record | Member]:
    if info.isdir():
        return
    if is_passed_over_member(info.name):
        source.ledger.skipped["members that are never articles"] += 1
        return
    try:
        yield Member(info.name, source.inner(_read(archive, info, budget), info.name))
    except Refusal as refusal:
        if refusal.reason == "decompression_bomb":
            raise
        yield refused_member(info.name, info.chksum, refusal)


def _read(archive: tarfile.TarFile, info: tarfile.TarInfo, budget: Budget) -> bytes:
    """A member's bytes. Raises Refusal for one that is unsafe or cut."""
    check_member_path(info.name)
    if not info.isreg():
        raise Refusal("unsafe_path", "a link or a special file; only plain files are read")
    budget.add(info.size, info.offset_data + info.size)
    file = archive.extractfile(info)
    data = file.read() if file else b""
    if len(data) < info.size:
        raise Refusal("corrupt_archive", f"cut: {len(data):,} of {info.size:,} bytes are there; get the archive again")
    return data


TAR = Format("tar", frozenset((".tar",)), _matches, read_members)
