"""Sentence vectors of all articles, kept from run to run, where the extra broadsheet[semantic] is installed."""

from dataclasses import dataclass

import polars as pl

from assets import semantic
from assets.relate_articles import keep_by_article
from assets.semantic.model import Model, open_model
from assets.semantic.vectors import embed_articles
from assets.warehouse.workspace import Workspace


@dataclass(frozen=True)
class ArticleVectors:
    """The model, and its vectors (article_id, vector) of the articles that it can read, sorted by article_id."""

    model: Model
    frame: pl.DataFrame


def keep_vectors(workspace: Workspace) -> ArticleVectors | None:
    """Vectors of what each article says in its own words; new articles only are read. None without the extra."""
    model = open_model()
    if model is None:
        return None
    version = f"{semantic.VERSION}-{model.name}".replace(" ", "-")
    return ArticleVectors(
        model, keep_by_article(workspace, "semantic", version, lambda new: embed_articles(new, model), own_text=True)
    )
