from benchmarks.entities.scoring import count_mentions, scores, trim


def test_the_convention_leaves_out_articles_quotes_and_possessives():
    text = 'the "Vell Council\'s" plan'
    assert text[slice(*trim(text, 0, text.index(" plan")))] == "Vell Council"


def test_kind_and_boundaries_must_be_right():
    text = "Ana Maro in Vienna"
    counts = count_mentions(text, [(0, 8, "PER"), (12, 18, "LOC")], [(0, 8, "PER"), (12, 18, "ORG")])
    assert scores(counts) == (0.5, 0.5, 0.5)
    assert scores(counts, "PER") == (1.0, 1.0, 1.0)
