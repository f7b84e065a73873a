"""Where the main article of a page starts.

Put here: finding its first paragraph among teasers, standfirsts and lists. Keep out: what follows it (layout.py).
"""

import re
from collections.abc import Sequence

from assets.parsing.text.cohesion import Vocabulary
from assets.parsing.text.kinds import Block
from assets.parsing.text.stretches import Stretch, join_stretches
from assets.parsing.text.units import Unit

_FEWEST_WORDS = 8
_NUMBERED = re.compile(r"\d{1,2}[.):]?\s")
_LEDE_WORDS = 25
_FEW_LINES = 4
_FEW_HEAD_LINES = 15
_MAIN_SHARE = 0.4
_SAME_SUBJECT = 0.35


def find_start(units: Sequence[Unit]) -> int | None:
    """Position of the unit that starts the main article: the first heavy one, with what leads into it."""
    stretches = join_stretches(units)
    heavy = [i for i, u in enumerate(units) if u.is_heavy and not _is_footer(u) and not _is_consent(u)]
    main = max((stretches[i] for i in heavy), key=lambda s: s.words, default=None)
    start = next((i for i in heavy if main and _may_start(units[i], stretches[i], main)), None)
    if start is None:
        start = _start_of_chain(units)
    while start and _leads_into(units, start):
        start -= 1
    return start


def _may_start(unit: Unit, stretch: Stretch, main: Stretch) -> bool:
    """True unless the stretch is much shorter than the page's longest one, unannounced and of another subject."""
    if stretch.words >= _MAIN_SHARE * main.words:
        return True
    if unit.hard == "comment":
        return False
    is_announced = len(unit.own_head) <= _FEW_HEAD_LINES and (unit.is_doubled or unit.is_signed)
    return is_announced or stretch.vocabulary.share(main.vocabulary) >= _SAME_SUBJECT


def _is_consent(unit: Unit) -> bool:
    """True for prose right below a line about cookies: the consent dialog goes on."""
    return any(b.kind == "cookie" for b in unit.head[-_FEW_LINES:]) and len(unit.titles) <= 1


def _is_footer(unit: Unit) -> bool:
    """Prose under a comment heading is no article."""
    return unit.hard == "comment" and not (unit.is_doubled or unit.is_signed) and not unit.titles


def _start_of_chain(units: Sequence[Unit]) -> int | None:
    """Without a heavy unit: the start of the longest chain of light ones that is not a list of teasers."""
    best, best_words, begin, words = None, 0, 0, 0
    for i, unit in enumerate(units):
        if unit.hard or unit.is_cut or (i and unit.is_doubled):
            begin, words = i, 0
        words += 0 if unit.is_cut else unit.words
        if words > best_words and words >= _FEWEST_WORDS and unit.hard not in {"rail", "comment"}:
            best, best_words = begin, words
    chain = [u for u in units[best:] if u.prose] if best is not None else []
    return None if len(chain) >= 4 and _is_front(chain) else best


def _is_front(chain: Sequence[Unit]) -> bool:
    """True for headline, one sentence, headline, one sentence, ... that have nothing in common: a section front.

    Numbered headings, or a byline above the first and none above the others, make a list that is an article.
    """
    heads = [b for u in chain[1:] for b in u.titles]
    if are_numbered(heads) or (chain[0].is_signed and not any(u.is_signed for u in chain[1:])):
        return False
    each = [u for u in chain if len(u.prose) == 1 and u.titles and not u.titles[-1].text.rstrip().endswith("?")]
    if len(each) < 0.7 * len(chain):
        return False
    vocabulary = Vocabulary(each[0].texts)
    return sum(vocabulary.is_about(u.texts) for u in each[1:]) < 0.3 * len(each)


def are_numbered(heads: Sequence[Block]) -> bool:
    """True when most of the lines start with a number, as the headings of a list article do."""
    return sum(bool(_NUMBERED.match(b.text)) for b in heads) >= 0.6 * len(heads)


def _leads_into(units: Sequence[Unit], at: int) -> bool:
    """True when the light unit before is the standfirst or first paragraph of the article that unit `at` goes on with.

    A single light unit does so unless the page says otherwise; several may be teasers and have to speak of the same.
    """
    before, unit = units[at - 1], units[at]
    if before.is_cut or not before.prose or unit.is_doubled or unit.hard == "comment":
        return False
    if _is_consent(before):
        return False
    if unit.hard:
        is_lede = before.is_signed or (at == 1 and before.titles and before.words >= _LEDE_WORDS)
        return bool(is_lede) and before.hard is None and not unit.is_signed
    if not unit.titles:
        return True
    if unit.is_signed or (before.hard in {"rail", "comment"} and not before.is_signed):
        return False
    if len(unit.titles) > 1:
        is_lede = at == 1 and before.words >= _LEDE_WORDS and len(unit.titles) <= _FEW_LINES
        return is_lede or Vocabulary(unit.texts).is_about(before.texts)
    if before.is_signed or unit.titles[0].text.endswith((":", "?")) or at == 1:
        return True
    return Vocabulary(unit.texts).is_about(before.texts)
