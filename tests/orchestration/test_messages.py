"""Every message a user may meet, word for word: meant to differ? run `python -m tests.orchestration.messages`."""

import re

import pytest

from tests.orchestration.messages import GOLDEN, MESSAGES, say


@pytest.mark.parametrize("name", MESSAGES)
def test_the_message_is_as_written_down(name):
    assert say(name) == (GOLDEN / f"{name}.txt").read_text(encoding="utf-8")


def test_every_golden_file_is_of_a_message():
    assert {path.stem for path in GOLDEN.iterdir()} == set(MESSAGES)


def test_an_expected_failure_is_one_line_that_says_what_where_why_and_what_to_do():
    for path in GOLDEN.iterdir():
        lines = path.read_text(encoding="utf-8").splitlines()
        for line in (line for line in lines if line.startswith("broadsheet: ")):
            assert re.fullmatch(r"broadsheet: [A-Z].+: .+ \(.+\)\. [A-Z].+[.?]", line), path
