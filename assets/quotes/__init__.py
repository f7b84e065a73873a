"""Who said what: quotations in quotation marks and reported speech, their speakers, and the same words across articles.

Put here: marks, cues, speakers, grouping. Keep out: recognising names (a stage of its own: here they come as mentions).
"""

from assets.lists import data_version
from assets.quotes.tables import DATA

VERSION = f"4-{data_version(DATA)}"
