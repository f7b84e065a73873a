"""Short forms by which an article goes on to speak of a name."""

from assets.entities.names import PERSON, name_at
from assets.entities.repeats import find_acronyms, name_forms


def test_a_name_of_nothing_but_generations_has_no_short_form():
    text = "Jr II"
    assert list(name_forms([name_at(text, 0, len(text), kind=PERSON, method="model", confidence=0.5)])) == ["jr"]


def test_acronyms_are_found_in_one_order():
    names = ["Velbarrow Harbour Board", "Quill Island Union", "Aldera Bridge Trust", "Corran Ferry Office"]
    text = ", ".join(names) + ". The VHB, the QIU, the ABT and the CFO."
    at = [text.index(name) for name in names]
    spans = [
        name_at(text, start, start + len(name), kind="organization", method="model", confidence=0.5)
        for start, name in zip(at, names, strict=True)
    ]
    assert [name.text for name in find_acronyms(text, spans)] == ["ABT", "CFO", "QIU", "VHB"]
