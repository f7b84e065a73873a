"""From a source to its records: remove compression, tell the format, read it, and account for what was lost."""

from dataclasses import dataclass, field

from assets.reading.compression import expand, find_compression
from assets.reading.formats.archive import bad_member
from assets.reading.formats.model import Format
from assets.reading.reasons import Refusal
from assets.reading.sniffing import detect_format
from assets.reading.source import Member, Record, Source


@dataclass
class Unpacked:
    """What came out of a source so far."""

    format: str | None = None
    compressions: list[str] = field(default_factory=list)
    records: list[Record] = field(default_factory=list)


def read_source(source: Source, into: Unpacked) -> None:
    """Add the records of a source to `into`. Raises Refusal when the source is unusable as a whole."""
    while compression := find_compression(source):
        if source.depth >= source.limits.archive_depth:
            raise Refusal("too_deep", f"compressed more than {source.limits.archive_depth} times over")
        into.compressions.append(compression.name)
        source = expand(source, compression)
    found = detect_format(source)
    into.format = found.name
    _refuse_damage(source, found)
    records = [record for item in found.read(source) for record in _records_of(item)]
    into.records += _without_damage(source, found, records) if source.damages else records
    if not into.records and not source.ledger.skipped:
        raise Refusal("empty_container", f"a {found.name} file without records")
    if not into.records:
        raise Refusal("not_article", "nothing in it can be an article: " + ", ".join(sorted(source.ledger.skipped)))


def _records_of(item: Record | Member) -> list[Record]:
    """The record itself, or the records of a member; a member that is refused is one bad record."""
    if isinstance(item, Record):
        return [item.seal()]
    inside = Unpacked()
    try:
        read_source(item.source, inside)
    except Refusal as refusal:
        return [bad_member(item.name, item.source.data, refusal).seal()]
    for record in inside.records:
        record.member = item.name if record.member is None else f"{item.name}/{record.member}"
    return inside.records


def _refuse_damage(source: Source, found: Format) -> None:
    if source.damages and not found.keeps_rows:
        raise Refusal("corrupt_archive", source.damages[0][1])


def _without_damage(source: Source, found: Format, records: list[Record]) -> list[Record]:
    """Records that end before damage or begin after it, and a bad one for each damaged place."""
    kept = list(records)
    for offset, detail in source.damages:
        kept = [record for record in kept if record.byte_start >= offset or _is_whole(source, record, offset)]
        kept.append(
            Record(
                "json",
                source.data[max(offset - 200, 0) : offset] + offset.to_bytes(8, "big"),
                byte_start=offset,
                byte_end=offset,
                reason=found.damage_reason,
                detail=detail,
                sample=source.data[max(offset - 200, 0) : offset],
            ).seal()
        )
    return sorted(kept, key=lambda record: (record.byte_start, record.byte_end))


def _is_whole(source: Source, record: Record, damage: int) -> bool:
    """A line ends between the record and the damage: the record was not cut."""
    return source.data.find(b"\n", record.byte_end, damage) >= 0
