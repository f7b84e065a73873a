"""The sample corpus through the whole line: what its oracle (tests/golden/sample/expected.json) says a reader finds."""

import json
from collections import defaultdict
from pathlib import Path

import pytest

from tests.pipeline import Pipeline, read_tree

ROOT = Path(__file__).resolve().parents[1]
ORACLE = json.loads((ROOT / "tests" / "golden" / "sample" / "expected.json").read_text(encoding="utf-8"))
ARTICLES = """
select path, a.article_id, a.title, s.name as source, published_at::date as published_on, authors, a.language, dateline,
    is_embedded, body, story_id, version_number, is_latest_version, word_count
from articles a inner join record_files using (record_id) inner join files f using (file_id)
left join sources s using (source_id)
"""
# A dateline or a standfirst may stand before the first words of the text proper.
START = 300
# A sign-off ("— Agency") may stand behind the last ones.
END = 120
FIELDS = ("title", "source", "published_on", "authors", "language", "dateline", "is_embedded")


@pytest.fixture(scope="module")
def pipeline(tmp_path_factory):
    with pytest.MonkeyPatch.context() as monkeypatch:
        made = Pipeline(tmp_path_factory.mktemp("sample"), monkeypatch, today="2026-11-20")
        made.add(read_tree(ROOT / "data" / "raw"))
        made.run()
        yield made


@pytest.fixture(scope="module")
def found(pipeline):
    """Row of each expected article as a dict, matched by file and the start of the body."""
    names = ("path", "article_id", *FIELDS, "body", "story_id", "version_number", "is_latest_version", "word_count")
    rows = [
        dict(zip(names, row, strict=True)) for row in pipeline.query(f"select {', '.join(names)} from ({ARTICLES})")
    ]
    matched = {}
    for article in ORACLE["articles"]:
        hits = [r for r in rows if r["path"] == article["file"] and article["body_start"] in r["body"][:START]]
        matched[article["key"]] = hits[0] if len(hits) == 1 else None
    return matched


def test_every_article_is_found_and_no_other(pipeline, found):
    assert [key for key, row in found.items() if row is None] == []
    assert pipeline.query("select count(*) from articles") == [(len({r["article_id"] for r in found.values()}),)]


@pytest.mark.parametrize("article", ORACLE["articles"], ids=lambda article: article["key"])
def test_fields_and_the_end_of_the_body(found, article):
    row = found[article["key"]]
    seen = {field: row[field] for field in FIELDS} | {"published_on": row["published_on"] and str(row["published_on"])}
    assert seen == {field: article[field] for field in FIELDS}
    assert article["body_end"] in row["body"][-END:]
    assert [words for words in ORACLE["never_in_a_body"] if words in row["body"]] == []


def test_agencies(pipeline, found):
    credited = defaultdict(set)
    for article_id, name in pipeline.query(
        "select article_id, name from agency_credits inner join sources using (source_id)"
    ):
        credited[article_id].add(name)
    wrong = {}
    for article in ORACLE["articles"]:
        seen, wanted = credited[found[article["key"]]["article_id"]], set(article["agencies"])
        if seen != wanted and not (article.get("agencies_optional") and seen <= wanted):
            wrong[article["key"]] = (seen, wanted)
    assert wrong == {}


def test_files_records_and_quarantine(pipeline):
    rows = pipeline.query("select path, article_count, record_count, reason from files")
    seen = {path: (articles, records, reason) for path, articles, records, reason in rows}
    for path, expected in ORACLE["files"].items():
        articles, records, reason = seen[path]
        assert (articles, records) == (expected["articles"], expected["records"]), path
        assert reason in (expected["quarantine"] or [None]), path
    of_parsed = "from quarantine q inner join files using (file_id) where article_count > 0"
    bad = pipeline.query(f"select files.path, line_number, q.reason {of_parsed}")
    expected_bad = {
        (path, line["line"]): line["reason"] for path, e in ORACLE["files"].items() for line in e["bad_records"]
    }
    assert {(path, line) for path, line, _ in bad} == set(expected_bad)
    assert all(reason in expected_bad[path, line] for path, line, reason in bad)


def test_teasers(pipeline):
    headlines = defaultdict(list)
    query = (
        "select path, headline from teasers inner join record_files using (record_id) inner join files using (file_id)"
    )
    for path, headline in pipeline.query(f"{query} order by path, position"):
        headlines[path].append(headline)
    assert dict(headlines) == {p: e["teasers"] for p, e in ORACLE["files"].items() if e["teasers"]}


def test_duplicates(pipeline, found):
    keys = {row["article_id"]: key for key, row in found.items()}
    seen = {
        frozenset((keys[a], keys[b])): kind
        for a, b, kind in pipeline.query("select article_id, other_article_id, kind from duplicates")
    }
    wanted = {frozenset((p["article"], p["other"])): p["kind"] for p in (*ORACLE["duplicates"], *ORACLE["reuse"])}
    versions = {frozenset(v["articles"]) for v in ORACLE["versions"]}
    maybe = {frozenset((p["article"], p["other"])) for p in ORACLE["may_be_reuse"]}
    missed = {
        tuple(sorted(pair)) for pair, kinds in wanted.items() if seen.get(pair) not in kinds and kinds != ["reuse"]
    }
    extra = {tuple(sorted(pair)) for pair, kind in seen.items() if pair not in wanted and pair not in versions | maybe}
    assert (missed, {pair for pair in extra if seen[frozenset(pair)] != "reuse"}) == (set(), set())


def test_versions(found):
    for version in ORACLE["versions"]:
        rows = [found[key] for key in version["articles"]]
        assert [row["version_number"] for row in rows] == list(range(1, len(rows) + 1))
        assert [row["is_latest_version"] for row in rows] == [key == version["latest"] for key in version["articles"]]


def test_each_story_is_one_story(found):
    """Every expected story mostly falls into one story of ours, and no story of ours mixes two events."""
    ours = defaultdict(set)
    for story, keys in ORACLE["stories"].items():
        for key in keys:
            ours[found[key]["story_id"]].add(story.removesuffix("-de").removesuffix("-es"))
    assert {s: names for s, names in ours.items() if len(names) > 1} == {}
    for story, keys in ORACLE["stories"].items():
        largest = max(sum(found[k]["story_id"] == s for k in keys) for s in {found[k]["story_id"] for k in keys})
        assert largest > len(keys) / 2, story


def test_quotes_find_their_speakers(pipeline, found):
    named = "left join entities on entity_id = speaker_entity_id"
    speakers = defaultdict(list)
    for article_id, words, speaker in pipeline.query(
        f"select article_id, quote, coalesce(name, speaker) from quotes {named}"
    ):
        speakers[article_id].append((words, speaker))
    wanted = [(key, quote) for quote in ORACLE["quotes"] for key in quote["articles"]]
    missed = []
    for key, quote in wanted:
        said = [speaker for words, speaker in speakers[found[key]["article_id"]] if quote["words"][:30] in words]
        if quote["speaker"] not in said:
            missed.append((key, quote["speaker"], said))
    assert len(missed) <= len(wanted) / 5, missed
