"""The same quotation in several articles: one group id. Keep out: who speaks (copies differ in how they name a speaker).

Two quotations are the same when their words are, or when a run of SHINGLE words of the shorter one that is rare in the set
leads to the longer one and the longer one holds all of the shorter. A function of the set; linear in the number of words.
"""
