"""An article's fields, read from the lines above and below its paragraphs: title, source, date, authors, section.

Put here: weighing the values found. Keep out: the body (body.py), and where the article is (layout.py).
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from assets.parsing.agencies import find_agency
from assets.parsing.bylines import is_name_like, is_outlet_like, is_person_like
from assets.parsing.dates import DateReading
from assets.parsing.markers import fold, is_line, word_set
from assets.parsing.model import Article, Candidate
from assets.parsing.text.kinds import Block
from assets.parsing.text.meta import Meta

_DOMAIN = re.compile(
    r"(?<![\w@.])((?:[\w-]+\.)+(?:com|net|org|info|news|tv|press|co\.[a-z]{2}|com\.[a-z]{2}|[a-z]{2}))(?![\w@]|\.\w)",
    re.I,
)
_OWNER = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:©\s*)?(?:\d{4}(?:\s*[-–]\s*\d{4})?)?[\s,]*(?:by\s+)?([^.,|–—©·•\d][^.,|–—©·•\d]{1,40})",
    re.I,
)
_WHOLE_NAME = re.compile(r"[^\W\d_a-z][^\W\d_]+(?: [^\W\d_a-z][^\W\d_.'’-]*){1,2}")
_LEAST, _ARCHIVE = 0.5, 0.2


@dataclass
class Header:
    """Values considered for an article's fields, best first once `settle` has run."""

    candidates: list[Candidate] = field(default_factory=list)
    dates: list[tuple[DateReading, float, str]] = field(default_factory=list)
    updates: list[DateReading] = field(default_factory=list)
    authors: list[str] = field(default_factory=list)
    sections: list[str] = field(default_factory=list)

    def propose(self, name: str, value: str, confidence: float, reason: str) -> None:
        """Add a value for a field; one that was proposed before keeps its surest reason."""
        if name == "site_name" and is_line("platform", value):
            confidence, reason = min(confidence, _ARCHIVE), "an archive that shows the pages of others"
        known = next((c for c in self.candidates if c.field == name and c.value == value), None)
        if known is None and value:
            self.candidates.append(Candidate(name, value[:500], "text", confidence, reason))
        elif known is not None and known.confidence < confidence:
            known.confidence, known.reason = confidence, reason

    def best(self, name: str) -> Candidate | None:
        """The surest value for a field, when it is sure enough; the first of equals."""
        found = [c for c in self.candidates if c.field == name and c.confidence >= _LEAST]
        return max(found, key=lambda c: c.confidence) if found else None


def read_header(head: Sequence[Block], foot: Sequence[Block], title: Block | None, *, is_embedded: bool) -> Header:
    """Everything the lines around an article say about it."""
    header = Header()
    at = _title_at(head, title)
    for i, block in enumerate(head):
        _take_meta(header, block, _closeness(i, at))
        if block.kind == "section":
            header.sections.append(block.text)
    for block in foot:
        _take_meta(header, block, 0.7)
    _take_name_lines(header, head, title, is_embedded=is_embedded)
    return header


def _title_at(head: Sequence[Block], title: Block | None) -> int:
    return next((i for i, b in enumerate(head) if title and b.key == title.key), 0)


def _closeness(index: int, title_at: int) -> float:
    """Confidence of a data line by its place: below the title, right above it, far above it (the page's own date)."""
    if index > title_at:
        return 0.9
    return 0.6 if title_at - index <= 3 else 0.3


def _take_meta(header: Header, block: Block, confidence: float) -> None:
    meta = block.meta
    if meta is None:
        return
    header.dates += [(reading, confidence, "date line") for reading in meta.published]
    header.updates += meta.updated
    if meta.relative:
        header.propose("published_at", meta.relative, 0.0, "relative time: tied to no day")
    header.authors += [a for a in meta.authors if a not in header.authors]
    header.sections += meta.sections
    where = "byline" if block.kind == "byline" else "date line"
    for name in meta.names:
        header.propose("site_name", name, min(confidence, _name_confidence(name, meta)), f"named on the {where}")


def _name_confidence(name: str, meta: Meta) -> float:
    """A name beside a date is an outlet's when it looks like one, or stands as aggregators put it; or a place."""
    if is_outlet_like(name) or find_agency(name):
        return 0.9
    return 0.8 if meta.is_glued else 0.7 if meta.relative else 0.6 if meta.is_barred else 0.4


