"""How the tests of text pages compare: words without white space, and an article as the labels write it."""

from typing import Any

from assets.parsing.model import Article


def squeeze(text: str) -> str:
    """The text without white space, as bodies are compared."""
    return "".join(text.split())


def describe(article: Article) -> dict[str, Any]:
    """The fields that the labels give for every article."""
    return {
        "title": article.title,
        "source": article.site_name,
        "dateline": article.dateline,
        "published_on": article.published_at.date().isoformat() if article.published_at else None,
        "agencies": sorted({credit.agency for credit in article.credits}),
    }
