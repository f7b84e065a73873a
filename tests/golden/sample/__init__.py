"""The sample corpus of data/raw."""
