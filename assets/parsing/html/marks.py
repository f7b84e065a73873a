"""What markup in the body of a page says of author and day: microdata, RDFa, author links, time elements.

Taken down with the place where it stands; what is believed is decided in bylines.py and timing.py.
"""

import re

from selectolax.lexbor import LexborNode

from assets.parsing.html.blocks import Attributes, Page, clean_text

_MAX_AUTHORS, _LONGEST_AUTHOR = 20, 200
_TIME_PROPERTY = re.compile(r"date(?:Published|Created)|^(?:dc|dcterms):(?:date|created|issued)\b")


def read_property(page: Page, node: LexborNode, attributes: Attributes) -> None:
    """Microdata and RDFa: who wrote it, the day of publication ("datePublished", "dc:date dc:created")."""
    told = attributes.get("itemprop") or ""
    if "author" in told:
        add_author(page, node)
    if "content" in attributes:
        told = told or attributes.get("property") or ""
    if _TIME_PROPERTY.search(told):
        add_time(page, node, attributes)


def add_time(page: Page, node: LexborNode, attributes: Attributes) -> None:
    """Keep a node that gives a time, before the next block."""
    page.times.append((len(page.blocks), attributes, clean_text(node.text(deep=True))))


def add_author(page: Page, node: LexborNode) -> None:
    """Keep the text of a node that is marked as an author, or of the name in it."""
    if len(page.author_texts) < _MAX_AUTHORS:
        named = node.css_first("[itemprop=name]") or node
        text = clean_text(named.attributes.get("content") or named.text(deep=True))[:_LONGEST_AUTHOR]
        page.author_texts.append((len(page.blocks), text))
