"""For any bytes and any text: splitting loses nothing, dates and addresses are read or left out, nothing raises."""

import json
from datetime import datetime
from urllib.parse import urlsplit

from hypothesis import given, settings
from hypothesis import strategies as st

from assets.parsing.dates import find_dates, parse_date
from assets.parsing.html.address import normalize_address
from assets.reading.encodings import decode
from assets.reading.limits import DEFAULT
from assets.reading.reasons import REASONS, Refusal
from assets.reading.sniffing import detect_format
from assets.reading.source import Ledger, Source
from tests.reading.support import json_line, read

GOOD = st.integers(0, 9).map(json_line)
BAD = st.sampled_from(['{"title": "cut', "not json", "[1, 2]", '"text"', "{}}", "nul", "{'a': 1}", "\x00\x00"])
DATES = st.text("0123456789-/.:,TZ+ amp年月日 Novemberséí", max_size=40)
ADDRESSES = st.text("htps:/.?#@%&=[]xn--ü0 \\\t\u202e", max_size=60) | st.text(max_size=40).map(
    "https://kelp.test/{}".format
)
quick = settings(max_examples=150, deadline=None, derandomize=True)


@quick
@given(st.lists(st.tuples(st.booleans(), GOOD, BAD), min_size=2, max_size=12), st.sampled_from(["\n", "\r\n"]))
def test_each_bad_line_costs_itself_and_every_line_is_a_record(choices, mark):
    lines = [good if is_good else bad for is_good, good, bad in choices]
    content = read(mark.join([json_line(99), *lines]) + mark, "a.jsonl")
    assert content.rejection is None
    rows = content.records.to_dicts()
    assert [row["reason"] is None for row in rows] == [True, *(is_good for is_good, _, _ in choices)]
    assert [row["line_number"] for row in rows] == list(range(1, len(lines) + 2))
    assert all(json.loads(row["content"])["title"] for row in rows if row["reason"] is None)


@quick
@given(st.binary(max_size=300), st.sampled_from(["a.html", "a.txt", "a", "a.zip", "a.csv", "a.warc.gz"]))
def test_any_bytes_have_a_format_or_a_reason(data, name):
    try:
        assert detect_format(Source(data, name, DEFAULT, Ledger())).name
    except Refusal as refusal:
        assert refusal.reason in REASONS


@quick
@given(st.binary(max_size=200), st.sampled_from([None, "utf-8", "latin-1", "klingon", "utf-16", "shift_jis"]))
def test_any_bytes_decode_to_text_that_can_be_stored(data, declared):
    try:
        decoded = decode(data, declared)
    except Refusal as refusal:
        assert refusal.reason in REASONS
        return
    assert decoded.text.encode("utf-8") is not None
    assert decode(data, declared).text == decoded.text


@quick
@given(DATES)
def test_any_text_has_dates_or_none(text):
    for reading in [*find_dates(text), *filter(None, [parse_date(text)])]:
        assert 0 <= reading.start < reading.end <= len(text) and reading.reason
        assert reading.at is None or (isinstance(reading.at, datetime) and reading.at.tzinfo is None)


@quick
@given(st.datetimes(datetime(1950, 1, 1), datetime(2035, 12, 31)))
def test_an_iso_date_comes_back(moment):
    reading = parse_date(moment.strftime("%Y-%m-%dT%H:%M:%SZ"))
    assert reading is not None and reading.at == moment.replace(microsecond=0)


@quick
@given(ADDRESSES)
def test_any_address_is_web_and_settled_or_none(raw):
    address = normalize_address(raw)
    if address is not None:
        assert urlsplit(address).scheme in ("http", "https") and address.isascii()
        assert normalize_address(address) == address
