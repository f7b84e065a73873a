"""JSON and JSON Lines."""

import json

import pytest

from tests.reading.support import article, fields, gz, json_line, read, reasons, rows


def test_clean_json_is_kept_byte_for_byte():
    text = '{"title" : "Pier",\t"n": 1.50, "text":"caf\\u00e9"}'
    assert rows(text, "a.json")[0]["content"] == text


@pytest.mark.parametrize(
    "data",
    [
        json.dumps([article(0), article(1)]),
        json.dumps([article(0), article(1)], indent=2),
        json.dumps({"status": "ok", "articles": [article(0), article(1)]}),
        json.dumps({"response": {"total": 2, "docs": [article(0), article(1)]}}),
        json.dumps({"payload": [article(0), article(1)], "next": None}),
        json_line(0) + json_line(1),
        json_line(0) + "\n" + json_line(1),
        json.dumps(article(0), indent=1) + "\n" + json.dumps(article(1), indent=1),
    ],
)
@pytest.mark.parametrize("name", ["a.json", "a.jsonl", "a", "a.html"])
def test_however_records_are_packed_each_is_one(data, name):
    assert fields(data, name) == [article(0), article(1)]


def test_a_record_keeps_its_id_however_it_is_packed():
    alone = rows(json_line(1), "a.json")[0]["record_id"]
    assert rows("[" + json_line(0) + ", " + json_line(1) + "]", "b.json")[1]["record_id"] == alone
    assert rows(gz(json_line(0) + "\n" + json_line(1) + "\n"), "b.jsonl.gz")[1]["record_id"] == alone


def test_an_article_with_lists_of_its_own_is_not_taken_apart():
    record = {**article(0), "text": "word " * 200, "items": [{"title": "a", "url": "b"}], "authors": [{"name": "A"}]}
    assert fields(json.dumps(record), "a.json") == [record]
    assert len(fields(json.dumps({**article(0), "images": [{"src": "x"}]}), "a.json")) == 1


def test_offsets_are_bytes_and_lines_of_the_file():
    data = "\ufeff" + json.dumps({"title": "Brücke"}, ensure_ascii=False) + "\r\n\r\n" + json_line(1)
    first, second = rows(data, "a.jsonl")
    raw = data.encode()
    assert raw[first["byte_start"] : first["byte_end"]].decode() == first["content"]
    assert raw[second["byte_start"] : second["byte_end"]].decode() == second["content"]
    assert (first["line_number"], second["line_number"]) == (1, 3)


def test_offsets_hold_in_utf16():
    data = (json_line(0) + "\n" + json.dumps({"title": "Brücke 🗞"}, ensure_ascii=False)).encode("utf-16")
    second = rows(data, "a.jsonl")[1]
    assert data[second["byte_start"] : second["byte_end"]].decode("utf-16-le") == second["content"]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("garbage", "bad_row"),
        (json_line(5)[:40], "bad_row"),
        ("\x00" * 50, "bad_row"),
        ("17", "bad_row"),
        ("[]", "bad_row"),
        ("{}", "bad_row"),
        ('{"a":' * 100_000 + "1" + "}" * 100_000, "too_deep"),
        ('{"a":"' + "x" * (8 << 20) + '"}', "too_large"),
    ],
)
@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_bad_line_costs_only_itself(line, reason, place):
    lines = [json_line(0), json_line(1)]
    lines.insert(place, line)
    expected: list[str | None] = [None, None]
    expected.insert(place, reason)
    assert reasons("\n".join(lines), "a.jsonl") == expected
    bad = rows("\n".join(lines), "a.jsonl")[place]
    assert bad["line_number"] == place + 1
    assert bad["content"] is None
    assert bad["detail"]


def test_a_bad_element_of_a_list_costs_only_itself():
    broken = json_line(1)[:-1] + ',"n": oops}'
    data = f"[{json_line(0)},\n{broken},\n{json_line(2)}]"
    assert reasons(data, "a.json") == [None, "bad_json", None]
    assert reasons(json.dumps({"articles": []})[:-2] + data[1:] + "}", "a.json")[:1] == [None]


