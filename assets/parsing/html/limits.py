"""Cheap look at a page before the parser sees it: size, depth, elements, and the repair of absurd tags.

What makes a DOM parser quadratic is refused or defused here. What a page says is not looked at.
"""

import re

MAX_PAGE_CHARS = 5 * 1024 * 1024
MAX_DEPTH = 512
MAX_ELEMENTS = 250_000
MAX_ATTRIBUTES = 1_000
# Cost of an element grows with the square of its attributes: this sum is about 100 ms of parsing.
MAX_SQUARED_ATTRIBUTES = 50_000_000
# Below this many tags no depth can cost more than a few milliseconds: the walk finds the real depth.
DEPTH_SCAN_TAGS = 4_000
# The scan takes closing tags at their word, so it may overestimate: only depths that would cost real time
# are refused by it.
SCANNED_DEPTH = 3_000
LONG_TAG_CHARS = 2_000
_FIRST_TAGS = 20_000

_ATTRIBUTE = re.compile(r"""\s*[^\s=>"'/]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>"']*))?|["'/=]""")
_TAG_NAME = re.compile(r"/?[a-zA-Z][^\s/>]*")
_RAW_TEXT = frozenset(("script", "style", "textarea", "title", "xmp", "noframes", "iframe"))
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
    if content.count("<") > DEPTH_SCAN_TAGS:
        parts = content.split("<")
        _check_nesting(parts[:_FIRST_TAGS])
        if len(parts) > MAX_ELEMENTS and sum(part[:1].isalpha() for part in parts) > MAX_ELEMENTS:
            raise PageLimit("too_many", f"the page has more than {MAX_ELEMENTS:,} elements")
        if len(parts) > _FIRST_TAGS:
            _check_nesting(parts)
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
        count, stop = _count_attributes(content, match.end(), end)
        budget -= count * count if count > 100 else 0
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


def _count_attributes(content: str, start: int, limit: int) -> tuple[int, int]:
    """Attributes from `start` on, and where they end."""
    count, end = 0, start
    while match := _ATTRIBUTE.match(content, end, limit):
        count, end = count + 1, match.end()
    return count, end


def _check_nesting(parts: list[str]) -> None:
    """Estimate depth and the formatting elements a parser would re-create; one step per tag."""
    open_tags: dict[str, int] = {}
    depth = elements = formatting = 0
    raw_text = ""
    for part in parts:
        match = _TAG_NAME.match(part)
        if match is None or (raw_text and match.group().lower() != raw_text):
            continue
        raw_text = ""
        name = match.group().lower()
        step = _step(name, open_tags)
        depth += step
        if name.strip("/") in _FORMATTING:
            formatting += step
        elements += 1 + (min(formatting, 3 * len(_FORMATTING)) if name == "p" else 0)
        if name in _RAW_TEXT:
            raw_text = "/" + name
        if depth > SCANNED_DEPTH:
            raise PageLimit("too_deep", f"tags are nested more than {SCANNED_DEPTH:,} deep; the limit is {MAX_DEPTH}")
        if elements > 2 * MAX_ELEMENTS:
            raise PageLimit("too_many", f"the page has more than {MAX_ELEMENTS:,} elements")


def _step(name: str, open_tags: dict[str, int]) -> int:
    """How much a tag changes the depth: a closing tag without an opening one does nothing."""
    closing = name[0] == "/"
    plain = name[1:] if closing else name
    if plain in _UNCOUNTED:
        return 0
    count = open_tags.get(plain, 0)
    if closing and count == 0:
        return 0
    open_tags[plain] = count - 1 if closing else count + 1
    return -1 if closing else 1
