"""Headlines that a page promotes, out of the stretches that belong to no article.

Put here: pairing headlines with their blurbs. Keep out: finding the stretches (layout.py).
"""

import re
from collections.abc import Iterator, Sequence

from assets.parsing.markers import starts_with
from assets.parsing.model import Teaser
from assets.parsing.text.kinds import Block
from assets.parsing.text.lines import ends_sentence, is_cut_off
from assets.parsing.text.titles import names_site

_LEAST_WORDS = 3
_UNNAMED_RUN = 3
_UNNAMED_WORDS = 4
_BULLET = re.compile(r"^(?:[-–—•·●▪■*+►▶✓»>]\s*|\d{1,2}[.)]\s+)+")
_LINK_LABEL = re.compile(r"^[\s:|»>–—-]+")


def find_teasers(under: str | None, blocks: Sequence[Block]) -> list[tuple[Teaser, list[Block]]]:
    """Teasers of a stretch with the paragraphs they stand on. Without a heading only a run of headlines counts."""
    if under == "comment":
        return []
    lines = [b for b in blocks if b.kind in {"short", "prose", "item"} and (b.words >= _LEAST_WORDS or b.url)]
    if lines and under is None and names_site(lines[0].text):
        lines = lines[1:]  # the page's own title
    pairs = list(_pair(lines))
    if under in {None, "list"} and not _is_run(pairs):
        return []
    return pairs


def _is_run(pairs: Sequence[tuple[Teaser, list[Block]]]) -> bool:
    headlines = [t for t, _ in pairs if len(t.headline.split()) >= _UNNAMED_WORDS]
    return len(headlines) >= _UNNAMED_RUN and len(headlines) >= 0.6 * len(pairs)


def _pair(lines: Sequence[Block]) -> Iterator[tuple[Teaser, list[Block]]]:
    """Headline and blurb where a longer, sentence-like or cut paragraph follows a headline; else headlines alone."""
    i = 0
    while i < len(lines):
        line = lines[i]
        following = lines[i + 1] if i + 1 < len(lines) else None
        if _repeats(line, following):
            i += 1
            continue
        has_blurb = following is not None and _is_blurb(line, following, lines[i + 2] if i + 2 < len(lines) else None)
        blurb = following.text if has_blurb and following else None
        yield Teaser(_headline(line), blurb, line.url), [line, following] if has_blurb and following else [line]
        i += 2 if has_blurb else 1


def _repeats(line: Block, following: Block | None) -> bool:
    return following is not None and line.key == following.key


def _headline(line: Block) -> str:
    return _BULLET.sub("", line.text).strip()[:500]


def _is_blurb(line: Block, following: Block, after: Block | None) -> bool:
    """True when `following` reads like the text under the headline `line`."""
    if following.text[-1:] == "." and line.text[-1:].isalnum() and line.words >= _UNNAMED_WORDS:
        return not is_cut_off(line.text)
    if following.words <= 1.1 * line.words and following.kind != "prose":
        return False
    if following.kind == "prose" and line.kind != "prose":
        return True
    if is_cut_off(following.text) and following.words > line.words:
        return True
    is_longest = after is None or following.words > after.words
    return (
        ends_sentence(following.text) and not ends_sentence(line.text) and following.words > line.words and is_longest
    )


def read_link_line(block: Block) -> Teaser | None:
    """The headline in "Read also: Headline"; None when the label stands alone."""
    taken = starts_with("read_also", block.text)
    headline = _LINK_LABEL.sub("", block.text[taken:]).strip()
    return Teaser(headline[:500], None, block.url) if len(headline.split()) >= _LEAST_WORDS else None
