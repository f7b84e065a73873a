"""Texts with passages of their own and passages in common: what a careful reader would call a copy, and what not."""

import numpy as np
import pytest

from assets.dedupe.copies import Copies
from assets.dedupe.passages import measure_own
from tests.dedupe.frames import article, articles, at, find
from tests.dedupe.texts import HARBOUR, ORCHARD, flow

POLICY = flow("""\
We welcome comments that add to the discussion. Comments are open for three days after publication and are
moderated between eight in the morning and eight at night. We remove insults, advertising, links to other sites and
anything that breaks the law. Write under your real name, stay with the subject and keep to a thousand characters. If
your comment does not appear within an hour, do not send it again: it is in the queue. Repeated violations lead to the
closing of the account. Please report abuse with the button next to each comment and not in a comment of your own.""")
LIBRARY = flow("""\
The library of Fenwick lends bicycles from next week, the first in the country to do so. Forty machines
stand ready, paid for by a legacy of a late clockmaker. The librarian expects that most will go to students, who live up
the hill and come down for lectures. A mechanic has been hired for the afternoons.""")
SQUID = flow("""\
Scientists on the research vessel Halcyon have filmed a squid that nobody had seen alive. It hung at two
thousand metres in the beam of their robot for eleven minutes, pale as paper. The crew had been searching for vents on
the sea floor and found none. The film will be shown at a congress in Brannock in May.""")
STATEMENT = flow("""\
"The bank has at all times acted in accordance with the law. We have cooperated fully with the
authorities since the first day of their inquiry, we have opened our books to them, and we shall contest every one of
the charges before the court. Our customers' deposits are safe and were never at risk. The board stands behind our chief
executive and behind the nine thousand people who work for this bank every day.\"""")


def kinds_of(first: str, second: str) -> list[str]:
    return compare(first, second).duplicates["kind"].to_list()


def compare(first: str, second: str, source: str | None = None) -> Copies:
    sources = {"source_id": source} if source else {}
    rows = (article(name, text, published_at=at(hour), **sources) for name, text, hour in
            (("a", first, 9), ("b", second, 12)))  # fmt: skip
    return find(articles(*rows))


@pytest.mark.parametrize("joint", ["\n\n", " "])
def test_two_reports_above_one_block_of_the_house_are_no_copies_and_no_versions(joint):
    found = compare(LIBRARY + joint + POLICY, SQUID + joint + POLICY, source="post")
    assert found.duplicates["kind"].to_list() == ["reuse"]
    assert found.article_copies["version_number"].to_list() == [1, 1]


def test_two_reports_that_quote_one_statement_are_strangers():
    first = f"{SQUID} The bank that paid for the voyage is accused of hiding its income. {STATEMENT}"
    second = f"{STATEMENT} So answers the bank of the bicycle library an indictment of its advisers. {LIBRARY}"
    assert kinds_of(first, second) == []


BLOCK = STATEMENT.replace('"', "")
ANSWER = """\
Six days after the search of its head office the bank of Tarn has spoken. Prosecutors say it hid income of its richest
clients. What the board had printed reads as follows."""
REPLY = """\
Accused of helping clients to hide money abroad, the country's second largest lender has bought whole pages of
newspapers this Friday. Its chief executive did not want to speak. Here is the text."""


@pytest.mark.parametrize("texts", [(BLOCK, STATEMENT), (STATEMENT, BLOCK), (STATEMENT, STATEMENT)])
def test_a_statement_that_one_of_two_reports_prints_without_quotation_marks_is_still_one(texts):
    first, second = f"{ANSWER}\n\n{texts[0]}", f"{REPLY}\n\n{texts[1]}"
    assert kinds_of(first, second) == kinds_of(second, first) == []


def test_a_copy_that_lost_its_quotation_marks_is_a_copy():
    whole = f"{ANSWER}\n\n{STATEMENT}\n\n{LIBRARY}\n\n{SQUID}"
    assert kinds_of(whole, whole.replace('"', "").rsplit("\n\n", 1)[0]) == ["near"]


def test_a_local_report_around_half_of_an_agencys_reuses_it():
    agency = f"{HARBOUR}\n\n{ORCHARD}"
    assert kinds_of(f"{LIBRARY}\n\n{HARBOUR}\n\n{SQUID}", agency) == ["reuse"]


def test_a_word_in_five_edited_all_over_is_a_copy():
    words = f"{HARBOUR} {ORCHARD}".split(" ")
    edited = ["plain" if number % 5 == 2 and word.islower() else word for number, word in enumerate(words)]
    assert kinds_of(" ".join(words), " ".join(edited)) == ["near"]


def test_a_passage_of_its_own_is_not_broken_by_a_figure_of_speech():
    shared = np.zeros(40, dtype=bool)
    shared[20:23] = True
    assert measure_own(shared) == 1.0
    shared[20:24] = True
    assert measure_own(shared) == 36 / 40
