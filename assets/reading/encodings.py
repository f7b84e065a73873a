"""Bytes -> text: which encoding, and exact byte offsets back. Keep out: what is stripped from it (cleaning.py)."""

import codecs
import re
from dataclasses import dataclass

from resiliparse.parse.encoding import detect_encoding

from assets.reading.encoding_guess import guess_computer, guess_mainframe, guess_wide
from assets.reading.reasons import Refusal

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Labels mean the larger, later encoding that pages under them really use (WHATWG Encoding Standard).
_SUPERSETS = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "latin-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "koi8-r": "koi8-u",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "johab": "cp949",
    "big5": "big5hkscs",
}
_UNICODE = ("utf-7", "utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be", "cp65001")
_DECLARED = re.compile(
    rb"""<meta\b[^>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]{1,40})|<\?xml\b[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})""",
    re.IGNORECASE,
)
_ESCAPED = re.compile("[\udc80-\udcff]+")
_HIGH_RUN = re.compile(rb"[\xc0-\xff]{3,}")
_NOT_ASCII = bytes(range(0x80, 0x100))
_LETTERS = bytes(range(0xC0, 0x100))
# Bytes that are frequent letters in cp1250 and nothing in ISO 8859-2. Polish may do without them; then B9 beside B3 or
# BF is its "ą" of cp1250, and not the "š" of ISO 8859-2.
_C1 = bytes(range(0x80, 0xA0))
_C1_CHARACTERS = re.compile("[\x80-\x9f]")
_COMMON_CHINESE = "的一是在不了有和人這这中大為为上個个國国我以要他時时來来"
_WESTERN = ("cp1252", "iso8859-15", "mac-roman")
_EAST_ASIAN = ("cp949", "cp932", "gb18030", "big5hkscs", "euc_jp")
# One wide character right after a Latin word: a curly quote or a dash, and the letter behind it, read as a pair.
_LONE_WIDE = re.compile(r"(?<=[a-zA-Z])[^\x00-\u02ff](?![^\x00-\u02ff])")
_WIDE = re.compile(r"[^\x00-\u02ff]+")
_HEAD_BYTES = 4096
_DETECT_BYTES = 1 << 16
# Fewer bytes than this say nothing about an encoding: the commonest one is taken.
_MIN_EVIDENCE = 6


