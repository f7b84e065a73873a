"""An article's body out of its paragraphs: what leaves it at both ends, and the words set in order.

Put here: trimming, joining, un-gluing. Keep out: fields (header.py).
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from assets.parsing.bylines import is_person_like, split_authors
from assets.parsing.markers import has_phrase, list_phrases
from assets.parsing.model import Change
from assets.parsing.text.glue import count_seams, unglue
from assets.parsing.text.kinds import Block
from assets.parsing.text.lines import ends_sentence
from assets.parsing.text.units import PROSE

_TWO_SENTENCES = re.compile(r"[^\W\d_]{3,}[.!?][\"”’»]? +[^\W\d_]")
_BODY_KINDS = {"prose", "item", "short", "row"}
_CAPTION_WORDS = 16
_BIO_WORDS = 70
_FEWEST_WORDS = 3
_BOX_LEAST = 4
_SUBTITLE_WORDS = 45
_STANDFIRST_WORDS = 70
_SHORTEST_SUBTITLE = 8
_CAPITAL_SHARE = 0.6


def trim_foot(body: list[Block]) -> list[Block]:
    """Move what stands behind the article's last sentence out of `body`: captions, biographies; returns it in order.

    The blocks moved keep their place on the page and get the kind that says what they are.
    """
    moved: list[Block] = []
    while len(body) > 1:
        if _is_author_box(body):
            body[-1].kind = body[-2].kind = "bio"
            moved = [*body[-2:], *moved]
            del body[-2:]
            continue
        last = body[-1]
        is_sentence = last.kind == "short" and last.words >= _FEWEST_WORDS and ends_sentence(last.text)
        if is_sentence or (last.kind in PROSE and not _retag(last, body)):
            break
        moved.insert(0, body.pop())
    return moved


def take_back(body: list[Block], foot: list[Block]) -> None:
    """Move short sentences right below the article's last paragraph from `foot` to `body`: they end it."""
    while foot and foot[0].kind == "short" and foot[0].words >= _FEWEST_WORDS and ends_sentence(foot[0].text):
        body.append(foot.pop(0))


def _retag(block: Block, body: Sequence[Block]) -> bool:
    prose = sum(b.kind in PROSE for b in body)
    if prose < 3:
        return False
    if is_biography(block):
        block.kind = "bio"
    elif (
        block.kind == "prose"
        and block.words <= _CAPTION_WORDS
        and _is_caption_like(block.text)
        and _is_one_sentence(block.text)
    ):
        block.kind = "caption"
    else:
        return False
    return True


def _is_author_box(body: Sequence[Block]) -> bool:
    """True for a person's name on a line of its own, and a paragraph below it that starts with it or a part of it.

    A sub-heading that names a place or a company, with a paragraph about it, belongs to the article.
    """
    if len(body) < _BOX_LEAST or body[-1].kind not in PROSE or body[-1].words > _BIO_WORDS or body[-2].kind != "short":
        return False
    names = body[-2].text.split()
    first = body[-1].text.split(maxsplit=1)[0].strip(",.’'")
    return 2 <= len(names) <= 4 and is_person_like(body[-2].text) and first in {*names, body[-2].text}


def _is_one_sentence(text: str) -> bool:
    # Captions are single sentences.
    return _TWO_SENTENCES.search(text) is None


def is_biography(block: Block) -> bool:
    """True for a short paragraph that presents a person who writes: "Anna Berg is a reporter ..."."""
    if block.words > _BIO_WORDS or not has_phrase("bio", block.text):
        return False
    head = " ".join(block.text.split()[:3]).rstrip(",")
    return (
        bool(split_authors(" ".join(block.text.split()[:2])))
        or bool(split_authors(head))
        or block.text.startswith(("@", "Follow"))
    )


def _is_caption_like(text: str) -> bool:
    """True for a short line most of whose longer words start with a capital letter, as captions and credits have it."""
    words = [w for w in text.split()[1:] if len(w) > 3 and w[0].isalpha()]
    capitals = sum(w[0].isupper() for w in words)
    return len(words) >= 3 and capitals >= _CAPITAL_SHARE * len(words) and not any(q in text for q in '"“”«»')


