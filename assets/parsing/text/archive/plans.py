"""The articles of an export: its documents as plans.

Put here: from documents to plans. Keep out: finding the documents (documents.py), an article's fields (article.py).
"""

from collections.abc import Sequence

from assets.parsing.text.archive.document import Document
from assets.parsing.text.front_matter import FrontMatter
from assets.parsing.text.kinds import Block
from assets.parsing.text.lines import Line
from assets.parsing.text.plan import Layout, Plan


def lay_out_documents(blocks: Sequence[Block], lines: Sequence[Line], documents: Sequence[Document]) -> Layout:
    """One plan a document; `lines` are those that the documents give positions of."""
    layout = Layout()
    placed: set[int] = set()
    by_start = {block.start: block for block in blocks}
    for document in documents:
        head, text = (_blocks_at(by_start, lines, at) for at in (document.title[:1], document.body))
        for block in head:
            block.kind = "short"
        matter = FrontMatter(document.values)
        layout.plans.append(Plan(head, text, is_embedded=bool(layout.plans), matter=matter))
        placed.update(id(b) for b in (*head, *text))
    layout.loose.append(("archive", [b for b in blocks if id(b) not in placed]))
    return layout


def _blocks_at(by_start: dict[int, Block], lines: Sequence[Line], positions: Sequence[int]) -> list[Block]:
    """The paragraphs that start with one of these lines: the other lines went on with a paragraph."""
    return [by_start[lines[i].start] for i in positions if lines[i].start in by_start]
