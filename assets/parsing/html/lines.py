"""Short blocks that say by their wording what they are: share bars, "related", comment stubs. The phrases are in parsing/data."""

from functools import lru_cache

from assets.parsing.markers import fold, list_phrases

LONGEST_LINE = 80
LONGEST_START = 160
_ENDINGS = ".!?…。！？؟"
_KINDS: dict[str, tuple[str, str]] = {
    "share": ("navigation", "share line"),
    "comment": ("comment", "comment line"),
    "related": ("teaser", "related line"),
    "read_also": ("teaser", "read-also line"),
    "rail": ("teaser", "rail heading"),
    "newsletter": ("navigation", "newsletter line"),
    "ad": ("advertisement", "advertisement label"),
    "navigation": ("navigation", "navigation line"),
    "counter": ("other", "counter"),
}
_START_KINDS = ("share", "comment", "related", "read_also", "rail")


@lru_cache(maxsize=1)
def _lines() -> dict[str, tuple[str, str]]:
    found: dict[str, tuple[str, str]] = {}
    for kind, role in _KINDS.items():
        for phrases in list_phrases(kind, "line").values():
            for phrase in phrases:
                found.setdefault(fold(phrase.replace("<n>", "0")), role)
    found.pop("", None)
    return found


@lru_cache(maxsize=1)
def _starts() -> dict[str, list[tuple[str, tuple[str, str]]]]:
    """First word -> phrases that start with it."""
    found: dict[str, list[tuple[str, tuple[str, str]]]] = {}
    for kind in _START_KINDS:
        for phrases in list_phrases(kind, "start").values():
            for phrase in phrases:
                folded = fold(phrase.replace("<n>", "0"))
                if folded:
                    found.setdefault(folded.split(" ", 1)[0], []).append((folded, _KINDS[kind]))
    return found


def line_role(text: str, link_share: float) -> tuple[str, str] | None:
    """(role, reason) of a short line whose wording tells it; None for prose and for longer blocks.

    A phrase at the start only counts in a line that is no sentence, or mostly a link: "Plus de 200 ..." may start prose.
    """
    if len(text) > LONGEST_START:
        return None
    folded = fold(text)
    if len(text) <= LONGEST_LINE and (role := _lines().get(folded)) is not None:
        return role
    if text[-1] in _ENDINGS and link_share < 0.3:
        return None
    for phrase, role in _starts().get(folded.split(" ", 1)[0], ()):
        if folded.startswith(phrase) and (len(folded) == len(phrase) or folded[len(phrase)] == " "):
            return role
    return None
