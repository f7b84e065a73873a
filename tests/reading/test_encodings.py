"""Which encoding bytes are in."""

import pytest

from assets.reading.encodings import codec_name, decode
from tests.reading.support import page, read, rows

RUSSIAN = "Совет порта во вторник утвердил план ремонта причала. Жители спросили, кто заплатит за работы."
CHINESE = "港务局周二批准了码头维修计划，居民询问工程费用如何支付，市长承诺公布账目。"
TRADITIONAL = "港務局週二批准了碼頭的維修計畫，居民詢問工程的費用如何支付，市長承諾在會上公布帳目。"
JAPANESE = "港湾局は火曜日、桟橋の修理計画を承認した。住民は費用の負担について質問した。"
KOREAN = "항만청은 화요일 부두 수리 계획을 승인했다. 주민들은 비용에 대해 물었다."
POLISH = "Rada portu zatwierdziła we wtorek plan naprawy nabrzeża, żeby zdążyć przed zimą, mówią urzędnicy."


@pytest.mark.parametrize(
    ("text", "encoding", "expected"),
    [
        (RUSSIAN, "koi8-r", "koi8-u"),
        (RUSSIAN, "cp1251", "cp1251"),
        (CHINESE, "gb18030", "gb18030"),
        (JAPANESE, "cp932", "cp932"),
        (JAPANESE, "euc-jp", "euc_jp"),
        (JAPANESE, "iso2022_jp", "iso2022_jp"),
        (KOREAN, "cp949", "cp949"),
        (POLISH, "cp1250", "cp1250"),
        (POLISH, "iso8859-2", "iso8859-2"),
        (TRADITIONAL, "big5", "big5hkscs"),
        ("Le maire a déjà répondu à la crèche.", "cp1252", "cp1252"),
        (RUSSIAN, "utf-8", "utf-8"),
    ],
)
def test_text_without_a_declaration_is_told_by_its_bytes(text, encoding, expected):
    decoded = decode(f"{text}\n\n{text}\n".encode(encoding))
    assert (decoded.text, decoded.encoding) == (f"{text}\n\n{text}\n", expected)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-be", "utf-8-sig"])
def test_unicode_with_and_without_a_mark(encoding):
    text = "The pier reopened on Monday, wrote Ångström.\n" * 3
    assert decode(text.encode(encoding)).text == text


def test_a_byte_order_mark_beats_a_declaration():
    data = b"\xef\xbb\xbf" + page("Brücke").replace("<head>", '<head><meta charset="utf-16">').encode()
    assert "Brücke" in rows(data, "a.html")[0]["content"]


def test_a_declared_encoding_is_used_when_it_fits():
    data = page("Brücke gesperrt").replace("<head>", '<head><meta charset="iso-8859-15">').encode("iso-8859-15")
    assert decode(data).encoding == "iso8859-15"


def test_a_declaration_that_the_bytes_contradict_is_not_believed():
    data = page("Причал", RUSSIAN).replace("<head>", '<head><meta charset="iso-8859-1">').encode("cp1251")
    assert "Причал" in decode(data).text


def test_single_bytes_in_utf8_cost_only_themselves():
    content = rows("Überfahrt — ".encode() * 5 + b"caf\xe9 cut \xe2\x82", "a.txt")[0]
    assert content["content"] == "Überfahrt — " * 5 + "café cut \ufffd"
    assert content["encoding"] == "utf-8"
    assert [change["reason"] for change in content["changes"]] == ["bytes that are not UTF-8"]


def test_labels_mean_their_superset_and_nonsense_means_nothing():
    assert [codec_name(name) for name in ("latin1", "GB2312", "shift-jis", "klingon", "rot13")] == [
        "cp1252",
        "gb18030",
        "cp932",
        None,
        None,
    ]


def test_noise_is_no_text():
    noise = bytes((number * 7919 + number // 3) % 256 for number in range(8192))
    assert read(noise, "a.txt").rejection[0] == "type_mismatch"
    assert read(noise, "a.bin").rejection[0] == "unsupported_type"
