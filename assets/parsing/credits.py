"""Agencies that an article names as its origin, and the dateline at the head of its body.

Put here: reading credits and datelines out of text. Keep out: the agencies' names (data/agencies.csv).
"""

import re
from functools import lru_cache

from assets.parsing.agencies import find_agencies, find_agency, load_agencies
from assets.parsing.dateline import Dateline, split_dateline
from assets.parsing.markers import has_phrase, list_phrases, starts_with
from assets.parsing.model import Credit

_LEAD = 60

__all__ = ["Dateline", "find_agencies", "find_agency", "find_credits", "read_credit_line", "split_dateline"]


def read_credit_line(line: str) -> list[Credit]:
    """Credits in a line that names an origin ("(Reuters)", "Source: dpa", "With reporting by AP"); else empty.

    A line counts when it is nothing but agencies, or starts or holds a phrase of data/markers.txt for credits.
    """
    if signed := find_oriental_credit(line):
        return [Credit(signed, "credit_line", line.strip())]
    bare = drop_initials(line.strip().strip("()[]")).strip()
    agencies = find_agencies(bare) if len(bare) <= 300 else []
    if agencies and not starts_with("caption", bare) and (_is_only_agencies(bare) or is_credit_phrase(bare)):
        return [Credit(name, "credit_line", line.strip()) for name, _ in agencies]
    return []


# "【青浜共同】", "(한빛=연합뉴스)": place and agency in brackets at the head of a report, the agency alone at its end.
_BRACKETED = re.compile(r"[（(【\[]([^\s（()）【】\[\]]{2,20})[）)】\]]")


def find_oriental_credit(text: str) -> str | None:
    """The agency in brackets at the start of a Japanese, Korean or Chinese text, with or without a place; else None."""
    found = None if text.isascii() else _BRACKETED.match(text)
    if found is None:
        return None
    inner = re.split(r"[=＝]", found[1])[-1]
    return find_agency(inner) or next((find_agency(inner[n:]) for n in range(1, 5) if find_agency(inner[n:])), None)


def is_credit_phrase(line: str) -> bool:
    """True when the line starts like "Source:" or holds a phrase like "with reporting by"."""
    taken = starts_with("source", line)
    return bool(taken and line[taken : taken + 1] in ":- –—|") or has_phrase("credit", line)


# Editors who sign beside the agency: "(jk/AFP)".
_INITIALS = re.compile(r"\b([a-z]{2,4})(?=\s*/)|(?<=/)\s*([a-z]{2,4})\b")

_LOOSE_SLASH = re.compile(r"(?<!\w)\s*/|/\s*(?!\w)")


def drop_initials(line: str) -> str:
    """The line without the initials of editors who sign beside an agency: "jk/AFP" -> "AFP"."""
    parts = line.strip(" ()").split("/")
    if len(parts) > 1 and not find_agency(line) and all(find_agency(part) for part in parts):
        return ", ".join(parts)  # (AFP/dpa)
    kept = _INITIALS.sub(lambda match: match[0] if find_agency(match[1] or match[2]) else "", line)
    return kept if kept == line else _LOOSE_SLASH.sub(" ", kept)


def _is_only_agencies(line: str) -> bool:
    rest = load_agencies().every.sub(" ", line)
    return not re.sub(r"(?i)\b(?:and|und|et|y|e|en|dhe|the|via|by|with|from|news|agencies)\b|[^\w]|©|\d", "", rest)


@lru_cache(maxsize=1)
def _attribution() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands right before ("told", "according to") and right after ("reported") an agency that is quoted."""
    article = r"(?:the |The |die |der |het |de |den |la |el |il |l['’]|L['’]|news agency |agency |agence |agencia )*"
    before = re.compile(rf"(?<!\w)(?:{_alternatives('attribution_before')})\s+{article}$")
    after = re.compile(rf"[’']?s?\s+(?:{_alternatives('attribution_after')})(?!\w)")
    return before, after


def _alternatives(kind: str) -> str:
    phrases = {p for ps in list_phrases(kind, "word").values() for p in ps}
    spelled = phrases | {p[:1].upper() + p[1:] for p in phrases}
    return "|".join(re.escape(p) for p in sorted(spelled, key=lambda p: (-len(p), p)))


def _attributions(body: str) -> list[Credit]:
    """Agencies that were told something, or reported it."""
    agencies, credits = load_agencies(), []
    before, after = _attribution()
    for name in agencies.find_strong(body):
        lead = before.search(body, max(0, name.start() - _LEAD), name.start())
        trail = None if lead else after.match(body, name.end())
        if lead or trail:
            shown = f"{lead[0] if lead else ''}{name[0]}{trail[0] if trail else ''}"
            credits.append(Credit(agencies.by_spelling[name[0]], "attribution", shown))
    return credits


def find_credits(body: str) -> list[Credit]:
    """Agencies that a body names: in its dateline, in a sign-off at its end, or as the one who was told or reported."""
    credits: dict[tuple[str, str], Credit] = {}
    head = split_dateline(body)
    found = [Credit(n, "dateline", head.text.strip()) for n, _ in find_agencies(head.credit)] if head else []
    if signed := find_oriental_credit(body[:_LEAD]):
        found.append(Credit(signed, "dateline", body[:_LEAD].split(maxsplit=1)[0]))
    for credit in (*found, *_sign_offs(body), *_attributions(body)):
        credits.setdefault((credit.agency, credit.evidence), credit)
    return list(credits.values())


_SIGN_OFF = re.compile(r"[.!?…。؟][\"'”’»)]*\s*(?:[–—/-]+\s*|\()([^\n.!?]{2,60}?)\)?\.?$")


def _sign_offs(body: str) -> list[Credit]:
    """Credits in "... he said. — Reuters" or "... he said. (AP)" at the end of the body."""
    tail = _SIGN_OFF.search(body.rstrip()[-200:])
    signed = drop_initials(tail[1]) if tail else ""
    if tail is None or not _is_only_agencies(signed):
        return []
    return [Credit(name, "credit_line", tail[1].strip()) for name, _ in find_agencies(signed)]
