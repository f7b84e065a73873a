"""Stories: which articles report the same event, across outlets.

Put here: what a text is about, as weighted words, and grouping by it. Keep out: shared wording (dedupe/), names.
"""

# Names the term weights that are kept from run to run: change it when weigh_articles gives something else.
VERSION = "5"
