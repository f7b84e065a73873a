"""An article's headline among the lines above it.

Put here: choosing it, and taking the site's name off. Keep out: the other fields (header.py).
"""

import re
from collections import Counter
from collections.abc import Sequence

from assets.parsing.bylines import is_name_like, is_outlet_like, is_person_like
from assets.parsing.markers import fold
from assets.parsing.text.kinds import Block
from assets.parsing.text.lines import ends_sentence, is_cut_off

_TOP_LINES = 3
_TOP_PARAGRAPHS = 6
_LONGEST_TITLE = 45
_SENTENCE_END = re.compile(r"[^\W\d_]{3,}[.!?][\"'”’»]?\s+[\"'“‘«]?[^\W\d_]{2,}.*[.]$")
_SITE_TAIL = re.compile(r"\s+[|–—-]\s+([^|–—]{2,40})$|\s+[|»]\s*([^|]{2,40})$")


def choose_title(head: Sequence[Block], body: Sequence[Block] = ()) -> tuple[Block | None, str]:
    """(the headline's line, basis) by repetition, markup, length, place, words shared with `body`; or None, "none"."""
    lines = [b for b in head if b.kind == "short" and (2 <= b.words <= 40 or b.level) and not _is_lead_in(b)]
    if not lines:
        return None, "none"
    counts = Counter(b.key for b in lines)
    nearest = {id(b) for b in lines[-2:]}
    told = {stem for b in body[:_TOP_PARAGRAPHS] for stem in _stems(b.text[:2000])}
    scored = []
    for i, block in enumerate(lines):
        own = _stems(block.text)
        shared = len(own & told) / len(own) if own else 0.0
        scored.append((_title_score(block, counts, i == 0, id(block) in nearest) + 0.6 * shared, -i, block))
    score, _, best = max(scored, key=lambda s: s[:2])
    if score < 1:
        return None, "none"
    if best.level:
        return best, "heading"
    return best, "marked_line" if best.is_marked or counts[best.key] > 1 else "first_line"


def _stems(text: str) -> set[str]:
    """The first five letters of each longer word: enough to see that a headline and a text speak of the same."""
    return {word[:5] for word in fold(text).split() if len(word) > 3}


def promote_title(head: Sequence[Block], body: list[Block]) -> Block | None:
    """A headline that was taken for something else: a labelled line on top, or a paragraph that does not end like one.

    A paragraph is moved from `body` to the caller; it must be the first, one sentence long, and followed by others.
    """
    for block in head[:_TOP_LINES]:
        if block.kind in {"read_also", "caption", "credit"} and 3 <= block.words <= _LONGEST_TITLE and not block.hint:
            block.kind = "short"
            return block
    if len(body) < 2 or head or body[0].words > _LONGEST_TITLE or not body[1].after_blank or body[0].kind != "prose":
        return None
    text = body[0].text
    if _SENTENCE_END.search(text) or not (_is_open_ended(text) or _is_title_case(text)):
        return None
    body[0].kind = "short"
    return body.pop(0)


def _is_open_ended(text: str) -> bool:
    """True for a line without the full stop that a paragraph would have."""
    return text.rstrip("\"'”’»)")[-1:] not in {".", "。", ":", "،"} and not is_cut_off(text)


def _is_title_case(text: str) -> bool:
    words = [w for w in text.split() if len(w) > 3 and w[0].isalpha()]
    return len(words) >= 4 and sum(w[0].isupper() for w in words) >= 0.8 * len(words)


def _is_lead_in(block: Block) -> bool:
    return block.text.endswith(":") and block.words < 6


def _title_score(block: Block, counts: Counter[str], is_first: bool, is_near: bool) -> float:
    words = block.words
    score = 2.0 if 4 <= words <= 22 else 1.0 if words in (2, 3) or words <= 32 else -1.0
    score += min(3.0, 3.0 * (counts[block.key] - 1)) if words >= 3 else 0.0
    score += (3.0 if block.level == 1 else 1.5) if block.level else 0.0
    score += 1.5 * block.is_marked + 1.0 * is_first + 0.7 * is_near
    score -= 1.0 * (ends_sentence(block.text) and block.text[-1:] == ".") + 1.5 * is_cut_off(block.text)
    score -= 1.2 * (words <= 4 and (is_person_like(block.text) or is_outlet_like(block.text)))
    score -= 2.0 * (block.is_item and not block.level) + 1.5 * block.text[:1].islower()
    return score


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
