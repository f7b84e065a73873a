"""Messages between the supervisor and its workers, and what a result may be.

Tasks go out pickled: they are ours. Results come back from a process that has read hostile bytes, so they are never
unpickled: they are frames as Arrow IPC streams, or JSON.
"""

import io
import socket
import struct
from typing import Any

import orjson
import polars as pl

_HEADER = struct.Struct("!cQ")
_LENGTH = struct.Struct("!HQ")


def send_message(channel: socket.socket, kind: bytes, body: bytes = b"") -> None:
    """Send one message; `kind` is a single byte."""
    channel.sendall(_HEADER.pack(kind, len(body)) + body)


def receive_message(channel: socket.socket, limit: int) -> tuple[bytes, bytes]:
    """Receive one message. Raises EOFError when the other side is gone, ValueError when it is longer than `limit`."""
    kind, length = _HEADER.unpack(receive_exactly(channel, _HEADER.size))
    if length > limit:
        raise ValueError(f"a message of {length:,} bytes; the limit is {limit:,}")
    return kind, receive_exactly(channel, length)


def receive_exactly(channel: socket.socket, length: int) -> bytes:
    """Exactly so many bytes. Raises EOFError when the other side is gone before."""
    data = bytearray(length)
    view, filled = memoryview(data), 0
    while filled < length:
        count = channel.recv_into(view[filled:])
        if not count:
            raise EOFError
        filled += count
    return bytes(data)


def encode_result(value: Any) -> bytes:
    """A dict of frames, or anything JSON has a form for. Raises TypeError for other values."""
    if not isinstance(value, dict) or not any(isinstance(item, pl.DataFrame) for item in value.values()):
        return b"J" + orjson.dumps(value)
    out = io.BytesIO()
    out.write(b"F")
    for name, frame in value.items():
        data = io.BytesIO()
        frame.write_ipc_stream(data)
        encoded = name.encode()
        out.write(_LENGTH.pack(len(encoded), data.tell()) + encoded)
        out.write(data.getbuffer())
    return out.getvalue()


def decode_result(data: bytes) -> Any:
    """What encode_result was given."""
    if data[:1] == b"J":
        return orjson.loads(data[1:])
    frames, place = {}, 1
    while place < len(data):
        name_length, length = _LENGTH.unpack_from(data, place)
        place += _LENGTH.size
        name = data[place : place + name_length].decode()
        place += name_length
        frames[name] = pl.read_ipc_stream(io.BytesIO(data[place : place + length]))
        place += length
    return frames
