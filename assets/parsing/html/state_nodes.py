"""Text that a page carries in its scripts as a list of nodes: [{"type": "paragraph", "text": "..."}, ...].

Programs in the browser keep articles so (Next.js, Apollo, editors that store blocks). Text kept as html is read in
state.py.
"""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import orjson

from assets.parsing.html.plain_values import plain_text

MAX_SCRIPT_CHARS = 3_000_000
MAX_NODES = 200_000
MAX_DEPTH = 6
# A reference is looked up for the list that holds it and for those around that one, not more often.
MAX_LOOK_UPS = MAX_DEPTH + 2
SHORTEST_PARAGRAPH = 40
SHORTEST_TEXT = 400
FEWEST_PARAGRAPHS = 2
_ASSIGNED = re.compile(r"\s*(?:[\w.$]{1,100}\s*=\s*)?(?=[\[{])")
# Keys under which a node keeps its words, or nodes that do.
_TEXT_KEYS = ("text", "content", "value", "html", "paragraph", "body", "children", "data")
_POINTERS = frozenset(("url", "href", "link", "slug", "path", "headline", "permalink"))


class _Cache:
    """The objects of a normalized cache by key. References that multiply cost no more than the script is long."""

    def __init__(self, root: Any) -> None:
        self._objects = root if isinstance(root, dict) else {}
        self._looked_up: Counter[str] = Counter()

    def look_up(self, key: str) -> Any:
        """The object of that name; None when there is none, or when it was asked for too often."""
        self._looked_up[key] += 1
        return self._objects.get(key) if self._looked_up[key] <= MAX_LOOK_UPS else None


def find_node_text(content: str) -> list[str]:
    """Paragraphs of the list with the most running text in the page's JSON scripts; empty when there is none."""
    best: list[str] = []
    for script in _json_scripts(content):
        for paragraphs in _lists(script):
            if sum(map(len, paragraphs)) > sum(map(len, best)):
                best = paragraphs
    return best if len(best) >= FEWEST_PARAGRAPHS and sum(map(len, best)) >= SHORTEST_TEXT else []


def _json_scripts(content: str) -> Iterator[str]:
    """What may be JSON in the page's scripts: all of one, or what it assigns to a name."""
    end = 0
    while (start := content.find("<script", end)) >= 0:
        start = content.find(">", start) + 1
        end = content.find("</script", start)
        if start == 0 or end < 0:
            return
        script = content[start:end].rstrip("; \n\r\t")
        if (begin := _ASSIGNED.match(script)) is not None and len(script) <= MAX_SCRIPT_CHARS:
            yield script[begin.end() :]


def _lists(script: str) -> Iterator[list[str]]:
    """The paragraphs of each list of objects in a JSON value; the walk is iterative and bounded."""
    try:
        root = orjson.loads(script)
    except orjson.JSONDecodeError:
        return
    cache, queue, seen = _Cache(root), [root], 0
    while queue and seen < MAX_NODES:
        value = queue.pop()
        seen += 1
        if isinstance(value, list) and len(value) >= FEWEST_PARAGRAPHS and not _are_pointers(value):
            yield [text for item in value if len(text := " ".join(_words(item, cache))) >= SHORTEST_PARAGRAPH]
        inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
        queue.extend(part for part in inner if isinstance(part, dict | list))


def _are_pointers(items: list[Any]) -> bool:
    """True for a list of teasers: most of its items name a page; or of what is no object."""
    told = [item for item in items if isinstance(item, dict) and _POINTERS.isdisjoint(item)]
    return len(told) <= len(items) // 2


def _words(node: Any, cache: _Cache, depth: int = 0) -> Iterator[str]:
    """The text of a node and of the nodes in it; references of a normalized cache are looked up."""
    if isinstance(node, str):
        if text := plain_text(node):
            yield text
    elif isinstance(node, list) and depth < MAX_DEPTH:
        for item in node:
            yield from _words(item, cache, depth + 1)
    elif isinstance(node, dict) and depth < MAX_DEPTH:
        node = cache.look_up(node["__ref"]) if isinstance(node.get("__ref"), str) else node
        key = next((key for key in _TEXT_KEYS if node.get(key)), None) if isinstance(node, dict) else None
        if key is not None:
            yield from _words(node[key], cache, depth + 1)
