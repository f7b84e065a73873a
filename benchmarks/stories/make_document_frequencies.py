"""Count in how many news articles each word stands: `python -m benchmarks.stories.make_document_frequencies`.

Writes assets/stories/data/document_frequencies.csv and function_words.csv. The counts come from the labelled
articles of ../shared/gold/near (counts of words only, no text); the function words from spaCy's stop lists (MIT).
"""

import importlib
import pkgutil
import re
from pathlib import Path

import polars as pl
import spacy.lang

from assets.stories.terms import TOTAL, count_terms

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "assets" / "stories" / "data"
GOLD = ROOT.parent / "shared" / "gold" / "near" / "articles.parquet"
# Rarer words carry no statistics worth shipping: they weigh as much as words never seen.
MIN_DOCUMENTS = 4


def write_frequencies() -> None:
    """Document frequencies of lower-case words in the titles and bodies of the articles."""
    articles = pl.read_parquet(GOLD).filter(~pl.col("id").str.contains("^(?:train|test)"))
    texts = articles.select(article_id="id", title="title", body="text")
    words = count_terms(texts).group_by("word").len("documents")
    words = words.filter(pl.col("documents") >= MIN_DOCUMENTS).sort("word")
    head = (
        "# How many of a collection of English news articles hold each word (lower case, letters and digits).\n"
        "# Version 1: US news articles of 2012-2020, counts only. The row * is the number of articles.\n"
        "# Made by benchmarks/stories/make_document_frequencies.py. Changing it changes every story: raise VERSION.\n"
    )
    total = pl.DataFrame({"word": [TOTAL], "documents": [articles.height]}, schema=words.schema)
    (DATA / "document_frequencies.csv").write_text(head + pl.concat([total, words]).write_csv(), encoding="utf-8")


def write_function_words() -> None:
    """Words without meaning of their own, by language code."""
    head = (
        "# Words that say nothing about a story, by two-letter language code; one line a language, words by spaces.\n"
        "# From the stop lists of spaCy 3.8 (MIT licence). Add words or languages freely; then raise VERSION.\n"
        "# English has none: its document frequencies say it.\n"
    )
    lists: dict[str, set[str]] = {}
    for module in sorted(m.name for m in pkgutil.iter_modules(spacy.lang.__path__) if re.fullmatch("[a-z]{2}", m.name)):
        try:
            words = importlib.import_module(f"spacy.lang.{module}.stop_words").STOP_WORDS
        except ImportError:
            continue
        if module != "en":
            lists[module] = {part for word in words for part in re.findall(r"[^\W_]+", word.lower())}
    # Language detectors say Norwegian where spaCy has its two written forms.
    lists["no"] = lists["nb"] | lists.get("nn", set())
    lines = ["language,words\n", *(f"{code},{' '.join(sorted(lists[code]))}\n" for code in sorted(lists))]
    (DATA / "function_words.csv").write_text(head + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    write_frequencies()
    write_function_words()
