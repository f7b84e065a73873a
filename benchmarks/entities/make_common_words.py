"""Count which words news writes small, and print those that are names next to never: data/common_words.txt.

Put here: counting. Keep out: what the list is used for. Any unlabelled English news will do:

    python -m benchmarks.entities.make_common_words ARTICLES.parquet... > assets/entities/data/common_words.txt
"""

import sys
from collections import Counter
from collections.abc import Iterable

import polars as pl

from assets.entities.known import find_known, find_surname
from assets.entities.lists import first_names
from assets.entities.places import is_well_known
from assets.entities.text import split_words, starts_sentence

# So often written small, and with a capital inside a sentence in so small a share of its uses.
LEAST, MOST_CAPITALS = 25, 0.03
HEAD = """# Words that are next to never a name, one a line, lower case: written small in more than 97 of 100 places
# where a sentence does not begin, counted over some 7,000 articles of English-language news by
# benchmarks/entities/make_common_words.py. Where a sentence begins with one, nobody is named by it.
# Take a word out when it hides a name."""


def count_words(texts: Iterable[str]) -> tuple[Counter[str], Counter[str]]:
    """How often each word is written small, and how often with a capital inside a sentence."""
    small: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for text in texts:
        for word in split_words(text):
            if not (word.text.isascii() and word.text.isalpha() and len(word.text) > 1):
                continue
            if word.text.islower():
                small[word.text] += 1
            elif word.text.istitle() and not starts_sentence(text, word.start):
                capital[word.text.lower()] += 1
    return small, capital


def is_listed(word: str) -> bool:
    """True for a word that a list has as a name."""
    name = word.title()
    return bool(name in first_names() or find_known(name) or find_surname(name) or is_well_known(name))


def main(*files: str) -> None:
    """Prints the list of the texts in the column `text` of the files."""
    texts = (text for file in files for text in pl.read_parquet(file, columns=["text"])["text"])
    small, capital = count_words(texts)
    common = (word for word, n in small.items() if n >= LEAST and capital[word] <= MOST_CAPITALS * n)
    print("\n".join([HEAD, *sorted(word for word in common if not is_listed(word))]))


if __name__ == "__main__":
    main(*sys.argv[1:])
