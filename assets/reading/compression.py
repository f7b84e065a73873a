"""Outer compression: gzip and Zstandard, taken off piece by piece so that a bomb is stopped early."""

import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import zstandard

from assets.reading.reasons import Refusal
from assets.reading.source import Source

_PIECE = 1 << 20
_STEP = 1 << 16
_GZIP = b"\x1f\x8b\x08"
_ZSTD = b"\x28\xb5\x2f\xfd"
_SKIPPABLE = b"\x2a\x4d\x18"
_MAX_WINDOW = 1 << 27
# Records of a web archive are compressed one by one: after damage the next one can still be found.
_WARC = b"WARC/"


@dataclass(frozen=True)
class Compression:
    """A kind of compression: its name, the suffix that promises it, and how a source is expanded."""

    name: str
    suffix: str
    expand: Callable[[Source], tuple[bytes, tuple[tuple[int, str], ...]]]


class Budget:
    """Counts expanded bytes and stops a bomb where it begins, however much sound data comes before it."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._out = 0
        self._since = 0
        self.limit = source.limits.expanded_bytes

    def add(self, count: int, consumed: int) -> None:
        """Count bytes that came out; `consumed` bytes went in so far.

        Raises Refusal (decompression_bomb) when a long stretch of them is more than text would give.
        """
        limits, ledger = self._source.limits, self._source.ledger
        self._out += count
        ledger.expanded_bytes += count
        if ledger.expanded_bytes > limits.expanded_bytes:
            raise Refusal("decompression_bomb", f"expands to more than {limits.expanded_bytes:,} bytes; split it")
        if self._out < limits.expansion_stretch_bytes:
            return
        if self._out > limits.expansion_ratio * (consumed - self._since):
            raise Refusal("decompression_bomb", f"{consumed - self._since:,} bytes expand to {self._out:,}")
        self._out, self._since = 0, consumed


def find_compression(source: Source) -> Compression | None:
    """The compression around the source's bytes, by its signature."""
    head = source.data[:4]
    if head.startswith(_GZIP):
        return GZIP
    is_skippable = head[1:] == _SKIPPABLE and head[0] & 0xF0 == 0x50
    return ZSTD if head == _ZSTD or is_skippable else None


def expand(source: Source, compression: Compression) -> Source:
    """The source without its compression. Raises Refusal: decompression_bomb, corrupt_archive."""
    data, damages = compression.expand(source)
    if damages and not data:
        raise Refusal("corrupt_archive", damages[0][1])
    name = source.name.strip()
    if name.lower().endswith(compression.suffix):
        name = name[: -len(compression.suffix)]
    return source.inner(data, name, damages=damages)


def _expand_gzip(source: Source) -> tuple[bytes, tuple[tuple[int, str], ...]]:
    data, budget, out = source.data, Budget(source), bytearray()
    damages: list[tuple[int, str]] = []
    place = 0
    while data.startswith(_GZIP, place):
        before = len(out)
        try:
            place = _expand_member(data, place, budget, out)
        except zlib.error as error:
            place = _resume(data, place, out, before, is_all_in_doubt="data check" in str(error))
            damages.append((len(out), f"the compressed stream is damaged: {error}; get the file again"))
        except EOFError:
            place = _resume(data, place, out, before, is_all_in_doubt=False)
            damages.append((len(out), "the compressed stream is cut; get the file again"))
    if not damages:
        damages += _rest(source, data[place:], len(out), _GZIP)
    return bytes(out), tuple(damages)


def _rest(source: Source, rest: bytes, end: int, signature: bytes) -> list[tuple[int, str]]:
    """What follows the last stream: padding, junk that is noted, or streams that cannot be reached any more."""
    if signature in rest:
        return [(end, "the compressed stream is damaged where the next one should begin; get the file again")]
    if rest.strip(b"\x00"):
        source.ledger.skipped["bytes after the end of the compressed stream"] += len(rest)
    return []


