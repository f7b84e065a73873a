"""Found, precision, speaker, CPU: quotes against PolNeAR, with recognised names and without any."""

import re
from datetime import date
from time import process_time

import polars as pl

from assets.contract.frames import build_frame
from assets.quotes.extract import extract_quotes
from benchmarks.quotes.names import recognise
from benchmarks.quotes.polnear import GoldArticle, GoldQuote, count_words, read_gold
from tests.shared import SHARED

_SMALL = {"mr", "ms", "mrs", "the", "a", "dr", "rep", "sen"}


def overlap(a: tuple[int, int], b: tuple[int, int]) -> int:
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def name_words(name: str) -> set[str]:
    return {word for word in re.sub(r"[^\w\s]", " ", name.lower()).split() if word not in _SMALL}


def is_same_speaker(row: dict, gold: GoldQuote) -> bool:
    """One holds all words of the other: gold spans take in titles and appositions, ours are the bare name."""
    said = name_words(row["speaker"] or "")
    names = [name_words(text) for _, text in gold.speakers]
    return bool(said) and any(name and (said <= name or name <= said) for name in names)


def measure(articles: list[GoldArticle], quotes: pl.DataFrame) -> dict[str, float]:
    gold_count = found = right = correct = 0
    direct = quotes.filter("is_direct").rows(named=True)
    direct = [row for row in direct if count_words(row["quote"]) >= 3]
    by_article: dict[str, list[dict]] = {}
    for row in direct:
        by_article.setdefault(row["article_id"], []).append(row)
    for article in articles:
        rows = by_article.get(article.article_id, [])
        for row in rows:
            span = (row["char_start"], row["char_end"])
            correct += any(overlap(content, span) > 0.7 * (span[1] - span[0]) for content in article.contents)
        for gold in article.quotes:
            gold_count += 1
            longest = [max(gold.end - gold.start, r["char_end"] - r["char_start"]) for r in rows]
            hits = [
                row
                for row, length in zip(rows, longest, strict=True)
                if overlap((gold.start, gold.end), (row["char_start"], row["char_end"])) > 0.5 * length
            ]
            found += bool(hits)
            right += bool(hits) and is_same_speaker(hits[0], gold)
    return {
        "gold": gold_count,
        "found": found / gold_count,
        "precision": correct / len(direct),
        "speaker": right / found,
    }


def main() -> None:
    path = SHARED / "gold" / "quotes" / "polnear.jsonl"
    if not path.exists():
        raise SystemExit("labelled data are not beside this checkout: ../shared/gold/quotes/polnear.jsonl")
    articles = read_gold(path)
    frame = pl.DataFrame({"article_id": [a.article_id for a in articles], "body": [a.text for a in articles]})
    frame = frame.with_columns(language=pl.lit("en"), landed_on=pl.lit(date(2016, 9, 1)))
    start = process_time()
    recognised = recognise(frame)
    names_seconds = (process_time() - start) / len(articles) * 1000
    print(f"articles {len(articles)}; spaCy names with loading, CPU s/1,000: {names_seconds:.1f}")
    empty = build_frame("mentions", [])
    for name, mentions in {"small recogniser": recognised, "no recogniser": empty}.items():
        extract_quotes(frame.head(1), mentions)  # load the word lists
        start = process_time()
        quotes = extract_quotes(frame, mentions)
        seconds = (process_time() - start) / len(articles) * 1000
        figures = measure(articles, quotes)
        line = "  ".join(f"{key} {value:.4g}" for key, value in figures.items())
        resolved = quotes.filter("is_direct")["speaker_entity_id"].is_not_null().mean()
        indirect = quotes.filter(~pl.col("is_direct")).height
        print(f"{name:17} {line}  with entity {resolved:.3f}  indirect {indirect}  CPU s/1,000 articles {seconds:.1f}")


if __name__ == "__main__":
    main()
