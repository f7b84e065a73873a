"""What all archives share: how deep they may be nested, and which member names are safe."""

import re

from assets.reading.reasons import Refusal
from assets.reading.source import Record, Source

_DRIVE = re.compile(r"[A-Za-z]:[\\/]")


def enter_archive(source: Source) -> None:
    """Raise Refusal (too_deep) when the source is an archive inside too many others."""
    if source.depth >= source.limits.archive_depth:
        raise Refusal(
            "too_deep", f"archives are nested more than {source.limits.archive_depth} deep; unpack the outer ones"
        )


def check_member_path(name: str) -> None:
    """Raise Refusal (unsafe_path) for a name that would land outside the archive if it were unpacked.

    Nothing is ever unpacked here; but such a name is an attack, and what it carries is not to be trusted.
    """
    parts = name.replace("\\", "/").split("/")
    if ".." in parts or name.startswith(("/", "\\")) or _DRIVE.match(name):
        raise Refusal("unsafe_path", "the member's name points outside the archive; pack it with plain names")


def refused_member(name: str, check: int, refusal: Refusal) -> Record:
    """The row of a member whose bytes were not read; `check` tells members of one name apart."""
    identity = f"{name}\x00{check}".encode("utf-8", "surrogatepass")
    return Record("text", identity, 0, 0, member=name, reason=refusal.reason, detail=refusal.detail, sample=b"")


def bad_member(name: str, data: bytes, refusal: Refusal) -> Record:
    """The row of an archive member that cannot be read."""
    identity = name.encode("utf-8", "surrogatepass") + b"\x00" + data
    return Record(
        "text",
        identity,
        byte_start=0,
        byte_end=len(data),
        member=name,
        reason=refusal.reason,
        detail=refusal.detail,
        sample=data[:4096],
    )
