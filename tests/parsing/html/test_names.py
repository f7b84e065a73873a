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
