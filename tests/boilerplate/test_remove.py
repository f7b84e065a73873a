from assets.boilerplate.remove import remove_paragraphs

BODY = "one\n\ntwo\n\nthree\n\ntwo"


def test_paragraphs_are_counted_from_zero():
    assert remove_paragraphs(BODY, [0, 3]) == "two\n\nthree"
    assert remove_paragraphs(BODY, []) == BODY
    assert remove_paragraphs("one", [0]) == ""
