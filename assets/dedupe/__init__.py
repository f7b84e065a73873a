"""Copies, excerpts, reuse and later versions: which articles share text, with the evidence.

Put here: comparing texts and choosing who stands for a group. Keep out: what texts are about (stories/).
"""

# Names the fingerprints that are kept from run to run: change it when fingerprint_articles gives something else.
VERSION = "5"
