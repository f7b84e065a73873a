"""Decoded text -> text fit to store: one kind of newline, no invisible or control characters, mojibake repaired."""

import re
import unicodedata

from assets.reading.source import Change

_ANSI = re.compile("\x1b(?:\\[[0-?]{0,40}[ -/]{0,8}[@-~]|\\][^\x07\x1b\n]{0,200}(?:\x07|\x1b\\\\)|[@-Z\\\\^_])")
_NEWLINES = re.compile("\r\n?|[\u2028\u2029]")
# Ends lines in files of mainframes; beside other newlines it stands inside paragraphs.
_NEL = "\x85"
# Vertical tab and form feed: page layout, which stands in the middle of sentences.
_LAYOUT = str.maketrans("\x0b\x0c", "  ")
_HIDDEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufffe\uffff]")
_CP1252_LETTERS = 0xC0
_ESCAPED = re.compile("[\udc80-\udcff]+")
_SURROGATE = re.compile("[\ud800-\udfff]")
# UTF-8 that was decoded as cp1252 or latin-1: a lead byte's character and then the right number of trail bytes'.
_TRAIL = "[\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"
_MOJIBAKE = re.compile(f"[Â-Ú]{_TRAIL}|[â-ï]{_TRAIL}{{2}}|ð{_TRAIL}{{3}}")
# Some of these also stand in sound text (É before a closing quote): they count where one that never does is found.
_SURE_MOJIBAKE = re.compile(
    f"Ã[\xa0-\xbf]|â[€\x80]{_TRAIL}|ð[Ÿ\x9f]{_TRAIL}{{2}}|(?:[Î-Ú]{_TRAIL}){{3}}|(?:[ã-ï]{_TRAIL}{{2}}){{2}}"
)
# A letter and its accents as characters of their own, as some systems write them; more than three are no word.
_APART = re.compile("[A-Za-z\u00c0-\u024f\u0370-\u04ff\u1e00-\u1fff][\u0300-\u036f]{1,3}(?![\u0300-\u036f])")
_ASCII_NOISE = bytes([*range(9), *range(11, 32), 127])
# What the expressions above look for, as it is in UTF-8: its first byte, and an expression that starts with it.
_TRAIL_BYTES = rb"(?:[\xc2\xc5\xc6\xcb].|\xe2..)"
_MOJIBAKE_BYTES = (
    rb"\xc3(?:\x83\xc2|\xa2(?:\xe2\x82|\xc2\x80)|\xb0[\xc5\xc2]|[\x8e-\x9a]%b\xc3[\x8e-\x9a]%b\xc3|[\xa3-\xaf]%b%b\xc3)"
)
_NOISE = (
    (b"\xc2", re.compile(rb"\xc2[\x80-\x9f]")),
    (b"\xc3", re.compile(_MOJIBAKE_BYTES % ((_TRAIL_BYTES,) * 4), re.DOTALL)),
    (b"\xcc", re.compile(rb"\xcc[\x80-\xbf]")),
    (b"\xcd", re.compile(rb"\xcd[\x80-\xaf]")),
    (b"\xe2\x80", re.compile(rb"\xe2\x80[\x8b\xa8-\xae]")),
    (b"\xe2\x81", re.compile(rb"\xe2\x81[\xa0\xa6-\xa9]")),
    (b"\xef", re.compile(rb"\xef(?:\xbb\xbf|\xbf[\xbe\xbf])")),
)


def clean_text(text: str) -> tuple[str, list[Change]]:
    """Text ready to be stored, and what was done to it.

    Newlines become \\n; NULs, control characters, terminal escapes, zero-width spaces and direction overrides go; bytes
    that were no UTF-8 are read as cp1252 or become U+FFFD; UTF-8 that was decoded twice is put right; letters and their
    accents become one character.
    """
    try:
        if not _has_noise(text.encode("utf-8")):
            return text, []
    except UnicodeEncodeError:
        pass
    changes: list[Change] = []
    text = _repair_bytes(text, changes)
    text = _repair_mojibake(text, changes)
    text = _replace(_SURROGATE, text, changes, by="\ufffd", what="half of a surrogate pair")
    text = _replace(_ANSI, text, changes, by="", what="terminal escape sequences")
    text = _NEWLINES.sub("\n", text).translate(_LAYOUT)
    text = text.replace(_NEL, " " if "\n" in text else "\n")
    text = _replace(_HIDDEN, text, changes, by="", what="control or invisible characters")
    return _compose(text, changes), changes


def _has_noise(data: bytes) -> bool:
    """Whether UTF-8 text may need a repair; most does not, and this is many times faster than looking for each."""
    if len(data.translate(None, _ASCII_NOISE)) != len(data):
        return True
    return any(lead in data and pattern.search(data) for lead, pattern in _NOISE)


def _replace(pattern: re.Pattern[str], text: str, changes: list[Change], *, by: str, what: str) -> str:
    text, count = pattern.subn(by, text)
    if count:
        changes.append(Change(f"{'replaced' if by else 'removed'} {count}", what))
    return text


def _compose(text: str, changes: list[Change]) -> str:
    """Letters and accents as one character where Unicode has it (NFC), so that a word is spelled in one way only."""
    count = 0

    def compose(match: re.Match[str]) -> str:
        nonlocal count
        whole = unicodedata.normalize("NFC", match.group())
        count += whole != match.group()
        return whole

    text = _APART.sub(compose, text)
    if count:
        changes.append(Change(f"composed {count}", "letters and accents that were characters of their own"))
    return text


def _repair_bytes(text: str, changes: list[Change]) -> str:
    """Bytes that stood in UTF-8 text and are none."""
    text, count = _ESCAPED.subn(_read_bytes, text)
    if count:
        changes.append(Change(f"repaired {count}", "bytes that are not UTF-8"))
    return text


def _read_bytes(match: re.Match[str]) -> str:
    """A lone byte or two letters are most likely cp1252 that was pasted in; others in a row are a damaged character."""
    data = match.group().encode("utf-8", "surrogateescape")
    is_pasted = len(data) == 1 or (len(data) == 2 and min(data) >= _CP1252_LETTERS)
    return data.decode("cp1252", "replace") if is_pasted else "\ufffd"


def _repair_mojibake(text: str, changes: list[Change]) -> str:
    if not _SURE_MOJIBAKE.search(text):
        return text
    count = 0

    def repair(match: re.Match[str]) -> str:
        nonlocal count
        try:
            repaired = b"".join(map(_byte_of, match.group())).decode("utf-8")
        except (UnicodeDecodeError, ValueError):
            return match.group()
        count += 1
        return repaired

    text = _MOJIBAKE.sub(repair, text)
    if count:
        changes.append(Change(f"repaired {count}", "UTF-8 that had been decoded as cp1252"))
    return text


def _byte_of(character: str) -> bytes:
    """The byte that cp1252 or latin-1 shows as this character."""
    try:
        return character.encode("cp1252")
    except UnicodeEncodeError:
        return bytes([ord(character)])
