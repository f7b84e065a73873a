"""Step 9: what each article is about, in the subjects of the IPTC Media Topics."""

from collections.abc import Iterator

import dagster as dg
import polars as pl

from assets import semantic, topics
from assets.article_vectors import ArticleVectors, keep_vectors
from assets.progress import announce
from assets.relate_articles import keep_by_article
from assets.semantic.vectors import embed_articles
from assets.table_assets import report_tables, table_spec, table_step
from assets.topics.closeness import concept_texts, read_concept_vectors, weigh_closeness
from assets.topics.tag import tag_articles
from assets.topics.vocabulary import topic_table
from assets.warehouse.features import keep_features
from assets.warehouse.tables import write_table
from assets.warehouse.workspace import Workspace


@table_step(name="tag_topics", specs=[table_spec(name, ["trimmed_articles"]) for name in ("topics", "article_topics")])
def tag_topics(workspace: Workspace) -> Iterator[dg.MaterializeResult]:
    """Weigh the words of each article against the lexicon of each subject, and its vector where there is a model."""
    announce("tagging topics")
    frames = {"topics": topic_table(), "article_topics": _tag(workspace, keep_vectors(workspace))}
    yield from report_tables({name: write_table(workspace, name, frame) for name, frame in frames.items()})


def _tag(workspace: Workspace, vectors: ArticleVectors | None) -> pl.DataFrame:
    if vectors is None:
        return keep_by_article(workspace, "topics", topics.VERSION, tag_articles)
    version = f"{topics.VERSION}-{semantic.VERSION}-{vectors.model.name}".replace(" ", "-")

    def tag(new: pl.DataFrame) -> pl.DataFrame:
        own = vectors.frame.filter(pl.col("article_id").is_in(new["article_id"].implode()))
        return tag_articles(new, weigh_closeness(own, _concepts(workspace, vectors, version)), vectors.model.name)

    return keep_by_article(workspace, "topics", version, tag)


def _concepts(workspace: Workspace, vectors: ArticleVectors, version: str) -> pl.DataFrame:
    """Vectors of the topics' own texts: those that come with the topics, or for another model made once a version."""
    shipped = read_concept_vectors(vectors.model.name)
    if shipped is not None:
        return shipped
    texts = concept_texts()
    keys = texts.select("article_id", content_key=pl.lit(""))
    return keep_features(workspace, "topic_vectors", version, keys, lambda _: embed_articles(texts, vectors.model))
