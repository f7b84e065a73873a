"""Names in the author and publisher values of JSON-LD: strings, objects, references by @id, and lists of these."""

from dataclasses import dataclass
from typing import Any

from assets.parsing.html.plain_values import text_of, texts_of

MAX_NAMES = 50
MAX_DEPTH = 4

Node = dict[str, Any]


@dataclass(slots=True)
class Named:
    """A named node of JSON-LD: who, and whether it says person or organization ('' when neither)."""

    name: str
    kind: str = ""


def types_of(node: Node) -> list[str]:
    """The types that a node names."""
    value = node.get("@type")
    return [t for t in (value if isinstance(value, list) else [value]) if isinstance(t, str)]


def named_in(value: Any, nodes: list[Node], depth: int = 0) -> list[Named]:
    """Names in an author or publisher value: strings, objects, references by @id, and lists of these."""
    if isinstance(value, str):
        text = text_of(value)
        known = _by_id(value, nodes) if value.startswith(("#", "http")) else None
        return _of_node(known) if known is not None else [Named(text)] if text else []
    if isinstance(value, list) and depth < MAX_DEPTH:
        return [named for item in value[:MAX_NAMES] for named in named_in(item, nodes, depth + 1)]
    if not isinstance(value, dict):
        return []
    if "name" not in value and isinstance(value.get("@id"), str):
        value = _by_id(value["@id"], nodes) or value
    inner = value.get("@list") or value.get("mainEntity")
    if "name" not in value and inner and depth < MAX_DEPTH:
        return named_in(inner, nodes, depth + 1)
    return _of_node(value)


def _by_id(key: str, nodes: list[Node]) -> Node | None:
    return next((node for node in nodes if node.get("@id") == key and node.get("name")), None)


def _of_node(node: Node) -> list[Named]:
    """The names of a person or an organization: its name, else its given and family name."""
    kinds = types_of(node)
    is_person = any(kind.endswith("Person") for kind in kinds)
    kind = "person" if is_person else "organization" if any("Organization" in k for k in kinds) else ""
    names = texts_of(node.get("name"))
    if not names and (parts := [text for key in ("givenName", "familyName") if (text := text_of(node.get(key)))]):
        names = [" ".join(parts)]
    return [Named(text, kind) for text in names]
