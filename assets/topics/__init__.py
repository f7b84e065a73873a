"""What an article is about: IPTC Media Topics from a weighted lexicon, with the words that speak for each.

Put here: the vocabulary, the lexicon and its scoring. Keep out: other articles (every article is tagged alone), stories.
"""

VERSION = "1"
