"""What a format declares about itself."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from assets.reading.source import Record, Source


@dataclass(frozen=True)
class Format:
    """A format: its name, how it is recognised, and how its bytes become records.

    `matches` looks at bytes first and at the name only as a hint. `read` yields Records; it raises Refusal when the
    whole source is unusable. `keeps_rows`: after damage in decompression the records before it are still good.
    """

    name: str
    matches: Callable[[Source], bool]
    read: Callable[[Source], Iterator[Record]]
    keeps_rows: bool = False
    # Reason of the row that stands for bytes which decompression lost.
    damage_reason: str = "corrupt_archive"
