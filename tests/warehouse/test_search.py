"""Search finds words with or without accents, phrases, and stays right when articles change."""

import os
import subprocess
from itertools import pairwise

import duckdb
import polars as pl
import pytest

from assets.contract.frames import build_frame
from assets.warehouse.database import open_work_database
from assets.warehouse.load import load_tables
from assets.warehouse.publish import publish
from assets.warehouse.search import create_search, update_search
from assets.warehouse.search_postings import WORD

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


def test_a_phrase_may_cross_accents_case_and_punctuation(search):
    assert search("""'"ÉLECTION in"'""") == ["a"]
    assert search("""'"crane, said" "the board"'""") == ["b"]
    assert search("""'"issue the second"'""") == ["a"], "from one sentence into the next"
    assert search("""'"resent nobody"'""") == [], "but not from the title into the body"


def test_a_phrase_of_frequent_words_is_found_beyond_the_best_articles(search):
    texts = {f"{n:04}": ("up and down", "up and down " * 30) for n in range(2100)}
    texts["last"] = ("other", "down up and " + "filling " * 200)
    assert search("""'"down up and filling"'""", texts) == ["last"]
    assert len(search("""'"up and down"'""", texts)) == 10


def test_a_word_that_stands_twice_in_a_phrase(search):
    texts = {"a": ("one", "he said that that was so"), "b": ("two", "he said that was so, that is all")}
    assert search("""'"that that"'""", texts) == ["a"]


def test_scripts_without_spaces(search):
    texts = {"a": ("港口新闻", "新的起重机今天到达"), "b": ("Harbour", "今天没有新闻")}
    assert search("""'"起重机"'""", texts) == ["a"]
    assert sorted(search("'今天'", texts)) == ["a", "b"]


def test_an_article_without_words_is_no_trouble(search):
    assert search("'crane'", {"a": (None, "..."), "b": (None, "…")}) == []


def test_many_small_updates_give_what_one_gives(workspace, monkeypatch):
    monkeypatch.setattr("assets.warehouse.search.MAX_SMALL_BATCHES", 3)
    texts = {f"{n}": (f"Crane {n}", f"crane word{n % 3} " * (n + 1) + "of the harbour town") for n in range(12)}
    for count in range(1, len(texts) + 1):
        fill(workspace, dict(list(texts.items())[:count]))
    with duckdb.connect(str(workspace.published), read_only=True) as connection:
        batches = connection.execute("select count(*) from search_batches").fetchone()[0]
        stepwise = connection.execute("from search('word1 \"harbour town\"', k := 20)").fetchall()
    assert batches < len(texts)
    workspace.work_database.unlink()
    fill(workspace, {**texts, "more": ("Crane", "")})
    fill(workspace, texts)
    with open_work_database(workspace) as connection:
        create_search(connection)
        assert connection.execute("from search('word1 \"harbour town\"', k := 20)").fetchall() == stepwise != []


def test_an_article_that_moved_to_another_publisher_is_found_there(workspace):
    fill(workspace, TEXTS)
    with open_work_database(workspace) as connection:
        connection.execute("update articles set source_id = 'elsewhere' where article_id = 'a'")
        update_search(connection)
        create_search(connection)
        found = connection.execute("select article_id from search('crane', source := 'elsewhere')").fetchall()
    assert found == [("a",)]


def test_an_index_of_an_older_form_is_made_anew(workspace):
    fill(workspace, TEXTS)
    with open_work_database(workspace) as connection:
        connection.execute("alter table search_postings drop column length")
        update_search(connection)
        create_search(connection)
        assert len(connection.execute("from search('crane')").fetchall()) == len(TEXTS)


def test_an_index_whose_words_are_not_counted_is_made_anew(workspace):
    fill(workspace, TEXTS)
    with open_work_database(workspace) as connection:
        connection.execute("alter table search_words drop column article_count")
        update_search(connection)
        create_search(connection)
        assert len(connection.execute("from search('crane')").fetchall()) == len(TEXTS)


