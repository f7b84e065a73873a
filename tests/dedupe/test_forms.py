"""Texts that say other things in the same words: forms that are filled in, and corrected reports."""

from assets.dedupe.copies import Copies
from tests.dedupe.frames import article, articles, at, find
from tests.dedupe.texts import HARBOUR, ORCHARD

RESULTS = """{company} on Wednesday reported third-quarter net income of {income} million dollars.

The {place}-based company said it had profit of {share} dollars per share. The results beat the expectations of
analysts, whose average estimate was for lower earnings per share.

The company posted revenue in the period that also topped forecasts. Shares have risen since the beginning of the
year."""
CLOSURE = """The chemical company Orbex will close its plant in Fenwick in 2028, with the loss of {jobs} jobs, its chief
executive, Marta Quill, told staff on Tuesday.

The plant makes solvents for the paint industry and has lost money for five years. The union said it would fight the
decision and called a meeting for Thursday."""
FIRST = RESULTS.format(company="Tolland Steel", income="41.2", place="Marbury", share="1.07")
SECOND = RESULTS.format(company="Quayside Foods", income="312.9", place="Denholm", share="2.44")


def copies_of(first: str, second: str) -> Copies:
    rows = [article(name, text, source_id="wire", published_at=at(hour)) for name, text, hour in
            (("a", first, 9), ("b", second, 12))]  # fmt: skip
    return find(articles(*rows))


def test_a_form_filled_in_for_another_company_is_no_copy_and_no_version():
    found = copies_of(FIRST, SECOND)
    assert found.duplicates["kind"].to_list() == ["reuse"]
    assert found.article_copies["version_number"].to_list() == [1, 1]
    assert found.duplicate_groups.is_empty()


def test_the_same_form_with_a_sentence_more_is_a_copy():
    found = copies_of(FIRST, FIRST + " Analysts at Brell Bank had expected less.")
    assert found.duplicates["kind"].to_list() == ["near"]


def test_a_short_report_with_a_corrected_number_is_a_version():
    corrected = CLOSURE.format(jobs="120") + "\n\nCorrection: an earlier version gave a wrong number of jobs."
    found = copies_of(CLOSURE.format(jobs="1,200"), corrected)
    assert found.duplicates["kind"].to_list() == ["near"]
    assert found.article_copies["version_number"].to_list() == [1, 2]
    assert '"1 200" in version 1, "120" in version 2' in found.duplicates["explanation"][0]


def test_a_few_words_with_another_number_are_no_copy():
    found = copies_of(
        *(f"Fog closed the airport at Marlow Bay for {hours} hours on Monday, the tower said." for hours in (3, 5))
    )
    assert found.duplicates.filter(kind="near").is_empty()


def test_a_long_text_with_other_names_throughout_was_made_from_the_other_one():
    text = f"{HARBOUR}\n\n{ORCHARD}"
    renamed = text.replace("Marlow Bay", "Kestrel Point").replace("Stennick", "Orrow").replace("Tarnow", "Vale")
    assert copies_of(text, renamed).duplicates["kind"].to_list() == ["near"]


def test_what_is_said_of_reuse_adds_up():
    said = copies_of(FIRST, SECOND).duplicates["explanation"][0]
    assert said.startswith("57 of the 64 words of the smaller article") and ", 57 of them in runs" in said
