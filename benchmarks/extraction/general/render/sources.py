"""What all recipes share: articles by language, where pages go, running a generator."""

import shutil
import subprocess
from collections import defaultdict
from pathlib import Path

from benchmarks.extraction.general.articles import Article, read_articles

LANGUAGES = ("de", "en", "fr", "es")


def by_language() -> dict[str, list[Article]]:
    """The articles of each language: a site is rendered for each."""
    found: dict[str, list[Article]] = defaultdict(list)
    for article in read_articles():
        found[article.language].append(article)
    return found


def run(*command: str | Path, folder: Path) -> None:
    """Run a generator in a folder; its output is shown only when it fails."""
    done = subprocess.run([str(part) for part in command], cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        print(f"{command[0]} in {folder}: {done.stdout[-1500:]}{done.stderr[-1500:]}")


def collect(built: Path, target: Path, language: str, articles: list[Article]) -> None:
    """Copy the pages of articles to `target`/<slug>.html, the front page and archives to `target`/lists/."""
    (target / "lists").mkdir(parents=True, exist_ok=True)
    slugs = {article.slug for article in articles}
    lists = 0
    for page in sorted(built.rglob("*.html")):
        slug = page.parent.name if page.stem == "index" else page.stem
        if slug in slugs:
            shutil.copy(page, target / f"{slug}.html")
        elif lists < 4 and _is_list(page, built, articles):
            lists += 1
            shutil.copy(page, target / "lists" / f"{language}-{lists}.html")


def _is_list(page: Path, built: Path, articles: list[Article]) -> bool:
    """True for a page that names two articles or more: a front page, an archive, a topic's page."""
    content = page.read_text(encoding="utf-8", errors="replace")
    return sum(article.slug in content for article in articles) >= min(2, len(articles)) and page.stem != "404"
