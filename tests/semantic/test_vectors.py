"""The wiring with a model that is none, and the model itself where the extra is installed."""

from importlib.util import find_spec

import numpy as np
import polars as pl
import pytest

from assets.errors import BroadsheetError
from assets.semantic.model import MODULE, MiniLM, open_model
from assets.semantic.vectors import DIMENSIONS, SCHEMA, STEPS, embed_articles, embed_texts

needs_model = pytest.mark.skipif(find_spec(MODULE) is None, reason="broadsheet[semantic] is not installed")


class Letters:
    """Counts letters: a stand-in whose vectors can be worked out by hand."""

    name = "letters 1"

    def __init__(self):
        self.read = []

    def embed(self, text):
        self.read.append(text)
        counts = np.bincount([ord(c) % DIMENSIONS for c in text], minlength=DIMENSIONS).astype(np.float32)
        return counts / np.linalg.norm(counts)


def articles(*rows):
    names = ("article_id", "title", "body", "language")
    return pl.DataFrame(rows, schema=dict.fromkeys(names, pl.String), orient="row")


def test_title_and_body_of_english_articles_are_read_once_a_text():
    model = Letters()
    found = embed_articles(
        articles(
            ("c", "Boats", "Herring.", "en"), ("a", None, "Frost", "en"), ("b", "Boats", "Herring.", "en"),
            ("d", "Boote", "Hering", "de"), ("e", None, "", "en"), ("f", "Boats", "Herring", None),
        ),
        model,
    )  # fmt: skip
    assert found.schema == SCHEMA
    assert found["article_id"].to_list() == ["a", "b", "c"]
    assert model.read == ["Frost", "Boats. Herring"]


def test_vectors_are_in_steps_so_that_sums_are_exact():
    vectors = embed_texts(["abc", "abd", "abc"], Letters())
    assert vectors.dtype == np.float32 and np.array_equal(vectors * STEPS, np.rint(vectors * STEPS))
    assert np.array_equal(vectors[0], vectors[2]) and not np.array_equal(vectors[0], vectors[1])


def test_nothing_in_nothing_out():
    assert embed_articles(articles(), Letters()).schema == SCHEMA
    assert embed_texts([], Letters()).shape == (0, DIMENSIONS)


def test_without_the_extra_there_is_no_model(monkeypatch):
    monkeypatch.setattr("assets.semantic.model.find_spec", lambda name: None)
    assert open_model() is None


def test_other_weights_are_refused(tmp_path):
    path = tmp_path / "model.onnx"
    path.write_bytes(b"other weights")
    with pytest.raises(BroadsheetError, match=r"broadsheet\[semantic\]"):
        MiniLM(path, "minilm")


@needs_model
def test_the_model_knows_what_is_alike():
    model = open_model()
    boats, trawlers, frost = embed_texts(
        ["Herring boats leave the harbour.", "Fishing vessels sail from the port.", "The central bank raised rates."],
        model,
    )
    assert boats @ trawlers > 0.5 > 0.2 > boats @ frost
    assert np.linalg.norm(boats) == pytest.approx(1, abs=1e-3)
    assert model.name.startswith("minilm-int8 ")


@needs_model
def test_the_model_gives_what_its_own_runtime_gives():
    # First numbers of this sentence's vector as ONNX Runtime 1.32 computes them.
    vector = open_model().embed("Herring boats leave the harbour.")
    assert vector[:4] == pytest.approx(EXPECTED, abs=1e-3)


EXPECTED = [0.0213, 0.0818, 0.0115, 0.0435]
