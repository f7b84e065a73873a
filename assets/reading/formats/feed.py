"""Feeds: RSS 0.9x to 2.0, RSS 1.0 (RDF) and Atom. Each item is a record."""

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin

from assets.reading.formats.fields import field_record, refuse
from assets.reading.formats.model import Format
from assets.reading.positions import Positions
from assets.reading.reasons import Refusal
from assets.reading.source import Record, Source
from assets.reading.xml_text import (
    Element,
    Head,
    find_elements,
    local_name,
    plain_line,
    read_attributes,
    read_children,
    read_head,
    text_value,
)

_ROOTS = {"rss": "item", "rdf": "item", "feed": "entry", "channel": "item"}
_SUFFIXES = frozenset((".xml", ".rss", ".atom", ".rdf"))
_NAMESPACES = {
    "http://purl.org/rss/1.0/modules/content/": "content",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://purl.org/dc/terms/": "dcterms",
    "http://www.w3.org/2005/atom": "atom",
}
# Element (its namespace's usual prefix and name) -> field of the record. Earlier ones win.
_FIELDS = {
    "title": ("title", "dc:title"),
    "link": ("link", "atom:link"),
    "guid": ("guid", "id", "dc:identifier"),
    "published": ("published", "pubdate", "dc:date", "dcterms:issued", "issued", "date"),
    "updated": ("updated", "modified", "dcterms:modified", "atom:updated"),
    "author": ("author", "dc:creator", "creator", "itunes:author"),
    "content_html": ("content:encoded", "content", "body", "fulltext"),
    "summary": ("description", "summary", "dc:description"),
    "categories": ("category", "dc:subject"),
    "language": ("language", "dc:language"),
    "source": ("source",),
}
_FIELD_OF = {element: field for field, elements in _FIELDS.items() for element in elements}
_RANK = {element: rank for elements in _FIELDS.values() for rank, element in enumerate(elements)}
_LISTS = ("author", "categories")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{0,30}:")


def _matches(source: Source) -> bool:
    text = source.decoded.text
    is_clean = text[:2000].lstrip("\ufeff \t\r\n\x00").startswith("<")
    if not is_clean and source.suffix not in _SUFFIXES:
        return False
    head = _feed_head(text)
    root = local_name(head.root) if head else ""
    return root in _ROOTS or (
        is_clean and root != "html" and (source.suffix in _SUFFIXES or text.lstrip("\ufeff \n\r\t").startswith("<?xml"))
    )


def _feed_head(text: str) -> Head | None:
    """The feed's head, also when it stands below a warning that is markup itself; else that of whatever XML it is."""
    head = read_head(text)
    if head is not None and local_name(head.root) in _ROOTS:
        return head
    below = read_head(text, after=1)
    return below if below is not None and local_name(below.root) in _ROOTS else head


def read_items(source: Source) -> Iterator[Record]:
    """A record for each item, in JSON Feed's spirit: title, link, guid, published, content_html, summary, author, ...

    Raises Refusal: xml_dtd, unsupported_type for other XML, empty_container.
    """
    text = source.decoded.text
    head = _feed_head(text)
    if "<!ENTITY" in (head.doctype if head else text[:20_000]).upper():
        raise Refusal(
            "xml_dtd", "declares entities of its own, which may read files or fill the memory; remove the DOCTYPE"
        )
    if head is None or local_name(head.root) not in _ROOTS:
        raise Refusal("unsupported_type", f"XML, but no feed: its root is <{head.root if head else '?'}>")
    places, prefixes, feed = Positions(source.decoded), _prefixes(head), None
    for start, end, is_closed in find_elements(text, _ROOTS[local_name(head.root)]):
        if feed is None:
            feed = _feed_fields(text[head.end : start], prefixes)
            base = _resolve(feed.pop("link") or "", _base_of(head.tag))
        place = places.place_of(start, end)
        item = text[start:end]
        yield _record(source, place, item, prefixes=prefixes if is_closed else None, feed=feed, base=base)
    if feed is None:
        raise Refusal("empty_container", "a feed without items")


