import numpy as np

from assets.semantic.tensors import read_tensors


def field(number: int, value: int | bytes) -> bytes:
    if isinstance(value, int):
        return varint(number << 3) + varint(value)
    return varint(number << 3 | 2) + varint(len(value)) + value


def varint(value: int) -> bytes:
    parts = []
    while value > 0x7F:
        parts.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes([*parts, value])


def tensor(name: str, array: np.ndarray, kind: int, *, packed: bool = False) -> bytes:
    dims = field(1, b"".join(map(varint, array.shape))) if packed else b"".join(field(1, size) for size in array.shape)
    return field(5, dims + field(2, kind) + field(8, name.encode()) + field(9, array.tobytes()))


def test_arrays_are_read_by_name_in_their_order():
    floats, whole = np.arange(6, dtype="<f4").reshape(2, 3), np.arange(-200, 200, 2).astype("i1").reshape(200, 1)
    graph = field(2, b"a name") + tensor("b", floats, 1) + tensor("a", whole, 3, packed=True)
    found = read_tensors(field(1, 9) + field(7, graph))
    assert list(found) == ["b", "a"]
    assert np.array_equal(found["b"], floats) and np.array_equal(found["a"], whole)


def test_scalars_and_other_types_are_left_out():
    graph = tensor("scalar", np.array(1.0, dtype="<f4"), 1) + tensor("flags", np.array([True]), 9)
    assert read_tensors(field(7, graph)) == {}
    assert read_tensors(b"") == {}
