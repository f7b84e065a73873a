"""Captions of pictures by their own words: "Photo: ...", "... in the storm. Joy Santos/AP", "(Picture: Getty)".

Put here: telling a caption from a sentence. Keep out: captions that only their neighbours show (repeats.py).
"""

import re

from assets.parsing.agencies import find_agency
from assets.parsing.bylines import is_name_like
from assets.parsing.markers import has_phrase, starts_with
from assets.parsing.text.lines import ends_sentence

_PHOTOGRAPHER = re.compile(r"[^\W\d_][\w.'’-]+\s?/\s?([^\W\d_][\w -]{1,20})[)\]]?\.?$")
_AGENCY_FIRST = re.compile(
    r"(?:^|[.!?…)(\s])\s*([^\W\d_][\w-]{1,20})\s?/\s?[^\W\d_a-z][\w.'’-]+(?:\s[^\W\d_][\w.'’-]+){0,2}[)\]]?\.?$"
)
_OWNED = re.compile(r"\S\s*©\s*[^\W\d_][^.!?]{2,60}$")
_OWNER = re.compile(r"[^\W\d_]{3,}\.\s+([^\W\d_a-z][^.!?:;,\d]{2,40}[^\W\d_])$")
_CREDITED = re.compile(r"[.!?…)]\s*([^\W\d_]+(?: [^\W\d_]+)?)\s?[:：]\s*[^\s.!?:][^.!?:]{1,90}\.?$")
# "THERE YOU GO … President Maro leaves": the lead of a caption in capitals.
_LED = re.compile(r"[A-Z][A-Z'’ -]{3,40}\s?(?:…|\.\.\.)\s?[A-Z][a-z]")
_CAPTION_TAIL = 90
_CREDIT_TAIL = 140


def is_caption(text: str) -> bool:
    """ "Photo: ...", or a picture agency's name at either end; one amid a sentence does not count."""
    if has_label(text, "caption") or _signed_by_agency(text) or _OWNED.search(text) or text.endswith(" ("):
        return True
    if text[0] in "▲△▼▽" or _LED.match(text):
        return True
    credit = _CREDITED.search(text[-_CREDIT_TAIL:])
    if credit is not None and starts_with("caption", credit[1]) == len(credit[1]):
        return True
    return has_phrase("caption", text[-_CAPTION_TAIL:] if ends_sentence(text) else text)


def _signed_by_agency(text: str) -> bool:
    """ "... in the storm. Joy Santos/AP": a photographer and an agency at the end."""
    tail = text[-_CAPTION_TAIL:]
    found, inverted = _PHOTOGRAPHER.search(tail), _AGENCY_FIRST.search(tail)
    return any(match is not None and find_agency(match[1]) is not None for match in (found, inverted))


def is_signed_by_owner(text: str) -> bool:
    """True for "A rocket on its pad. Harbor Space": a sentence, and behind it a name without a full stop.

    A headline may look like it, so that it tells something between paragraphs only.
    """
    found = _OWNER.search(text[-_CAPTION_TAIL:])
    return found is not None and is_name_like(found[1]) and not any(q in text for q in '"“”«»„')


def has_label(text: str, kind: str) -> bool:
    """True when the text starts with a phrase of `kind` that is a label: "Photo: ..."."""
    bare = text.lstrip("([")
    taken = starts_with(kind, bare)
    if not taken:
        return False
    return bare[taken:].lstrip()[:1] in {*":|/©：／＝=・"} or bare[taken - 1] in ":|为為は"
