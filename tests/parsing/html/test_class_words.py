import pytest

from assets.parsing.html.class_words import Hint, class_hints


@pytest.mark.parametrize(
    ("value", "hint"),
    [
        ("article__related-posts", Hint.RELATED),
        ("ArticleBody_section", Hint.BODY),
        ("entry-content clearfix", Hint.BODY),
        ("commentList", Hint.COMMENT),
        ("kommentare", Hint.COMMENT),
        ("ad-slot-2", Hint.AD),
        ("onetrust-banner-sdk", Hint.CONSENT),
        ("wp-caption-text", Hint.CAPTION),
        ("Byline-authors", Hint.BYLINE),
    ],
)
def test_words_tell_what_an_element_is(value: str, hint: int) -> None:
    assert class_hints(value) & hint


@pytest.mark.parametrize(
    "value",
    [
        "has-sidebar",
        "no-comments",
        "sidebar-grid__content",
        "sc-a884ad3d-0 lAdGx",
        "md:hidden",
        "commentary",
        "",
        "1234",
    ],
)
def test_layout_words_and_generated_names_tell_nothing(value: str) -> None:
    assert class_hints(value) == 0


def test_the_memo_changes_nothing() -> None:
    assert class_hints("share-bar big") == class_hints("share-bar big") == class_hints("big share-bar")
