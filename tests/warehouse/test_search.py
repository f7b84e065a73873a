"""Search finds words with or without accents, phrases, and stays right when articles change."""

import duckdb
import pytest

from assets.contract.frames import build_frame
from assets.warehouse.load import load_tables
from assets.warehouse.publish import publish

TEXTS = {
    "a": ("Élection in the harbour town", "The second crane was an issue. " * 3),
    "b": ("A crane for the harbour", "A second look at the crane, said the board."),
    "c": ("Chess trophy resent", "Nobody spoke of anything else; a crane stood by, second to none."),
}


def fill(workspace, texts) -> None:
    rows = [
        {
            "article_id": key,
            "record_id": key,
            "is_embedded": False,
            "title": title,
            "body": body,
            "authors": [],
            "published_precision": "none",
            "published_basis": "none",
            "word_count": 9,
            "extraction_confidence": 1.0,
            "version_number": 1,
            "is_latest_version": True,
            "is_canonical": True,
            "changes": [],
            "landed_on": workspace.today,
            "source_id": f"source-{key}",
            "parser_version": "1",
        }
        for key, (title, body) in texts.items()
    ]
    load_tables(workspace, {"articles": build_frame("articles", rows)})
    publish(workspace)


@pytest.fixture
def search(workspace):
    def ask(call: str, texts=TEXTS) -> list[str]:
        fill(workspace, texts)
        with duckdb.connect(str(workspace.published), read_only=True) as connection:
            return [row[0] for row in connection.execute(f"select article_id from search({call})").fetchall()]

    return ask


def test_accents_are_folded_both_ways(search):
    assert search("'election'") == ["a"]
    assert search("'ÉLECTION'") == ["a"]


def test_a_word_of_the_title_counts_more(search):
    assert search("'crane'")[0] == "b"


def test_a_phrase_must_stand_together(search):
    assert search("""'"second crane"'""") == ["a"]
    assert sorted(search("'second crane'")) == ["a", "b", "c"]


def test_filters(search, workspace):
    assert search("'crane', source := 'source-c'") == ["c"]
    assert search("'crane', first_day := date '2026-11-17'") == []
    assert len(search("'crane', k := 2")) == 2
    assert search("'nobody like it'") == ["c"] and search("'zzz'") == [] and search("''") == []


def test_changed_and_removed_articles_are_counted_anew(search):
    assert search("'chess'") == ["c"]
    changed = {"a": TEXTS["a"], "b": ("Now about chess", "Only chess.")}
    assert search("'chess'", changed) == ["b"]
    assert search("'crane'", changed) == ["a"]


def test_the_snippet_shows_the_word(search, workspace):
    search("'board'")
    with duckdb.connect(str(workspace.published), read_only=True) as connection:
        snippet = connection.execute("select snippet from search('board')").fetchall()[0][0]
    assert "said the board" in snippet
