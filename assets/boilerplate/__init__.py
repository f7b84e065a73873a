"""Site knowledge: the paragraphs that an outlet repeats over different articles, and which of them are no article text.

Put here: finding them, and taking them out of a body. Keep out: comparing articles (dedupe/), reading pages (parsing/).
"""

# Names the sketches that are kept from run to run: change it when sketch_paragraphs gives something else.
VERSION = "2"
