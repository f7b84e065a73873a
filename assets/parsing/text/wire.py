"""Lines that agencies' machines put around a report: "ZCZC ENA417", "BC-QUAKE-TARVIA (UPDATE 2)", "(MORE)", "(ENDS)".

Put here: those lines, and the marks before a headline. Keep out: credits and datelines (parsing/credits.py).
"""

import re

_END = re.compile(
    r"[-–—*#/\s]*(?:\((?:ends?|mf|fin|ende|fine|fim|einde)\)|ENDS?|NNNN|EOM|-\s?(?:30|0)\s?-"
    r"|ends? of (?:story|message|copy))[-–—*#/\s]*",
    re.IGNORECASE,
)
_CASED_END = re.compile(r"end[s.]?", re.IGNORECASE)
_MORE = re.compile(r"[-–—\s]*(?:\((?:more|mehr|suite|sigue|segue|à suivre)\)|MORE)[-–—\s]*", re.IGNORECASE)
_HEADER = re.compile(r"ZCZC\b.{0,60}|[a-z](?: [a-z]){1,4}(?: [a-z]{2,3})?|[A-Z]{2,4}\d{3,5}(?: [0-9A-Z/().-]+){0,4}")
_SLUG = re.compile(
    r"(?:(?:BC|AM|PM)[-–][A-Z0-9'’.]+(?:[-–/][A-Z0-9'’.]+)*|[A-Z0-9'’.]+(?:[-–/][A-Z0-9'’.]+){2,})/?"
    r"(?:\s?\([A-Z0-9 ,./-]+\))?"
)
_MARK = re.compile(
    r"(?:(?:UPDATE|WRAPUP|REFILE|RPT|REPEAT|CORRECTED|ADVISORY|LEAD|URGENT|EMBARGOED)(?:\s\d{1,2})?\s?-\s?)+(?=[^\W\d_])"
)
_MOST_WORDS = 8


def wire_kind(text: str) -> str:
    """ "end" for a mark that ends a report, "wire" for other lines of an agency's machine, "" for all others."""
    if text.count(" ") >= _MOST_WORDS:
        return ""
    if _END.fullmatch(text) and not _CASED_END.fullmatch(text):
        return "end"
    return "wire" if _MORE.fullmatch(text) or _HEADER.fullmatch(text) or _SLUG.fullmatch(text) else ""


def strip_wire_mark(title: str) -> tuple[str, str]:
    """(headline, mark) of "UPDATE 2-Quake kills 14"; the title as it is and "" without one."""
    found = _MARK.match(title)
    return (title[found.end() :], found[0].rstrip(" -")) if found else (title, "")
