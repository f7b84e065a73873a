"""The roles of a page's blocks, as they are being decided. The rules are in roles.py and standfirst.py."""

from dataclasses import dataclass, field

# A block that stands outside the article's container and is nothing in particular.
OUTSIDE = ("other", "outside the article")
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
ITEMS = frozenset(("li", "td", "th", "dd", "dt", "pre", "blockquote"))
# How running text ends.
ENDINGS = ".!?…。！？؟\"'”’»«):;।"


@dataclass(slots=True)
class Layout:
    """Roles of all blocks, the positions of the body's, and the title and standfirst among them."""

    roles: list[tuple[str, str]]
    body: list[int] = field(default_factory=list)
    title: int | None = None
    subtitle: int | None = None
