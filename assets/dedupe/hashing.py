"""Stable integer hashes over numpy arrays: the same on every machine, run and library version.

Polynomial hashing modulo 2**64 (Karp and Rabin 1987) with the SplitMix64 finalizer (Steele et al. 2014).
"""

from functools import lru_cache
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

U64 = np.uint64
Hashes = NDArray[np.uint64]
Whole = TypeVar("Whole", bound=NDArray[Any])

# Odd, so that they have an inverse modulo 2**64.
BYTE_BASE = 0x9E3779B97F4A7C15
WORD_BASE = 0xD6E8FEB86659FD93
_BLOCK = 1 << 16


def mix(values: Hashes) -> Hashes:
    """Spread every input bit over all 64 output bits (SplitMix64 finalizer)."""
    values = (values ^ (values >> U64(30))) * U64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> U64(27))) * U64(0x94D049BB133111EB)
    return values ^ (values >> U64(31))


def powers(base: int, count: int) -> Hashes:
    """base**0 ... base**(count - 1), modulo 2**64; do not write into the result."""
    blocks = -(-max(count, 1) // _BLOCK)
    return _powers(base, blocks)[:count]


@lru_cache(maxsize=8)
def _powers(base: int, blocks: int) -> Hashes:
    factors = np.full(blocks * _BLOCK, U64(base % 2**64))
    factors[0] = 1
    return np.cumprod(factors)


def inverse(base: int) -> int:
    """The inverse of an odd number modulo 2**64."""
    return pow(base, -1, 2**64)


def hash_spans(values: Hashes, starts: NDArray[np.int64], ends: NDArray[np.int64], *, base: int) -> Hashes:
    """Hash of values[start:end] for every span, the same wherever in `values` the span lies."""
    sums = np.zeros(len(values) + 1, dtype=U64)
    np.cumsum(values * powers(base, len(values)), out=sums[1:])
    return (sums[ends] - sums[starts]) * powers(inverse(base), len(values) + 1)[starts]


def sort_unique(values: Whole) -> Whole:
    """The different values, sorted. Faster than numpy.unique, which builds a hash table first."""
    values = np.sort(values)
    return values[np.concatenate([[True], values[1:] != values[:-1]])] if len(values) else values


def hash_runs(values: Hashes, length: int) -> Hashes:
    """Hash of every run of `length` neighbours; one fewer than the values for each further neighbour."""
    count = len(values) - length + 1
    if count <= 0:
        return np.zeros(0, dtype=U64)
    weights = powers(WORD_BASE, length)
    total = values[:count] * weights[0]
    for step in range(1, length):
        total += values[step : step + count] * weights[step]
    return mix(total)
