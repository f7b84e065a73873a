"""What the site calls itself, and the address of the page.

Sources are resolved over all pages elsewhere (sources/).
"""

from assets.parsing.html.address import address_domain, is_home_page, normalize_address
from assets.parsing.html.head import Head
from assets.parsing.html.structured import Structured
from assets.parsing.model import Candidate, Change

MAX_NAME_CHARS = 120
_SECOND_LEVEL = frozenset(("co", "com", "org", "net", "gov", "edu", "ac", "or", "ne", "go"))


def site_names(head: Head, structured: Structured, url: str | None) -> list[str]:
    """Names of the site, most telling first.

    Og:site_name, publisher, application name, the domain and its main label.
    """
    names = [
        head.first("og:site_name"),
        structured.publisher,
        head.first("application-name", "apple-mobile-web-app-title"),
    ]
    handle = head.first("twitter:site")
    if handle and handle.startswith("@"):
        names.append(handle[1:])
    domain = address_domain(normalize_address(head.link("canonical") or head.first("og:url") or url or structured.url))
    if domain:
        names += [domain, main_label(domain)]
    return [name for name in names if name and len(name) <= MAX_NAME_CHARS]


def main_label(domain: str) -> str:
    """The label of a domain that names its owner ("example" in www.example.co.uk)."""
    labels = domain.split(".")
    if len(labels) > 2 and labels[-2] in _SECOND_LEVEL:
        return labels[-3]
    return labels[-2] if len(labels) > 1 else labels[0]


def choose_address(
    head: Head, structured: Structured, url: str | None
) -> tuple[str | None, list[Candidate], list[Change]]:
    """The canonical address: link, og:url, JSON-LD, then the address it was fetched from.

    A front page is refused.
    """
    base = normalize_address(url)
    raw = [
        ("meta", 0.95, "canonical link", head.link("canonical")),
        ("meta", 0.85, "og:url", head.first("og:url")),
        ("jsonld", 0.8, "address in JSON-LD", structured.url),
        ("url", 0.7, "address it was fetched from", url),
    ]
    chosen: str | None = None
    candidates: list[Candidate] = []
    changes: list[Change] = []
    for basis, confidence, reason, value in raw:
        if not value:
            continue
        address = normalize_address(value, base)
        if address is None or is_home_page(address):
            why = "is no web address" if address is None else "is the site's front page"
            changes.append(Change("canonical_url", "dropped", f"bad_url: {reason} {why}"))
            continue
        candidates.append(Candidate("canonical_url", address, basis, confidence, reason, is_chosen=chosen is None))
        chosen = chosen or address
    return chosen, candidates, changes
