import pytest

from tests.quotes.helpers import quotes_of, said

NAMES = {
    "Ada Moreno": "person/ada-moreno",
    "Moreno": "person/ada-moreno",
    "Leo Brandt": "person/leo-brandt",
    "State Department": "organization/state",
}


@pytest.mark.parametrize(
    ("body", "speaker", "cue"),
    [
        ("“The bridge will open in May,” Ada Moreno said on Monday.", "Ada Moreno", "said"),
        ("“The bridge will open in May,” said transport minister Ada Moreno.", "Ada Moreno", "said"),
        ("Ada Moreno, who runs the port, said: “The bridge will open in May.”", "Ada Moreno", "said"),
        ("Leo Brandt met Ada Moreno. “The bridge is closed for now,” Leo Brandt told her.", "Leo Brandt", "told"),
        ("According to Ada Moreno, the bridge is “in a very bad state” today.", "Ada Moreno", "according to"),
        ("Ada Moreno's spokesman said the bridge was “in a very bad state” now.", "Ada Moreno's spokesman", "said"),
        ("A spokesman for the port said the bridge was “in a very bad state” now.", "A spokesman", "said"),
        ("Ada Moreno: “The bridge will open in May.”", "Ada Moreno", None),
        ("“The bridge will open in May.” — Ada Moreno", "Ada Moreno", None),
        ("Leo Brandt criticized the plan, which Ada Moreno called “a gift to the city”.", "Ada Moreno", "called"),
        ("“We will not pay for it,” said former State Department spokesman Leo Brandt.", "Leo Brandt", "said"),
        ("“Will the bridge open?” Ada Moreno asked.", "Ada Moreno", "asked"),
        ("A spokesman for the chef, who presents Leo Brandt, said: “Every word stands today.”", "A spokesman", None),
        ("Ada Moreno had called it “a pit without a bottom”, but Leo Brandt denied it.", "Ada Moreno", "called"),
        ("Outside court, Leo Brandt said: “No sentence will give it back.”", "Leo Brandt", "said"),
    ],
)
def test_the_speaker_of_a_sentence(body, speaker, cue):
    assert [row[1:] for row in said(quotes_of(body, names=NAMES))] == [(speaker, cue)]


def test_names_are_found_by_their_capitals_without_mentions():
    quotes = quotes_of("“The bridge will open in May,” Ada Moreno said.")
    assert said(quotes) == [("The bridge will open in May,", "Ada Moreno", "said")]
    assert quotes["speaker_entity_id"].to_list() == [None]


def test_a_speaker_carries_on_to_the_next_quotation():
    body = "“We start in May,” Ada Moreno said. “We finish in June.”\n\n“Nobody will lose a job.”"
    assert [row[1] for row in said(quotes_of(body, names=NAMES))] == ["Ada Moreno"] * 3


def test_a_paragraph_that_ends_with_a_colon_announces_the_speaker():
    body = "Leo Brandt was there. Ada Moreno added in a letter:\n\n“We start in May and finish in June.”"
    assert said(quotes_of(body, names=NAMES))[0][1] == "Ada Moreno"


def test_titles_and_single_words_in_marks_are_no_quotes():
    body = "He read “The Long Road Home” on a “good” day. Ada Moreno was there."
    assert said(quotes_of(body, names=NAMES)) == []


def test_pronouns_stand_for_the_subject_before():
    body = (
        "Ada Moreno met Leo Brandt at the port. She said the works would start in May. "
        "“It is a gift to the city,” she said."
    )
    quotes = quotes_of(body, names=NAMES).filter("is_direct")
    assert quotes.select("speaker", "speaker_entity_id").rows() == [("she", "person/ada-moreno")]


def test_a_form_of_address_tells_whom_a_pronoun_cannot_mean():
    names = {"Moreno": "person/ada-moreno", "Brandt": "person/leo-brandt"}
    body = "Mr. Brandt opened the bridge. Ms. Moreno was there. “It was time for it,” he said."
    assert quotes_of(body, names=names)["speaker_entity_id"].to_list() == ["person/leo-brandt"]


def test_roles_stand_for_who_was_introduced_with_them():
    body = (
        "Transport Minister Ada Moreno met Defense Secretary Leo Brandt in the port.\n\n"
        "“The army will build it for us,” the defense chief said."
    )
    quotes = quotes_of(body, names=NAMES)
    assert quotes.select("speaker", "speaker_entity_id").rows() == [("the defense chief", "person/leo-brandt")]


def test_somebody_new_has_no_entity():
    body = "Transport Minister Ada Moreno left. “We know nothing of it,” a minister said."
    assert quotes_of(body, names=NAMES)["speaker_entity_id"].to_list() == [None]


@pytest.mark.parametrize(
    ("language", "body", "speaker"),
    [
        ("de", "„Wir bauen die Brücke noch in diesem Jahr“, sagte Ada Moreno am Montag.", "Ada Moreno"),
        ("fr", "« Nous allons construire le pont », a déclaré Ada Moreno lundi.", "Ada Moreno"),
        ("es", "Ada Moreno dijo: «Vamos a construir el puente».", "Ada Moreno"),
    ],
)
def test_other_languages_with_word_lists(language, body, speaker):
    assert [row[1] for row in said(quotes_of(body, language=language))] == [speaker]
