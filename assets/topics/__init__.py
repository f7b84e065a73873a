"""What an article is about: IPTC Media Topics from a weighted lexicon, with the words that speak for each.

Put here: the vocabulary, the lexicon and its scoring. Keep out: other articles (each is tagged alone).
"""

from assets.lists import data_version
from assets.topics.vocabulary import DATA

VERSION = f"2-{data_version(DATA)}"
