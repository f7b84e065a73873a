"""Lines that carry a page's data about an article: "Harbor Post13-02-2025", "By Anna Berg | 2 hours ago".

Put here: taking such a line apart. Keep out: which article it belongs to (header.py).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from assets.parsing.agencies import find_agency
from assets.parsing.bylines import is_name_like, is_outlet_like, is_person_like, split_authors, split_glued
from assets.parsing.dates import DateReading, find_dates, find_relative
from assets.parsing.markers import fold, is_line, starts_with, word_set
from assets.parsing.oriental_names import read_oriental_byline

_LONGEST = 200
_MOST_WORDS = 24
_SENTENCE_WORDS = 11
_MOST_LEFTOVER = 12
# "By desk, ab | 3 March 2024": so few words behind "By" and beside a date are whoever signs.
_MOST_SIGNED = 4
_SEPARATOR = re.compile(r"\s*[|•·●–—/‐©»>\x00]+\s*|\s+-+\s+|\s*[,;]\s*|\s{3,}|\t")
_GLUED_DATE = re.compile(r"(?<=[a-zà-öø-ÿ])(?=[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ]+\.? \d)")
_GLUED_CLOCK = re.compile(r"(?<=\b(?:19|20)\d\d)(?=\d{1,2}:\d\d)|(?<=\d\d(?:19|20)\d\d)(?=\d{1,2}:\d\d)")
_ANY_CLOCK = re.compile(r"(?<!\d)\d{1,2}[:h]\d{2}(?!\d)")
_BAR = re.compile(r"[|•·●]|\s[–—-]\s")
_CLOCK = re.compile(
    r"^(?:(?:午前|午後|上午|下午|오전|오후)\s?)?\d{1,2}[時时시点](?:\s?\d{1,2}[分분])?|^\d{1,2}[:.h]\d{2}(?::\d{2})?(?:\s*[ap]\.?m\.?)?\b\s*|\b\d{1,2}[:.]\d{2}(?:\s*[ap]\.?m\.?)?$|^\d+$",
    re.I,
)
_PLACED = re.compile(r"(\S+(?: \S+){1,3}?) (?:in|aus|à|en|a|da|i) ([^\W\d_a-z].{2,30})")
_HALF_DAY = re.compile(r"[ap]\.m\.$", re.IGNORECASE)
_ON_DAY = re.compile(r"\s+on\s+(?=(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)")
_BULLET = re.compile(r"^[•·●*–—|-]+\s*")
_ADDRESS = re.compile(r"[(<]?[\w.+-]+@[\w-]+(?:\.[\w-]+)+[)>]?")


@dataclass(slots=True)
class Meta:
    """What a line says about an article."""

    published: list[DateReading] = field(default_factory=list)
    updated: list[DateReading] = field(default_factory=list)
    relative: str | None = None
    authors: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    sections: list[str] = field(default_factory=list)
    agencies: list[str] = field(default_factory=list)
    is_glued: bool = False
    is_barred: bool = False

    @property
    def is_timed(self) -> bool:
        """True when the line holds a date or a relative time."""
        return bool(self.published or self.updated or self.relative)


def read_meta(text: str) -> Meta | None:
    """The line taken apart when it holds a date or relative time and else only names, sections, labels; or None."""
    if len(text) > _LONGEST:
        return None
    blanks = len(text.split()) - 1
    if blanks >= _MOST_WORDS or (blanks >= _SENTENCE_WORDS and text[-1] == "." and not _HALF_DAY.search(text)):
        return None
    meta = Meta()
    bare = _GLUED_CLOCK.sub(" ", _BULLET.sub("", _ON_DAY.sub(", ", _ADDRESS.sub(" ", text))))
    rest = _take_dates(bare, meta)
    if not meta.published and not meta.updated and (apart := _GLUED_DATE.sub("\x00", bare)) != bare:
        rest = _take_dates(apart, meta)
        meta.is_glued = True
    meta.is_barred = bool(_BAR.search(bare))
    if span := find_relative(rest):
        meta.relative = rest[span[0] : span[1]]
        rest = f"{_drop_glued_label(rest[: span[0]])}\x00{rest[span[1] :]}"
    if not meta.is_timed:
        return None
    parts = [part for piece in _SEPARATOR.split(rest) for part in split_glued(piece.strip())]
    if sum(part.count(" ") + 1 for part in parts) > _MOST_LEFTOVER:
        return None
    understood = [_take_part(part, meta) for part in parts]
    is_signed = (
        meta.is_barred and starts_with("byline", bare) and sum(part.count(" ") + 1 for part in parts) <= _MOST_SIGNED
    )
    return meta if all(understood) or is_signed or _is_stamped(meta, text) else None


def _is_stamped(meta: Meta, text: str) -> bool:
    """True for a day with a time of day: no headline has both, so that words not understood do no harm."""
    has_clock = any(_ANY_CLOCK.search(reading.text) for reading in (*meta.published, *meta.updated))
    return has_clock and text[-1] not in ".!?:"


def _take_dates(text: str, meta: Meta) -> str:
    """Move the dates of the line to `meta`; a date behind "updated" is the date of a change. Returns what is left."""
    position, rest = 0, ""
    for reading in find_dates(text):
        before = text[position : reading.start]
        is_update = bool(
            starts_with("updated", _last_words(before)) or starts_with("updated", before.strip(" |•·,-–—("))
        )
        (meta.updated if is_update else meta.published).append(reading)
        rest += f"{before}\x00"
        meta.is_glued = meta.is_glued or before[-1:].isalpha()
        position = reading.end
    return rest + text[position:]


def _last_words(text: str) -> str:
    return " ".join(text.replace("|", " ").split()[-3:])


def _drop_glued_label(text: str) -> str:
    """ "Harbor Posttime" -> "Harbor Post": a label such as "time" that stood before the clock icon."""
    return re.sub(r"(?i)(?:time|posted|updated|published)$", "", text)


def _take_part(part: str, meta: Meta) -> bool:
    """File one leftover of the line; False when it is neither a name nor a label, so that the line is no data line."""
    part = _CLOCK.sub("", _CLOCK.sub("", part.strip(" .,:()[]-–—"))).strip(" .,:()[]-–—")
    is_source = False
    for kind in ("published", "updated", "source"):
        if taken := starts_with(kind, part):
            part = part[taken:].strip(" .,:：()-–—")
            is_source = kind == "source"
    if not part or _is_filler(part):
        return True
    if names := read_oriental_byline(part):
        meta.authors.extend(names)
        return True
    part = _drop_label(part)
    if taken := starts_with("byline", part):
        authors = split_authors(part)
        meta.authors.extend(a for a in authors if a not in meta.authors)
        return bool(authors) or _take_part(part[taken:], meta)
    if agency := find_agency(part):
        meta.agencies.append(agency)
        meta.names += [] if is_source else [part]
    elif is_line("section", part):
        meta.sections.append(part)
    elif is_person_like(part):
        meta.authors.append(part)
    elif is_name_like(part) or is_outlet_like(part):
        meta.names += [] if _is_only_roles(part) else [part]
    else:
        return is_line("counter", part) or is_line("share", part) or is_line("navigation", part)
    return True


def _drop_label(part: str) -> str:
    """ "By Anna Berg published" -> "By Anna Berg": a label that led to the date."""
    head, _, last = part.rpartition(" ")
    is_label = head and (starts_with("published", last) == len(last))
    return head if is_label else part


def _is_only_roles(part: str) -> bool:
    """ "Redaktion", "Staff Reporter": a desk that signs, neither a person nor an outlet."""
    return all(word in word_set("role") for word in fold(part).split())


def _is_filler(part: str) -> bool:
    words = fold(part).split()
    fillers = word_set("filler", "line")
    return fold(part) in fillers or all(word in fillers or word == "0" for word in words)


def read_byline(text: str) -> Meta | None:
    """A line that names authors: "By Anna Berg, Staff Writer", "Anna Berg, Political Correspondent"; or None."""
    if names := read_oriental_byline(text):
        return Meta(authors=names)
    if len(text) > _LONGEST or text.count(" ") > 18 or (text.endswith((".", "?", "!")) and not text.endswith("Jr.")):
        return None
    taken = starts_with("byline", text)
    rest = text[taken:].lstrip(" :.–—-")
    if taken and (text[taken - 1] == ":" or text[taken : taken + 1] in {" ", ":", "\u00a0"}):
        authors = split_authors(text)
        if authors and _is_names_only(rest):
            return Meta(authors=authors)
        agency = find_agency(rest.split("|")[0].split(",")[0])
        if agency:
            return Meta(agencies=[agency])
        if rest and rest.count(" ") < 5 and _is_desk(rest):
            return Meta(names=[])
    return _bare_byline(text)


def _bare_byline(text: str) -> Meta | None:
    """ "Anna Berg, Political Correspondent" or "Anna Berg | Harbor Post": a person, then a role or an outlet."""
    name = _name_before_role(text)
    if name != text:
        return Meta(authors=split_authors(name))
    placed = _PLACED.fullmatch(text)
    if placed and is_person_like(placed[1]) and is_name_like(placed[2]):
        return Meta(authors=split_authors(placed[1]))
    head, *tail = re.split(r"\s*[,|•·/]\s*|\s+[–—-]\s+|\s+(?:and|und|et|y|e|dhe)\s+", text)
    if not is_person_like(head):
        return None
    if not tail:
        return None
    known = all(is_person_like(t) or _is_desk(t) or is_outlet_like(t) or "@" in t for t in tail if t)
    return (
        Meta(authors=split_authors(text), names=[t for t in tail if is_outlet_like(t) and not _is_desk(t)])
        if known
        else None
    )


def _name_before_role(text: str) -> str:
    """ "Anna Berg Political Correspondent" or "Anna BergLifestyle Writer" -> "Anna Berg"; the whole without a role."""
    words = " ".join(split_glued(text)).split()
    at = next((n for n in (2, 3) if is_person_like(" ".join(words[:n])) and _is_desk_only(words[n:])), 0)
    return " ".join(words[:at]) if at else text


def _is_desk_only(words: Sequence[str]) -> bool:
    return (
        1 <= len(words) <= 4 and any(fold(w) in word_set("role") for w in words) and all(w[0].isupper() for w in words)
    )


def _is_names_only(rest: str) -> bool:
    """True when what follows "By" reads like names and roles, not like a sentence: few small words."""
    words = re.findall(r"[^\W\d_]+", rest)
    small = [w for w in words if w.islower() and w not in word_set("role") and len(w) > 3]
    return len(small) <= 2


def _is_desk(text: str) -> bool:
    return any(word in word_set("role") for word in fold(text).split())
