"""Encodings that nothing declares and the usual detector does not know."""

import re

import pytest

from assets.reading.encodings import decode
from tests.reading.support import reasons, rows
from tests.reading.test_encodings import CHINESE, KOREAN, RUSSIAN

GERMAN = (
    "Die Bürgermeisterin möchte größere Fähren über den Fluß schicken, erklärte sie am Dienstag. Für die Anwohner wäre "
    "das eine schöne Überraschung, während Händler höhere Gebühren befürchten. Später heißt es, die Fähre bleibe."
)
FRENCH = "Le maire a déjà répondu à la crèche : « c'est l'été », où l'on fête Noël près de la forêt, dit-il à Liège."
ENGLISH = "The pier reopened on Monday after repairs, and the board said it would stay open until the spring.\n" * 3


@pytest.mark.parametrize("encoding", ["cp850", "cp437", "mac-roman", "cp1252"])
def test_words_without_symbols_in_them_tell_dos_and_macintosh(encoding):
    assert decode(GERMAN.encode(encoding)).text == GERMAN


@pytest.mark.parametrize("text", [FRENCH, GERMAN, "L’été à l’Élysée – « déjà »… 5 µm, 3½ h, n° 7, façade"])
def test_western_texts_stay_what_they_are(text):
    decoded = decode((text + "\n").encode("cp1252") * 3)
    assert (decoded.text, decoded.encoding) == ((text + "\n") * 3, "cp1252")


@pytest.mark.parametrize(
    "text",
    [
        "The harbour’s crane isn’t sold. " * 6,
        "It’s the harbour’s crane.\nIt isn’t new.\nIt won’t go.\nThey’re sure.\n" * 3,
        "It’s the board’s plan, they’re sure of it: ships won’t call here.\n" * 5,
    ],
)
def test_english_with_curly_apostrophes_is_not_korean(text):
    assert decode(text.encode("cp1252")).text == text


@pytest.mark.parametrize(("text", "encoding"), [(ENGLISH, "cp500"), (ENGLISH, "cp1140"), (GERMAN, "cp273")])
def test_mainframe_files_are_read(text, encoding):
    assert [row["content"] for row in rows(text.encode(encoding), "a.txt")] == [text]
    lines = re.sub(r"(\S+ \S+ \S+)\s", r"\1\n", text).strip()
    assert [row["content"] for row in rows(lines.replace("\n", "\x85").encode(encoding), "a.txt")] == [lines]


@pytest.mark.parametrize("text", [RUSSIAN, CHINESE, KOREAN])
@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_in_any_script(text, encoding):
    whole = f"{text}\n\n" * 3
    (row,) = rows(whole.encode(encoding), "a.txt")
    assert (row["content"], row["encoding"]) == (whole, encoding)


@pytest.mark.parametrize(
    "data",
    [
        bytes(range(256)) * 40,
        b"\x00\x01\x02\x03" * 500,
        bytes(n * n * 7919 % 251 for n in range(6000)),
        b"\x7fELF\x02\x01\x01\x00" + b"\x00\x04\x01\x05" * 300,
    ],
)
def test_what_is_no_text_is_not_made_one(data):
    assert reasons(data, "a.txt") == ["type_mismatch"]


def test_bytes_pasted_into_utf_8_are_read_and_damaged_characters_are_shown():
    text = rows("Größe und ".encode() * 5 + b"gr\xf6\xdfere \xe2\x82 end", "a.txt")[0]["content"]
    assert text.endswith("größere \ufffd end")
