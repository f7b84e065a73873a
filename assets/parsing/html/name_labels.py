"""What stands before a name in a byline: "By", "Text:", "Kommentar von", "our correspondent", a date.

Put here: taking labels off, and telling that a label is that of a photographer or an editor. The words:
data/name_words.txt and the section "byline" of parsing/data/markers.txt.
"""

import re

from assets.parsing.html.name_words import LONGEST_PHRASE, is_given_name, is_listed
from assets.parsing.markers import fold, starts_with, word_set

_GLUED_BY = re.compile(r"^(?:By|BY|Von|Par|Por)(?=[A-ZÀ-Þ][a-zß-ÿ]+ [A-ZÀ-Þ])")
_CLOCK_OR_DATE = re.compile(r"\d\s*[:./-]\s*\d|\d{3,}")
_DIGIT = re.compile(r"\d")
_BY_AFTER = re.compile(r"\d\D{0,15}?\s(?:by|von|par|por|door|av|af|di|przez)\s+(.+)$", re.IGNORECASE)
# What links to an author's other texts say around the name, as publishing systems write them.
_ALL_OF = re.compile(
    r"^(?:(?:view|see|show) all (?:posts |articles |entries )?(?:of|by) (?P<en>.+?)(?:['’]s? posts)?"
    r"|(?:zeige )?alle (?:beiträge|artikel) von (?P<de>.+?)(?: anzeigen| ansehen)?"
    r"|(?:voir|afficher) (?:tous les articles|toutes les publications) (?:de |d['’]|par )(?P<fr>.+)"
    r"|ver todas las entradas (?:de|por) (?P<es>.+))$",
    re.IGNORECASE,
)
_MOST_LABELS = 4


def without_labels(piece: str) -> str:
    """The piece without "By", "Text:" and their like; nothing when its label is that of a photographer or an editor."""
    if told := _ALL_OF.match(piece):
        return next(name for name in told.groups() if name)
    for _ in range(_MOST_LABELS):
        label, colon, rest = piece.partition(":")
        if colon and "," not in label and len(label.split()) <= LONGEST_PHRASE and not _CLOCK_OR_DATE.search(piece):
            if is_listed("credit", label.strip()):
                return ""
            piece = rest.strip()
            continue
        taken = starts_with("byline", piece) or _genre_end(piece) or _bare_by(piece) or _ours_end(piece)
        if not taken:
            break
        piece = piece[taken:].lstrip(" :.,–—-")
    if _starts_with_credit(piece):
        return ""
    if _DIGIT.search(piece) and starts_with_time(piece):
        after = _BY_AFTER.search(piece)
        return after[1] if after else ""
    return _GLUED_BY.sub("", piece)


def starts_with_time(text: str) -> bool:
    """True for "Published 12 May": a label of a date, with the date."""
    return starts_with("published", text) > 0 or starts_with("updated", text) > 0


def is_time_label(text: str) -> bool:
    """True for "Published" and its like with nothing after it."""
    return max(starts_with("published", text), starts_with("updated", text)) == len(text)


def _genre_end(piece: str) -> int:
    """Where a start such as "Kommentar von" or "More by" ends; 0 when there is none. "Follow Anna" counts, too."""
    words = piece.split()
    for size in range(1, min(LONGEST_PHRASE, len(words) - 1) + 1):
        if is_listed("before", " ".join(words[:size])):
            if is_listed("by", words[size]):
                return len(" ".join(words[: size + 1]))
            if len(words) - size >= 2 and words[size - 1].casefold() == "follow":
                return len(" ".join(words[:size]))
    return 0


def _bare_by(piece: str) -> int:
    """Where a "by" that is also a name's particle ends: only before a known given name ("De Ana Popescu")."""
    words = piece.split()
    for size in (2, 1):
        if len(words) > size + 1 and is_listed("bare_by", " ".join(words[:size])) and is_given_name(words[size]):
            return len(" ".join(words[:size]))
    return 0


def _ours_end(piece: str) -> int:
    """Where "our correspondent in Delft," or "Aus Delft berichtet" and their like end; 0 when there is none."""
    words = piece.split()
    at = next((i for i, word in enumerate(words[:4]) if is_listed("reports", word)), None)
    if at is not None and words[-1][0].isupper() and len(words) > at + 2:
        return len(" ".join(words[: at + 1]))
    at = next((i for i, word in enumerate(words[:2]) if is_listed("ours", word)), None)
    if at is None:
        return 0
    end = at + 1
    while end < len(words) and (words[end][0].islower() or fold(words[end]) in word_set("role")):
        end += 1
    if end < len(words) and words[end].endswith(",") and is_listed("after", words[end - 1]):
        end += 1
    return len(" ".join(words[:end])) if at + 1 < end < len(words) else 0


def _starts_with_credit(piece: str) -> bool:
    """True for "Photos by Li Wei" and, with the bare name of the craft, "kuvat Matti Laine"."""
    words = piece.split()
    phrases = [" ".join(words[:size]) for size in range(2, LONGEST_PHRASE + 1)]
    return any(" " in phrase and is_listed("credit", phrase) for phrase in phrases) or (
        len(words) > 1 and is_listed("credit_bare", words[0])
    )
