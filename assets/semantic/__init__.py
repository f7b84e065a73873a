"""Sentence vectors: what a text says as 384 numbers, from a small language model. Optional: broadsheet[semantic].

Put here: turning texts into vectors. Keep out: what vectors are used for. Stages are given the frame, never the model.
"""

# Names the vectors that are kept from run to run: change it when embed_articles gives something else.
VERSION = "1"
