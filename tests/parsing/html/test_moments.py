# ruff: noqa: E501 - pages and cases stand on one line each
from datetime import datetime

import pytest

from assets.parsing.html.moments import parse_moment, read_moment


@pytest.mark.parametrize(
    ("raw", "wanted", "precision"),
    [
        ("2026-11-03T09:00:00Z", datetime(2026, 11, 3, 9), "second"),
        ("2026-11-03T09:00:00+05:30", datetime(2026, 11, 3, 3, 30), "second"),
        ("2026-11-03T00:30+0100", datetime(2026, 11, 2, 23, 30), "minute"),
        ("2026-11-03T09:00:00.123456789Z", datetime(2026, 11, 3, 9, 0, 0, 123456), "second"),
        ("2026-11-03", datetime(2026, 11, 3), "day"),
        ("20261103", datetime(2026, 11, 3), "day"),
        ("Tue, 03 Nov 2026 09:00:00 GMT", datetime(2026, 11, 3, 9), "second"),
        ("Tue Nov 03 2026 10:00:00 GMT+0100 (CET)", datetime(2026, 11, 3, 9), "second"),
        ("13.02.2025, 10:05 Uhr", datetime(2025, 2, 13, 10, 5), "minute"),
        (1793696400, datetime(2026, 11, 3, 9), "second"),
        (1793696400000, datetime(2026, 11, 3, 9), "second"),
        ("1793696400", datetime(2026, 11, 3, 9), "second"),
    ],
)
def test_machine_written_dates(raw: object, wanted: datetime, precision: str) -> None:
    moment = parse_moment(raw)
    assert moment is not None
    assert (moment.at, moment.precision) == (wanted, precision)


@pytest.mark.parametrize(
    "raw",
    ["", "yesterday", "2026-02-30", "0001-01-01T00:00:00Z", "1970-01-01T00:00:00Z", "2099-01-01", "9999-12-31T23:59:59+14:00",
     "2026-11-03T09:00:00+99:99", "2026-11-03T25:61:61Z", "03/04/2026", "-1", "0", "1e400", True, None, ["2026-11-03"], "9" * 400],
)  # fmt: skip
def test_what_is_not_believed(raw: object) -> None:
    assert parse_moment(raw) is None


def test_words_are_read_when_they_are_all_there_is() -> None:
    moment = read_moment("3 novembre 2026")
    assert moment is not None and moment.at == datetime(2026, 11, 3)
    assert read_moment("2026-03-29T02:30:00[Europe/Paris]") is None
    assert read_moment("03/04/2026") is None
