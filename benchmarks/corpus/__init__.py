"""Articles for measuring, all invented: made of words that nobody wrote, with copies, excerpts and pages of known kind.

Put here: making them. Keep out: measuring anything.
"""
