"""Site knowledge: the paragraphs that an outlet repeats over different articles."""

# Changes when what the sketches hold changes.
VERSION = "1"
