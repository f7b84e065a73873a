"""The headline: its candidates, and which of them is the article's.

The site's name is cut from all of them.
"""

from collections.abc import Iterable

from assets.parsing.html.blocks import Page
from assets.parsing.html.head import Head
from assets.parsing.html.headline import find_headline
from assets.parsing.html.structured import Structured
from assets.parsing.html.title_text import SEPARATOR, fold
from assets.parsing.model import Candidate

MAX_TITLE_CHARS = 1_000
SHORTEST_TITLE = 8
LONGEST_SECTION = 6


def title_candidates(page: Page, head: Head, structured: Structured, site_names: Iterable[str]) -> list[Candidate]:
    """All values a page offers as its headline, best first; the first is chosen.

    Order by how often each is the headline that readers see in feeds and searches: og:title, JSON-LD, h1,
    html title.
    """
    sites = {fold(name) for name in site_names if name}
    titles = [title for title in (head.first("og:title"), structured.headline, page.html_title) if title]
    headline = find_headline(page, titles, sites)
    headings = [headline] if headline else []
    headings += [block.text for block in page.blocks if block.tag == "h1"]
    known = {fold(text): text for text in headings if len(text) >= SHORTEST_TITLE}
    if structured.headline:
        told = cut_site(structured.headline[: 2 * MAX_TITLE_CHARS], known, sites)
        known.setdefault(fold(told), told)
    raw = [
        ("meta", head.first("og:title"), 0.9, "og:title"),
        ("jsonld", structured.headline, 0.85, "headline in JSON-LD"),
        ("heading", headline, 0.8, "heading of the page"),
        (
            "meta",
            head.first("twitter:title", "dc.title", "title", "parsely-title", "sailthru.title"),
            0.6,
            "title in meta",
        ),
        ("html_title", page.html_title, 0.5, "title element"),
    ]
    found: list[Candidate] = []
    for basis, value, confidence, reason in raw:
        text = cut_site(value[: 2 * MAX_TITLE_CHARS], known, sites)[:MAX_TITLE_CHARS] if value else ""
        if len(fold(text)) >= 2 and fold(text) not in sites:
            found.append(Candidate("title", text, basis, confidence, reason))
    return found


def cut_site(title: str, known: dict[str, str], sites: set[str]) -> str:
    """Cut the site's name from a title's ends.

    Where the rest is a known headline, or the end names the site.
    """
    folded = fold(title)
    if folded in known:
        return title
    for key, text in known.items():
        if len(key) >= 20 and key in folded and len(key) >= 0.5 * len(folded) and _stands_apart(title, text):
            return text
    for match in SEPARATOR.finditer(title):
        if fold(title[: match.start()]) in known:
            return title[: match.start()]
    return _cut_named_site(title, sites)


def _stands_apart(title: str, part: str) -> bool:
    """True when a known headline is a stretch of the title between separators."""
    start = title.find(part)
    if start < 0:
        return False
    before, after = title[:start].rstrip(), title[start + len(part) :].lstrip()
    return (not before or not before[-1].isalnum()) and (not after or after[0] in "|-–—·•:»›~/｜ㅣ¦：")


def _cut_named_site(title: str, sites: set[str]) -> str:
    """Cut trailing and leading pieces that are the site's name, or part of it."""
    matches = list(SEPARATOR.finditer(title))
    for match in reversed(matches):
        tail = fold(title[match.end() :])
        if match[0].strip() == "-" and title[match.start()] == "-" and len(tail) <= LONGEST_SECTION:
            title = title[: match.start()]  # "headline-sectionㅣsite", the site already cut
        elif tail and any(tail == site or (len(tail) > 3 and (tail in site or site in tail)) for site in sites):
            title = title[: match.start()]
    if matches and fold(title[: matches[0].start()]) in sites and len(title) > matches[0].end():
        title = title[matches[0].end() :]
    return title.strip()
