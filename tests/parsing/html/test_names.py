import pytest

from assets.parsing.html.names import Author, read_authors


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("By Maud Ellery and Piet Oosterwal", ["Maud Ellery", "Piet Oosterwal"]),
        ("Maud Ellery, Piet Oosterwal, Lin Aro", ["Maud Ellery", "Piet Oosterwal", "Lin Aro"]),
        ("Maud Ellery, professor of shipping at the university", ["Maud Ellery"]),
        ("Von Jörg Elbing", ["Jörg Elbing"]),
        ("Maud Ellery (maud@ledger.example)", ["Maud Ellery"]),
        ("https://ledger.example/author/3", []),
        ("staff", []),
        ("April 28, 2026 GMT", []),
        ("", []),
        # What stands around a name.
        ("BY MAUD ELLERY", ["MAUD ELLERY"]),
        ("Kommentar von Maud Ellery", ["Maud Ellery"]),
        ("Exclusive by Maud Ellery", ["Maud Ellery"]),
        ("More by Maud Ellery", ["Maud Ellery"]),
        ("Text: Maud Ellery, Fotos: Piet Oosterwal", ["Maud Ellery"]),
        ("Reporting by Maud Ellery; Editing by Piet Oosterwal", ["Maud Ellery"]),
        ("Photo: Maud Ellery", []),
        ("Maud Ellery in New York and Piet Oosterwal in Delft", ["Maud Ellery", "Piet Oosterwal"]),
        ("Maud Ellery, New York", ["Maud Ellery"]),
        ("Maud Ellery for The Harbour Ledger", ["Maud Ellery"]),
        ("Maud Ellery - Harbour Ledger", ["Maud Ellery"]),
        ("Maud Ellery Health Correspondent", ["Maud Ellery"]),
        ("Anna Ellery News Desk", ["Anna Ellery"]),
        ("Reporter Maud Ellery", ["Maud Ellery"]),
        ("Maud Ellery, Leiterin Ressort Wirtschaft", ["Maud Ellery"]),
        ("Maud Ellery Updated: 12 May 2026", ["Maud Ellery"]),
        ("Veröffentlicht am 27.04.26 um 07:39 Uhr", []),
        ("05:00 Uhr", []),
        ("Ellery, Anna", ["Anna Ellery"]),
        ("undefined", []),
        # Between names, in several languages.
        ("Maud Ellery och Piet Oosterwal", ["Maud Ellery", "Piet Oosterwal"]),
        ("Maud Ellery és Piet Oosterwal", ["Maud Ellery", "Piet Oosterwal"]),
        ("Maud Ellery a Piet Oosterwal", ["Maud Ellery", "Piet Oosterwal"]),
        ("Maud Ellery y Soler", ["Maud Ellery y Soler"]),
        ("Maud van der Ellery", ["Maud van der Ellery"]),
        ("記者 山田太郎", ["山田太郎"]),
    ],
)
def test_names_in_a_value(text: str, names: list[str]) -> None:
    assert [author.name for author in read_authors([(text, "")], set())] == names


def test_people_are_told_from_others() -> None:
    values = [
        ("Maud Ellery", "person"),
        ("Reuters", ""),
        ("Ledger Redaktion", ""),
        ("The Harbour Ledger", "organization"),
    ]
    assert read_authors(values, {"the harbour ledger"}) == [
        Author("Maud Ellery", True),
        Author("Reuters", False),
        Author("Ledger Redaktion", False),
        Author("The Harbour Ledger", False),
    ]


@pytest.mark.parametrize(
    ("text", "names", "others"),
    [
        ("Maud Ellery (dpa)", ["Maud Ellery"], []),
        ("Maud Ellery, dpa", ["Maud Ellery"], ["dpa"]),
        ("Maud Ellery mit dpa", ["Maud Ellery"], ["dpa"]),
        ("By MAUD ELLERY Associated Press", ["MAUD ELLERY"], []),
        ("Maud Ellery/AFP", ["Maud Ellery"], ["AFP"]),
        ("AFP Deutschland", [], ["AFP Deutschland"]),
        ("Channel 4", [], []),
        ("Ledger24 Redaktion", [], ["Ledger24 Redaktion"]),
        ("National News Desk", [], ["National News Desk"]),
        ("Harbour News", [], ["Harbour News"]),
        ("Harbour Post Staff", [], ["Harbour Post Staff"]),
        ("Harbour staff reporter", [], ["Harbour staff reporter"]),
    ],
)
def test_agencies_and_desks_beside_names(text: str, names: list[str], others: list[str]) -> None:
    found = read_authors([(text, "")], set())
    assert [author.name for author in found if author.is_person] == names
    assert [author.name for author in found if not author.is_person] == others