def _prefixes(head: Head) -> dict[str, str]:
    """The prefix a document writes -> the usual prefix of that namespace."""
    attributes = read_attributes(head.tag, most=500)
    names = {key[6:]: _NAMESPACES.get(value.lower()) for key, value in attributes.items() if key.startswith("xmlns:")}
    return {prefix: usual for prefix, usual in names.items() if usual}


def _feed_fields(text: str, prefixes: dict[str, str]) -> dict[str, Any]:
    """What the feed says about itself before its first item."""
    inner = next((element.inner for element in read_children(text) if local_name(element.name) == "channel"), text)
    fields = _collect(inner[:100_000], prefixes)
    return {"language": fields.get("language"), "feed_title": fields.get("title"), "link": fields.get("link")}


def _record(
    source: Source,
    place: dict[str, Any],
    item: str,
    *,
    prefixes: dict[str, str] | None,
    feed: dict[str, Any],
    base: str,
) -> Record:
    """One item; `prefixes` is None for one that is cut; links are relative to `base`."""
    raw = source.data[place["byte_start"] : place["byte_end"]]
    if prefixes is None:
        cut = Refusal("bad_row", "the item is not closed: the feed is cut; get it again")
        return refuse(Record("json", raw, **place), cut, raw)
    fields = _collect(item[item.find(">") + 1 : item.rfind("</")], prefixes)
    if not any(fields.get(name) for name in ("title", "link", "content_html", "summary")):
        return refuse(
            Record("json", raw, **place), Refusal("missing_field", "an item without title, link or text"), raw
        )
    if fields.get("link"):
        fields["link"] = _resolve(fields["link"], _resolve(_base_of(item[: item.find(">") + 1]), base))
    fields.setdefault("published", fields.get("updated"))
    return field_record("feed", feed | fields, source, **place)


def _collect(text: str, prefixes: dict[str, str]) -> dict[str, Any]:
    """Fields of the child elements of an item or a feed; of several elements for a field the best name wins."""
    found: dict[str, Any] = {}
    ranks: dict[str, int] = {}
    for element in read_children(text):
        name = _usual_name(element.name, prefixes)
        field = _FIELD_OF.get(name)
        value = _value(element, field) if field else None
        if not field or not value:
            continue
        if field in _LISTS:
            found.setdefault(field, []).append(value)
        elif _RANK[name] < ranks.get(field, 99):
            found[field], ranks[field] = value, _RANK[name]
    return found


def _base_of(tag: str) -> str:
    return read_attributes(tag, most=500).get("xml:base", "") if "xml:base" in tag else ""


def _resolve(link: str, base: str) -> str:
    """The address that a link means on a page at `base`; the link itself when that is none."""
    if not base or _SCHEME.match(link):
        return link
    try:
        return urljoin(base, link)
    except ValueError:
        return link


def _usual_name(name: str, prefixes: dict[str, str]) -> str:
    prefix, _, local = name.rpartition(":")
    usual = prefixes.get(prefix, prefix).lower()
    return f"{usual}:{local.lower()}" if usual and usual not in ("atom", "rss") else local.lower()


def _value(element: Element, field: str) -> str:
    if field == "link" and "href" in element.attributes:
        is_page = element.attributes.get("rel", "alternate") == "alternate"
        return element.attributes["href"] if is_page else ""
    if field == "categories" and "term" in element.attributes:
        return element.attributes["term"]
    if field in ("author", "source") and "<" in element.inner:
        named = (child for child in read_children(element.inner) if local_name(child.name) in ("name", "title"))
        return next((text_value(child.inner) for child in named), "") or plain_line(text_value(element.inner))
    value = text_value(element.inner)
    return value if field in ("content_html", "summary", "title") else plain_line(value)


FEED = Format("feed", _SUFFIXES, _matches, read_items)