def _expand_member(data: bytes, place: int, budget: Budget, out: bytearray) -> int:
    """Expand one member; returns where it ends. Raises zlib.error for a damaged one, EOFError for a cut one."""
    stream = zlib.decompressobj(wbits=31)
    while not stream.eof:
        taken = data[place : place + _STEP]
        place += len(taken)
        for piece in inflate(stream, taken):
            budget.add(len(piece), place)
            out += piece
        if not taken and not stream.eof:
            raise EOFError
    return place - len(stream.unused_data)


def inflate(stream: "zlib._Decompress", taken: bytes) -> Iterator[bytes]:
    """Feed a zlib stream and give what comes out, in pieces of bounded size."""
    yield stream.decompress(taken, _PIECE)
    while stream.unconsumed_tail and not stream.eof:
        yield stream.decompress(stream.unconsumed_tail, _PIECE)


def _resume(data: bytes, place: int, out: bytearray, before: int, *, is_all_in_doubt: bool) -> int:
    """Take back what a damaged member gave and go to the next one of a web archive; else to the end."""
    if out.startswith(_WARC) or is_all_in_doubt:
        del out[before:]
    following = data.find(_GZIP, place + 1)
    while following >= 0 and out.startswith(_WARC):
        try:
            if zlib.decompressobj(wbits=31).decompress(data[following : following + 1024], 5) == _WARC:
                return following
        except zlib.error:
            pass
        following = data.find(_GZIP, following + 1)
    return len(data)


def _expand_zstd(source: Source) -> tuple[bytes, tuple[tuple[int, str], ...]]:
    out = bytearray()
    try:
        place = expand_frames(source.data, Budget(source), out)
    except zstandard.ZstdError as problem:
        return bytes(out), ((len(out), f"the compressed stream is damaged: {problem}; get the file again"),)
    except EOFError:
        return bytes(out), ((len(out), "the compressed stream is cut; get the file again"),)
    return bytes(out), tuple(_rest(source, source.data[place:], len(out), _ZSTD))


def expand_frames(data: bytes, budget: Budget, out: bytearray) -> int:
    """Expand Zstandard frames into `out`; returns where they end.

    Raises zstandard.ZstdError for a damaged one, EOFError for a cut one, Refusal for one that asks for too much or for
    a dictionary.
    """
    place = 0
    while place < len(data):
        if data[place + 1 : place + 4] == _SKIPPABLE and data[place] & 0xF0 == 0x50:
            place += 8 + int.from_bytes(data[place + 4 : place + 8], "little")
            continue
        if not data.startswith(_ZSTD, place):
            break
        _refuse_size(data[place : place + 18], budget.limit)
        stream = zstandard.ZstdDecompressor(max_window_size=_MAX_WINDOW).decompressobj(write_size=_PIECE)
        place = _expand_frame(stream, data, place, budget=budget, out=out)
        if not stream.eof:
            raise EOFError
    return place


def _expand_frame(stream: Any, data: bytes, place: int, *, budget: Budget, out: bytearray) -> int:
    """Expand one frame; returns where the next one begins."""
    step = 1 << 10
    while place < len(data) and not stream.eof:
        piece = stream.decompress(data[place : place + step])
        place += step
        budget.add(len(piece), place)
        out += piece
    return min(place, len(data)) - len(stream.unused_data)


def _refuse_size(header: bytes, limit: int) -> None:
    """What a frame declares is refused before anything is reserved for it."""
    frame = zstandard.get_frame_parameters(header)
    unknown = frame.content_size in (zstandard.CONTENTSIZE_UNKNOWN, zstandard.CONTENTSIZE_ERROR)
    if frame.dict_id:
        need = f"compressed with a dictionary (number {frame.dict_id}) that is not in it"
        raise Refusal("unsupported_type", f"{need}; compress it without one")
    if frame.window_size > _MAX_WINDOW and (unknown or frame.content_size > limit):
        raise Refusal("decompression_bomb", f"asks for a window of {frame.window_size:,} bytes")


GZIP = Compression("gz", ".gz", _expand_gzip)
ZSTD = Compression("zst", ".zst", _expand_zstd)
