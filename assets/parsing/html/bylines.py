"""Who wrote it: author candidates of a page, and the choice among them.

Reading names out of a value is in names.py.
"""

from dataclasses import dataclass

from assets.parsing.agencies import find_agency
from assets.parsing.html.blocks import Page
from assets.parsing.html.head import META_NAMES, Head
from assets.parsing.html.layout import Layout
from assets.parsing.html.names import Author, read_authors
from assets.parsing.html.structured import Structured
from assets.parsing.markers import starts_with
from assets.parsing.model import Candidate, Credit

LONGEST_BYLINE = 200
_BYLINE_ROLES = frozenset(("byline", "other", "navigation", "body", "teaser"))


# Basis, confidence, reason, names.
Place = tuple[str, float, str, list[Author]]


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
    places: list[Place] = [
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
    candidates = [candidate for place in places for candidate in _candidates(place, names if place is chosen else None)]
    everyone = [author.name for place in places for author in place[3]]
    return Byline(names, candidates, _credits(everyone))


def _candidates(place: Place, names: list[str] | None) -> list[Candidate]:
    """The names of one place as candidates; `names` are the chosen ones, None when another place was taken."""
    basis, confidence, reason, authors = place
    told = reason if names is not None else f"{reason}; another place is taken"
    return [Candidate("authors", a.name, basis, confidence, told, a.name in (names or ())) for a in authors]


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
    for name in META_NAMES["authors"]:
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
        may = len(text) <= LONGEST_BYLINE and role in _BYLINE_ROLES
        if may and (role == "byline" or (starts_with("byline", text) and len(text.split()) <= 12)):
            found.append((text, ""))
    return found[:6]
