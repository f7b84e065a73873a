"""A line of figures for each labelled set, by the measures of the stages' own benchmarks."""

from collections import Counter
from collections.abc import Iterator

import polars as pl

from benchmarks.dedupe.gold import score as score_copies
from benchmarks.entities.scoring import count_mentions, scores
from benchmarks.extraction.gold import utc_day
from benchmarks.extraction.metrics import days_apart, same_authors, same_site, same_title, score_body, total_bodies
from benchmarks.published.raw_files import GOLD, PAGES, TEXTS, page_name, read_lines, read_page_labels
from benchmarks.published.tables import Published
from benchmarks.quotes.__main__ import measure as measure_quotes
from benchmarks.quotes.polnear import read_gold as read_quotes
from benchmarks.stories.metrics import score_b_cubed, score_pairs

_KINDS = {"person": "PER", "organization": "ORG", "place": "LOC"}
_NO_PAGE = {"body": "", "title": None, "authors": [], "published_at": None, "language": None, "source_name": None}


def score_pages(published: Published) -> Iterator[str]:
    """Bodies of both sets; fields where they are labelled."""
    found = {(row["folder"], row["file"]): row for row in published.articles().rows(named=True)}
    for name in PAGES:
        pairs = [(page, found.get((name, page_name(page)), _NO_PAGE)) for page in read_page_labels(name)]
        totals = total_bodies([score_body(page["body"], row["body"] or "") for page, row in pairs])
        yield f"{name}: body F1 {totals.f1:.3f} exact {totals.exact:.3f} empty {totals.empty}"
        if "title" in pairs[0][0]:
            yield f"{name}: {_fields(pairs)}"


def _fields(pairs: list[tuple[dict, dict]]) -> str:
    shares = {
        "title": [same_title(page["title"], row["title"]) for page, row in pairs],
        "authors": [same_authors(page.get("authors") or [], row["authors"] or []) for page, row in pairs],
        "language": [(row["language"] or "")[:2] == page["language"] for page, row in pairs if page.get("language")],
        "source": [same_site(page.get("sitename"), row["source_name"]) for page, row in pairs],
    }
    dated = [(page, row["published_at"]) for page, row in pairs if page.get("datetime")]
    days = [days_apart(utc_day(page["datetime"]), moment and moment.date()) for page, moment in dated]
    shares |= {"date": [day == 0 for day in days], "date wrong": [day is not None and day > 1 for day in days]}
    return " ".join(f"{name} {sum(values) / len(values):.3f}" for name, values in shares.items())


def score_pairs_of_copies(published: Published) -> Iterator[str]:
    """The labelled pairs against `duplicates`."""
    ids = pl.read_parquet(GOLD / "near" / "articles.parquet")["id"].to_list()
    articles = published.articles().select("article_id", "ordinal").iter_rows()
    names = {article_id: ids[ordinal] for article_id, ordinal in articles}
    found = published.rows("select article_id, other_article_id, kind from duplicates")
    for name, value in score_copies(found.with_columns(pl.exclude("kind").replace(names))).items():
        yield f"copies: {name} {value:.4f}" if isinstance(value, float) else f"copies: {name} {value}"


def score_stories(published: Published) -> Iterator[str]:
    """The labelled events against `story_id`, copies included."""
    labels = pl.read_parquet(GOLD / "stories" / "fnc.parquet")["story"].to_list()
    rows = published.articles().select("ordinal", "story_id").rows()
    found, gold = [story or str(ordinal) for ordinal, story in rows], [labels[ordinal] for ordinal, _ in rows]
    yield f"stories: B-cubed F1 {score_b_cubed(found, gold).f1:.3f}, pairs F1 {score_pairs(found, gold).f1:.3f}"


def score_texts(published: Published) -> Iterator[str]:
    """Names, quotations and topics."""
    articles = published.articles().select("article_id", "file", "ordinal", "body")
    for name, scorer in (("entities", _score_entities), ("quotes", _score_quotes), ("topics", _score_topics)):
        rows = articles.filter(pl.col("file") == f"{name}.jsonl")
        yield f"{name}: {scorer(published, rows)}"


def _score_entities(published: Published, articles: pl.DataFrame) -> str:
    mentions = published.rows(
        "select article_id, char_start, char_end, kind from mentions join entities using (entity_id)"
    )
    found = _by_article(mentions)
    counts: Counter[tuple[str, str]] = Counter()
    for article_id, _, ordinal, body in articles.iter_rows():
        gold = read_lines(TEXTS["entities"])[ordinal]
        shift = _shift(gold["text"], body)
        own = [(start + shift, end + shift, _KINDS[kind]) for start, end, kind in found.get(article_id, [])]
        counts += count_mentions(gold["text"], [tuple(mention) for mention in gold["entities"]], own)
    return "strict precision {:.3f} recall {:.3f} F1 {:.3f}".format(*scores(counts))


def _score_quotes(published: Published, articles: pl.DataFrame) -> str:
    gold = read_quotes(TEXTS["quotes"])
    quotes = published.rows("select * from quotes").rows(named=True)
    places = {
        article_id: (gold[ordinal].article_id, _shift(gold[ordinal].text, body))
        for article_id, _, ordinal, body in articles.iter_rows()
    }
    moved = [_moved(quote, *places[quote["article_id"]]) for quote in quotes if quote["article_id"] in places]
    figures = measure_quotes(gold, pl.DataFrame(moved))
    return " ".join(f"{name} {value:.4g}" for name, value in figures.items())


def _moved(quote: dict, article_id: str, shift: int) -> dict:
    start, end = quote["char_start"] + shift, quote["char_end"] + shift
    return quote | {"article_id": article_id, "char_start": start, "char_end": end}


def _score_topics(published: Published, articles: pl.DataFrame) -> str:
    query = """select article_id, topic_id from article_topics join topics using (topic_id) where level = 1
               order by article_id, score desc, topic_id"""
    best = {article_id: topics[0] for article_id, topics in _by_article(published.rows(query)).items()}
    gold = read_lines(TEXTS["topics"])
    given = [
        (gold[row["ordinal"]]["topics"], best.get(row["article_id"], (None,))[0]) for row in articles.rows(named=True)
    ]
    first = sum(topic == topics[0] for topics, topic in given) / len(given)
    return f"first {first:.3f} acceptable {sum(topic in topics for topics, topic in given) / len(given):.3f}"


def _by_article(rows: pl.DataFrame) -> dict[str, list[tuple]]:
    found: dict[str, list[tuple]] = {}
    for article_id, *rest in rows.iter_rows():
        found.setdefault(article_id, []).append(tuple(rest))
    return found


def _shift(text: str, body: str) -> int:
    """Where the body starts in the labelled text; its cleaning may move what follows by a few characters."""
    return max(text.find(body[:80]), 0)
