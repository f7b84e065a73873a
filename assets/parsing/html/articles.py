"""The article of a page, assembled from what was read: every field with its candidates."""

import re
from functools import lru_cache

from assets.parsing.agencies import load_agencies
from assets.parsing.credits import find_credits, read_credit_line
from assets.parsing.dateline import split_dateline
from assets.parsing.html.address import MAX_ADDRESS_CHARS, address_domain
from assets.parsing.html.bylines import Byline, choose_authors
from assets.parsing.html.head import META_NAMES
from assets.parsing.html.reading import Reading, description
from assets.parsing.html.sites import choose_address
from assets.parsing.html.timing import Timing, choose_times
from assets.parsing.markers import fold
from assets.parsing.model import Article, Candidate, Credit

MAX_SUBTITLE_CHARS = 1_000
MAX_SECTION_CHARS = 200
_CREDIT_BLOCKS = 6
_CAPITAL_WORD = re.compile(r"[A-Z\u0386-\U0010ffff]\w*")


def build_article(reading: Reading) -> Article:
    """Assemble the page's main article."""
    head, structured, layout, page = reading.head, reading.structured, reading.layout, reading.page
    address, addresses, address_changes = choose_address(head, structured, reading.url)
    byline = choose_authors(page, head, structured, layout, {fold(name) for name in reading.sites})
    timing = choose_times(page, head, structured, layout, address or reading.url)
    article = Article(body=reading.body, extraction_confidence=reading.confidence)
    article.url = reading.url[:MAX_ADDRESS_CHARS] if reading.url and address else address
    article.canonical_url, article.domain = address, address_domain(address)
    _set_title(article, reading)
    _set_names(article, reading)
    _set_times(article, timing)
    article.authors = byline.authors
    article.credits = _credits(reading, byline)
    dateline = split_dateline(article.body)
    article.dateline = dateline.place if dateline else None
    article.candidates += [*byline.candidates, *timing.candidates, *addresses]
    article.candidates.append(
        Candidate("body", f"{len(article.body)} characters", "text", reading.confidence, reading.reason, is_chosen=True)
    )
    article.changes += [*timing.changes, *address_changes]
    return article


def _set_title(article: Article, reading: Reading) -> None:
    for position, candidate in enumerate(reading.titles):
        candidate.is_chosen = position == 0
        article.candidates.append(candidate)
    if reading.titles:
        article.title, article.title_basis = reading.titles[0].value, reading.titles[0].basis
    if reading.layout.subtitle is not None:
        article.subtitle = reading.page.blocks[reading.layout.subtitle].text[:MAX_SUBTITLE_CHARS]
        article.candidates.append(
            Candidate("subtitle", article.subtitle, "heading", 0.8, "standfirst on the page", is_chosen=True)
        )
    told = description(reading.head, reading.structured)
    if told and told != article.subtitle:
        article.candidates.append(
            Candidate("subtitle", told[:MAX_SUBTITLE_CHARS], "meta", 0.4, "description; not shown as a standfirst")
        )


def _set_names(article: Article, reading: Reading) -> None:
    head, structured = reading.head, reading.structured
    names = [
        ("meta", head.first("og:site_name")),
        ("jsonld", structured.publisher),
        ("meta", head.first("application-name")),
    ]
    # A real name before one that is only the domain again ("kurier.example").
    names.sort(key=lambda pair: not pair[1] or (" " not in pair[1] and "." in pair[1]))
    for basis, name in names:
        if name and len(name) <= 120:
            chosen = article.site_name is None
            article.site_name = article.site_name or name
            article.candidates.append(
                Candidate("site_name", name, basis, 0.9 if chosen else 0.7, "name of the site", is_chosen=chosen)
            )
    sections = [("jsonld", text) for text in structured.sections[:1]] + [
        ("meta", text) for _, text in head.all(META_NAMES["section"])[:1]
    ]
    for basis, text in sections:
        chosen = article.section is None
        article.section = article.section or text[:MAX_SECTION_CHARS]
        article.candidates.append(
            Candidate("section", text[:MAX_SECTION_CHARS], basis, 0.8, "section of the site", is_chosen=chosen)
        )
    languages = [
        ("html", reading.page.language),
        ("jsonld", structured.language),
        ("meta", head.first("og:locale", "content-language", "dc.language")),
    ]
    for basis, code in languages:
        if code and 2 <= len(code.strip()) <= 20:
            chosen = article.declared_language is None
            article.declared_language = article.declared_language or code.strip()
            article.candidates.append(
                Candidate("language", code.strip(), basis, 0.7, "language the page declares", is_chosen=chosen)
            )


def _set_times(article: Article, timing: Timing) -> None:
    if timing.published is not None:
        article.published_at, article.published_precision = timing.published.at, timing.published.precision
        article.published_basis = timing.basis
    article.modified_at = timing.modified


def _credits(reading: Reading, byline: Byline) -> list[Credit]:
    """Agencies in the byline, the dateline and the text, and in credit lines right after the text."""
    layout, blocks = reading.layout, reading.page.blocks
    found = [*byline.credits, *find_credits(credit_paragraphs(reading.body))]
    if layout.body:
        last = layout.body[-1]
        for position in range(last, min(last + _CREDIT_BLOCKS, len(blocks))):
            if layout.roles[position][0] in ("body", "other", "credit", "byline"):
                found += read_credit_line(blocks[position].text)
    unique: dict[tuple[str, str], Credit] = {}
    for credit in found:
        unique.setdefault((credit.agency, credit.evidence), credit)
    return list(unique.values())


@lru_cache(maxsize=1)
def _agency_spellings() -> dict[str, list[str]]:
    """First word with a capital letter (or without case) -> spellings of agencies.

    "" for those without such a word.
    """
    found: dict[str, list[str]] = {}
    for spelling in sorted(load_agencies().by_spelling):
        match = _CAPITAL_WORD.search(spelling)
        found.setdefault(match[0] if match else "", []).append(spelling)
    return found


def credit_paragraphs(body: str) -> str:
    """The body's paragraphs that name an agency, with the first and last, or nothing.

    Looking for credits is slow.
    """
    known = _agency_spellings()
    words = {"", *_CAPITAL_WORD.findall(body)}
    named = [spelling for word in sorted(words & known.keys()) for spelling in known[word] if spelling in body]
    if not named:
        return ""
    paragraphs = body.split("\n\n")
    kept = [text for text in paragraphs[1:-1] if any(spelling in text for spelling in named)]
    return "\n\n".join([paragraphs[0], *kept, *paragraphs[-1:][: len(paragraphs) - 1]])
