"""Files that come in parts, change, move and go: the same tables as all at once, and as a rebuild gives."""

from benchmarks.line.any_days import check_feedings, make_files

ARTICLES = 12


def test_any_feeding_gives_the_tables_of_a_rebuild(tmp_path):
    files = make_files(ARTICLES)
    few = {name: data for number, (name, data) in enumerate(files.items()) if number % 4 == 0}
    assert len(list(check_feedings(tmp_path, few, 1))) == 1
