"""The whole line without a model: lists and patterns find names, quotes have speakers, tables say what read them."""

import pytest

from tests.pipeline import Pipeline

ENGLISH = """<html lang="en"><head><title>Poland and Norway agree on a ferry</title></head><body><article>
<h1>Poland and Norway agree on a ferry</h1><p>By Ada Moreno</p><p>16 November 2026</p>
<p>The government of Poland signed a treaty with Norway on Monday, the European Commission said. The deal on trade and
defence opens a ferry line between Gdynia and Oslo for the next twelve years and more.</p>
<p>“We will open the new harbour in May and nobody will lose a job because of it,” Anna Bergstrom, the minister, said.
Bergstrom said that parliament would vote on the treaty before the election in the spring.</p>
<p>Officials in Warsaw told reporters that the ministers of both governments would meet again in Oslo next week.</p>
</article></body></html>"""

FRENCH = """<html lang="fr"><head><title>La Pologne et la Norvège signent un traité</title></head><body><article>
<h1>La Pologne et la Norvège signent un traité</h1><p>16 novembre 2026</p>
<p>Le gouvernement a signé lundi un traité avec la Norvège, selon la Commission. Les ministres se sont réunis à Paris
pour parler du nouveau port et des bateaux qui partiront chaque semaine vers Oslo pendant douze ans.</p>
<p>Les élus voteront avant les élections du printemps, a dit un porte-parole à Berlin devant la presse réunie.</p>
</article></body></html>"""


@pytest.fixture(scope="module")
def line(tmp_path_factory):
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.delenv("BROADSHEET_NER", raising=False)
        monkeypatch.setattr("assets.entities.backends.PACKAGES", {"sm": ("package_that_is_not_there",)})
        made = Pipeline(tmp_path_factory.mktemp("gazetteer"), monkeypatch)
        made.add({"2026-11-16/ferry.html": ENGLISH.encode(), "2026-11-16/traite.html": FRENCH.encode()})
        made.run()
        yield made


def test_names_are_found_and_the_tables_say_by_what(line):
    found = {row[0] for row in line.query("select entity_id from entities")}
    assert {"place/poland", "place/norway", "organization/european-commission", "person/anna-bergstrom"} <= found
    assert line.query("select distinct recognizer from mentions") == [("gazetteer",)]
    assert line.query("select count(*) from mentions where method = 'model'") == [(0,)]


def test_quotes_have_speakers(line):
    said = line.query("select speaker_entity_id from quotes where is_direct")
    assert said == [("person/anna-bergstrom",)]


def test_another_language_has_names_of_the_lists_and_topics_of_its_own_words(line):
    names = line.query(
        "select distinct entity_id from mentions join articles using (article_id) where language = 'fr' order by all"
    )
    assert names == [("place/berlin",), ("place/norway",), ("place/oslo",), ("place/paris",)]
    counted = line.query(
        "select language, count(topic_id) from articles left join article_topics using (article_id) group by all"
    )
    topics = dict(counted)
    assert topics["fr"] > 0 and topics["en"] > 0
