"""A JSON object of article fields into a parsed record.

Pages inside an object (html) are handed to parse_html.
"""

import orjson

from assets.parsing.credits import find_credits
from assets.parsing.dateline import split_dateline
from assets.parsing.fields.bodies import MAX_BODY_CHARS, Blocks, is_page, read_blocks
from assets.parsing.fields.lookup import Fields
from assets.parsing.fields.metadata import set_metadata
from assets.parsing.fields.values import read_line, read_text
from assets.parsing.html.limits import PageLimit
from assets.parsing.html.page import parse_html
from assets.parsing.html.titles import fold
from assets.parsing.model import Article, Candidate, Change, ParsedRecord, Segment

MAX_TITLE_CHARS = 1_000
MAX_SUBTITLE_CHARS = 1_000
_CONFIDENCE = 0.9
_LONGEST_WORD = 1_000
_FALLBACK_CONFIDENCE = 0.5


def parse_fields(content: str) -> ParsedRecord:
    """Parse one JSON object with an article's fields, under the many names that people use.

    A body of html goes through the block walk, a whole page through `parse_html`. Never raises for what a
    record holds: one without
    a text is rejected as missing_field, one beyond a limit of html as that limit's reason.
    """
    try:
        value = orjson.loads(content)
    except orjson.JSONDecodeError as error:
        return ParsedRecord(content, _whole(content), rejection=("bad_json", f"not JSON: {error}"[:300]))
    if not isinstance(value, dict):
        return ParsedRecord(
            content, _whole(content), rejection=("missing_field", "a record is a JSON object; this is a plain value")
        )
    fields = Fields(value)
    page = _find_page(fields)
    try:
        return _from_page(fields, page) if page is not None else _from_fields(fields, content)
    except PageLimit as limit:
        return ParsedRecord(content, _whole(content), rejection=(limit.reason, limit.detail))


def _whole(content: str) -> list[Segment]:
    return [Segment(0, len(content), "other", "not an article")] if content else []


def _find_page(fields: Fields) -> str | None:
    """The whole html page that a field holds; None when there is none."""
    for name in ("html", "body"):
        for _, value in fields.values(name):
            if isinstance(value, str) and is_page(value):
                return value
    return None


def _from_page(fields: Fields, page: str) -> ParsedRecord:
    """Parse the page; what the record says beside it fills the gaps."""
    told = Article(body="")
    set_metadata(told, fields)
    record = parse_html(page, url=told.canonical_url)
    if not record.articles:
        return record
    article = record.articles[0]
    title = _title(fields)
    if article.title is None and title is not None:
        article.title, article.title_basis = title, "field"
    for name in ("site_name", "section", "declared_language", "authors"):
        if not getattr(article, name):
            setattr(article, name, getattr(told, name))
    if article.published_at is None and fields.origin() != "warc":
        article.published_at, article.published_precision = told.published_at, told.published_precision
        article.published_basis = told.published_basis
    return record


def _from_fields(fields: Fields, content: str) -> ParsedRecord:
    title = _title(fields)
    body, key, confidence = _body(fields)
    if body is None:
        missing = "a text" if title else "a title and a text"
        return ParsedRecord(
            content, _whole(content), rejection=("missing_field", f"the record has no field that holds {missing}")
        )
    article = Article(body="", title=title, title_basis="field" if title else "none", extraction_confidence=confidence)
    if len(body) > MAX_BODY_CHARS:
        article.changes.append(Change("body", f"cut to {MAX_BODY_CHARS:,} characters", "too_large"))
    blocks = read_blocks(body[:MAX_BODY_CHARS])
    subtitle = _subtitle(fields, blocks, key)
    article.subtitle = subtitle
    record = _assemble(article, title, subtitle, _without_title(blocks, title))
    if not article.body:
        return ParsedRecord(
            record.text,
            _unowned(record.segments),
            rejection=("missing_field", f"the field {key} holds no running text"),
        )
    article.candidates.append(
        Candidate("body", f"{len(article.body)} characters", "field", confidence, f"field {key}", is_chosen=True)
    )
    if title:
        article.candidates.append(Candidate("title", title, "field", 0.95, "title field", is_chosen=True))
    set_metadata(article, fields)
    dateline = split_dateline(article.body)
    article.dateline = dateline.place if dateline else None
    known = {(credit.agency, credit.evidence) for credit in article.credits}
    article.credits += [
        credit for credit in find_credits(article.body) if (credit.agency, credit.evidence) not in known
    ]
    return record


def _title(fields: Fields) -> str | None:
    return next((text for _, value in fields.values("title") if (text := read_line(value, MAX_TITLE_CHARS))), None)


def _body(fields: Fields) -> tuple[str | None, str, float]:
    """(text, key, confidence): the longest of the body fields; a summary only when there is none."""
    texts = [
        (text, key)
        for name in ("body", "html")
        for key, value in fields.values(name)
        if (text := read_text(value)) is not None
    ]
    if texts:
        return (*max(texts, key=lambda pair: (not _is_one_word(pair[0]), len(pair[0]))), _CONFIDENCE)
    for key, value in fields.values("fallback"):
        text = read_text(value)
        if text is not None:
            return text, key, _FALLBACK_CONFIDENCE
    return None, "", 0.0


def _is_one_word(text: str) -> bool:
    """True for a long string without a blank in a script that writes blanks: encoded data, not a text."""
    head = text[:_LONGEST_WORD]
    return len(head) == _LONGEST_WORD and head.isascii() and len(head.split()) == 1


def _subtitle(fields: Fields, blocks: Blocks, key: str) -> str | None:
    """The standfirst field, unless the body starts with the same words."""
    text = next(
        (text for _, value in fields.values("subtitle") if (text := read_line(value, MAX_SUBTITLE_CHARS))), None
    )
    first = fold(blocks[0][0]) if blocks else ""
    return text if text and not first.startswith(fold(text)) else None


def _without_title(blocks: Blocks, title: str | None) -> Blocks:
    """A first block that repeats the headline is a title, not text."""
    if blocks and title and fold(blocks[0][0]) == fold(title):
        return [(blocks[0][0], "title", "headline repeated in the body field"), *blocks[1:]]
    return blocks


def _assemble(article: Article, title: str | None, subtitle: str | None, blocks: Blocks) -> ParsedRecord:
    """Text and segments.

    Title, standfirst and the body's blocks, parted by empty lines that belong to the block before.
    """
    parts: Blocks = [
        (text, "title", reason) for text, reason in ((title, "title field"), (subtitle, "standfirst field")) if text
    ]
    parts += blocks
    segments: list[Segment] = []
    start = 0
    for position, (text, role, reason) in enumerate(parts):
        end = start + len(text) + (2 if position < len(parts) - 1 else 0)
        segments.append(
            Segment(start, end, role, reason, 0 if role in ("title", "body", "caption", "byline", "credit") else None)
        )
        start = end
    article.body = "\n\n".join(text for text, role, _ in parts if role == "body")
    return ParsedRecord("\n\n".join(text for text, _, _ in parts), segments, [article])


def _unowned(segments: list[Segment]) -> list[Segment]:
    return [Segment(s.start, s.end, s.role, s.reason) for s in segments]
