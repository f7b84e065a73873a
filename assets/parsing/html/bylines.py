"""Who wrote it: author candidates of a page, and the choice among them.

Reading names out of a value is in names.py.
"""

from dataclasses import dataclass

from assets.parsing.agencies import find_agency
from assets.parsing.html.head import Head
from assets.parsing.html.names import Author, read_authors
from assets.parsing.html.roles import Layout
from assets.parsing.html.structured import Structured
from assets.parsing.html.blocks import Page
from assets.parsing.markers import fold, starts_with
from assets.parsing.model import Candidate, Credit

LONGEST_BYLINE = 200
_META = ("author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "byl", "cxenseparse:author",
         "article:author_name", "og:article:author", "twitter:data1", "authors", "creator", "dable:author", "lp:author", "vr:author")  # fmt: skip


@dataclass(slots=True)
class Byline:
    """The names of an article's byline, their candidates, and the agencies among them."""

    authors: list[str]
    candidates: list[Candidate]
    credits: list[Credit]


def choose_authors(page: Page, head: Head, structured: Structured, layout: Layout, sites: set[str]) -> Byline:
    """Choose authors: structured data, then meta, then links and lines that are marked as a byline.

    The first place that names people wins; one that names only desks or agencies wins when no place names
    people.
    """
    places = [
        ("jsonld", 0.9, "author in JSON-LD", read_authors([(a.name, a.kind) for a in structured.authors], sites)),
        ("meta", 0.8, "author in meta", read_authors(_meta_values(head), sites)),
        ("text", 0.75, "author link or microdata", read_authors([(text, "") for text in page.author_texts], sites)),
    ]
    if not any(author.is_person for place in places for author in place[3]):
        places.append(("text", 0.6, "byline on the page", read_authors(_byline_blocks(page, layout), sites)))
    with_people = [place for place in places if any(author.is_person for author in place[3])]
    with_any = [place for place in places if place[3]]
    chosen = (with_people or with_any or [None])[0]
    names = _kept_names(chosen[3]) if chosen else []
    candidates = [
        Candidate("authors", author.name, basis, confidence, reason if place_is_chosen else f"{reason}; another place is taken",
                  is_chosen=place_is_chosen and author.name in names)
        for basis, confidence, reason, authors, place_is_chosen in ((*place, place is chosen) for place in places)
        for author in authors
    ]  # fmt: skip
    everyone = [author.name for place in places for author in place[3]]
    return Byline(names, candidates, _credits(everyone))


def _kept_names(authors: list[Author]) -> list[str]:
    """People; when the byline names none, the desk or agency that signs."""
    people = [author.name for author in authors if author.is_person]
    return people or [author.name for author in authors]


def _credits(names: list[str]) -> list[Credit]:
    found: dict[str, Credit] = {}
    for name in names:
        agency = find_agency(name)
        if agency is not None:
            found.setdefault(agency, Credit(agency, "credit_line", name))
    return list(found.values())


def _meta_values(head: Head) -> list[tuple[str, str]]:
    """Author values of the first meta name that gives any which is no address."""
    for name in _META:
        values = [
            (text, "") for _, text in head.all((name,)) if not text.startswith(("http", "/", "@")) and len(text) <= 300
        ]
        if values and (name != "twitter:data1" or "written by" in (head.first("twitter:label1") or "").lower()):
            return values
    return []


def _byline_blocks(page: Page, layout: Layout) -> list[tuple[str, str]]:
    """Byline blocks near the article's head: between headline and text, or just before or after it."""
    if not layout.body:
        return []
    first = layout.body[0]
    low = min(layout.title if layout.title is not None else first, first) - 6
    found: list[tuple[str, str]] = []
    for position in range(max(0, low), min(first + 3, len(page.blocks))):
        text = page.blocks[position].text
        role = layout.roles[position][0]
        if role in ("byline", "other", "navigation", "body", "teaser") and len(text) <= LONGEST_BYLINE:
            if (role == "byline" and fold(text)) or (starts_with("byline", text) and len(text.split()) <= 12):
                found.append((text, ""))
    return found[:6]
