"""Places in decoded text -> bytes and lines of the file, moving forward only."""

from typing import Any

from assets.reading.encodings import Decoded


class Positions:
    """Byte offsets and line numbers of places in a text that are asked for in rising order."""

    def __init__(self, decoded: Decoded) -> None:
        self._decoded = decoded
        self._place = 0
        self._byte = decoded.start
        self._line = 1

    def move_to(self, place: int) -> tuple[int, int]:
        """Byte offset and line number (from 1) of a character position, not before the last one asked for."""
        passed = self._decoded.text[self._place : place]
        self._byte += self._decoded.byte_count(passed)
        self._line += passed.count("\n")
        self._place = place
        return self._byte, self._line

    def place_of(self, start: int, end: int) -> dict[str, Any]:
        """Where a stretch of the text lies, as a Record has it: byte_start, byte_end, line_number, encoding."""
        byte_start, line = self.move_to(start)
        byte_end, _ = self.move_to(end)
        return {
            "byte_start": byte_start, "byte_end": byte_end, "line_number": line, "encoding": self._decoded.encoding
        }  # fmt: skip
