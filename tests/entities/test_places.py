import re

from assets.entities.places import demonyms, find_places, is_well_known


def test_a_country_has_its_facts():
    place = find_places("Ukraine")[0]
    assert (place.country_code, place.geonames_id, place.level) == ("UA", 690791, "country")
    assert (place.latitude, place.longitude) == (49.0, 32.0)


def test_aliases_and_capitals_lead_to_one_place():
    ids = {
        find_places(name)[0].geonames_id for name in ("US", "U.S.", "USA", "United States", "UNITED STATES", "America")
    }
    assert ids == {6252001}
    assert find_places("Kiev")[0].geonames_id == find_places("KYIV")[0].geonames_id == 703448


def test_a_pronoun_is_no_country():
    assert find_places("us") == find_places("Us") == ()


def test_the_hague_is_a_city_and_hague_is_not():
    assert find_places("The Hague")[0].country_code == "NL"
    assert find_places("Hague") == ()


def test_the_largest_place_of_a_name_comes_first():
    assert [place.country_code for place in find_places("London")][:2] == ["GB", "CA"]


def test_a_state_lies_where_its_people_live():
    state = next(place for place in find_places("California") if place.country_code == "US")
    assert state.level == "state"
    assert 33 < state.latitude < 38 and -122 < state.longitude < -117


def test_places_of_the_gazetteer_have_country_and_coordinates():
    for name in ("Texas", "Punjab", "Ontario", "Queensland", "Nairobi", "Kyiv", "Peru", "Scotland"):
        place = find_places(name)[0]
        assert place.geonames_id and re.fullmatch("[A-Z]{2}", place.country_code), place
        assert -90 <= place.latitude <= 90 and -180 <= place.longitude <= 180, place


def test_common_words_are_no_places_by_themselves():
    assert [name for name in ("Reading", "Mobile", "Split", "Nice", "Of") if is_well_known(name)] == []
    assert is_well_known("Moscow") and is_well_known("EU") is False


def test_demonyms_name_their_country():
    assert demonyms()["ukrainian"] == "UA" and demonyms()["dutch"] == "NL"
