"""Text kept as nodes in scripts: references of a normalized cache."""

import json
from itertools import pairwise

from assets.parsing.html.state_nodes import MAX_LOOK_UPS, find_node_text


def test_references_that_multiply_cost_no_more_than_the_script_is_long() -> None:
    names = [f"n{level}" for level in range(6)]
    cache = {name: {"children": [{"__ref": inner}] * 300} for name, inner in pairwise(names)}
    cache["n5"] = {"text": "The ferry came back to the harbour town on Monday after repairs. " * 2}
    page = f"<script>{json.dumps({**cache, 'list': [{'__ref': 'n0'}] * 3})}</script>"
    assert len(find_node_text(page)) <= MAX_LOOK_UPS


def test_a_normalized_cache_gives_its_paragraphs() -> None:
    texts = [f"The ferry number {n} came back to the harbour town on Monday after long repairs." for n in range(8)]
    cache = {f"p{n}": {"text": text} for n, text in enumerate(texts)}
    page = f"<script>window.STATE = {json.dumps({**cache, 'body': [{'__ref': key} for key in cache]})};</script>"
    assert find_node_text(page) == texts
