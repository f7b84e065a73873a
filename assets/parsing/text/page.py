"""Plain text or markdown -> segments and articles: the whole way for one record.

Put here: the order of the steps. Keep out: their rules (the modules beside this one).
"""

from collections import Counter

from assets.parsing.markers import fold
from assets.parsing.model import ParsedRecord, Segment
from assets.parsing.text.archive import cut_labels, find_documents, lay_out_documents, mark_lines
from assets.parsing.text.article import Draft, build_article
from assets.parsing.text.dating import settle_day_order, share_digest_date
from assets.parsing.text.fields import apply_front_matter
from assets.parsing.text.front_matter import FrontMatter, read_front_matter
from assets.parsing.text.header import read_site_elsewhere
from assets.parsing.text.kinds import Block, classify
from assets.parsing.text.layout import lay_out_pages
from assets.parsing.text.lines import Line, cut_stubs, split_lines
from assets.parsing.text.markup import remove_active_html, unmark_line, unmark_markdown
from assets.parsing.text.plan import Layout
from assets.parsing.text.posts import mark_posts
from assets.parsing.text.repeats import (
    mark_boxes,
    mark_lists,
    mark_owned,
    mark_promotions,
    mark_pull_quotes,
    mark_repeated,
    mark_tables,
)
from assets.parsing.text.roles import Marks, make_segments, mark_article, mark_loose, split_dateline_segment
from assets.parsing.text.teasers import find_teasers, read_link_line
from assets.parsing.text.verdict import refuse
from assets.parsing.text.wraps import Wrapping, breaks_words, join_lines


def parse_text(content: str, *, is_markdown: bool = False) -> ParsedRecord:
    """The articles of a page of plain text or markdown, and the role of every paragraph.

    For markdown, script, style and similar elements are no part of the record's text. Linear in the size of the text.
    """
    text = remove_active_html(content) if is_markdown else content
    export = _read_export(text)
    matter = FrontMatter() if export else read_front_matter(text)
    blocks, layout = export or _read_page(text, matter.end, is_markdown=is_markdown)
    record = ParsedRecord(text)
    marks: Marks = {}
    refusal = refuse(blocks, layout)
    if refusal is None:
        _add_articles(record, layout, blocks, matter, marks)
    else:
        record.rejection = refusal
    _add_teasers(record, layout, blocks, marks)
    record.segments = make_segments(blocks, marks)
    if matter.end:
        record.segments.insert(0, Segment(0, matter.end, "other", "front_matter"))
    for number in range(len(record.articles)):
        split_dateline_segment(record.segments, text, number)
    return record


def _read_page(text: str, start: int, *, is_markdown: bool) -> tuple[list[Block], Layout]:
    blocks = read_blocks(text, start, is_markdown=is_markdown)
    return blocks, lay_out_pages(blocks)


def _read_export(text: str) -> tuple[list[Block], Layout] | None:
    """Paragraphs and articles of a press archive's export; None for any other text."""
    lines = cut_labels(split_lines(text))
    documents = find_documents(lines) if lines else []
    if not documents:
        return None
    blocks = _join_wrapped(mark_lines(lines, documents))
    for block in blocks:
        classify(block)
    mark_tables(blocks)
    return blocks, lay_out_documents(blocks, lines, documents)


def read_blocks(text: str, start: int = 0, *, is_markdown: bool = False) -> list[Block]:
    """The paragraphs of a text, each with what it is by itself."""
    lines = split_lines(text, start)
    if is_markdown:
        lines = unmark_markdown(lines)
    else:
        lines = cut_stubs(lines)
        for line in lines:
            unmark_line(line)
    blocks = _join_wrapped(lines)
    for block in blocks:
        classify(block)
    mark_posts(blocks)
    mark_repeated(blocks)
    mark_boxes(blocks)
    mark_owned(blocks)
    mark_tables(blocks)
    mark_lists(blocks)
    mark_pull_quotes(blocks)
    mark_promotions(blocks)
    return blocks


def _join_wrapped(lines: list[Line]) -> list[Block]:
    counts = Counter(fold(line.text) for line in lines if len(line.text) <= 300)
    wrapping = Wrapping(lines, {key for key, n in counts.items() if n > 1})
    groups: list[list[Line]] = []
    for line in lines:
        if groups and wrapping.joins(groups[-1][-1], line):
            groups[-1].append(line)
        else:
            groups.append([line])
    is_wrapped = len(groups) < len(lines)
    known = {w.lower() for line in lines for w in line.text.split()} if is_wrapped else set()
    is_broken = is_wrapped and breaks_words(lines)
    return [_make_block(group, known, is_broken=is_broken) for group in groups]


def _make_block(lines: list[Line], known: set[str], *, is_broken: bool) -> Block:
    first, last = lines[0], lines[-1]
    text = join_lines([line.text for line in lines], known, is_broken=is_broken) if len(lines) > 1 else first.text
    return Block(
        first.start,
        last.end,
        text,
        after_blank=first.after_blank,
        level=first.level,
        is_marked=first.is_marked,
        is_item=first.is_item,
        url=first.url,
        hint=first.hint,
        lines=lines,
    )


def _add_articles(record: ParsedRecord, layout: Layout, blocks: list[Block], matter: FrontMatter, marks: Marks) -> None:
    drafts = [Draft(plan) for plan in layout.plans]
    for number, draft in enumerate(drafts):
        mark_article(marks, draft, number)
    for first, page in layout.pages:
        read_site_elsewhere(drafts[first].header, [b for b in page if id(b) not in marks])
    share_digest_date(drafts, blocks)
    for draft in drafts:
        settle_day_order(draft.header, draft.words, blocks)
    record.articles = [build_article(draft) for draft in drafts]
    for article, draft in zip(record.articles, drafts, strict=True):
        if draft.plan.matter is not None:
            apply_front_matter(article, draft.plan.matter)
    apply_front_matter(record.articles[0], matter)


def _add_teasers(record: ParsedRecord, layout: Layout, blocks: list[Block], marks: Marks) -> None:
    """Teasers in the order of the page; their paragraphs get the role teaser."""
    found = [(b.start, teaser) for b in blocks if b.kind == "read_also" and (teaser := read_link_line(b))]
    for under, loose in layout.loose:
        for teaser, on in find_teasers(under, [b for b in loose if id(b) not in marks]):
            found.append((on[0].start, teaser))
            marks.update({id(b): ("teaser", "headline" if b is on[0] else "blurb", None) for b in on})
        mark_loose(marks, under, loose)
    record.teasers = [teaser for _, teaser in sorted(found, key=lambda pair: pair[0])]
