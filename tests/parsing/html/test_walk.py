# ruff: noqa: E501 - pages and cases stand on one line each
import gc

from assets.parsing.html.page import parse_html
from assets.parsing.html.walk import walk_page

TEXT = "".join(
    f"<p>Sentence number {i} tells what happened at the weekly market of the old town.</p>" for i in range(9)
)


def test_unseen_elements_within_one_another_are_gone() -> None:
    inner = "<svg><style>a</style><svg><title>icon</title></svg><foreignObject><script>1</script></foreignObject></svg>"
    nested = f"<object><object>{inner}<template><p>hidden</p></template></object><noscript><iframe src=x></iframe>{inner}</noscript></object>"
    page = walk_page(f"<html><body>{nested}{TEXT}{nested}</body></html>")
    assert [block.text[:17] for block in page.blocks] == [f"Sentence number {i}" for i in range(9)]


def test_a_page_leaves_nothing_for_the_collector() -> None:
    content = f"<html><head><title>Market day</title></head><body><article><h1>Market day</h1>{TEXT}<a href='/x'>Another headline of the day</a></article></body></html>"
    parse_html(content)
    gc.collect()
    gc.disable()
    try:
        parse_html(content)
        assert gc.collect() == 0
    finally:
        gc.enable()
