"""Which format bytes are in: signatures first, then what the text looks like, then the name."""

from assets.reading.encoding_guess import guess_mainframe, guess_wide, has_controls
from assets.reading.formats.model import Format
from assets.reading.formats.registry import BINARY, TEXTUAL
from assets.reading.reasons import Refusal
from assets.reading.source import Source

_BLANK = b" \t\r\n\x0b\x0c\x00\xef\xbb\xbf\xfe\xff\xc2\xa0\x85"
# First bytes of types that are no text and that nothing here reads.
_SIGNATURES = (
    (b"%PDF-", "PDF"),
    (b"\x89PNG\r\n", "PNG image"),
    (b"\xff\xd8\xff", "JPEG image"),
    (b"GIF8", "GIF image"),
    (b"BM", "bitmap image"),
    (b"II*\x00", "TIFF image"),
    (b"MM\x00*", "TIFF image"),
    (b"RIFF", "RIFF media"),
    (b"OggS", "Ogg media"),
    (b"ID3", "MP3 sound"),
    (b"\x1aE\xdf\xa3", "Matroska video"),
    (b"\x7fELF", "program"),
    (b"MZ", "program"),
    (b"\xca\xfe\xba\xbe", "program"),
    (b"\xcf\xfa\xed\xfe", "program"),
    (b"\xd0\xcf\x11\xe0", "old Office document"),
    (b"SQLite format 3\x00", "SQLite database"),
    (b"7z\xbc\xaf'\x1c", "7z archive"),
    (b"Rar!\x1a\x07", "RAR archive"),
    (b"BZh", "bzip2 stream"),
    (b"\xfd7zXZ\x00", "xz stream"),
    (b"wOFF", "font"),
    (b"wOF2", "font"),
    (b"{\\rtf", "RTF document"),
    (b"ARROW1", "Arrow file"),
    (b"Obj\x01", "Avro file"),
    (b"ORC", "ORC file"),
    (b"\x1f\x9d", "compress (.Z) stream"),
    (b"\x04\x22\x4d\x18", "LZ4 stream"),
)
# Names that promise something that is read here.
PROMISES = frozenset(suffix for known in (*BINARY, *TEXTUAL) for suffix in known.suffixes if suffix)
_CONTROLS = bytes([*range(8), *range(14, 27), *range(28, 32)])
_LOOKED_AT = 1 << 16


def detect_format(source: Source) -> Format:
    """The format of the source. Raises Refusal: empty_file, type_mismatch, unsupported_type, bad_encoding."""
    _refuse_empty(source.data)
    for candidate in BINARY:
        if candidate.matches(source):
            return candidate
    _refuse_binary(source)
    for candidate in TEXTUAL:
        if candidate.matches(source):
            return candidate
    raise Refusal(
        "unsupported_type", f"text of an unknown type ({source.suffix}); name it .txt to have it read as text"
    )


def _refuse_empty(data: bytes) -> None:
    if not data[:_LOOKED_AT].strip(_BLANK) and not data.strip(_BLANK):
        what = f"{len(data):,} bytes, and only blanks among them" if data else "it has no bytes"
        raise Refusal("empty_file", what)


def _refuse_binary(source: Source) -> None:
    head = source.data[:_LOOKED_AT]
    kind = next((kind for signature, kind in _SIGNATURES if head.startswith(signature) and _is_binary(head)), None)
    if head[8:12] == b"DUCK" and _is_binary(head):
        kind = "DuckDB database"
    if kind is None and (not has_controls(head) or guess_wide(head) or guess_mainframe(head)):
        return
    found = kind or "no text of any encoding"
    if source.suffix in PROMISES:
        raise Refusal("type_mismatch", f"named {source.suffix}, but the bytes are: {found}")
    raise Refusal("unsupported_type", f"{found}: there is no reader for it")


def _is_binary(head: bytes) -> bool:
    """Not a text that happens to start with the letters of a signature."""
    head = head[:512]
    return head.startswith((b"%PDF-", b"{\\rtf")) or len(head.translate(None, _CONTROLS)) < len(head)
