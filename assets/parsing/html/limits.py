"""Cheap look at a page before the parser sees it: size, depth, elements, and the repair of absurd tags.

What makes a DOM parser quadratic is refused or defused here. What a page says is not looked at.
"""

import re
from functools import lru_cache

MAX_PAGE_CHARS = 5 * 1024 * 1024
MAX_DEPTH = 512
MAX_ELEMENTS = 250_000
MAX_ATTRIBUTES = 1_000
FEW_ATTRIBUTES = 100
# Cost of an element grows with the square of its attributes: this sum is about 100 ms of parsing.
MAX_SQUARED_ATTRIBUTES = 50_000_000
# Below this many tags no depth can cost more than a few milliseconds: the walk finds the real depth.
DEPTH_SCAN_TAGS = 4_000
# The scan takes closing tags at their word, so it may overestimate: only depths that would cost real time
# are refused by it.
SCANNED_DEPTH = 3_000
LONG_TAG_CHARS = 2_000
# Below that, a page of little but tags is scanned when it closes fewer than one in this many: what stays open may be
# re-created over and over.
UNCLOSED_SCAN_TAGS = 600
DENSE_TAG_CHARS = 64
MOST_OPEN = 4

_ATTRIBUTE = re.compile(r"""\s*[^\s=>"'/]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>"']*))?|["'/=]""")
_TAG = re.compile(r"<(/?[a-zA-Z][^\s/>]*)")
_TAG_NAME = re.compile(r"/?[a-zA-Z][^\s/>]*")
_RAW_TEXT = frozenset(("script", "style", "textarea", "title", "xmp", "noframes", "iframe"))
_RAW_TEXT_END = {name: f"/{name}" for name in sorted(_RAW_TEXT)}
_WRITING_CHARS = 60
_FORMATTING_NAMES = "a b big code em font i nobr s small strike strong tt u"
_FORMATTING = frozenset(_FORMATTING_NAMES.split())
_UNCOUNTED_NAMES = """
area base br col embed hr img input link
meta param source track wbr p li dt dd td th tr tbody thead tfoot option
"""
_UNCOUNTED = frozenset(_UNCOUNTED_NAMES.split())


class PageLimit(Exception):
    """A page is beyond a limit; `reason` is a quarantine code, `detail` says which limit."""

    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(detail)
        self.reason = reason
        self.detail = detail


def guard_page(content: str) -> str:
    """Return the page, its absurd tags emptied, or raise `PageLimit` when parsing it would cost too much."""
    if len(content) > MAX_PAGE_CHARS:
        raise PageLimit("too_large", f"the page has {len(content):,} characters; the limit is {MAX_PAGE_CHARS:,}")
    tags = content.count("<")
    is_dense = tags > UNCLOSED_SCAN_TAGS and len(content) < DENSE_TAG_CHARS * tags
    if tags > DEPTH_SCAN_TAGS or (is_dense and MOST_OPEN * content.count("</") < tags):
        _check_nesting(content)
        if tags > MAX_ELEMENTS and sum(part[:1].isalpha() for part in content.split("<")) > MAX_ELEMENTS:
            raise PageLimit("too_many", f"the page has more than {MAX_ELEMENTS:,} elements")
    return _empty_long_tags(content)


def _empty_long_tags(content: str) -> str:
    """Take the attributes from tags that have more than anyone writes.

    A parser compares each with all others.
    """
    budget, pieces, done = MAX_SQUARED_ATTRIBUTES, [], 0
    for start, end in _long_stretches(content):
        match = _TAG_NAME.match(content, start + 1)
        if match is None or match.group().lower() in _RAW_TEXT:
            continue
        if _ends_early(content, start, end):
            continue
        count, stop = _count_attributes(content, match.end(), end)
        budget -= count * count if count > FEW_ATTRIBUTES else 0
        if count > MAX_ATTRIBUTES or budget < 0:
            pieces.append(content[done : match.end()])
            done = stop
    return "".join([*pieces, content[done:]]) if pieces else content


def _long_stretches(content: str) -> list[tuple[int, int]]:
    """Stretches from one "<" to the next that are long enough for 1,000 attributes.

    Found by probing windows of half that length.
    """
    window = LONG_TAG_CHARS // 2
    found: list[tuple[int, int]] = []
    position = 0
    while position < len(content):
        following = content.find("<", position, position + window)
        if following >= 0:
            position += window
            continue
        start, end = content.rfind("<", 0, position), content.find("<", position)
        end = len(content) if end < 0 else end
        if start >= 0:
            found.append((start, end))
        position = end + 1
    return found


def _ends_early(content: str, start: int, end: int) -> bool:
    """True when a tag surely has few attributes.

    It ends at a ">" that is not within quotes, or has too few characters that part attributes.
    """
    close = content.find(">", start, min(end, start + LONG_TAG_CHARS // 2))
    if close > 0 and content.count('"', start, close) % 2 == 0 and content.count("'", start, close) % 2 == 0:
        return True
    parting = 0
    for mark in "= \n\t\r\f/":
        parting += content.count(mark, start, end)
        if parting > FEW_ATTRIBUTES:
            return False
    return True


def _count_attributes(content: str, start: int, limit: int) -> tuple[int, int]:
    """Attributes from `start` on, and where they end."""
    count, end = 0, start
    while match := _ATTRIBUTE.match(content, end, limit):
        count, end = count + 1, match.end()
    return count, end


def _check_nesting(content: str) -> None:
    """Estimate depth and the formatting elements a parser would re-create; one step per tag."""
    open_tags: dict[str, int] = {}
    depth = elements = formatting = 0
    writings: set[str] = set()
    raw_text = ""
    for match in _TAG.finditer(content):
        name, plain, step = _read_tag(match[1])
        if raw_text and name != raw_text:
            continue
        raw_text = _RAW_TEXT_END.get(name, "")
        elements += 1
        if not step:
            # A parser opens again what was not closed, but no more than three of one writing.
            elements += min(formatting, 3 * len(writings)) if name == "p" else 0
            continue
        count = open_tags.get(plain, 0)
        if step < 0 and count == 0:
            continue
        open_tags[plain] = count + step
        depth += step
        if plain in _FORMATTING:
            formatting += step
            writings.add(content[match.start() : match.end() + _WRITING_CHARS].partition(">")[0])
        if depth > SCANNED_DEPTH or elements > 2 * MAX_ELEMENTS:
            raise _refusal(depth)


@lru_cache(maxsize=1024)
def _read_tag(written: str) -> tuple[str, str, int]:
    """A tag's name in lower case, with and without its slash, and its step in depth: 1, -1, or 0 for void ones."""
    name = written.lower()
    plain = name.lstrip("/")
    return name, plain, 0 if name in _UNCOUNTED else -1 if name[0] == "/" else 1


def _refusal(depth: int) -> PageLimit:
    if depth > SCANNED_DEPTH:
        return PageLimit("too_deep", f"tags are nested more than {SCANNED_DEPTH:,} deep; the limit is {MAX_DEPTH}")
    return PageLimit("too_many", f"the page has more than {MAX_ELEMENTS:,} elements")
