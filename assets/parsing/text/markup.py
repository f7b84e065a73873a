"""Markdown, and the markup that survives in plain text, taken off lines: what a reader sees, and what it was.

Put here: line markup. Keep out: the data block at the head of a file (front_matter.py).
"""

import re

from assets.parsing.text.lines import Line

_HEADING = re.compile(r"(#{1,6})\s+(?=\S)")
_WRAPPED = re.compile(r"(\*{1,3}|_{1,3}|={2,6}|~{2})\s*(?=[^\s*_=~])(.*[^\s*_=~])\s*\1$")
_IMAGE = re.compile(r"!\[([^\[\]\n]{0,500})\](?:\([^()\n]{0,1000}\)|\[[^\[\]\n]{0,200}\])")
_LINK = re.compile(
    r"\[([^\[\]\n]{0,500})\]\(\s*<?([^()\s<>]{0,1000}(?:\([^()\s]{0,200}\)[^()\s]{0,200})?)>?(?:\s+[\"'][^\n]{0,300}?[\"'])?\s*\)"
)
_REFERENCE = re.compile(r"\[([^\[\]\n]{1,500})\]\[[^\[\]\n]{0,200}\]")
_DEFINITION = re.compile(r"\[[^\[\]\n]{1,200}\]:\s*\S+.{0,300}$")
_AUTOLINK = re.compile(r"<(https?://[^<>\s]{1,1000})>")
_STARS = re.compile(r"(\*{1,3})(?=[^\s*])([^*\n]{1,500}?)(?<=[^\s*])\1")
_UNDERLINES = re.compile(r"(?<!\w)(_{1,3})(?=[^\s_])([^_\n]{1,500}?)(?<=[^\s_])\1(?!\w)")
_STRIKES = re.compile(r"~~([^~\n]{1,500})~~")
_CODE = re.compile(r"`{1,3}([^`\n]{1,500})`{1,3}")
_TAG = re.compile(r"</?[A-Za-z][^<>\n]{0,500}>|<!--[^\n]{0,1000}?-->")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|>~])")
_QUOTE = re.compile(r"(?:>\s?)+")
_UNDERLINED = re.compile(r"(=+|-+)$")
_TABLE_RULE = re.compile(r"\|?[\s:|-]+$")
_REMOVED = ("script", "style", "iframe", "noscript", "object", "svg")


def remove_active_html(text: str) -> str:
    """The text without the elements that are no words (script, style, iframe, ...) and without HTML comments."""
    lowered = text.lower() if "<" in text else ""
    if len(lowered) != len(text):
        return text
    spans = [span for name in _REMOVED for span in _elements(lowered, f"<{name}", f"</{name}>")]
    spans += _elements(lowered, "<!--", "-->")
    kept, position = [], 0
    for start, end in sorted(spans):
        if start >= position:
            kept.append(text[position:start])
        position = max(position, end)
    return "".join([*kept, text[position:]])


def _elements(lowered: str, opening: str, closing: str) -> list[tuple[int, int]]:
    """(start, end) of every stretch from an opening to its closing; an opening that is never closed goes alone."""
    spans, at = [], lowered.find(opening)
    while at >= 0:
        end = lowered.find(closing, at)
        if end < 0:
            return [*spans, (at, at + len(opening))]
        end += len(closing)
        spans.append((at, end))
        at = lowered.find(opening, end)
    return spans


def unmark_line(line: Line) -> None:
    """Take off what wraps a whole line of plain text: "***Headline***", "# Headline"."""
    if heading := _HEADING.match(line.text):
        line.level = len(heading[1])
        line.text = line.text[heading.end() :].rstrip("# ")
    if len(line.text) <= 500 and (wrapped := _WRAPPED.match(line.text)):
        line.is_marked, line.text = True, wrapped[2].strip()


def unmark_markdown(lines: list[Line]) -> list[Line]:
    """The lines with all markdown taken off; underlines become the level of the line above, lines of mere markup go."""
    kept: list[Line] = []
    is_code = False
    for line in lines:
        if line.text.startswith(("```", "~~~")):
            is_code = not is_code
            continue
        if kept and not line.after_blank and _UNDERLINED.fullmatch(line.text) and len(kept[-1].text) < 300:
            kept[-1].level = 1 if line.text[0] == "=" else 2
            continue
        if not is_code:
            _unmark(line)
        if line.text:
            kept.append(line)
    return kept


def _unmark(line: Line) -> None:
    text = _QUOTE.sub("", line.text, count=1) if line.text.startswith(">") else line.text
    line.is_item = text.startswith(("- ", "* ", "+ ")) or bool(re.match(r"\d{1,3}[.)]\s", text))
    if text.startswith("|") or (text.count("|") > 1 and _TABLE_RULE.fullmatch(text)):
        text = "" if _TABLE_RULE.fullmatch(text) else " | ".join(c.strip() for c in text.strip("|").split("|"))
    if _DEFINITION.fullmatch(text[:600]):
        text = ""
    line.text = text.strip()
    if image := _IMAGE.fullmatch(line.text):
        line.hint, line.text = "caption", image[1].strip()
    only_link = _LINK.fullmatch(re.sub(r"^(?:[-*+]|\d{1,3}[.)]|#{1,6})\s+", "", line.text))
    line.url = only_link[2] if only_link else None
    line.text = plain_words(line.text)
    unmark_line(line)


def plain_words(text: str) -> str:
    """Markdown of a line as words: links and emphasis resolved, images, tags and escapes removed."""
    for pattern, replacement in (
        (_IMAGE, ""),
        (_LINK, r"\1"),
        (_REFERENCE, r"\1"),
        (_AUTOLINK, r"\1"),
        (_CODE, r"\1"),
        (_TAG, ""),
    ):
        text = pattern.sub(replacement, text)
    if not re.fullmatch(r"[*_\s]+.*", text[:1]) or len(text) > 500 or not _WRAPPED.match(text):
        text = _STRIKES.sub(r"\1", _UNDERLINES.sub(r"\2", _STARS.sub(r"\2", text)))
    return _ESCAPED.sub(r"\1", text).strip()
