"""What a format declares about itself."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from assets.reading.source import Member, Record, Source


@dataclass(frozen=True)
class Format:
    """A format: its name, how it is recognised, and how its bytes become records.

    `suffixes` are the names that promise it. `matches` looks at bytes first and at the name only as a hint. `read`
    yields Records, and a container also Members, which are read as files of their own; it raises Refusal when the whole
    source is unusable. `keeps_rows`: after damage in decompression the records before it are still good.
    """

    name: str
    suffixes: frozenset[str]
    matches: Callable[[Source], bool]
    read: Callable[[Source], Iterator[Record | Member]]
    keeps_rows: bool = False
    # Reason of the row that stands for bytes which decompression lost.
    damage_reason: str = "corrupt_archive"
