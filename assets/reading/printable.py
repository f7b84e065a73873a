"""Bytes and names made visible: one line, unambiguous, inert in a terminal or a table."""

import re

SAMPLE_BYTES = 200
DETAIL_CHARS = 300
MAX_SHOWN_NAME = 1_000

# Control characters, line separators, and characters that reorder or hide text; and the escape character itself.
_HIDDEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\\\\\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff\ufffe\uffff]"
)


def printable_path(path: bytes) -> str:
    r"""A file system path as text that is different for every path.

    Bytes that are no UTF-8, control and direction characters and the backslash are shown as \xNN.

    >>> printable_path(b"caf\xc3\xa9\xff\n.txt")
    'café\\xff\\x0a.txt'
    """
    return _HIDDEN.sub(_escape, path.decode("utf-8", "surrogateescape"))


def printable_name(name: str) -> str:
    """An archive member's name, cut when nobody could read it whole."""
    shown = printable_path(name.encode("utf-8", "surrogateescape" if _is_escaped(name) else "surrogatepass"))
    return shown if len(shown) <= MAX_SHOWN_NAME else f"{shown[:MAX_SHOWN_NAME]}…({len(name)} characters)"


def sample_of(data: bytes) -> str:
    """The first 200 bytes, printable."""
    return printable_path(bytes(data[:SAMPLE_BYTES]))


def one_line(text: str) -> str:
    """A message that may quote hostile input, on one line and cut."""
    shown = printable_path(" ".join(text.split()).encode("utf-8", "surrogatepass"))
    return shown if len(shown) <= DETAIL_CHARS else shown[: DETAIL_CHARS - 1] + "…"


def _is_escaped(name: str) -> bool:
    return any("\udc80" <= character <= "\udcff" for character in name)


def _escape(match: re.Match[str]) -> str:
    return "".join(f"\\x{byte:02x}" for byte in match.group().encode("utf-8", "surrogateescape"))
