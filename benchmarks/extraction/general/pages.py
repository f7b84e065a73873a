"""Gold pages: our articles in our hand-written templates, and what publishing systems made of them.

A page of a system lies in FOLDER/<system>/ as <slug>.html (an article) or in FOLDER/<system>/lists/ (a front page, an
archive: no article). See README.md for how they are rendered. Scores are in score.py.
"""

import re
from dataclasses import dataclass, field
from datetime import date
from html import escape, unescape
from pathlib import Path
from string import Template

from benchmarks.extraction.general import markup
from benchmarks.extraction.general.articles import Article, read_articles
from benchmarks.extraction.general.days import written

TEMPLATES = Path(__file__).parent / "templates"
SHORTEST_FURNITURE = 25
_HEAD = re.compile(r"<!-- (.*?) -->\s*", re.DOTALL)
_BODIES = {
    "paragraphs": markup.as_paragraphs,
    "breaks": markup.as_breaks,
    "fonts": markup.as_fonts,
    "divs": markup.as_divs,
}
_BY = {"de": "von", "en": "by", "fr": "par", "es": "por"}
_HIDDEN = re.compile(r"<(script|style|title|head)\b.*?</\1>|<!--.*?-->", re.DOTALL | re.IGNORECASE)
_TAG = re.compile(r"<[^>]+>")


@dataclass(slots=True)
class Page:
    """A page and what is true of it; `absent` must not be in the body, `article` is None for a list of articles.

    `authors` is None where the page names none or only the site's, `day` where the page shows none.
    """

    system: str
    url: str
    html: str
    article: Article | None
    authors: list[str] | None = None
    day: date | None = None
    changed: date | None = None
    absent: list[str] = field(default_factory=list)


def template_pages() -> list[Page]:
    """Every article in every template of its language."""
    pages: list[Page] = []
    for path in sorted(TEMPLATES.glob("*.html")):
        content = path.read_text(encoding="utf-8")
        head = _HEAD.match(content)
        assert head is not None, path
        told = {key.strip(): value.strip() for key, _, value in (part.partition(":") for part in head[1].split(";"))}
        for article in read_articles():
            if article.language in told["languages"]:
                pages.append(_fill(path.stem, content[head.end() :], told, article))
    return pages


def _fill(system: str, content: str, told: dict[str, str], article: Article) -> Page:
    author = article.author if told["author"] == "yes" else None
    values = written(article.day, article.language) | {
        "title": escape(article.title, quote=False),
        "slug": article.slug,
        "author": author or "Redaktion",
        "by": _BY[article.language],
        "subtitle_p": f"<p><b>{escape(article.subtitle)}</b></p>" if article.subtitle else "",
    }
    html = Template(content).substitute(values, body=_BODIES[told["body"]](article))
    shown = article.day if told["date"] in ("shown", "stand") else None
    changed = article.day if told["date"] == "changed" else None
    url = Template(told["url"]).substitute(values)
    absent = [*_furniture(content), *article.captions]
    authors = [] if told["author"] != "yes" else [author] if author else None
    return Page(system, url, html, article, authors, shown, changed, absent)


def _furniture(template: str) -> list[str]:
    """The stretches of a template's own words that are long enough to be told from an article's."""
    pieces = [unescape(" ".join(piece.split())) for piece in _TAG.split(_HIDDEN.sub("", template))]
    return [piece for piece in pieces if len(piece) >= SHORTEST_FURNITURE and "$" not in piece]


def system_pages(folder: Path) -> list[Page]:
    """The rendered pages in a folder, those of systems that were not rendered left out."""
    articles = {article.slug: article for article in read_articles()}
    pages: list[Page] = []
    for path in sorted(folder.glob("*/**/*.html")):
        system, html = path.relative_to(folder).parts[0], path.read_text(encoding="utf-8")
        if path.parent.name == "lists":
            pages.append(Page(system, f"https://www.example.org/{path.stem}/", html, None))
        elif path.stem in articles:
            pages.append(_rendered(system, html, articles[path.stem], list(articles.values())))
    return pages


def _rendered(system: str, html: str, article: Article, others: list[Article]) -> Page:
    """A system's page; author and day are gold when its theme shows them."""
    shown = unescape(_TAG.sub(" ", html)) + html
    authors = [article.author] if article.author and article.author in shown else None
    days = {value for key, value in written(article.day, article.language).items() if len(value) > 7 and "y" in key[:3]}
    days |= {article.day.isoformat(), f"{article.day:%b %d, %Y}", f"{article.day:%Y/%m/%d}"}
    day = article.day if any(value.lower() in shown.lower() for value in days) else None
    absent = [other.title for other in others if other.slug != article.slug]
    absent += [*article.captions, *COMMENTS[article.language], PROFILE]
    return Page(system, f"https://www.example.org/{article.slug}/", html, article, authors, day, None, absent)


# What readers say under an article, and what a box says of every author, where a system shows such.
COMMENTS = {
    "de": ("Das kann ich nur bestätigen, bei uns war es ganz genauso.", "Vielen Dank, das hat mir den Tag gerettet!"),
    "en": ("I can only agree, it was exactly the same with us.", "Thank you, this made my whole day!"),
    "fr": ("Je confirme, chez nous c'était exactement pareil.", "Merci, cela m'a fait ma journée !"),
    "es": ("Lo confirmo, a nosotros nos pasó exactamente lo mismo.", "¡Gracias, me habéis alegrado el día!"),
}
PROFILE = "Lives by the water, collects timetables and answers letters by hand."
