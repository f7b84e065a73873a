"""A stretch of text that several articles share is read once: in one run, and in all later ones."""

from datetime import date
from functools import partial

from assets.entities.backends import SpacyBackend, open_backend
from assets.entities.recognize import recognize_names
from assets.warehouse.features import keep_features
from assets.warehouse.workspace import Workspace
from tests.entities.samples import TellingBackend, make_articles

SHARED = "The harbour board of Velmora met Tarn Ilvesk on Monday."
OWN = ("Brell Vantor wrote a long letter.", "Quill Sandor read it aloud.", "Wren Castellane left early.")


def bodies(*numbers):
    return make_articles(*(f"{SHARED}\n\n{OWN[number]}" for number in numbers))


def test_a_shared_stretch_is_read_once_in_a_run():
    backend = TellingBackend(person=["Tarn Ilvesk"])
    names = recognize_names(bodies(0, 1), backend)
    assert sum(SHARED in text for text in backend.texts) == 1
    assert names.filter(names["text"] == "Tarn Ilvesk").height == 2


def test_a_shared_stretch_is_not_read_again_in_later_runs(tmp_path):
    workspace = Workspace(tmp_path / "raw", tmp_path / "warehouse", date(2026, 11, 16))
    keep = partial(keep_features, workspace, "entity_spans", "1")
    first, second, alone = (TellingBackend(person=["Tarn Ilvesk", "Wren Castellane"]) for _ in range(3))
    recognize_names(bodies(0, 1), first, keep_spans=keep)
    later = recognize_names(bodies(2), second, keep_spans=keep)
    assert any(SHARED in text for text in first.texts)
    assert not any(SHARED in text for text in second.texts)
    assert later.equals(recognize_names(bodies(2), alone))


def test_a_text_is_read_alike_alone_and_in_a_batch():
    backend = open_backend()
    if not isinstance(backend, SpacyBackend):
        return
    texts = [SHARED, *OWN, f"{SHARED} {OWN[0]} {OWN[1]}", "Maria Keller met Besk Holdings in Lisbon."]
    assert backend.read(texts) == [backend.read([text])[0] for text in texts]