@dataclass(frozen=True)
class Decoded:
    """Text with the encoding it came from.

    `text` keeps bytes that are no UTF-8 as lone surrogates (surrogateescape), so that offsets stay exact; cleaning
    repairs them record by record. `start` is the length of the byte order mark.
    """

    text: str
    encoding: str
    start: int = 0

    def byte_count(self, text: str) -> int:
        """How many bytes of the source a stretch of the text takes."""
        if text.isascii() and not self.encoding.startswith("utf-"):
            return len(text)
        return len(text.encode(self.encoding, "surrogateescape" if self.encoding == "utf-8" else "replace"))


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """Bytes as text: byte order mark, then UTF-8 when it fits, then what is declared, then what the bytes look like.

    UTF-8 goes before a declaration because other encodings hardly ever look like it by chance.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _decode_unicode(data[len(mark) :], encoding, len(mark))
    wide = _wide_encoding(data[:_HEAD_BYTES]) or guess_wide(data[:_HEAD_BYTES])
    if wide:
        return _decode_unicode(data, wide, 0)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_other(data, declared)
    if "\x1b$" in text[: 1 << 20] and (encoding := _escape_encoding(data)):
        return Decoded(data.decode(encoding, "replace"), encoding)
    return Decoded(text, "utf-8")


def codec_name(label: str) -> str | None:
    """The name of the codec that a label means; None for a label that names none.

    >>> codec_name("ISO-8859-1"), codec_name("gb2312"), codec_name("klingon")
    ('cp1252', 'gb18030', None)
    """
    try:
        name = codecs.lookup(label.strip()).name
        "".encode(name)
    except (LookupError, UnicodeError, TypeError, ValueError):
        return None
    return _SUPERSETS.get(name, name)


def declared_encodings(data: bytes) -> list[str]:
    """Codecs that an HTML or XML head names, in its order."""
    labels = (first or second for first, second in _DECLARED.findall(data[:_HEAD_BYTES]))
    return [name for label in labels if (name := codec_name(label.decode("ascii", "replace")))]


def _decode_unicode(data: bytes, encoding: str, start: int) -> Decoded:
    errors = "surrogateescape" if encoding == "utf-8" else "replace"
    return Decoded(data.decode(encoding, errors), encoding, start)


def _wide_encoding(head: bytes) -> str | None:
    """UTF-16 or UTF-32 without a mark: NULs stand in the same places of every unit."""
    head = head[: len(head) // 4 * 4]
    if head.count(0) * 4 < len(head) or len(head) < 8:
        return None
    nuls = [head[place::4].count(0) * 4 / len(head) for place in range(4)]
    for encoding, empty in (
        ("utf-32-le", (1, 2, 3)),
        ("utf-32-be", (0, 1, 2)),
        ("utf-16-le", (1, 3)),
        ("utf-16-be", (0, 2)),
    ):
        if all(nuls[place] > 0.5 for place in empty) and all(nuls[p] < 0.2 for p in range(4) if p not in empty):
            return encoding
    return None


def _escape_encoding(data: bytes) -> str | None:
    """An encoding that switches with escape sequences and so looks like ASCII."""
    name = codec_name(detect_encoding(data[:_DETECT_BYTES]))
    return name if name and name.startswith("iso2022") else None


def _decode_other(data: bytes, declared: str | None) -> Decoded:
    """Bytes that are not UTF-8 throughout."""
    text = data.decode("utf-8", "surrogateescape")
    broken = sum(len(run) for run in _ESCAPED.findall(text))
    whole = len(text) - broken - (len(data) - _count(data, _NOT_ASCII))
    if whole > broken:
        return Decoded(text, "utf-8")
    if (name := guess_mainframe(data)) is not None:
        return Decoded(data.decode(name, "replace"), name)
    labels = [name for name in [codec_name(declared)] if name] if declared else []
    for name in [*labels, *declared_encodings(data)]:
        if name not in _UNICODE and _is_plausible(data, name) and (found := _try(data, name)) is not None:
            return Decoded(found, name)
    return _decode_guess(data, broken)


def _is_plausible(data: bytes, encoding: str) -> bool:
    """Western text hardly ever has three accented letters in a row; Cyrillic read as Western has little else."""
    if encoding not in _WESTERN:
        return True
    runs = sum(len(run) for run in _HIGH_RUN.findall(data))
    return runs * 2 < _count(data, _LETTERS)


def _decode_guess(data: bytes, broken: int) -> Decoded:
    if broken >= _MIN_EVIDENCE:
        lines = [line for line in data.split(b"\n") if not line.isascii()]
        guess = codec_name(detect_encoding(b"\n".join(lines)[:_DETECT_BYTES], max_len=0))
        for name in (guess, "cp949" if guess in _UNICODE else None):
            if not name or name in (*_UNICODE, "cp1252"):
                continue
            if (text := _try(data, name)) is not None and _makes_sense(text, name):
                return _prefer_sibling(data, Decoded(text, name))
    name = guess_computer(data)
    text = data.decode(name, "cp1252_holes" if name == "cp1252" else "replace")
    if text.count("\x00") > len(text) // 2:
        raise Refusal("bad_encoding", "most bytes are NUL and no encoding explains them")
    return Decoded(text, name)


def _makes_sense(text: str, encoding: str) -> bool:
    """Hardly any control characters, and words of East Asia that are more than single characters amid Latin ones."""
    if encoding in _EAST_ASIAN and len(_LONE_WIDE.findall(text)) * 3 > len(_WIDE.findall(text)):
        return False
    return len(_C1_CHARACTERS.findall(text)) < _MIN_EVIDENCE


def _prefer_sibling(data: bytes, guess: Decoded) -> Decoded:
    """Put right what the detector mixes up: Big5 with GB18030, and ISO 8859-2 with cp1250."""
    if guess.encoding == "cp1250" and not _count(data, _C1) and not (b"\xb9" in data and _count(data, b"\xb3\xbf")):
        return Decoded(data.decode("iso8859-2"), "iso8859-2")
    if guess.encoding == "gb18030" and (text := _try(data, "big5hkscs")) is not None:
        shares = [sum(map(found.count, _COMMON_CHINESE)) / len(found) for found in (guess.text, text)]
        return Decoded(text, "big5hkscs") if shares[1] > shares[0] else guess
    return guess


def _count(data: bytes, which: bytes) -> int:
    return len(data) - len(data.translate(None, which))


def _try(data: bytes, encoding: str) -> str | None:
    """The text when all bytes fit, or all but a few."""
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        text = data.decode(encoding, "cp1252_holes" if encoding == "cp1252" else "replace")
        return text if text.count("\ufffd") * 100 <= len(text) else None


def _keep_hole(error: UnicodeError) -> tuple[str, int]:
    """Five bytes have no character in cp1252: browsers keep them as control characters."""
    assert isinstance(error, UnicodeDecodeError)
    return chr(error.object[error.start]), error.start + 1


codecs.register_error("cp1252_holes", _keep_hole)
