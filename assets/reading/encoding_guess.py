"""Encodings that stand nowhere and that the detector does not know: UTF-16 without a mark in scripts other than Latin,
mainframe (EBCDIC), DOS and Macintosh. Keep out: everything that can be declared or detected (encodings.py).
"""

import re
import string
import unicodedata

_CONTROLS = bytes([*range(1, 8), *range(14, 27), *range(28, 32)])
_LOOKED_AT = 1 << 16
_MAINFRAME = ("cp1140", "cp500", "cp273", "cp1026")
_MAINFRAME_LETTERS = string.ascii_letters.encode("cp500")
_OF_PERSONAL_COMPUTERS = ("cp1252", "cp850", "mac-roman", "cp437")
# What no word has inside when it was decoded rightly: a symbol, or a capital after a small letter.
_MISREAD = re.compile(
    r"(?<=[^\W\d_])(?:[^\w\s'’.,:;!?/&()\xad\xa0·–—-]|[\x80-\x9f])(?=[^\W\d_])|(?<=[a-zß-ÿ])[À-ÞŠŒŽŸ](?=[a-zß-ÿ])"
)
_MIN_EVIDENCE = 3


def has_controls(head: bytes) -> bool:
    """Many control characters, NULs left out: they stand in UTF-16 and in texts after a crash."""
    return (len(head) - len(head.translate(None, _CONTROLS))) * 50 > len(head)


def guess_wide(head: bytes) -> str | None:
    """UTF-16 of a script other than Latin: one of the two bytes of its characters varies little, and all are text."""
    head = head[: len(head) // 2 * 2]
    if 0 not in head or (not has_controls(head) and _is_utf_8(head)):
        return None
    lanes = head[0::2], head[1::2]
    low, high = sorted(lanes, key=lambda lane: len(set(lane)), reverse=True)
    if len(set(high)) * 5 > len(set(low)) * 4:
        return None
    encoding = "utf-16-le" if low is lanes[0] else "utf-16-be"
    try:
        # The last character may be half of a pair.
        text = head.decode(encoding) if head[-2:].isascii() else head[:-2].decode(encoding)
    except UnicodeDecodeError:
        return None
    wrong = sum(unicodedata.category(character)[0] in "CS" and character not in "\r\n\t" for character in text)
    return encoding if wrong * 20 < len(text) and any(mark in text for mark in " \n") else None


def _is_utf_8(head: bytes) -> bool:
    """Sound UTF-8, the cut end left out."""
    return "\ufffd" not in head.decode("utf-8", "replace")[:-3]


def guess_mainframe(data: bytes) -> str | None:
    """The EBCDIC code page that fits best; None for what is none."""
    head = data[:_LOOKED_AT]
    letters = len(head) - len(head.translate(None, _MAINFRAME_LETTERS))
    if head.count(0x40) * 12 < len(head) or head.count(0x20) * 50 > len(head) or letters * 10 < len(head) * 6:
        return None
    return min(_MAINFRAME, key=lambda name: _misread(head, name))


def guess_computer(data: bytes) -> str:
    """cp1252, or the code page of DOS or of the Macintosh where words make much more sense in that."""
    lines = [line for line in data.split(b"\n") if not line.isascii()]
    head = b"\n".join(lines)[:_LOOKED_AT]
    counts = {name: _misread(head, name) for name in _OF_PERSONAL_COMPUTERS}
    best = min(counts, key=counts.__getitem__)
    return best if counts["cp1252"] >= _MIN_EVIDENCE and counts[best] * 4 < counts["cp1252"] else "cp1252"


def _misread(data: bytes, encoding: str) -> int:
    return len(_MISREAD.findall(data.decode(encoding, "replace")))
