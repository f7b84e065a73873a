"""Pages that hold several whole articles, made of gold articles, and how well they come apart.

Put here: joining gold articles as such pages do, and its scores. Keep out: single pages (pages.py).
The articles are gold's (headline, authors, day, site, body); what joins them (headings, labels, rules) is written here.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from assets.parsing.text import parse_text
from benchmarks.extraction.gold import GoldPage, outlet_half, read_gold
from benchmarks.extraction.metrics import score_body, tokens
from benchmarks.text_pages.render import render

FOUND, SWALLOWED = 0.9, 0.5
SIZES = (2, 3, 4)

# Headings by language: "related articles", "comments", "more from", "by".
WORDS = {
    "en": ("Related Articles", "Comments", "More from", "By"),
    "de": ("Ähnliche Artikel", "Kommentare", "Mehr von", "Von"),
    "es": ("Artículos relacionados", "Comentarios", "Más de", "Por"),
    "tr": ("İlgili haberler", "Yorumlar", "Daha fazla", "Yazan"),
}


@dataclass
class Tally:
    """Counts over joined pages of one manner."""

    pages: int = 0
    articles: int = 0
    found: int = 0
    exact: int = 0
    titled: int = 0
    merged: int = 0
    extra: int = 0

    def line(self, name: str) -> str:
        return (
            f"{name:12} {self.pages:3d} pages, {self.articles} articles: found {self.found / self.articles:.3f} exact "
            f"{self.exact / self.articles:.3f} headline {self.titled / self.articles:.3f} | merged {self.merged} "
            f"pieces that are no article {self.extra}"
        )


def _related(group: Sequence[GoldPage], words: Sequence[str]) -> str:
    """An aggregator: the article, then whole ones under a heading, headlines doubled, site and age on lines."""
    main, *others = group
    lines = ["logo", main.title, "", main.title, "", f"{main.site_name}{_day(main, '-')}", "", *_spaced(main)]
    lines += [words[1], "", words[0], ""]
    for page in others:
        name = str(page.site_name)
        lines += [page.title, page.title, "", name, "", "time2 hours ago", "", f"  • {name}", "", page.title, ""]
        lines += [" ".join(page.body.split()), ""]
    return "\n".join(map(str, lines))


def _digest(group: Sequence[GoldPage], words: Sequence[str]) -> str:
    """A digest: headline, byline with the day, article; nothing else between them."""
    lines: list[str] = []
    for page in group:
        signed = f"{words[3]} {', '.join(page.authors)} | {_day(page, '.')}" if page.authors else _day(page, ".")
        lines += [str(page.title), signed, "", *_spaced(page)]
    return "\n".join(lines)


def _wire(group: Sequence[GoldPage], words: Sequence[str]) -> str:
    """A wire dump: slug, headline, day, tight lines, a rule at the end of each."""
    lines: list[str] = []
    for number, page in enumerate(group, 1):
        slug = "-".join(tokens(str(page.title))[:2]).upper()
        lines += [f"{slug}/{number}", str(page.title), _day(page, "/"), *_paragraphs(page), "###"]
    return "\n".join(lines)


def _more_from(group: Sequence[GoldPage], words: Sequence[str]) -> str:
    """An article, then others in full below "More from ..."."""
    lines: list[str] = []
    for page in group:
        lines += [f"{words[2]} {page.site_name}", ""] if lines else []
        lines += [str(page.title), "", f"{words[3]} {', '.join(page.authors) or page.site_name}", _day(page, "."), ""]
        lines += _spaced(page)
    return "\n".join(lines)


def _pages(group: Sequence[GoldPage], words: Sequence[str]) -> str:
    """Whole pages with all their furniture one below the other."""
    return "\n\n".join(f"{page.url}\n\n{render(page.html, 'spaced')}" for page in group)


JOINS: dict[str, Callable[[Sequence[GoldPage], Sequence[str]], str]] = {
    "related": _related,
    "digest": _digest,
    "wire": _wire,
    "more_from": _more_from,
    "pages": _pages,
}


def _paragraphs(page: GoldPage) -> list[str]:
    return [line.strip() for line in page.body.split("\n") if line.strip()]


def _spaced(page: GoldPage) -> list[str]:
    return [line for paragraph in _paragraphs(page) for line in (paragraph, "")]


def _day(page: GoldPage, mark: str) -> str:
    return mark.join(reversed(str(page.day).split("-")))


def groups(half: int) -> Iterator[tuple[list[GoldPage], Sequence[str]]]:
    """Two to four articles of one language, of different outlets where the order of gold gives them."""
    by_language: dict[str, list[GoldPage]] = defaultdict(list)
    for page in read_gold("fundus"):
        if outlet_half(page.url) == half and page.language in WORDS and page.title and page.day and page.body:
            by_language[page.language].append(page)
    for language, pages in sorted(by_language.items()):
        step = max(1, len(pages) // 4)
        for i in range(len(pages)):
            size = SIZES[i % len(SIZES)]
            group = [pages[(i + k * step) % len(pages)] for k in range(size)]
            if len({id(page) for page in group}) == size:
                yield group, WORDS[language]


def measure(manner: str, half: int) -> Tally:
    tally = Tally()
    for group, words in groups(half):
        found = parse_text(JOINS[manner](group, words)).articles
        bodies = [a.body for a in found]
        tally.pages += 1
        tally.articles += len(group)
        taken = set()
        swallowed = [0] * len(bodies)
        for page in group:
            scores = [score_body(page.body, body) for body in bodies]
            best = max(range(len(scores)), key=lambda i: scores[i].precision + scores[i].recall, default=None)
            for i, one in enumerate(scores):
                swallowed[i] += one.recall >= SWALLOWED
            if best is None or 2 * scores[best].precision * scores[best].recall < FOUND * (
                scores[best].precision + scores[best].recall
            ):
                continue
            taken.add(best)
            tally.found += 1
            tally.exact += scores[best].is_exact
            tally.titled += tokens(str(page.title)) == tokens(found[best].title or "")
        tally.merged += sum(n > 1 for n in swallowed)
        tally.extra += len(bodies) - len(taken) - sum(n > 1 for i, n in enumerate(swallowed) if i not in taken)
    return tally


def report() -> None:
    for half in (0, 1):
        if not any(True for _ in groups(half)):
            print("joined pages: no gold here, left out")
            return
        print(f"joined pages, half {half} of the outlets")
        for manner in JOINS:
            print(f"  {measure(manner, half).line(manner)}")
