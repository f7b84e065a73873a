"""Everything about an article that is not its text, from a record's fields.

Names, times, addresses, sections.
"""

from assets.parsing.agencies import find_agency
from assets.parsing.fields.lookup import Fields
from assets.parsing.fields.values import read_address, read_line, read_names
from assets.parsing.html.address import MAX_ADDRESS_CHARS, address_domain, is_home_page, normalize_address
from assets.parsing.html.moments import Moment, read_moment
from assets.parsing.html.names import read_authors
from assets.parsing.markers import fold
from assets.parsing.model import Article, Candidate, Change, Credit

_LONGEST_SITE = 120
_LONGEST_SECTION = 200


def set_metadata(article: Article, fields: Fields) -> None:
    """Fill everything but title and text.

    Values that cannot be believed are noted in `changes`, never guessed at.
    """
    basis = "feed" if fields.origin() == "feed" else "meta"
    _set_address(article, fields)
    _set_line(article, fields, "site", "site_name", _LONGEST_SITE)
    _set_line(article, fields, "section", "section", _LONGEST_SECTION)
    _set_line(article, fields, "language", "declared_language", 20)
    _set_authors(article, fields)
    published = _first_moment(article, fields, "published", "published_at", basis)
    modified = _first_moment(article, fields, "modified", "modified_at", basis)
    if published is not None:
        article.published_at, article.published_precision, article.published_basis = (
            published.at,
            published.precision,
            basis,
        )
    article.modified_at = modified.at if modified else None


def _set_address(article: Article, fields: Fields) -> None:
    for key, value in fields.values("url"):
        raw = read_address(value)
        if raw is None:
            continue
        address = normalize_address(raw)
        if address is None or is_home_page(address):
            if key != "guid":
                why = "no web address" if address is None else "the site's front page"
                article.changes.append(Change("url", "dropped", f"bad_url: field {key} is {why}"))
            continue
        article.candidates.append(
            Candidate("canonical_url", address, "field", 0.9, f"field {key}", article.canonical_url is None)
        )
        if article.canonical_url is None:
            article.canonical_url, article.domain = address, address_domain(address)
            article.url = raw.strip() if len(raw) <= MAX_ADDRESS_CHARS and "@" not in raw.split("?")[0] else address


def _set_line(article: Article, fields: Fields, field: str, column: str, limit: int) -> None:
    for key, value in fields.values(field):
        text = read_line(value, limit)
        if text is not None and getattr(article, column) is None:
            setattr(article, column, text)
            article.candidates.append(
                Candidate("language" if field == "language" else column, text, "field", 0.8, f"field {key}", True)
            )


def _set_authors(article: Article, fields: Fields) -> None:
    sites = {fold(article.site_name)} if article.site_name else set()
    for key, value in fields.values("authors"):
        authors = read_authors(read_names(value), sites)
        if not authors:
            continue
        people = [author.name for author in authors if author.is_person]
        article.authors = people or [author.name for author in authors]
        chosen = set(article.authors)
        article.candidates += [
            Candidate("authors", a.name, "field", 0.9, f"field {key}", a.name in chosen) for a in authors
        ]
        agencies = {agency: a.name for a in authors if (agency := find_agency(a.name)) is not None}
        article.credits += [Credit(agency, "credit_line", name) for agency, name in agencies.items()]
        return


def _first_moment(article: Article, fields: Fields, field: str, column: str, basis: str) -> Moment | None:
    """The first field that holds a date that can be believed; the others are candidates with confidence 0."""
    chosen: Moment | None = None
    for key, value in fields.values(field):
        moment = read_moment(value)
        shown = moment.at.isoformat() if moment else str(value)[:200]
        if moment is None:
            article.changes.append(
                Change(column, "dropped", f"bad_date: field {key} is no date that can be believed: {shown[:60]}")
            )
        is_chosen = moment is not None and chosen is None
        article.candidates.append(Candidate(column, shown, basis, 0.9 if moment else 0.0, f"field {key}", is_chosen))
        chosen = chosen or moment
    return chosen