def test_a_list_that_is_cut_keeps_what_is_whole():
    data = json.dumps([article(0), article(1), article(2)])
    assert reasons(data[:-30], "a.json") == [None, None, "bad_json"]
    assert reasons(data[:-1], "a.json") == [None, None, None, "bad_json"]


@pytest.mark.parametrize(
    ("text", "value", "change"),
    [
        ('{"a":NaN,"b":-Infinity}', {"a": None, "b": None}, "NaN is no number in JSON"),
        ('{"a":"x\\ud800y"}', {"a": "x\ufffdy"}, "half of a surrogate pair"),
        ('{"a":"x\\u0000y\\u202e"}', {"a": "xy"}, "control or invisible characters"),
        ('{"a":' + "9" * 5000 + "}", {"a": "9" * 5000}, None),
        ('{"a":1e400}', {"a": "1e400"}, None),
        ('{"a":"line\nbreak"}', {"a": "line\nbreak"}, None),
    ],
)
def test_what_strict_json_forbids_is_repaired_and_recorded(text, value, change):
    (row,) = rows(text, "a.json")
    assert json.loads(row["content"]) == value
    assert [entry["reason"] for entry in row["changes"]] == ([change] if change else [])


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("null", "missing_field"),
        ("42", "missing_field"),
        ("{}", "missing_field"),
        ("[]", "empty_container"),
        ("// export\n{}", "bad_json"),
        ("{'title': 'x'}", "bad_json"),
        ("[" * 200_000, "too_deep"),
        ("\n \n", "empty_file"),
    ],
)
def test_a_file_without_records_is_refused(text, reason):
    assert reasons(text, "a.json") == [reason]


def test_compression_and_encoding_are_told():
    content = read(gz(json_line(0)), "a.json.gz")
    assert (content.format, content.compression, content.encoding) == ("json", "gz", "utf-8")


@pytest.mark.parametrize(
    "data",
    [
        f"\x1e{json_line(0)}\n\x1e{json_line(1)}\n",
        f"callback([{json_line(0)}, {json_line(1)}]);",
        f"/**/ app.load({json.dumps({'items': [article(0), article(1)]})})",
        f")]}}',\n[{json_line(0)}, {json_line(1)}]",
        f"while(1);[{json_line(0)}, {json_line(1)}]",
        f"[\n{json_line(0)},\n{json_line(1)}\n]\n",
        json.dumps({"response": {"data": {"results": {"items": [article(0), article(1)]}}}}),
        json.dumps({"@context": "https://schema.org", "@graph": [article(0), article(1)]}),
        json.dumps({"17": article(0), "https://kelp.test/18": article(1)}),
        f'{{"items": [], "items": [{json_line(0)}, {json_line(1)}]}}',
    ],
)
def test_what_services_put_around_records_is_passed_over(data):
    assert fields(data, "a.json") == [article(0), article(1)]


def test_a_markdown_file_with_a_json_head_is_no_json():
    data = '{\n"title": "Pier"\n}\n\nThe pier reopened on Monday.\n'
    assert [row["format"] for row in rows(data, "a.md")] == ["markdown"]
    assert [row["format"] for row in rows(json_line(0) + json_line(1), "a.txt")] == ["json", "json"]


def test_json_by_name_only_is_tried_last():
    assert fields("title,url,text\nPier,u,It reopened\n", "a.json")[0]["_origin"] == "csv"
    assert reasons("a note", "a.json") == ["bad_json"]


def test_lines_of_a_list_that_was_taken_apart_are_records():
    assert fields(f"{json_line(0)},\n{json_line(1)},\n{json_line(2)}\n", "a.jsonl") == [article(n) for n in range(3)]
    assert fields(f"[\n{json_line(0)},\n{json_line(1)}\n]\n", "a.jsonl") == [article(0), article(1)]


def test_the_nodes_of_a_graph_of_articles_are_records():
    answer = {"data": {"articles": {"edges": [{"node": article(number), "cursor": "x"} for number in range(2)]}}}
    assert reasons(json.dumps(answer), "a.json") == [None, None]


def test_a_settings_file_is_no_json():
    assert reasons("[feeds]\nname = x\n", "a.ini") == ["unsupported_type"]
    assert reasons("[{'a': 1}]", "a.dat") == ["bad_json"]