def split_subtitle(body: list[Block]) -> Block | None:
    """Take the standfirst off the front of `body`: one short paragraph above a byline or date line; else None."""
    if len(body) < 3 or body[0].kind not in PROSE or body[0].words > _SUBTITLE_WORDS or body[0].is_item:
        return None
    between = []
    for block in body[1:]:
        if block.kind in PROSE:
            break
        between.append(block)
    if not any(b.kind == "byline" or (b.meta is not None and b.meta.is_timed) for b in between):
        return None
    return body.pop(0)


def lift_header(body: list[Block]) -> list[Block]:
    """Take byline and date lines, with the names among them, from below the first paragraph; none when it is alone.

    They stand between a standfirst and the article; lines below the first paragraph without any are sub-headings.
    """
    first = next((i for i, b in enumerate(body) if b.kind in PROSE), None)
    after = next((i for i in range((first or 0) + 1, len(body)) if body[i].kind in PROSE), None)
    if first is None or after is None or body[first].words > _STANDFIRST_WORDS:
        return []
    between = body[first + 1 : after]
    if not any(b.kind == "byline" or (b.meta is not None and b.meta.is_timed) for b in between):
        return []
    lifted = [b for b in between if b.kind in {"short", "byline", "meta"} and not ends_sentence(b.text)]
    body[first + 1 : after] = [b for b in between if b not in lifted]
    return lifted


def find_subtitle(head: Sequence[Block], title: Block | None) -> Block | None:
    """The standfirst among the lines above: a longer line between headline and byline or date; else None."""
    at = max((i for i, b in enumerate(head) if title is not None and b.key == title.key), default=-1)
    if title is None or len(head) < at + 3:
        return None
    line, below = head[at + 1], head[at + 2]
    is_signed = below.kind == "byline" or (below.meta is not None and below.meta.is_timed)
    fits = line.kind == "short" and _SHORTEST_SUBTITLE <= line.words <= _SUBTITLE_WORDS
    return line if fits and is_signed else None


def keep_in_body(block: Block) -> bool:
    """True for the kinds that are the article's words."""
    return block.kind in _BODY_KINDS


def drop_link_hints(text: str) -> tuple[str, int]:
    """(the text without what pages say to screen readers behind links, "opens new tab"; how often it stood there)."""
    return _link_hint().subn("", text)


@lru_cache(maxsize=1)
def _link_hint() -> re.Pattern[str]:
    phrases = sorted({p for ps in list_phrases("link_hint", "word").values() for p in ps}, key=lambda p: (-len(p), p))
    return re.compile(rf"\s?(?:,\s?|\(\s?)(?:{'|'.join(map(re.escape, phrases))})(?!\w)\)?", re.IGNORECASE)


def compose_body(blocks: Sequence[Block]) -> tuple[str, list[Change]]:
    """(the words of the article, paragraphs separated by an empty line; what was done to them)."""
    paragraphs: list[tuple[str, bool]] = []
    wrapped = seams = hints = 0
    for block in blocks:
        wrapped += len(block.lines) > 1
        text, dropped = drop_link_hints(block.text)
        hints += dropped
        found = count_seams(text) if block.kind == "prose" else 0
        seams += found
        parts = unglue(text) if found else [text]
        paragraphs += [(part, block.is_item or block.kind == "row") for part in parts]
    changes = [Change("body", "joined", f"{wrapped} paragraphs were hard-wrapped")] if wrapped else []
    changes += [Change("body", "removed", f"{hints} hints that a link opens elsewhere")] if hints else []
    changes += [Change("body", "separated", f"sentences ran together in {seams} places")] if seams else []
    return _join(paragraphs), changes


def _join(paragraphs: Sequence[tuple[str, bool]]) -> str:
    pieces: list[str] = []
    for i, (text, is_item) in enumerate(paragraphs):
        if i:
            pieces.append("\n" if is_item and paragraphs[i - 1][1] else "\n\n")
        pieces.append(text)
    return "".join(pieces)


def is_whole(body: str) -> bool:
    """True when the body ends like a sentence."""
    return ends_sentence(body)
