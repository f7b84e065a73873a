"""Prints strict F1 on the labelled articles and CPU per 1,000 articles of 500 words, ours beside plain spaCy."""

import argparse
import json
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import polars as pl

from assets.contract.bodies import bodies_of
from assets.entities.backends import SpacyBackend, open_backend
from assets.entities.recognize import recognize_names
from assets.entities.resolve import resolve_entities
from assets.entities.teams import is_sports_report
from benchmarks.entities.scoring import Mention, count_mentions, scores

GOLD = Path(__file__).resolve().parents[3] / "shared" / "gold" / "ner" / "reuters1996.jsonl"
LABELS = {"person": "PER", "organization": "ORG", "place": "LOC"}
WORDS = 500

Documents = list[dict]
Found = list[list[Mention]]


def plain_spacy(documents: Documents, backend: SpacyBackend) -> Found:
    """The model alone, only its recogniser loaded, whole texts in batches: the cheapest way to use it."""
    spans = backend.read([document["text"] for document in documents])
    return [[(start, end, LABELS[kind]) for start, end, kind in found if kind in LABELS] for found in spans]


def whole_stage(documents: Documents, backend: object) -> Found:
    """Both functions of the stage, as the line calls them; each document is an article of its own story."""
    articles = pl.DataFrame(
        {
            "article_id": [document["id"] for document in documents],
            "title": pl.Series([None] * len(documents), dtype=pl.String),
            "body": [document["text"] for document in documents],
            "language": ["en"] * len(documents),
        }
    )
    stories = articles.select("article_id", story_id="article_id")
    index = articles.select("article_id", "title", body_chars=pl.col("body").str.len_chars())
    names = recognize_names(articles, backend)
    tables = resolve_entities(index, names, stories, read_bodies=bodies_of(articles))
    kinds = dict(tables.entities.select("entity_id", "kind").iter_rows())
    found: dict[str, list[Mention]] = {document["id"]: [] for document in documents}
    columns = tables.mentions.select("article_id", "char_start", "char_end", "entity_id")
    for article_id, start, end, entity_id in columns.iter_rows():
        found[article_id].append((start, end, LABELS[kinds[entity_id]]))
    return list(found.values())


def measure(name: str, documents: Documents, run: Callable[[Documents], Found], rounds: int) -> float:
    """Prints one row; gives the least CPU of the rounds, in seconds per 1,000 articles."""
    cpu = []
    for _ in range(rounds):
        start = time.process_time()
        found = run(documents)
        cpu.append(time.process_time() - start)
    counts, parts = Counter(), {"sports": Counter(), "other news": Counter()}
    for document, mentions in zip(documents, found, strict=True):
        counted = count_mentions(document["text"], [tuple(m) for m in document["entities"]], mentions)
        counts += counted
        parts["sports" if is_sports_report(document["text"]) else "other news"] += counted
    precision, recall, f1 = scores(counts)
    kinds = " ".join(f"{kind} {scores(counts, kind)[2]:.3f}" for kind in ("PER", "ORG", "LOC"))
    words = sum(len(document["text"].split()) for document in documents)
    seconds = min(cpu) / words * WORDS * 1000
    quality = f"P {precision:.3f} R {recall:.3f} F1 {f1:.3f} | {kinds}"
    halves = " ".join(f"{part} {scores(part_counts)[2]:.3f}" for part, part_counts in parts.items())
    print(f"{name:28} {quality} | {halves} | {seconds:6.1f} CPU s / 1,000 x {WORDS} words", flush=True)
    return seconds


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, default=GOLD, help="labelled articles, one JSON object a line")
    parser.add_argument("--backends", nargs="*", default=["sm", "gazetteer"], help="recognisers to measure")
    parser.add_argument("--rounds", type=int, default=3, help="runs of each; the least CPU counts")
    options = parser.parse_args()
    if not options.gold.exists():
        raise SystemExit(f"no labelled articles at {options.gold}")
    documents = [json.loads(line) for line in options.gold.read_text(encoding="utf-8").splitlines()]
    for name in options.backends:
        backend = open_backend(name)
        whole_stage(documents[:2], backend)  # Loads model and lists: a cost of a run, not of an article.
        plain = 0.0
        if isinstance(backend, SpacyBackend):
            plain = measure(
                f"plain {backend.name}"[:28], documents, lambda d, b=backend: plain_spacy(d, b), options.rounds
            )
        label = f"ours with {Path(name).name}"
        ours = measure(label, documents, lambda d, b=backend: whole_stage(d, b), options.rounds)
        if plain:
            print(f"{'':28} ours / plain CPU: {ours / plain:.2f}")


if __name__ == "__main__":
    main()
