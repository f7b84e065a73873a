"""Who published it: one source a publisher or agency, from the names and addresses that pages give.

Put here: telling that two spellings are one publisher. Keep out: finding names in text (parsing/).
"""
