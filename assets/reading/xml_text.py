"""Reading XML that may be broken, without a parser that resolves anything: tags, values and the head of a document.

Entities that a document declares are never expanded, addresses in it never opened.
"""

import bisect
import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

_TAG = re.compile(r"<([A-Za-z_][\w.-]{0,100}(?::[\w.-]{1,100})?)((?:\s[^<>]{0,20000})?)>")
_ATTRIBUTE = re.compile(r"""([\w:.-]{1,100})\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_NAME = re.compile(r"<([A-Za-z_][\w.:-]{0,100})")
_START = re.compile(r"\A[\ufeff\s\x00]*+(?=<)|(?=<\?xml\s|<rss\b|<feed\b|<rdf:RDF\b)", re.IGNORECASE)
_MOST_JUNK = 4_000
_SUBSET_END = re.compile(r"\]\s*>")
_MARKUP = re.compile(r"<!\[CDATA\[|<!--")
_TAGS = re.compile(r"<[^<>]{0,1000}>")
_ENDS = {"<![CDATA[": "]]>", "<!--": "-->"}


@dataclass(frozen=True)
class Head:
    """What comes before a document's content: the root's name, its tag, its DOCTYPE, and where the tag ends."""

    root: str
    tag: str
    doctype: str
    end: int


@dataclass(frozen=True)
class Element:
    """A child element: its name as written, its attributes, and what is between its tags, as written."""

    name: str
    attributes: dict[str, str]
    inner: str


def read_head(text: str, after: int = 0) -> Head | None:
    """The head of an XML document; None when the text is none. What a failing program wrote above it is passed over.

    With `after`, the head of the first feed that begins behind that place.
    """
    start = _START.search(text, after, _MOST_JUNK)
    place, doctype = start.end() if start else len(text) - len(text.lstrip()), ""
    for _ in range(64):
        if text.startswith("<?", place):
            end = text.find("?>", place) + 2
        elif text.startswith("<!--", place):
            end = text.find("-->", place) + 3
        elif text[place : place + 9].upper() == "<!DOCTYPE":
            end = _doctype_end(text, place)
            doctype = text[place:end]
        else:
            break
        if end < place + 3:
            return None
        place = end + len(text[end : end + 1000]) - len(text[end : end + 1000].lstrip())
    name = _NAME.match(text, place)
    if name is None:
        return None
    end = text.find(">", place) + 1 or len(text)
    return Head(name.group(1), text[place:end], doctype, end)


def _doctype_end(text: str, place: int) -> int:
    """The place after a DOCTYPE; one with an internal subset ends with ]>."""
    close, subset = text.find(">", place), text.find("[", place)
    if subset < 0 or close < subset:
        return close + 1
    end = _SUBSET_END.search(text, subset)
    return end.end() if end else len(text)


def read_attributes(tag: str, most: int = 1_000) -> dict[str, str]:
    """Attributes of a tag, the first ones when there are absurdly many."""
    found: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(tag):
        found.setdefault(match.group(1), html.unescape(match.group(2) or match.group(3) or ""))
        if len(found) >= most:
            break
    return found


def read_children(text: str) -> Iterator[Element]:
    """Child elements of a stretch of XML; what is inside them is not looked at.

    An element that is never closed ends with the text.
    """
    place = 0
    skips = _Skips(text)
    while (match := skips.next_match(_TAG, place)) is not None:
        name, rest = match.group(1), match.group(2)
        if rest.endswith("/"):
            yield Element(name, read_attributes(rest), "")
            place = match.end()
            continue
        close = re.compile(rf"</{re.escape(name)}\s*>|<{re.escape(name)}(?=[\s>])")
        depth, place = 1, match.end()
        while depth and (found := skips.next_match(close, place)) is not None:
            depth += 1 if found.group()[1] != "/" else -1
            place = found.end()
        end = found.start() if depth == 0 and found else len(text)
        yield Element(name, read_attributes(rest), text[match.end() : end])
        place = place if depth == 0 else len(text)


class _Skips:
    """Searches that pass over CDATA sections and comments."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts: list[int] = []
        self._ends: list[int] = []
        place = 0
        while (match := _MARKUP.search(text, place)) is not None:
            end = text.find(_ENDS[match.group()], match.end())
            place = end + 3 if end >= 0 else len(text)
            self._starts.append(match.start())
            self._ends.append(place)

    def next_match(self, pattern: re.Pattern[str], place: int) -> re.Match[str] | None:
        """The next match that does not start inside a section."""
        while (match := pattern.search(self._text, place)) is not None:
            section = bisect.bisect_right(self._starts, match.start()) - 1
            if section < 0 or match.start() >= self._ends[section]:
                return match
            place = self._ends[section]
        return None


def find_elements(text: str, name: str) -> Iterator[tuple[int, int, bool]]:
    """(start, end, is_closed) of each element with a local name; they do not nest.

    One that is not closed before the next begins ends there; one at the end is not closed.
    """
    pattern = re.compile(
        rf"<!\[CDATA\[|<!--|<(?:[\w.-]{{1,50}}:)?(?:{name}|{name.upper()})(?=[\s/>])"
        rf"|</(?:[\w.-]{{1,50}}:)?(?:{name}|{name.upper()})\s*>"
    )
    start, place = -1, 0
    while (match := pattern.search(text, place)) is not None:
        token, place = match.group(), match.end()
        if token in _ENDS:
            end = text.find(_ENDS[token], place)
            place = end + 3 if end >= 0 else match.end()
        elif token[1] == "/":
            if start >= 0:
                yield start, place, True
            start = -1
        else:
            if start >= 0:
                yield start, match.start(), True
            start = match.start()
    if start >= 0:
        yield start, len(text), False


def text_value(inner: str) -> str:
    """What an element says: CDATA as it is, references resolved, markup kept."""
    if "<![CDATA[" not in inner:
        return inner if "<" in inner else html.unescape(inner)
    out = []
    for number, piece in enumerate(inner.split("<![CDATA[")):
        raw, closed, rest = piece.partition("]]>")
        if number == 0:
            raw, rest = "", piece
        out.append(raw + (html.unescape(rest) if closed or number == 0 else rest))
    return "".join(out)


def plain_line(value: str) -> str:
    """A value as one line of text: tags left out, references resolved, blanks as one."""
    return " ".join(html.unescape(_TAGS.sub(" ", value)).split())


def local_name(name: str) -> str:
    """The name of an element without its prefix, in lower case."""
    return name.rpartition(":")[2].lower()
