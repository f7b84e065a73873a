"""The forward pass of a small BERT encoder (Devlin et al. 2019; MiniLM, Wang et al. 2020) in numpy.

One text at a time, so that a vector depends on its text alone, not on what it was computed beside.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assets.semantic.tensors import Arrays

Floats = NDArray[np.float32]

LAYERS, HEADS = 6, 12
_EPSILON = np.float32(1e-12)
_DENSE = ("query", "key", "value", "attention", "widen", "narrow")
_BIASES = (
    "attention.self.query.bias", "attention.self.key.bias", "attention.self.value.bias",
    "attention.output.dense.bias", "intermediate.dense.bias", "output.dense.bias",
)  # fmt: skip


@dataclass(frozen=True)
class _Layer:
    """One layer: matrix and bias of each dense step, scale and shift of its two normalizations."""

    inward: tuple[Floats, Floats]
    attention: tuple[Floats, Floats]
    widen: tuple[Floats, Floats]
    narrow: tuple[Floats, Floats]
    after_attention: tuple[Floats, Floats]
    after_narrow: tuple[Floats, Floats]


class Encoder:
    """Weights of the model, ready to run."""

    def __init__(self, arrays: Arrays) -> None:
        self._words = arrays[f"{_EMBEDDINGS}word_embeddings.weight_q"]
        self._word_scales = arrays[f"{_EMBEDDINGS}word_embeddings.weight_scale"]
        self._start = _embed_start(arrays)
        self._norm = _read_norm(arrays, _EMBEDDINGS)
        matrices = _read_matrices(arrays)
        self._layers = [_read_layer(arrays, number, matrices[6 * number :]) for number in range(LAYERS)]

    def encode(self, pieces: list[int]) -> Floats:
        """The mean over a text's word pieces of what the last layer says of them, of length 1."""
        words = self._words[pieces] * self._word_scales[pieces]
        state = _normalize(words + self._start[: len(pieces)], self._norm)
        for layer in self._layers:
            state = _run_layer(state, layer)
        mean = state.mean(axis=0)
        return mean / np.linalg.norm(mean)


_EMBEDDINGS = "inner.embeddings."


def _embed_start(arrays: Arrays) -> Floats:
    """What is added to a word by its position; all words are of the first kind of sentence."""
    name = f"{_EMBEDDINGS}position_embeddings.weight"
    positions = arrays[f"{name}_q"] * arrays[f"{name}_scale"]
    return positions + arrays[f"{_EMBEDDINGS}token_type_embeddings.weight"][0]


def _read_matrices(arrays: Arrays) -> list[Floats]:
    """The dense matrices in the order in which the graph uses them: six a layer; whole numbers by column scales."""
    names = [name.removesuffix("_q") for name in arrays if name.startswith("val_") and name.endswith("_q")]
    return [arrays[f"{name}_q"] * arrays[f"{name}_scale"] for name in names]


def _read_norm(arrays: Arrays, prefix: str) -> tuple[Floats, Floats]:
    return arrays[f"{prefix}LayerNorm.weight"], arrays[f"{prefix}LayerNorm.bias"]


def _read_layer(arrays: Arrays, number: int, matrices: list[Floats]) -> _Layer:
    prefix = f"inner.encoder.layer.{number}."
    dense = [(matrix, arrays[prefix + name]) for matrix, name in zip(matrices, _BIASES, strict=False)]
    inward = np.concatenate([part[0] for part in dense[:3]], axis=1), np.concatenate([part[1] for part in dense[:3]])
    norms = _read_norm(arrays, f"{prefix}attention.output."), _read_norm(arrays, f"{prefix}output.")
    return _Layer(inward, dense[3], dense[4], dense[5], *norms)


def _run_layer(state: Floats, layer: _Layer) -> Floats:
    told = _apply(_attend(_apply(state, layer.inward)), layer.attention)
    state = _normalize(state + told, layer.after_attention)
    wide = _bend(_apply(state, layer.widen))
    return _normalize(state + _apply(wide, layer.narrow), layer.after_narrow)


def _attend(inward: Floats) -> Floats:
    """Scaled dot-product attention (Vaswani et al. 2017) of all heads, side by side again."""
    count = len(inward)
    query, key, value = inward.reshape(count, 3, HEADS, -1).transpose(1, 2, 0, 3)
    scores = query @ key.transpose(0, 2, 1) / np.float32(np.sqrt(query.shape[-1]))
    shares = np.exp(scores - scores.max(axis=-1, keepdims=True))
    shares /= shares.sum(axis=-1, keepdims=True)
    return (shares @ value).transpose(1, 0, 2).reshape(count, -1)


def _apply(state: Floats, dense: tuple[Floats, Floats]) -> Floats:
    return state @ dense[0] + dense[1]


def _bend(state: Floats) -> Floats:
    """GELU by its tanh form (Hendrycks and Gimpel 2016): within 0.001 of the exact one, at a tenth of the cost."""
    inner = np.tanh(np.float32(0.7978845608) * (state + np.float32(0.044715) * state * state * state))
    return np.float32(0.5) * state * (1 + inner)


def _normalize(state: Floats, norm: tuple[Floats, Floats]) -> Floats:
    centred = state - state.mean(axis=-1, keepdims=True)
    spread = np.sqrt((centred * centred).mean(axis=-1, keepdims=True) + _EPSILON)
    return centred / spread * norm[0] + norm[1]