COUNTS = "select word_id, count(*) from search_postings group by word_id order by word_id"
CORPUS = "select count(*), sum(word_count) from search_articles"


def test_what_is_counted_beside_the_postings_follows_them(workspace):
    changed = {"b": ("A crane", "Only chess, chess."), "d": ("Crane", "and more")}
    for texts in (TEXTS, changed, {**TEXTS, **changed}):
        fill(workspace, texts)
        with duckdb.connect(str(workspace.published), read_only=True) as connection:
            kept = "select word_id, article_count from search_words where article_count > 0 order by word_id"
            assert connection.execute(kept).fetchall() == connection.execute(COUNTS).fetchall()
            assert connection.execute("from search_corpus").fetchall() == connection.execute(CORPUS).fetchall()


def test_batches_are_bounded_by_text_and_give_what_one_gives(workspace, monkeypatch):
    texts = {f"{n:02}": (f"Crane {n}", f"crane word{n % 3} " * 3**n) for n in range(9)}
    texts |= {f"short-{n}": ("Crane", "") for n in range(5)}
    fill(workspace, texts)
    with duckdb.connect(str(workspace.published), read_only=True) as connection:
        at_once = connection.execute("from search('word1', k := 50)").fetchall()
    workspace.work_database.unlink()
    monkeypatch.setattr("assets.warehouse.search.BATCH_BYTES", 20_000)
    monkeypatch.setattr("assets.warehouse.search._FULL_ARTICLES", 3)
    fill(workspace, {**texts, "more": ("Crane", "word1")})
    fill(workspace, texts)
    with open_work_database(workspace) as connection:
        create_search(connection)
        assert connection.execute("from search('word1', k := 50)").fetchall() == at_once
        starts = connection.execute("select first_document from search_batches order by 1").fetchall()
    sizes = [end - start for (start,), (end,) in pairwise(starts)]
    assert len(sizes) > 3 and max(sizes) <= 4


def test_words_of_a_folded_text_are_the_folded_words(workspace):
    """Texts are folded word by word; a query is folded as a whole."""
    text = "Ⅻ ÉLECTION İstanbul ❤\ufe0f 1\ufe0f\u20e3 a\u0301b \u0301c x\u0e38y \ufe0f\u0301 ﬁn"
    text += "ที่นี่ がぎ か\u3099 한국어 Ω Å ½ क्षत्रिय"
    with duckdb.connect() as connection:

        def fold(word: str) -> str:
            return connection.execute("select lower(strip_accents(?))", [word]).fetchall()[0][0]

        words = [fold(word) for word in pl.Series([text]).str.extract_all(WORD)[0]]
        assert words == pl.Series([fold(text)]).str.extract_all(WORD)[0].to_list()
    assert search_finds_each(workspace, text, words)


def search_finds_each(workspace, text: str, words: list[str]) -> bool:
    fill(workspace, {"a": ("t", text)})
    with duckdb.connect(str(workspace.published), read_only=True) as connection:
        return all(connection.execute("from search(?)", [word]).fetchall() for word in words)


CLIENTS = os.environ.get("BROADSHEET_DUCKDB_CLIENTS", "")


@pytest.mark.skipif(
    not CLIENTS, reason="BROADSHEET_DUCKDB_CLIENTS names no interpreters with another DuckDB, by colons"
)
@pytest.mark.parametrize("client", CLIENTS.split(":"))
def test_other_versions_of_duckdb_find_the_same(workspace, client):
    fill(workspace, TEXTS)
    query = """from search('board "second crane"')"""
    code = "import sys, duckdb; print(duckdb.connect(sys.argv[1], read_only=True).execute(sys.argv[2]).fetchall())"
    arguments = [client, "-c", code, str(workspace.published), query]
    found = subprocess.run(arguments, capture_output=True, text=True, check=True).stdout
    with duckdb.connect(str(workspace.published), read_only=True) as connection:
        assert found.strip() == str(connection.execute(query).fetchall()) != "[]"
