"""An article's text as html: as paragraphs, or as pages were written before 2005, with line breaks and fonts."""

import re
from html import escape

from benchmarks.extraction.general.articles import Article, Part

_STRONG, _EM, _CODE = re.compile(r"\*\*(.+?)\*\*"), re.compile(r"(?<!\w)\*(.+?)\*(?!\w)"), re.compile(r"`(.+?)`")
_LINK = re.compile(r"\[([^\]]+)\]\(([^)]+)\)")


def inline(line: str) -> str:
    """One line with its emphasis and links."""
    text = _STRONG.sub(r"<strong>\1</strong>", escape(line, quote=False))
    text = _CODE.sub(r"<code>\1</code>", _EM.sub(r"<em>\1</em>", text))
    return _LINK.sub(r'<a href="\2">\1</a>', text)


def as_paragraphs(article: Article) -> str:
    """As a publishing system writes it: p, h2, ul, blockquote, table, figure."""
    return "\n".join(_part(part) for part in article.parts)


def as_breaks(article: Article) -> str:
    """Without paragraphs: pieces parted by two line breaks, headings in bold, items behind dashes."""
    return "<br>\n<br>\n".join(_broken(part) for part in article.parts if part.kind != "figure")


def as_fonts(article: Article) -> str:
    """Each piece in a font of its own, in a row of a table."""
    parts = (part for part in article.parts if part.kind != "figure")
    row = '<tr><td valign="top"><font face="Verdana, Arial" size="2">{}</font></td></tr>'
    return "\n".join(row.format(_broken(part)) for part in parts)


def as_divs(article: Article) -> str:
    """Every piece in a div, as visual editors write it."""
    parts = (part for part in article.parts if part.kind != "figure")
    return "\n".join(f"<div>{_broken(part)}</div>\n<div><br></div>" for part in parts)


def _part(part: Part) -> str:
    lines = [inline(line) for line in part.lines]
    if part.kind in ("ul", "ol"):
        return f"<{part.kind}>" + "".join(f"<li>{line}</li>" for line in lines) + f"</{part.kind}>"
    if part.kind == "quote":
        return f"<blockquote><p>{lines[0]}</p></blockquote>"
    if part.kind == "table":
        rows = ("".join(f"<td>{cell}</td>" for cell in line.split(" | ")) for line in lines)
        return "<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>"
    if part.kind == "figure":
        return f'<div class="bild"><img src="/bild.jpg" alt=""><p class="bildunterschrift">{lines[0]}</p></div>'
    return f"<{part.kind}>{lines[0]}</{part.kind}>"


def _broken(part: Part) -> str:
    lines = [inline(line) for line in part.lines]
    if part.kind == "h2":
        return f"<b>{lines[0]}</b>"
    if part.kind in ("ul", "ol"):
        return "<br>\n".join(f"- {line}" for line in lines)
    if part.kind == "table":
        return _part(part)
    return f"<i>{lines[0]}</i>" if part.kind == "quote" else lines[0]
