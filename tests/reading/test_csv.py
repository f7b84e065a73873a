"""Delimited text."""

import json

import pytest

from tests.reading.support import fields, read, reasons, rows

HEAD = "url,title,text\r\n"


def line(number: int, title: str = "Pier") -> str:
    return f'https://kelp.test/{number},"{title}","It reopened, {number} days late."\r\n'


def test_a_row_is_an_object_named_by_the_header():
    (first, _) = fields(HEAD + line(0, 'He said ""no"",\r\nand left') + line(1), "a.csv")
    assert first == {
        "_origin": "csv",
        "url": "https://kelp.test/0",
        "title": 'He said "no",\nand left',
        "text": "It reopened, 0 days late.",
    }


@pytest.mark.parametrize("mark", [";", "\t", "|"])
def test_the_delimiter_is_found(mark):
    data = mark.join(("url", "title", "text")) + "\n" + mark.join(("u", "Pier", "It reopened")) + "\n"
    assert fields(data, "a.csv") == [{"_origin": "csv", "url": "u", "title": "Pier", "text": "It reopened"}]


@pytest.mark.parametrize("encode", [str.encode, lambda s: s.encode("utf-16"), lambda s: b"\xef\xbb\xbf" + s.encode()])
def test_encodings_and_line_ends(encode):
    for text in (HEAD + line(0) + line(1), (HEAD + line(0) + line(1)).replace("\r\n", "\r")):
        assert [row["url"] for row in fields(encode(text), "a.csv")] == ["https://kelp.test/0", "https://kelp.test/1"]


@pytest.mark.parametrize(
    "bad",
    [
        '"https://kelp.test/x,"broken title,text\r\n',
        '"https://kelp.test/x,never closed,text\r\n',
        'https://kelp.test/x,"never closed,text\r\n',
        "only,two\r\n",
    ],
)
@pytest.mark.parametrize("place", [0, 1, 3])
def test_a_broken_row_costs_only_itself(bad, place):
    lines = [line(number) for number in range(3)]
    lines.insert(place, bad)
    expected: list[str | None] = [None] * 3
    expected.insert(place, "bad_row")
    assert reasons(HEAD + "".join(lines), "a.csv") == expected
    assert rows(HEAD + "".join(lines), "a.csv")[place]["line_number"] == place + 2


def test_bare_quotes_and_longer_rows_are_taken():
    data = HEAD + 'u1,the "old" pier,text\r\n' + 'u2,"the "old" pier",text\r\n' + "u3,Pier,text,extra,more\r\n"
    assert [row["url"] for row in fields(data, "a.csv")] == ["u1", "u2", "u3"]


def test_prose_above_the_header_and_names_given_twice():
    data = "Export of 3 November\r\n\r\n" + "url,title,title,text\r\nu,,Pier,It reopened\r\n"
    assert fields(data, "a.csv") == [{"_origin": "csv", "url": "u", "title": "Pier", "text": "It reopened"}]


def test_rows_lie_where_they_say():
    data = ("Brücke,title\r\n" + "ü,x\r\n" + "u,y\r\n").encode()
    second = rows(data, "a.csv")[1]
    assert data[second["byte_start"] : second["byte_end"]] == b"u,y\r\n"


def test_the_same_row_under_another_header_is_another_record():
    one, other = rows("title,text\r\na,b\r\n", "a.csv")[0], rows("text,title\r\na,b\r\n", "a.csv")[0]
    assert one["record_id"] != other["record_id"]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (HEAD, "empty_container"),
        (line(0) + line(1), "bad_csv"),
        ("just words\r\nand more\r\n", "bad_csv"),
        (",".join(f"c{number}" for number in range(10_001)) + "\r\n1\r\n", "too_many"),
    ],
)
def test_a_table_that_cannot_be_used_is_refused(data, reason):
    assert reasons(data, "a.csv") == [reason]


def test_a_field_over_its_limit_costs_its_row():
    data = HEAD + line(0) + f"u,Big,{'word ' * (2 << 20)}\r\n" + line(2)
    assert reasons(data, "a.csv") == [None, "too_large", None]


def test_a_page_named_csv_is_a_page():
    assert read("<html><body>Log in</body></html>", "a.csv").format == "html"


def test_a_first_line_of_any_length_is_looked_at():
    assert reasons("a" * 200_000, "a.csv") == ["bad_csv"]


def test_one_column_needs_a_known_name():
    assert [row["text"] for row in fields('text\n"It reopened, late."\nIt closed.\n', "a.csv")] == [
        "It reopened, late.",
        "It closed.",
    ]
    assert reasons("Monday\nTuesday\n", "a.csv") == ["bad_csv"]


@pytest.mark.parametrize("name", ["a.dat", "a.log", "a.json", "export"])
def test_a_header_of_known_names_is_enough_whatever_the_name_of_the_file(name):
    assert [row["url"] for row in fields(HEAD + line(0), name)] == ["https://kelp.test/0"]


def test_a_quote_that_a_database_escaped_does_not_end_its_cell():
    data = 'title,text\n"Pier","She said \\"never, ever\\"\nand left"\n"Quay","It reopened \\\\"\nLock,It closed\n'
    assert [row["text"] for row in fields(data, "a.csv")] == [
        'She said "never, ever"\nand left',
        "It reopened \\\\",
        "It closed",
    ]


def test_in_a_table_with_tabs_a_lone_quote_swallows_nothing():
    data = 'title\ttext\nPier\t"Not now," she said.\n"Quay\tIt reopened\n"Lock"\t"It ""closed"""\n'
    assert [(row["title"], row["text"]) for row in fields(data, "a.tsv")] == [
        ("Pier", '"Not now," she said.'),
        ('"Quay', "It reopened"),
        ("Lock", 'It "closed"'),
    ]


def test_cells_beyond_the_header_and_under_no_or_the_same_name_are_kept():
    (row,) = rows("title,,text,text\nPier,7,It reopened,late,on Monday,\n", "a.csv")
    assert json.loads(row["content"]) == {
        "_origin": "csv",
        "title": "Pier",
        "column 2": "7",
        "text": "It reopened",
        "text 4": "late",
        "column 5": "on Monday",
    }
    assert row["changes"][0]["change"] == "kept 1 unnamed"
    assert rows("title,text\nPier,It reopened,,\n", "a.csv")[0]["changes"] == []


def test_a_column_that_is_called_like_the_place_of_another_loses_nothing():
    (row,) = rows("column 3,text\nPier,It reopened,late\n", "a.csv")
    assert json.loads(row["content"]) == {
        "_origin": "csv",
        "column 3": "Pier",
        "text": "It reopened",
        "column 3 3": "late",
    }


def test_blanks_before_quotes_split_no_cell():
    data = 'title, text\n"Pier", "It reopened, late"\nQuay, It closed\n"Lock", "It ""froze"" "\n'
    assert [row["text"] for row in fields(data, "a.csv")] == ["It reopened, late", "It closed", 'It "froze"']
