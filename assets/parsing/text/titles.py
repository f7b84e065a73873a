"""An article's headline among the lines above it.

Put here: choosing it, and taking the site's name off. Keep out: the other fields (header.py).
"""

import itertools
import re
from collections import Counter
from collections.abc import Sequence

from assets.parsing.bylines import is_name_like, is_outlet_like, is_person_like
from assets.parsing.dateline import split_dateline
from assets.parsing.markers import fold
from assets.parsing.text.cohesion import Vocabulary
from assets.parsing.text.kinds import Block
from assets.parsing.text.lines import ends_sentence, is_cut_off

_PATH = re.compile(r"[»›>/|•→]|\s\d\s")
_TOP_LINES = 3
_PARAGRAPHS, _SAMPLE = 30, 2000
_SHARED = 2.5
_SHORT_HEAD = 12
_NEAR = 12
_ECHO, _ECHO_ABOVE, _ECHO_WORDS = 0.5, 0.3, 4
_SIGN_REACH = 6
_FAR_LINE, _FARTHEST = 0.03, 2.0
_LONGEST_TITLE = 45
_SENTENCE_WORDS, _PLAIN_SENTENCE_WORDS, _MUCH_LONGER = 25, 16, 1.8
_SENTENCE_END = re.compile(r"[^\W\d_]{3,}[.!?][\"'”’»]?\s+[\"'“‘«]?[^\W\d_]{2,}.*[.]$")
_SITE_TAIL = re.compile(r"\s+[|–—-]\s+([^|–—]{2,40})$|\s+[|»]\s*([^|]{2,40})$")


def choose_title(head: Sequence[Block], body: Sequence[Block] = ()) -> tuple[Block | None, str]:
    """(the headline's line, basis) by words shared with `body`, repetition, markup, length, place; or None, "none"."""
    lines = [b for b in head if b.kind == "short" and (2 <= b.words <= 40 or b.level) and not _is_lead_in(b)]
    if not lines:
        return None, "none"
    around = _Around(head, lines, body)
    scored = [(_title_score(block, around, i), -i, block) for i, block in enumerate(lines)]
    score, _, best = max(scored, key=lambda s: s[:2])
    if score < 1:
        return None, "none"
    best = _without_path(best, lines)
    if best.level:
        return best, "heading"
    return best, "marked_line" if best.is_marked or around.counts[best.key] > 1 else "first_line"


def _without_path(best: Block, lines: Sequence[Block]) -> Block:
    """The line that holds only the headline, where `best` is a path to the page that ends in it ("Home » X » ...")."""
    inner = [b for b in lines if b.words >= 2 and b.key != best.key and best.key.endswith(f" {b.key}")]
    return max(inner, key=lambda b: b.words) if inner and _PATH.search(best.text) else best


def is_echoed(line: Block | None, body: Sequence[Block]) -> bool:
    """True for a line of some words, half of which the body has too."""
    return line is not None and line.words >= _ECHO_WORDS and Vocabulary([line.text]).share(_read(body)) >= _ECHO


def _share(line: Block, told: Vocabulary) -> float:
    """The part of the line's words that is `told`, less sure when it has few."""
    own = Vocabulary([line.text])
    return own.share(told) * min(1.0, len(own.words) / _ECHO_WORDS)


def _read(body: Sequence[Block]) -> Vocabulary:
    return Vocabulary(b.text[:_SAMPLE] for b in body[:_PARAGRAPHS])


class _Around:
    """What stands around the lines that could be the headline."""

    def __init__(self, head: Sequence[Block], lines: Sequence[Block], body: Sequence[Block]) -> None:
        self.counts = Counter(b.key for b in lines)
        told = _read(body)
        self.shares = [_share(b, told) for b in lines]
        texts = [b.text.casefold() for b in lines]
        self.copies = [texts[max(0, i - _NEAR) : i + _NEAR + 1].count(text) for i, text in enumerate(texts)]
        places = {id(b): i for i, b in enumerate(head)}
        self.below = [len(head) - 1 - places[id(b)] for b in lines]
        signs = [i for i, b in enumerate(head) if b.kind == "byline" or (b.meta is not None and b.meta.is_timed)]
        last = signs[-1] if signs else -1
        self.is_signed = [0 < last - places[id(b)] <= _SIGN_REACH for b in lines]
        self.is_short = len(head) <= _SHORT_HEAD


