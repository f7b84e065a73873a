from benchmarks.corpus.trim import own_texts
from benchmarks.corpus.vocabulary import Writer
from tests.dedupe.frames import article, articles, find

WRITER = Writer(3)
FOOTER = "\n\n".join(WRITER.sentence() for _ in range(9))


def text(count: int = 8) -> str:
    return "\n\n".join(WRITER.sentence() for _ in range(count))


def kinds(*rows):
    found = find(own_texts(articles(*rows))).duplicates
    return {(a, b): kind for a, b, kind in found.select("article_id", "other_article_id", "kind").iter_rows()}


def test_what_an_outlet_repeats_makes_no_copies():
    rows = [article(f"{number}", f"{text()}\n\n{FOOTER}", source_id="daily") for number in range(6)]
    assert kinds(*rows) == {}
    # Of fewer articles nobody can tell yet, and the shared half is reported.
    assert len(kinds(*rows[:2])) == 1


def test_a_copy_in_an_outlets_wrapping_is_exact():
    copied = text()
    rows = [article(f"{number}", f"{text()}\n\n{FOOTER}", source_id="daily") for number in range(6)]
    wrapped = article("copy", f"{copied}\n\n{FOOTER}", source_id="daily")
    assert kinds(*rows, wrapped, article("plain", copied)) == {("copy", "plain"): "exact"}


def test_versions_of_one_article_are_no_boilerplate():
    body = text(12).split("\n\n")
    versions = ["\n\n".join([*body[:number], text(1), *body[number:]]) for number in range(8)]
    found = kinds(*(article(f"{number}", version, source_id="daily") for number, version in enumerate(versions)))
    assert set(found.values()) == {"near"} and len(found) == 28
