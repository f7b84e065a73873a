"""Who wrote it: author candidates of a page, and the choice among them.

Reading names out of a value is in names.py, finding bylines among the blocks in byline_lines.py.
"""

from dataclasses import dataclass

from assets.parsing.agencies import find_agency
from assets.parsing.html.blocks import Page
from assets.parsing.html.byline_lines import (
    agency_lines,
    byline_lines,
    marked_authors,
    name_lines,
)
from assets.parsing.html.head import META_NAMES, Head
from assets.parsing.html.layout import Layout
from assets.parsing.html.names import Author, is_site, read_authors
from assets.parsing.html.sign_offs import labelled_names, sign_offs, signed_initials
from assets.parsing.html.structured import Structured
from assets.parsing.markers import starts_with
from assets.parsing.model import Candidate, Credit

# Looked at in this order, each only when no place before names people.
_ON_PAGE = (
    (0.5, "a name alone between headline and text", name_lines),
    (0.4, "a name after the text", sign_offs),
    (0.35, "a line with a label", labelled_names),
    (0.3, "initials after the text", signed_initials),
)

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
    people, and one that only names the site itself when nothing else is named.
    """
    places: list[Place] = [
        ("jsonld", 0.9, "author in JSON-LD", read_authors([(a.name, a.kind) for a in structured.authors], sites)),
        ("meta", 0.8, "author in meta", _meta_authors(head, sites)),
    ]
    if layout.body or not _names_people(places):
        places.append(("text", 0.75, "author link or microdata", read_authors(marked_authors(page, layout), sites)))
    if not _names_people(places, in_full=True):
        places.append(("text", 0.6, "byline on the page", read_authors(byline_lines(page, layout), sites)))
    for confidence, reason, find in _ON_PAGE:
        if not _names_people(places):
            places.append(("text", confidence, reason, read_authors(find(page, layout), sites)))
    if not any(place[3] for place in places):
        places.append(("text", 0.3, "an agency alone", read_authors(agency_lines(page, layout), sites)))
    chosen = _choose(places, sites)
    names = _kept_names(chosen[3]) if chosen else []
    candidates = [candidate for place in places for candidate in _candidates(place, names if place is chosen else None)]
    everyone = [author.name for place in places for author in place[3]]
    return Byline(names, candidates, _credits(everyone))


def _choose(places: list[Place], sites: set[str]) -> Place | None:
    """The first place with a name in full, else with initials, else with others than the site, else with anything."""
    in_full = [place for place in places if any(author.is_full for author in place[3])]
    with_people = [place for place in places if any(author.is_person for author in place[3])]
    with_others = [place for place in places if any(not is_site(author.name, sites) for author in place[3])]
    with_any = [place for place in places if place[3]]
    return (in_full or with_people or with_others or with_any or [None])[0]


def _names_people(places: list[Place], *, in_full: bool = False) -> bool:
    return any(author.is_full if in_full else author.is_person for place in places for author in place[3])


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


def _meta_authors(head: Head, sites: set[str]) -> list[Author]:
    """Authors of the first meta name that names a person; else of the first that names anything but an address."""
    found: list[Author] = []
    for name in META_NAMES["authors"]:
        values = [
            (text, "") for _, text in head.all((name,)) if not text.startswith(("http", "/", "@")) and len(text) <= 300
        ]
        label = name.replace("data", "label") if name.startswith("twitter:data") else None
        if values and (label is None or _labels_author(head.first(label) or "")):
            authors = read_authors(values, sites)
            if any(author.is_full for author in authors):
                return authors
            found = found or authors
    return found


def _labels_author(label: str) -> bool:
    """True for "Written by" and its like: the label of a value that is an author in one language or another."""
    return label != "" and starts_with("byline", label) == len(label)