def promote_title(head: Sequence[Block], body: list[Block]) -> Block | None:
    """A headline that was taken for something else: a labelled line on top, or a paragraph that does not end like one.

    A paragraph is moved from `body` to the caller; it must be the first, one sentence long, and followed by others.
    """
    for block in head[:_TOP_LINES]:
        is_bracketed = block.text.startswith(("(", "["))
        if (
            block.kind in {"read_also", "caption", "credit"}
            and not is_bracketed
            and 3 <= block.words <= _LONGEST_TITLE
            and not block.hint
        ):
            block.kind = "short"
            return block
    if len(body) < 2 or head or body[0].words > _LONGEST_TITLE or not body[1].after_blank or body[0].kind != "prose":
        return None
    text = body[0].text
    is_headline = not _SENTENCE_END.search(text) and (_is_open_ended(text) or _is_title_case(text))
    return take_first(body) if is_headline or _opens_like_headline(body) else None


def take_first(body: list[Block]) -> Block:
    """The first paragraph, taken off the body as the headline."""
    body[0].kind = "short"
    return body.pop(0)


def is_signed_sentence(body: Sequence[Block]) -> bool:
    """True when the first paragraph is a short sentence or two and a byline or date stands right below: a headline."""
    if len(body) < 3 or body[0].kind != "prose" or body[0].words > _SENTENCE_WORDS or is_cut_off(body[0].text):
        return False
    below = list(itertools.takewhile(lambda block: block.kind not in {"prose", "item"}, body[1:]))
    return len(below) <= _SIGN_REACH and any(b.kind == "byline" or (b.meta and b.meta.is_timed) for b in below)


def _opens_like_headline(body: Sequence[Block]) -> bool:
    """True for a short first sentence that the much longer paragraph below it says again."""
    first, after = body[0], body[1]
    is_short = first.words <= _PLAIN_SENTENCE_WORDS and after.words >= _MUCH_LONGER * first.words
    return is_short and split_dateline(first.text) is None and is_echoed(first, body[1:])


def is_weak(title: Block | None, body: Sequence[Block]) -> bool:
    """True for no headline, or a short line that shares nothing with the text, as an outlet's name."""
    return title is None or (title.words < _ECHO_WORDS and not title.level and _share(title, _read(body)) == 0)


def _is_open_ended(text: str) -> bool:
    """True for a line without the full stop that a paragraph would have."""
    return text.rstrip("\"'”’»)")[-1:] not in {".", "。", ":", "،"} and not is_cut_off(text)


def _is_title_case(text: str) -> bool:
    words = [w for w in text.split() if len(w) > 3 and w[0].isalpha()]
    return len(words) >= 4 and sum(w[0].isupper() for w in words) >= 0.8 * len(words)


def _is_lead_in(block: Block) -> bool:
    return block.text.endswith(":") and block.words < 6


def _title_score(block: Block, around: _Around, i: int) -> float:
    words, share, copies = block.words, around.shares[i], around.copies[i] - 1
    score = 2.0 if 4 <= words <= 22 else 1.0 if words == 3 or 22 < words <= 32 else 0.5 if words <= 2 else -1.0
    score += _SHARED * share
    is_known = around.is_short or share > 0
    score += min(3.0, 3.0 * copies) if words >= 3 and is_known else 0.0
    score += (3.0 if block.level == 1 else 1.5) if block.level else 0.0
    score += 1.5 * block.is_marked + 1.0 * (i == 0 and around.is_short) + 0.7 * around.is_signed[i]
    score -= min(_FARTHEST, _FAR_LINE * around.below[i])
    score -= 1.5 * (i > 0 and around.below[i - 1] == around.below[i] + 1 and around.shares[i - 1] >= _ECHO_ABOVE)
    score -= 1.0 * (ends_sentence(block.text) and block.text[-1:] == ".") + 1.5 * is_cut_off(block.text)
    score -= 1.2 * (words <= 4 and (is_person_like(block.text) or is_outlet_like(block.text)))
    score -= 2.0 * (block.is_item and not block.level) + 1.5 * block.text[:1].islower()
    return score


def names_site(text: str) -> bool:
    """True for a line that ends in an outlet's name behind a bar or dash, as a page's own title does."""
    found = _SITE_TAIL.search(text)
    return found is not None and is_outlet_like((found[1] or found[2]).strip())


def split_site(title: str, known: str | None) -> tuple[str, str | None]:
    """(headline, site's name) of "Headline | Harbor Post"; the title as it is and None when its end names no outlet."""
    found = _SITE_TAIL.search(title)
    if found is None:
        return title, None
    name = (found[1] or found[2]).strip()
    is_known = known is not None and fold(known) == fold(name)
    if is_known or (
        is_name_like(name) and is_outlet_like(name) and name.count(" ") < 4 and title.count(" ") - name.count(" ") > 3
    ):
        return title[: found.start()].rstrip(), name
    return title, None
