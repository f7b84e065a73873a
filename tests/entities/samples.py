"""Articles and a recogniser of our own for the tests: invented texts, and a backend that says what a test tells it."""

from collections.abc import Sequence

import polars as pl

from assets.contract.bodies import bodies_of
from assets.entities.backends import Span
from assets.entities.recognize import recognize_names
from assets.entities.resolve import Entities, resolve_entities

SCHEMA = {"article_id": pl.String, "title": pl.String, "body": pl.String, "language": pl.String}


class TellingBackend:
    """Proposes every given string wherever it stands in a text, with the kind it is given with."""

    name = version = "telling"

    def __init__(self, **kinds: list[str]) -> None:
        self.kinds = kinds
        self.texts: list[str] = []

    def load(self) -> None:
        pass

    def read(self, texts: Sequence[str]) -> list[list[Span]]:
        self.texts += texts
        return [self._spans(text) for text in texts]

    def _spans(self, text: str) -> list[Span]:
        spans = []
        for kind, names in self.kinds.items():
            for name in names:
                start = text.find(name)
                while start >= 0:
                    spans.append((start, start + len(name), kind))
                    start = text.find(name, start + len(name))
        return sorted(spans)


def make_articles(*bodies: str, titles: Sequence[str | None] = (), language: str | None = "en") -> pl.DataFrame:
    """Articles a0, a1, ... with these bodies."""
    padded = [*titles, *([None] * (len(bodies) - len(titles)))]
    rows = [(f"a{i}", title, body, language) for i, (body, title) in enumerate(zip(bodies, padded, strict=True))]
    return pl.DataFrame(rows, schema=SCHEMA, orient="row")


def own_stories(articles: pl.DataFrame) -> pl.DataFrame:
    """Each article in a story of its own."""
    return articles.select("article_id", story_id=pl.lit("s-") + pl.col("article_id"))


def one_story(articles: pl.DataFrame) -> pl.DataFrame:
    """All articles in one story."""
    return articles.select("article_id", story_id=pl.lit("s"))


def resolve(articles: pl.DataFrame, stories: pl.DataFrame | None = None, backend: object = "gazetteer") -> Entities:
    """Both steps."""
    names = recognize_names(articles, backend)
    return resolve_names(articles, names, own_stories(articles) if stories is None else stories)


def resolve_names(articles: pl.DataFrame, names: pl.DataFrame, stories: pl.DataFrame) -> Entities:
    """The second step, with what a warehouse gives it."""
    index = articles.select("article_id", "title", body_chars=pl.col("body").str.len_chars())
    return resolve_entities(index, names, stories, read_bodies=bodies_of(articles))


def found_in(tables: Entities, article_id: str = "a0") -> dict[str, set[str]]:
    """Entity id to the spellings that the article's body has."""
    rows = tables.mentions.filter(pl.col("article_id") == article_id).select("entity_id", "text").iter_rows()
    found: dict[str, set[str]] = {}
    for entity_id, text in rows:
        found.setdefault(entity_id, set()).add(text)
    return found
