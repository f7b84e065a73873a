"""Teasers find their article, and members of a story what they share."""

from assets.compose.story_articles import compose_story_articles
from assets.compose.teasers import compose_teasers
from assets.contract.frames import build_frame


def article(article_id: str, title: str, record_id: str = "other", is_canonical: bool = True) -> dict:
    row = {"article_id": article_id, "title": title, "record_id": record_id, "is_canonical": is_canonical}
    return {**row, "is_embedded": False, "source_id": f"source of {record_id}"}


def links(headline: str, *articles: dict) -> str | None:
    teasers = build_frame("parsed_teasers", [{"record_id": "page", "position": 0, "headline": headline}])
    rows = [article("own", "Own title of the page", "page"), *articles]
    found = compose_teasers(teasers, build_frame("composed_articles", rows))
    assert found["source_id"].to_list() == ["source of page"]
    return found["article_id"][0]


def test_a_cut_headline_finds_its_article():
    assert (
        links("Harbour gets a second crane aiming...", article("a", "Harbour gets a second crane, aiming higher"))
        == "a"
    )
    assert links("Harbour gets a second crane", article("a", "Harbour loses its only crane today")) is None


def test_copies_do_not_make_it_doubtful_but_two_stories_do():
    title = "Council votes on the budget"
    assert links(title, article("a", title), article("b", title, is_canonical=False)) == "a"
    assert links(title, article("a", title), article("b", title)) is None


def test_shared_entities_are_those_of_another_member():
    members = build_frame("story_members", [{"story_id": "s", "article_id": a, "similarity": 1.0} for a in "ab"])
    entities = build_frame("entities", [{"entity_id": e, "name": e.upper()} for e in "xyz"])
    named = [{"article_id": a, "entity_id": e} for a, e in (("a", "x"), ("a", "y"), ("b", "y"), ("b", "z"), ("c", "x"))]
    found = compose_story_articles(members, build_frame("article_entities", named), entities)
    assert found["shared_entities"].to_list() == [["Y"], ["Y"]]
