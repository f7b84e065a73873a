"""quote_lineup, most_quoted."""

from datetime import datetime

from tests.marts.small_warehouse import MONDAY, article, ask, build_warehouse, source


def _quote(quote_id, article_id, quote, group, **more):
    row = {
        "quote_id": quote_id, "article_id": article_id, "quote": quote, "is_direct": True, "speaker": "Solheim",
        "speaker_entity_id": "solheim", "confidence": 1.0, "char_start": 0, "char_end": len(quote),
        "quote_group_id": group,
    }  # fmt: skip
    return row | more


SOLHEIM = {"entity_id": "solheim", "name": "Ingrid Solheim", "kind": "person", "article_count": 1, "mention_count": 1}
LONG = "We found what inspections exist to find. I would close it again."


def _lineup(dates):
    texts = (LONG, LONG.split(".")[0].lower(), LONG.upper().replace(".", ";"), "We looked for it")
    names = ("alpha", "beta", "gamma", "delta")
    rows = [article(n, n, when) for n, when in zip(names, dates, strict=True)]
    quotes = [_quote(f"q{n}", n, text, "g1") for n, text in zip(names, texts, strict=True)]
    quotes[3] |= {"speaker": "an inspector", "speaker_entity_id": None}
    alone = [_quote("q9", "alpha", "Mind how you go", "g2")]
    return build_warehouse(
        sources=[source(n) for n in names], entities=[SOLHEIM], articles=rows, quotes=[*quotes, *alone]
    )


def test_quote_lineup_tells_wordings_apart():
    warehouse = _lineup(("2026-11-16T08:00:00", "2026-11-17", "2026-11-17", "2026-11-18"))
    columns = "position, source, wording, speaker, group_speaker, is_first"
    assert ask(warehouse, f"select {columns} from marts.quote_lineup order by position") == [
        (1, "Alpha", "longest", "Ingrid Solheim", "Ingrid Solheim", True),
        (2, "Beta", "cut", "Ingrid Solheim", "Ingrid Solheim", False),
        (3, "Gamma", "same", "Ingrid Solheim", "Ingrid Solheim", False),
        (4, "Delta", "different", "an inspector", "Ingrid Solheim", False),
    ]
    query = "select distinct article_count, source_count, longest_quote from marts.quote_lineup"
    assert ask(warehouse, query) == [(4, 4, LONG)]


def test_quote_lineup_does_not_guess_who_was_first():
    warehouse = _lineup(("2026-11-16T08:00:00", "2026-11-16", None, "2026-11-18"))
    query = "select source, is_first, published_at from marts.quote_lineup order by source"
    assert ask(warehouse, query) == [
        ("Alpha", None, datetime(2026, 11, 16, 8)),
        ("Beta", None, datetime(2026, 11, 16)),
        ("Delta", False, datetime(2026, 11, 18)),
        ("Gamma", None, None),
    ]


def test_a_quote_twice_in_the_first_article_is_first_twice():
    warehouse = build_warehouse(
        sources=[source("alpha"), source("beta")],
        articles=[article("a", "alpha", "2026-11-16"), article("b", "beta", "2026-11-17")],
        quotes=[_quote("q1", "a", "Aye", "g"), _quote("q2", "a", "Aye", "g"), _quote("q3", "b", "Aye", "g")],
    )
    query = "select quote_id, is_first from marts.quote_lineup order by quote_id"
    assert ask(warehouse, query) == [("q1", True), ("q2", True), ("q3", False)]


def test_most_quoted_counts_a_shared_quote_once():
    unnamed = {"speaker": "a driver", "speaker_entity_id": None}
    warehouse = build_warehouse(
        sources=[source("alpha"), source("beta")],
        entities=[SOLHEIM],
        articles=[
            article("a", "alpha", "2026-11-16", story_id="s1"),
            article("b", "beta", "2026-11-17", story_id="s1"),
            article("c", "beta", "2026-11-18", is_latest_version=False),
        ],
        article_entities=[{"article_id": "a", "entity_id": "solheim", "mention_count": 1, "in_title": True}],
        quotes=[
            _quote("q1", "a", "One", "g1"),
            _quote("q2", "b", "One", "g1"),
            _quote("q3", "b", "that it will open", "g2", is_direct=False),
            _quote("q4", "c", "Old", "g3"),
            _quote("q5", "b", "Salmon", "g4", **unnamed),
            _quote("q6", "b", "Nobody", "g5", speaker=None, speaker_entity_id=None),
            _quote("q7", "a", "Herring", "g6", speaker="They", speaker_entity_id=None),
            _quote("q8", "b", "Cod", "g7", speaker="Skipper Ole Kahl", speaker_entity_id=None),
        ],
    )
    tuesday = MONDAY.replace(day=17)
    assert ask(warehouse, "from marts.most_quoted") == [
        ("solheim", "Ingrid Solheim", "person", 2, 1, 3, 2, 2, 1, 1, MONDAY, tuesday),
        (None, "Skipper Ole Kahl", None, 1, 1, 1, 1, 1, 1, None, tuesday, tuesday),
        (None, None, None, 2, 2, 2, 2, 2, 1, None, MONDAY, tuesday),
    ]
