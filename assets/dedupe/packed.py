"""A column of number lists as bytes: rows are read, filtered and sorted without looking at the numbers."""

import numpy as np
import polars as pl
import pyarrow as pa
from numpy.typing import NDArray

from assets.dedupe.tokens import Indices

# Whole numbers of 32 bits, the same bytes on every machine.
VALUE = np.dtype("<u4")
Values = NDArray[np.uint32]


def pack(values: Values, offsets: Indices) -> pl.Series:
    """One binary for each list; the lists lie between `offsets`, which count values from 0 on."""
    data = np.ascontiguousarray(values, dtype=VALUE)
    edges = np.ascontiguousarray(offsets * VALUE.itemsize, dtype=np.int64)
    buffers = [None, pa.py_buffer(edges), pa.py_buffer(data)]
    return pl.Series(pl.from_arrow(pa.LargeBinaryArray.from_buffers(pa.large_binary(), len(offsets) - 1, buffers)))


def unpack(packed: pl.Series) -> tuple[Values, Indices]:
    """All values, one list after the other, and the offsets between which they lie; null is an empty list."""
    array = packed.fill_null(b"").rechunk().to_arrow().cast(pa.large_binary())
    _, edges, data = array.buffers()
    offsets = np.frombuffer(edges, dtype=np.int64)[array.offset : array.offset + len(array) + 1] // VALUE.itemsize
    values = np.frombuffer(data or b"", dtype=VALUE)[offsets[0] : offsets[-1]]
    return values, offsets - offsets[0]
