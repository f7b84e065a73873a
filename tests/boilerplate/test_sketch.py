import polars as pl
from polars.testing import assert_frame_equal

from assets.boilerplate.sketch import SCHEMA, sketch_paragraphs
from tests.boilerplate.outlets import TYPES, outlet, report


def sketch(*paragraphs: str, title: str | None = None) -> dict:
    frame = outlet([list(paragraphs)]).with_columns(title=pl.lit(title, dtype=pl.String))
    return sketch_paragraphs(frame).row(0, named=True)


def test_one_element_a_paragraph_as_the_body_is_split():
    body = "one\n\n\n\ntwo\n\n\nthree\n\n"
    row = sketch(body)
    assert [hash_ > 0 for hash_ in row["paragraphs"]] == [bool(part.strip()) for part in body.split("\n\n")]
    assert row["letters"] == [3, 0, 3, 5, 0]


def test_a_paragraph_is_its_words():
    same = ("“Don’t stop”, she said—again.", "don t STOP she said: again", "Don’t\nstop she said  again…")
    other = ("don t stop she said", "again don t stop she said", "don t stops he said again", "")
    assert len({sketch(text)["paragraphs"][0] for text in same}) == 1
    assert len({sketch(text)["paragraphs"][0] for text in (same[0], *other)}) == 1 + len(other)
    assert (
        sketch("海港关闭。")["paragraphs"] == sketch("「海港关闭」")["paragraphs"] != sketch("海关港闭")["paragraphs"]
    )


def test_ties_are_longer_words_that_the_title_or_the_middle_of_the_article_has():
    middle = "The harbour terminal closed on Monday while divers with a crane from the north repaired the breakwater."
    row = sketch("Harbour newsletter", middle, "Terminal newsletter", "Of it", title="Breakwater closed")
    assert row["ties"] == [50, 28, 50, 100]
    assert sketch("harbour terminal")["ties"] == [0]
    # A line that is there twice is not tied to itself.
    assert sketch("newsletter", middle, "newsletter")["ties"] == [0, 0, 0]
    assert sketch("海港关闭", "海港")["ties"][1] == 100


def test_an_article_gives_the_same_whatever_stands_beside_it():
    articles = outlet([report(number % 7) for number in range(300)])
    alone = pl.concat([sketch_paragraphs(articles[number]) for number in range(0, 300, 37)])
    assert_frame_equal(sketch_paragraphs(articles).join(alone, on="article_id", how="semi"), alone)


def test_values_are_the_same_everywhere():
    # Kept from run to run: another value here needs another VERSION.
    assert sketch("One two three four five six.", "Seven.")["paragraphs"] == PARAGRAPHS


def test_nothing_in_nothing_out():
    assert sketch_paragraphs(pl.DataFrame(schema=TYPES)).schema == SCHEMA


PARAGRAPHS = [2060684498891408134, 883204053562874985]
