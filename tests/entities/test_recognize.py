import polars as pl
import pytest

from assets.entities.backends import GazetteerBackend, SpacyBackend, open_backend
from assets.entities.recognize import NAMES, recognize_names
from assets.errors import BroadsheetError
from tests.entities.samples import TellingBackend, make_articles

TALKS = (
    "VIENNA — Foreign Minister Ana Maro met Mr. Dorn in Vienna on Monday, the Ministry of Works said.\n\n"
    "Maro told reporters that Poland and the U.N. would help. “It is late,” said Irena Kolb."
)


def rows(frame, part="body"):
    return set(frame.filter(pl.col("part") == part).select("text", "kind").iter_rows())


def test_lists_and_patterns_alone_find_the_names_of_a_report():
    frame = recognize_names(make_articles(TALKS), "gazetteer")
    assert frame.schema == NAMES
    assert rows(frame) == {
        ("VIENNA", "place"),
        ("Vienna", "place"),
        ("Ana Maro", "person"),
        ("Maro", "person"),
        ("Dorn", "person"),
        ("Ministry of Works", "organization"),
        ("Poland", "place"),
        ("U.N.", "organization"),
        ("Irena Kolb", "person"),
    }


def test_offsets_are_those_of_the_body_and_do_not_overlap():
    frame = recognize_names(make_articles(TALKS), "gazetteer")
    last = 0
    for start, end, text in frame.select("char_start", "char_end", "text").iter_rows():
        assert TALKS[start:end] == text and start >= last
        last = end


def test_a_surname_takes_the_full_name_of_its_article():
    frame = recognize_names(make_articles(TALKS), "gazetteer")
    surname = frame.filter(pl.col("text") == "Maro").row(0, named=True)
    assert (surname["full_name"], surname["basis"], surname["method"]) == ("Ana Maro", "surname", "repeat")


def test_one_kind_for_a_string_and_the_person_wins_by_the_full_name():
    body = "Zoltan Brek spoke. Brek left. Then Brek of the city came."
    frame = recognize_names(make_articles(body), TellingBackend(person=["Zoltan Brek"], organization=["Brek left"]))
    assert {kind for text, kind in rows(frame) if "Brek" in text} == {"person"}


def test_an_acronym_in_brackets_joins_its_organization():
    body = "The Vellish Harbour Agency (VHA) opened. Later the VHA closed."
    frame = recognize_names(make_articles(body), "gazetteer")
    acronyms = frame.filter(pl.col("text") == "VHA")
    assert acronyms["full_name"].to_list() == ["Vellish Harbour Agency"] * 2
    assert set(acronyms["basis"]) == {"acronym"}


def test_a_town_is_its_team_in_a_sports_report_and_a_place_elsewhere():
    sport = "The league match ended 3-1. Leicester beat Norwich 3-1 after a goal at halftime. It was cold in Leicester."
    found = rows(recognize_names(make_articles(sport), "gazetteer"))
    assert ("Norwich", "organization") in found
    news = "A man was held in Leicester. Leicester has a market."
    assert ("Leicester", "place") in rows(recognize_names(make_articles(news), "gazetteer"))


def test_a_headline_names_what_the_body_shows():
    articles = make_articles(TALKS, titles=["Maro Says: Vienna Talks Are Unrealistic"])
    frame = recognize_names(articles, TellingBackend(organization=["Unrealistic"], person=["Maro"]))
    assert rows(frame, "title") == {("Maro", "person"), ("Vienna", "place")}


def test_shared_text_is_read_once_in_a_call():
    shared = "Olt Varga bought Quennell Yards from Ferrin."
    backend = TellingBackend(person=["Olt Varga"])
    frame = recognize_names(make_articles(shared, shared, f"{shared}\n\nBesk agreed."), backend)
    assert backend.texts.count(shared) == 1
    assert frame.filter(pl.col("text") == "Olt Varga").height == 3


def test_sentences_without_unknown_capitals_are_not_read():
    backend = TellingBackend()
    recognize_names(make_articles("It rained. Poland won. The Besk dam held."), backend)
    assert [text.strip() for text in backend.texts] == ["The Besk dam held."]


def test_other_languages_get_names_from_the_lists_only():
    backend = TellingBackend(person=["Bundeskanzler"])
    articles = make_articles("Der Bundeskanzler reiste nach Polen, Vienna und Moscow.", language="de")
    frame = recognize_names(articles, backend)
    assert backend.texts == []
    assert {"Vienna", "Moscow"} <= set(frame["text"])


def test_an_article_is_read_alone():
    together = recognize_names(make_articles(TALKS, "Maro was late. Dorn left."), "gazetteer")
    alone = recognize_names(make_articles(TALKS), "gazetteer")
    assert together.filter(pl.col("article_id") == "a0").equals(alone)


def test_no_articles_give_an_empty_frame():
    assert recognize_names(make_articles(), "gazetteer").schema == NAMES


@pytest.mark.parametrize("body", ["", " ", "\n\n", "()", "''''", "A", "é" * 50, "NATO" * 3000])
def test_odd_bodies_do_no_harm(body):
    recognize_names(make_articles(body, titles=[body]), "gazetteer")


def test_backends_are_chosen_by_name_and_by_setting(monkeypatch):
    assert isinstance(open_backend("gazetteer"), GazetteerBackend)
    monkeypatch.setenv("BROADSHEET_NER", "gazetteer")
    assert open_backend().name == "gazetteer"
    monkeypatch.setenv("BROADSHEET_NER", "no-such-model")
    with pytest.raises(BroadsheetError, match="no-such-model"):
        open_backend()


def test_without_a_model_the_gazetteer_takes_over(monkeypatch):
    monkeypatch.delenv("BROADSHEET_NER", raising=False)
    monkeypatch.setattr("assets.entities.backends.PACKAGES", {"sm": ("package_that_is_not_there",)})
    assert open_backend().name == "gazetteer"


def test_the_model_is_not_loaded_before_there_is_something_to_read():
    backend = open_backend("sm")
    assert isinstance(backend, SpacyBackend)
    recognize_names(make_articles("It rained."), backend)
    assert "_pipeline" not in vars(backend)


def test_a_folder_is_a_model_too(tmp_path):
    (tmp_path / "config.cfg").write_text("")
    assert isinstance(open_backend(str(tmp_path)), SpacyBackend)


def test_a_word_that_only_starts_a_sentence_is_no_name():
    body = "Worries grew. Besk, 41, wept. Then Olsk fell."
    frame = recognize_names(make_articles(body), TellingBackend(place=["Worries"], person=["Besk", "Olsk"]))
    assert set(frame["text"]) == {"Besk", "Olsk"}
