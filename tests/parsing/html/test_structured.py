from assets.parsing.html.blocks import Page
from assets.parsing.html.linked_names import Named
from assets.parsing.html.structured import read_structured


def read(*scripts: str):
    return read_structured(Page(scripts=list(scripts)))


def test_the_fullest_article_node_is_the_pages_own() -> None:
    found = read(
        '{"@graph":[{"@type":"NewsArticle","headline":"Promoted"},'
        '{"@type":"NewsArticle","headline":"Own &amp; whole","datePublished":"2026-01-02","author":{"@id":"#a"}},'
        '{"@type":"Person","@id":"#a","name":"Ada Lind"}]}'
    )
    assert found.headline == "Own & whole"
    assert found.authors == [Named("Ada Lind", "person")]
    assert found.published == "2026-01-02"


def test_broken_scripts_are_skipped_or_repaired() -> None:
    found = read("[[[]]]", "null", '"s"', "{", '{"@type":"NewsArticle","headline":"Line\nbreak",}', '{"a":' * 5_000)
    assert found.headline == "Line break"


def test_values_of_the_wrong_type_are_nothing() -> None:
    found = read(
        '{"@type":["NewsArticle",1,null],"headline":{"a":1},"author":[null,{"name":["x"]},7,[["y"]]],"articleBody":["not"],"mainEntityOfPage":true}'
    )
    assert found.headline is None and found.body is None and found.url is None
