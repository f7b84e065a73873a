"""Names as newsrooms write them, beat by beat: invented sentences with what a careful reader would list."""

import pytest

from tests.entities.samples import TellingBackend, found_in, make_articles, resolve

# Sentences, what the recogniser is made to say, and the entities that must be found with their spellings.
CASES = {
    "a company in capitals after what it is": (
        "Norwegian snack maker Halvorsen Foods ASA said it would close a plant. Shares in Halvorsen fell.",
        {"person": ["Halvorsen Foods ASA"]},
        {"organization/halvorsen-foods-asa": {"Halvorsen Foods ASA", "Halvorsen"}},
    ),
    "an office behind the comma, or before it": (
        "Del Okafor, chairman of the hauliers, was angry. Their chairman, Ove Tamsin, said so.",
        {"place": ["Del Okafor", "Ove Tamsin"]},
        {"person/del-okafor": {"Del Okafor"}, "person/ove-tamsin": {"Ove Tamsin"}},
    ),
    "what a company makes, behind the comma": (
        "Velbarrow Drift, the Swedish maker of bicycles, is recalling 48,000 of them.",
        {"person": ["Velbarrow Drift"]},
        {"organization/velbarrow-drift": {"Velbarrow Drift"}},
    ),
    "a person and an organization joined by and": (
        "Helen Maro and Harbour News Channel agreed. Helen Maro and Sons Ltd did not.",
        {"organization": ["Helen Maro and Harbour News Channel", "Helen Maro and Sons Ltd"]},
        {
            "organization/harbour-news-channel": {"Harbour News Channel"},
            "organization/helen-maro-and-sons-ltd": {"Helen Maro and Sons Ltd"},
        },
    ),
    "two surnames, the first alone": (
        "The team was led by Lucía Huamán Quispe. Snow was rare, Huamán said.",
        {},
        {"person/lucia-huaman-quispe": {"Lucía Huamán Quispe", "Huamán"}},
    ),
    "small words inside a surname": (
        "The founder is Anouk van der Velde. Van der Velde said production would start soon.",
        {},
        {"person/anouk-van-der-velde": {"Anouk van der Velde", "Van der Velde"}},
    ),
    "a title inside what was taken for an organization": (
        "He met reporters with Parliament Speaker Nabih Varro. Varro left early.",
        {"organization": ["Parliament Speaker Nabih Varro"]},
        {"person/nabih-varro": {"Nabih Varro", "Varro"}},
    ),
    "initials without full stops": (
        "A bench of Justices G S Kulkarne and Advait Sethna heard the tenants.",
        {},
        {"person/g-s-kulkarne": {"G S Kulkarne"}, "person/advait-sethna": {"Advait Sethna"}},
    ),
    "a court that is a coroner's": (
        "An inquest at Preston Coroner's Court heard that no bed was free.",
        {},
        {"organization/preston-coroners-court": {"Preston Coroner's Court"}},
    ),
    "towns by the word after them": (
        "Power was cut in Velmora and Tarnis provinces, and the eye passed Baggao town.",
        {"person": ["Velmora"], "organization": ["Baggao"]},
        {"place/velmora": {"Velmora"}, "place/tarnis": {"Tarnis"}},
    ),
    "an acronym by its initials": (
        "The lawmaker blamed the Velmora Emergency Management Agency. VEMA came with biscuits, he said.",
        {},
        {"organization/velmora-emergency-management-agency": {"Velmora Emergency Management Agency", "VEMA"}},
    ),
    "a town with its county": (
        "She lived in the house of Clitheroe, Lancashire, for years.",
        {"organization": ["Clitheroe, Lancashire"]},
        {"place/lancashire": {"Lancashire"}},
    ),
    "an office before the command that it leads": (
        "Trucks left on Monday, said Scott Varro, Deputy Commanding General Army North, who leads the operation.",
        {"person": ["Scott Varro"], "organization": ["Commanding General Army North"]},
        {"person/scott-varro": {"Scott Varro"}, "organization/army-north": {"Army North"}},
    ),
    "an institution named after a person, with and without given name and Memorial": (
        "The Robert L. Hanley Memorial Center will close. The Hanley Center opened in 1967.",
        {"organization": ["Robert L. Hanley Memorial Center", "Hanley Center"]},
        {"organization/robert-l-hanley-memorial-center": {"Robert L. Hanley Memorial Center", "Hanley Center"}},
    ),
    "a place by the last word of its name": (
        "The truck overturned near Puerto Alba on Friday. Nobody in Alba had seen it.",
        {"place": ["Puerto Alba"], "person": ["Alba"]},
        {"place/puerto-alba": {"Puerto Alba", "Alba"}},
    ),
    "a product under its maker's name": (
        "The Velbarrow Hauler is built by Velbarrow Motors of Tarn. Velbarrow Motors said the Hauler was safe.",
        {"person": ["Velbarrow Hauler"], "organization": ["Velbarrow Motors", "Hauler"]},
        {"organization/velbarrow-motors": {"Velbarrow Motors"}},
    ),
    "a unit by its number": (
        "The 433rd Airlift Wing flew to the coast.",
        {"person": ["Airlift Wing"]},
        {"organization/433rd-airlift-wing": {"433rd Airlift Wing"}},
    ),
    "a base that an organization's word does not make one": (
        "The first aircraft left Lackvale Air Force Base at dawn.",
        {"organization": ["Lackvale Air Force Base"]},
        {"place/lackvale-air-force-base": {"Lackvale Air Force Base"}},
    ),
    "an office before a person whose surname is a word for places": (
        "Prosecutor Helen Marsh said he took cash. Marsh asked for two years.",
        {"person": ["Helen Marsh"]},
        {"person/helen-marsh": {"Helen Marsh", "Marsh"}},
    ),
    "a person and an organization joined": (
        "The board includes chief of staff Susan Wiley and Foxhall News Channel, among others.",
        {"person": ["Susan Wiley"]},
        {"person/susan-wiley": {"Susan Wiley"}, "organization/foxhall-news-channel": {"Foxhall News Channel"}},
    ),
    "capitals that are no pronoun": (
        "The staff were protected, WHO officials in Kigali said.",
        {},
        {"organization/world-health-organization": {"WHO"}},
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_what_a_reader_would_list(name):
    text, told, expected = CASES[name]
    found = found_in(resolve(make_articles(text), backend=TellingBackend(**told)))
    assert {entity: found.get(entity) for entity in expected} == expected


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ukrainian officials wrote on X. He called for more.", {}),
        ("Agriculture Cabinet Secretary Mutahi Varro asked for patience.", {"organization": ["Agriculture Cabinet"]}),
        ("Residents gathered early. Residents left late.", {"organization": ["Residents"]}),
        ("Six Velbarrow Haulers stood there. All her Velbarrow Haulers rust.", {"person": ["Velbarrow Haulers"]}),
    ],
)
def test_what_is_no_name(text, told):
    found = found_in(resolve(make_articles(text), backend=TellingBackend(**told)))
    spellings = {spelling for names in found.values() for spelling in names}
    assert not spellings & {"X. He", "Agriculture Cabinet", "Residents", "Velbarrow Haulers"}


def test_sides_are_named_by_towns():
    text = (
        "Velmora Rovers won the match at home. Coach Ana Maro praised the striker after the league game. "
        "Barnsley lost the cup match. Huddersfield lost 2-0 to Exeter City, and Velmora travel to Rotherham."
    )
    found = found_in(resolve(make_articles(text)))
    assert {"organization/exeter-city", "organization/rotherham", "organization/barnsley"} <= found.keys()
