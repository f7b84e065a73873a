"""The generated page is fresh."""

from assets.contract.document import PAGE, document_tables


def test_the_page_of_tables_is_fresh():
    assert PAGE.read_text(encoding="utf-8") == document_tables(), "stale: run `make docs`"
