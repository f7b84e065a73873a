"""Further articles on a page: headline, byline and text of each. Finding them is in splitting.py."""

from assets.parsing.credits import find_credits
from assets.parsing.dateline import split_dateline
from assets.parsing.html.address import address_domain, normalize_address
from assets.parsing.html.articles import credit_paragraphs
from assets.parsing.html.layout import OUTSIDE
from assets.parsing.html.names import read_authors
from assets.parsing.html.reading import Reading
from assets.parsing.html.splitting import Scope
from assets.parsing.html.titles import MAX_TITLE_CHARS
from assets.parsing.model import Article, Candidate

CONFIDENCE = 0.5


def build_further(reading: Reading, scope: Scope) -> tuple[Article, list[int]]:
    """The article of a scope and the positions of its blocks (headline and text).

    Their roles are set in the reading's layout.
    """
    roles = reading.layout.roles
    body = _take_body(reading, scope)
    roles[scope.heading] = ("title", "headline of a further article")
    article = Article(
        body="\n\n".join(reading.page.blocks[position].text for position in body),
        is_embedded=True,
        title=reading.page.blocks[scope.heading].text[:MAX_TITLE_CHARS],
        title_basis="heading",
        extraction_confidence=CONFIDENCE,
    )
    article.candidates.append(
        Candidate("title", article.title or "", "heading", 0.7, "heading of a further article", is_chosen=True)
    )
    _set_address(article, reading, scope)
    article.authors = _authors(reading, scope, body)
    dateline = split_dateline(article.body)
    article.dateline = dateline.place if dateline else None
    article.credits = find_credits(credit_paragraphs(article.body))
    return article, [scope.heading, *body]


def _take_body(reading: Reading, scope: Scope) -> list[int]:
    """The scope's blocks after its heading that are no furniture; they become body."""
    roles = reading.layout.roles
    body = [i for i in range(scope.heading + 1, reading.page.elements[scope.element].end_block) if roles[i] == OUTSIDE]
    for position in body:
        roles[position] = ("body", "text of a further article")
    return body


def _set_address(article: Article, reading: Reading, scope: Scope) -> None:
    """The address that the headline links to."""
    base = normalize_address(reading.url)
    link = reading.page.blocks[scope.heading].link
    address = normalize_address(link.attributes.get("href"), base) if link is not None else None
    article.url = article.canonical_url = address
    article.domain = address_domain(address)


def _authors(reading: Reading, scope: Scope, body: list[int]) -> list[str]:
    """People in the byline between the scope's start and its first paragraph."""
    first = reading.page.elements[scope.element].first_block
    end = body[0] if body else first
    lines = [(reading.page.blocks[i].text, "") for i in range(first, end) if reading.layout.roles[i][0] == "byline"]
    return [author.name for author in read_authors(lines, set()) if author.is_person]
