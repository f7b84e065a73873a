"""The project's own five pages: five reports of one speech, three other events."""

import json
from datetime import datetime

from assets.stories.clusters import cluster_stories
from assets.stories.weights import weigh_articles
from tests.shared import SHARED, needs_shared
from tests.stories.frames import article, articles, copies


@needs_shared
def test_the_seeds_are_four_stories():
    seeds = json.loads((SHARED / "seeds/expected.json").read_text(encoding="utf-8"))
    rows = []
    for seed in seeds["articles"]:
        body = (SHARED / "seeds" / seed["body"]).read_text(encoding="utf-8")
        day = seed["published_on"] and datetime.fromisoformat(seed["published_on"])
        rows.append(article(seed["id"], body, title=seed["title"], source_id=seed["source"], published_at=day))
    frame = articles(*rows)
    found = cluster_stories(frame, copies(frame), weigh_articles(frame)).story_members
    groups = sorted(sorted(group) for group in found.group_by("story_id").agg("article_id")["article_id"].to_list())
    assert groups == sorted(sorted(group) for group in seeds["stories"].values())
