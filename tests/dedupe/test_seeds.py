"""The project's own five pages: eight articles, no copies among them."""

import json

from tests.dedupe.frames import article, articles, find
from tests.shared import SHARED, needs_shared


def read_seeds():
    expected = json.loads((SHARED / "seeds/expected.json").read_text(encoding="utf-8"))
    rows = [
        article(
            seed["id"], (SHARED / "seeds" / seed["body"]).read_text(encoding="utf-8"),
            title=seed["title"], source_id=seed["source"], is_embedded=seed["embedded"],
        )
        for seed in expected["articles"]
    ]  # fmt: skip
    return articles(*rows), expected


@needs_shared
def test_the_seeds_hold_no_duplicates():
    frame, expected = read_seeds()
    found = find(frame)
    assert found.duplicates.rows() == expected["duplicates"]
    assert found.duplicate_groups.is_empty()
