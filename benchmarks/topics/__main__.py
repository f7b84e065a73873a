"""First, acceptable, in the two best, CPU: topics against labelled world press; the five seed reports, too."""

import json
from time import process_time

import polars as pl

from assets.semantic.model import Model, open_model
from assets.semantic.vectors import embed_articles
from assets.topics.closeness import read_concept_vectors, weigh_closeness
from assets.topics.tag import tag_articles
from assets.topics.vocabulary import topic_table
from tests.shared import SHARED


def as_articles(rows: list[tuple[str, str | None, str]]) -> pl.DataFrame:
    schema = {"article_id": pl.String, "title": pl.String, "body": pl.String}
    frame = pl.DataFrame(rows, schema=schema, orient="row")
    return frame.with_columns(subtitle=pl.lit(None, pl.String), language=pl.lit("en"))


def best_topics(tags: pl.DataFrame) -> dict[str, list[str]]:
    """Top-level topics of each article, best first."""
    tops = topic_table().filter(pl.col("level") == 1).select("topic_id")
    ranked = tags.join(tops, on="topic_id", how="semi").sort("article_id", -pl.col("score"), "topic_id")
    grouped = ranked.group_by("article_id", maintain_order=True).agg("topic_id")
    return dict(grouped.iter_rows())


def measure(gold: list[dict], concepts: pl.DataFrame | None = None, model: Model | None = None) -> str:
    articles = as_articles([(row["id"], None, row["text"]) for row in gold])
    close = None if model is None else weigh_closeness(embed_articles(articles, model), concepts)
    best = best_topics(tag_articles(articles, close, model and model.name))
    guesses = [(row["topics"], best.get(row["id"], [])) for row in gold]
    first = sum(guess[:1] == labels[:1] for labels, guess in guesses)
    acceptable = sum(bool(guess) and guess[0] in labels for labels, guess in guesses)
    two_best = sum(labels[0] in guess[:2] for labels, guess in guesses)
    none = sum(not guess for _, guess in guesses)
    n = len(gold)
    return (
        f"articles {n}  first {first / n:.3f}  acceptable {acceptable / n:.3f}  primary in two best "
        f"{two_best / n:.3f}  without topic {none}"
    )


def measure_with_vectors(gold: list[dict]) -> None:
    model = open_model()
    if model is None:
        print("the extra broadsheet[semantic] is not installed")
        return
    concepts = read_concept_vectors(model.name)
    print(f"with {model.name}")
    for name, rows in (("even", gold[::2]), ("odd", gold[1::2])):
        print(f"{name}: {measure(rows, concepts, model)}")
    start = process_time()
    embed_articles(as_articles([(row["id"], None, row["text"]) for row in gold]), model)
    print(f"vectors of articles, CPU s/1,000: {(process_time() - start) / len(gold) * 1000:.1f}")


def measure_cost(gold: list[dict], times: int = 16) -> str:
    rows = [(f"{row['id']}/{i}", None, row["text"]) for i in range(times) for row in gold]
    start = process_time()
    tag_articles(as_articles(rows))
    words = sum(len(text.split()) for *_, text in rows) / len(rows)
    return f"CPU s/1,000 articles {(process_time() - start) / len(rows) * 1000:.2f} ({words:.0f} words each)"


def main() -> None:
    path = SHARED / "gold" / "topics" / "worldwide.jsonl"
    if not path.exists():
        raise SystemExit("labelled data are not beside this checkout: ../shared/gold/topics/worldwide.jsonl")
    gold = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    print(f"even rows (errors were read): {measure(gold[::2])}")
    print(f"odd rows (never read):        {measure(gold[1::2])}")
    measure_with_vectors(gold)
    print(measure_cost(gold))
    expected = json.loads((SHARED / "seeds" / "expected.json").read_text(encoding="utf-8"))["articles"]
    seeds = [(a["id"], a["title"], (SHARED / "seeds" / a["body"]).read_text(encoding="utf-8")) for a in expected]
    labels = dict(topic_table().select("topic_id", "label").iter_rows())
    for article_id, topics in best_topics(tag_articles(as_articles(seeds))).items():
        print(f"seed {article_id}: {', '.join(labels[topic] for topic in topics)}")


if __name__ == "__main__":
    main()
