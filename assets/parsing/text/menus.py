"""Lines that are rows of buttons, menus or the path to a page.

Put here: such lines. Keep out: single buttons, which are phrases of data/markers.txt (kinds.py).
"""

import re
from collections.abc import Sequence

from assets.parsing.markers import fold, is_line, word_set
from assets.parsing.text.lines import INNER_STOP, ends_sentence

_PATH = re.compile(r"[^>/»›|]{2,30}\s[>/»›|]\s")
_HEADLINE_WORDS = 4
_MENU_SAMPLE, _MENU_WORDS, _MENU_CAPITALS = 2000, 8, 0.6


def read_bar(text: str) -> str:
    """A row of network names and buttons, or of menu entries, on one line."""
    words = fold(text).split()
    if 2 <= len(words) <= 15 and _is_all_buttons(words, ("share",)):
        return "share"
    if 3 <= len(words) <= 15 and _is_all_buttons(words, ("navigation", "section")):
        return "navigation"
    parts = [p for p in re.split(r"\s*[|•·>/»›]\s*|\s{2,}|\t", text) if p]
    if _PATH.match(text) and is_line("navigation", parts[0]) and len(parts[-1].split()) < _HEADLINE_WORDS:
        return "navigation"
    menu = sum(is_line("navigation", p) or is_line("section", p) or is_line("share", p) for p in parts)
    return "navigation" if len(parts) > 1 and menu >= 2 and menu >= 0.6 * len(parts) else ""


def _is_all_buttons(words: Sequence[str], kinds: Sequence[str]) -> bool:
    """True when the words, alone, by twos or by threes ("copy link"), are buttons of these kinds, or counts."""
    while words:
        taken = next((n for n in (3, 2, 1) if _is_button(" ".join(words[:n]), kinds)), 0)
        if not taken:
            return False
        words = words[taken:]
    return True


def _is_button(folded: str, kinds: Sequence[str]) -> bool:
    return folded == "0" or any(folded in word_set(kind, "line") for kind in kinds)


def is_menu(text: str) -> bool:
    """True for a long line without a sentence, most of whose words start with a capital letter: a glued menu."""
    head = text[:_MENU_SAMPLE]
    if ends_sentence(text) or INNER_STOP.search(head):
        return False
    words = [word for word in head.split() if word[0].isalpha()]
    return len(words) >= _MENU_WORDS and sum(word[0].isupper() for word in words) >= _MENU_CAPITALS * len(words)
