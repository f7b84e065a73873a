"""The oracle of the sample corpus agrees with its files; what the pipeline makes of them is tested end to end."""

import gzip
import html
import json
from pathlib import Path

import pytest

HERE = Path(__file__).parent
RAW = HERE.parents[2] / "data" / "raw"
EXPECTED = json.loads((HERE / "expected.json").read_text("utf-8"))
ARTICLES = {article["key"]: article for article in EXPECTED["articles"]}
LEGAL = "This is an invented sample article shipped with Broadsheet."


def _text(path: str) -> str:
    """The file's characters with single blanks, entities and JSON escapes undone."""
    data = (RAW / path).read_bytes()
    data = gzip.decompress(data) if path.endswith(".gz") else data
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("windows-1252")
    return " ".join(html.unescape(text.replace("\\n", " ").replace('\\"', '"')).split())


def test_every_file_is_described():
    there = {path.relative_to(RAW).as_posix() for path in RAW.rglob("*") if path.is_file()}
    assert there == set(EXPECTED["files"])


def test_counts_add_up():
    counts, files = EXPECTED["counts"], EXPECTED["files"]
    resent = [name for name, file in files.items() if "same_record_as" in file]
    assert counts["distinct_articles"] == len(ARTICLES) == sum(f["articles"] for f in files.values()) - len(resent)
    assert all((file["articles"] == 0) == (file["quarantine"] is not None) for file in files.values())


@pytest.mark.parametrize("key", ARTICLES)
def test_article_stands_in_its_file(key):
    article = ARTICLES[key]
    text = _text(article["file"])
    wanted = [article["title"], article["body_start"], article["body_end"], *article["authors"]]
    assert [words for words in wanted if " ".join(words.split()) not in text] == []


@pytest.mark.parametrize("path", [path for path, file in EXPECTED["files"].items() if file["articles"]])
def test_every_article_is_marked_as_invented(path):
    assert LEGAL in _text(path)


def test_teasers_and_quotes_stand_where_they_should():
    for path, file in EXPECTED["files"].items():
        text = _text(path) if file["teasers"] else ""
        assert all(" ".join(headline.split()) in text for headline in file["teasers"])
    for quote in EXPECTED["quotes"]:
        assert all(quote["words"] in _text(ARTICLES[key]["file"]) for key in quote["articles"])


def test_pairs_and_stories_name_known_articles():
    pairs = [*EXPECTED["duplicates"], *EXPECTED["reuse"], *EXPECTED["may_be_reuse"]]
    named = {key for pair in pairs for key in (pair["article"], pair["other"])}
    named |= {key for keys in EXPECTED["stories"].values() for key in keys}
    named |= {key for keys in EXPECTED["teaser_articles"].values() for key in keys}
    assert named <= set(ARTICLES)
