"""News agencies' XML of the IPTC: NITF, NewsML-G2, and NewsML 1 around NITF. Each item is a record.

Specifications: iptc.org/standards (NITF 3.6, NewsML-G2 2.34). Packages, pictures and other items without a text are
refused one by one; what an agency has withdrawn is no article.
"""

import html
import re
from collections.abc import Iterator
from typing import Any

from assets.reading.formats.fields import field_record, refuse
from assets.reading.formats.model import Format
from assets.reading.positions import Positions
from assets.reading.reasons import Refusal
from assets.reading.source import Record, Source
from assets.reading.xml_text import Head, find_elements, local_name, plain_line, read_attributes, read_head, text_value

# Root of a document (folded local name) to the element that is an item.
_ROOTS = {"nitf": "nitf", "newsitem": "newsItem", "newsmessage": "newsItem", "newsml": "nitf"}
_SUFFIXES = frozenset((".xml", ".nitf", ".newsml", ".g2"))
_BYLINE_TITLE = re.compile(r"<byttl\b[^>]*>.{0,500}?</byttl>", re.DOTALL)
_TEXT_ELEMENTS = ("<body.content", "<inlineXML", "<inlineData")
_HEADING = re.compile(r"<(/?)hl2\b[^>]*>")
_DASHED = re.compile(r"\s*<p\b[^>]*>\s*[-–—]")
_WITHDRAWN = re.compile(r"cancel|kill|withheld|withdrawn", re.IGNORECASE)


def _matches(source: Source) -> bool:
    head = read_head(source.decoded.text)
    return head is not None and local_name(head.root) in _ROOTS


def read_news_items(source: Source) -> Iterator[Record]:
    """A record for each item: title, subtitle, byline, published, modified, language, provider, section, body_html.

    Raises Refusal: xml_dtd, empty_container.
    """
    text, places = source.decoded.text, Positions(source.decoded)
    head = read_head(text)
    if head is None or "<!ENTITY" in head.doctype.upper():
        raise Refusal("xml_dtd", "declares entities of its own, which may read files or fill the memory")
    is_empty = True
    for start, end, is_closed in _items(text, head, _ROOTS[local_name(head.root)]):
        is_empty = False
        yield _record(source, places.place_of(start, end), text[start:end], is_closed=is_closed)
    if is_empty:
        raise Refusal("empty_container", f"{head.root} without an item that holds a text")


def _items(text: str, head: Head, name: str) -> Iterator[tuple[int, int, bool]]:
    """Where the items lie; a document whose root is one is that item."""
    if head.root.rpartition(":")[2] == name:
        yield head.end - len(head.tag), len(text), re.search(rf"[</:]{name}\s*>$", text.rstrip()[-80:]) is not None
    else:
        yield from find_elements(text, name)


def _record(source: Source, place: dict[str, Any], item: str, *, is_closed: bool) -> Record:
    raw = source.data[place["byte_start"] : place["byte_end"]]
    if not is_closed:
        refusal = Refusal("bad_row", "the item is not closed: the file is cut; get it again")
        return refuse(Record("json", raw, **place), refusal, raw)
    if not any(element in item for element in _TEXT_ELEMENTS):
        return _without_text(place, raw)
    is_nitf = local_name(item[1 : item.find(">")].split()[0]) == "nitf"
    fields, status = (_nitf_fields(item), _of(item, "docdata", "management-status")) if is_nitf else _g2_fields(item)
    if _WITHDRAWN.search(status):
        return refuse(Record("json", raw, **place), Refusal("not_article", f"the agency says: {status}"), raw)
    if not fields.get("body_html"):
        return _without_text(place, raw)
    return field_record("news_xml", fields, source, **place)


def _without_text(place: dict[str, Any], raw: bytes) -> Record:
    refusal = Refusal("missing_field", "an item without a text: a package, a picture, a notice")
    return refuse(Record("json", raw, **place), refusal, raw)


