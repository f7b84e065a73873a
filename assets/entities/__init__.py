"""Who and where: the people, organizations and places that articles name, each under one name.

Put here: recognising names in one article (recognize.py), and bringing the spellings of one entity together across
articles (resolve.py). Keep out: who says what (quotes/), what it is about (topics/), DuckDB and Dagster.
"""

from assets.entities.lists import DATA
from assets.lists import data_version

VERSION = f"6-{data_version(DATA)}"
