"""The named arrays of an ONNX file, read without its runtime: a protocol buffer of a few known fields.

Field numbers: onnx.proto3 of the ONNX specification (ModelProto.graph, GraphProto.initializer, TensorProto).
"""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

_GRAPH, _INITIALIZER = 7, 5
_DIMS, _TYPE, _NAME, _RAW = 1, 2, 8, 9
_TYPES = {1: np.dtype("<f4"), 3: np.dtype("i1"), 7: np.dtype("<i8")}
_VARINT, _FIXED64, _BYTES, _FIXED32 = 0, 1, 2, 5

Arrays = dict[str, NDArray]


def read_tensors(model: bytes) -> Arrays:
    """The initializers of the model's graph by name, in their order in the file; only those of numbers with a shape."""
    tensors = (tensor for graph in _find(memoryview(model), _GRAPH) for tensor in _find(graph, _INITIALIZER))
    return dict(filter(None, map(_read_tensor, tensors)))


def _read_tensor(tensor: memoryview) -> tuple[str, NDArray] | None:
    dims: list[int] = []
    values = {number: value for number, value in _fields(tensor) if number != _DIMS}
    for number, value in _fields(tensor):
        if number == _DIMS:
            dims += [value] if isinstance(value, int) else [item for item, _ in _varints(value)]
    if values[_TYPE] not in _TYPES or not dims:
        return None
    raw = np.frombuffer(values[_RAW], dtype=_TYPES[values[_TYPE]])
    return bytes(values[_NAME]).decode(), raw.reshape(dims)


def _find(message: memoryview, wanted: int) -> Iterator[memoryview]:
    return (value for number, value in _fields(message) if number == wanted and not isinstance(value, int))


def _fields(message: memoryview) -> Iterator[tuple[int, int | memoryview]]:
    """Number and value of each field: an integer, or the bytes of anything longer."""
    position = 0
    while position < len(message):
        key, position = _read_varint(message, position)
        kind = key & 7
        if kind == _VARINT:
            value, position = _read_varint(message, position)
            yield key >> 3, value
            continue
        length = {_FIXED64: 8, _FIXED32: 4}.get(kind)
        if length is None:
            length, position = _read_varint(message, position)
        yield key >> 3, message[position : position + length]
        position += length


def _varints(packed: memoryview) -> Iterator[tuple[int, int]]:
    position = 0
    while position < len(packed):
        value, position = _read_varint(packed, position)
        yield value, position


def _read_varint(message: memoryview, position: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        byte = message[position]
        value |= (byte & 0x7F) << shift
        position, shift = position + 1, shift + 7
        if byte < 0x80:
            return value, position