def _take_name_lines(header: Header, head: Sequence[Block], title: Block | None, *, is_embedded: bool) -> None:
    """Short names on lines of their own: repeated ones, and ones beside a date or relative time."""
    names = [b for b in head if b.kind == "short" and _is_name_line(b) and (title is None or b.key != title.key)]
    counts = Counter(b.key for b in names)
    timed = [i for i, b in enumerate(head) if b.meta is not None and b.meta.is_timed]
    for i, block in enumerate(head):
        if block not in names:
            continue
        value = block.text.strip(" •·●*-–—|")
        if counts[block.key] > 1:
            header.propose("site_name", value, 0.85, "name repeated above the article")
        elif any(0 < abs(i - t) <= 1 for t in timed):
            _propose_beside_time(header, value, head, i, is_embedded=is_embedded)
        elif is_outlet_like(value) and block.words <= 4:
            is_near = title is not None and any(i < t <= i + 3 for t in timed) and i > _title_at(head, title)
            is_shown = is_near or any(is_line("platform", b.text) for b in head)
            header.propose("site_name", value, 0.6 if is_shown else 0.4, "outlet-like name above the article")


def _is_name_line(block: Block) -> bool:
    value = block.text.strip(" •·●*-–—|")
    if block.words > 6 or not is_name_like(value) or is_line("section", value) or is_line("navigation", value):
        return False
    return not all(word in word_set("role") for word in fold(value).split())


def _propose_beside_time(header: Header, value: str, head: Sequence[Block], i: int, *, is_embedded: bool) -> None:
    beside = [head[k].meta for k in (i - 1, i + 1) if 0 <= k < len(head)]
    relative = any(m is not None and m.relative for m in beside)
    is_below_outlet = i > 0 and head[i - 1].kind == "short" and is_outlet_like(head[i - 1].text) and not relative
    if is_person_like(value) or (is_below_outlet and _WHOLE_NAME.fullmatch(value) and not is_outlet_like(value)):
        header.authors += [value] if value not in header.authors else []
    elif is_outlet_like(value) or relative or is_embedded:
        header.propose("site_name", value, 0.7, "name beside the date")
    else:
        header.propose("site_name", value, 0.4, "name beside the date: author or outlet")


def read_site_elsewhere(header: Header, blocks: Sequence[Block]) -> None:
    """Names of the page's owner in banners, credits and legal lines outside the article."""
    for block in blocks:
        text = block.text[:400]
        if block.kind == "legal" and (owner := _OWNER.search(text)) and is_name_like(owner[1].strip()):
            header.propose("site_name", owner[1].strip(), 0.7, "owner in the copyright line")
        if block.kind in {"legal", "repeated"} and (domain := _DOMAIN.search(text)):
            header.propose("site_name", domain[1], 0.6, f"domain in a {block.kind} paragraph")


def settle(article: Article, header: Header) -> None:
    """Fill the article's source, date, authors and section with the surest values, and note every value considered."""
    _settle_dates(article, header)
    site = header.best("site_name")
    if site is not None:
        article.site_name, site.is_chosen = site.value, True
    article.authors = header.authors[:20]
    for name in article.authors:
        article.candidates.append(Candidate("authors", name, "text", 0.8, "byline", is_chosen=True))
    article.section = article.section or next(iter(header.sections), None)
    article.candidates += header.candidates


def _settle_dates(article: Article, header: Header) -> None:
    readable = [d for d in header.dates if d[0].at is not None and d[1] >= _LEAST]
    best = max(readable, key=lambda d: (d[1], d[0].precision != "month"), default=None)
    for reading, confidence, where in header.dates:
        chosen = best is not None and reading is best[0]
        reason = (
            f"{where}: {reading.reason}"
            if reading.at is None or confidence >= _LEAST
            else f"{where} far from the headline"
        )
        known = any(c.field == "published_at" and c.value == reading.text for c in article.candidates)
        if not known:
            sure = confidence if reading.at else 0.0
            article.candidates.append(Candidate("published_at", reading.text, "text", sure, reason, is_chosen=chosen))
    if best is not None and article.published_at is None:
        article.published_at, article.published_precision = best[0].at, best[0].precision
        article.published_basis = "text"
    article.modified_at = article.modified_at or next((u.at for u in header.updates if u.at), None)
