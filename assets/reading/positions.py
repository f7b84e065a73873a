"""Places in decoded text -> bytes and lines of the file, moving forward only."""

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
