"""Exports of press archives (Nexis, ProQuest, Factiva and their like): many articles in one text, each with its fields.

Put here: reading such a text by its own labels. Keep out: pages, where nothing is labelled (layout.py).
"""

from assets.parsing.text.archive.documents import cut_labels, find_documents, mark_lines
from assets.parsing.text.archive.plans import lay_out_documents

__all__ = ["cut_labels", "find_documents", "lay_out_documents", "mark_lines"]