def _nitf_fields(item: str) -> dict[str, Any]:
    """Fields of an NITF document."""
    body, byline = _inner(item, "body.content"), _BYLINE_TITLE.sub("", _inner(item, "byline"))
    return {
        "title": _line(item, "hl1") or _line(item, "hedline") or _line(item, "title"),
        "subtitle": _line(_inner(item, "hedline"), "hl2"),
        "byline": plain_line(text_value(byline)),
        "published": _of(item, "date.issue", "norm") or _of(item, "date.release", "norm")
        or _of(item, "pubdata", "date.publication") or _of(item, "story.date", "norm"),
        "language": read_attributes(item[: item.find(">")]).get("xml:lang"),
        "provider": _of(item, "pubdata", "name") or _line(item, "distributor"),
        "section": _of(item, "pubdata", "position.section"),
        "summary": _line(item, "abstract"),
        "body_html": _with_dateline(_as_html(body), _line(item, "dateline")),
    }  # fmt: skip


def _g2_fields(item: str) -> tuple[dict[str, Any], str]:
    """Fields of a NewsML-G2 item, and its status of publication."""
    meta, about = _inner(item, "itemMeta"), _inner(item, "contentMeta")
    content = _inner(item, "inlineXML")
    inner = _nitf_fields(content) if "<nitf" in content else {"body_html": _as_html(_inner(content, "body") or content)}
    first = _line(meta, "firstCreated")
    fields = {
        **inner,
        "title": _line(about, "headline") or inner.get("title") or _line(meta, "title"),
        "byline": _line(about, "by") or inner.get("byline") or _line(_inner(about, "creator"), "name"),
        "published": first or _line(about, "contentCreated") or _line(meta, "versionCreated"),
        "modified": _line(meta, "versionCreated") if first else None,
        "language": _of(about, "language", "tag") or inner.get("language"),
        "provider": _line(_inner(meta, "provider"), "name") or _of(meta, "provider", "literal"),
        "section": _line(_inner(about, "subject"), "name"),
        "body_html": inner["body_html"] or _inner(item, "inlineData"),
    }
    fields["body_html"] = _with_dateline(fields["body_html"], _line(about, "dateline"))
    return fields, _of(meta, "pubStatus", "qcode").removeprefix("stat:").replace("usable", "")


def _as_html(content: str) -> str:
    """NITF's own elements as html knows them: captions of media, headings inside the text."""
    out, place = [], 0
    for start, end, _ in find_elements(content, "media"):
        caption = _line(content[start:end], "media-caption")
        out += [content[place:start], f"<figure><figcaption>{html.escape(caption)}</figcaption></figure>"]
        place = end
    return _HEADING.sub(r"<\1h3>", "".join([*out, content[place:]]))


def _with_dateline(body: str, dateline: str) -> str:
    """The body with its dateline where the text goes on after it with a dash."""
    return body.replace(">", f">{html.escape(dateline)} ", 1) if dateline and _DASHED.match(body) else body


def _inner(text: str, name: str) -> str:
    """What the first element of a local name holds; empty when there is none."""
    element = _element(text, name)
    opened = element.find(">") + 1
    return "" if element[opened - 2 : opened] == "/>" else element[opened : element.rfind("</")]


def _line(text: str, name: str) -> str:
    return plain_line(text_value(_inner(text, name)))


def _of(text: str, name: str, attribute: str) -> str:
    """An attribute of the first element of a local name; empty when there is none."""
    element = _element(text, name)
    return read_attributes(element[: element.find(">")]).get(attribute, "")


def _element(text: str, name: str) -> str:
    """The first element of a local name with its tags; empty when there is none."""
    start, end, _ = next(find_elements(text, re.escape(name)), (0, 0, False))
    return text[start:end]


NEWS_XML = Format("news_xml", _SUFFIXES, _matches, read_news_items)
