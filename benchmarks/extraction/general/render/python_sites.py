"""Nikola, Pelican, Material for MkDocs, Sphinx with ABlog: python -m ...render.python_sites WORK FOLDER.

WORK is a scratch folder; the generators are those of the environment that runs this.
"""

import shutil
import sys
from pathlib import Path

from benchmarks.extraction.general.articles import Article
from benchmarks.extraction.general.render.sources import by_language, collect, run

BIN = Path(sys.executable).parent
NIKOLA_THEMES = ("bootblog4", "bootstrap4", "base")
PELICAN_THEMES = ("simple", "notmyidea", "smallweb")
SPHINX_THEMES = ("alabaster", "pydata_sphinx_theme", "classic", "nature")


def main(work: Path, folder: Path) -> None:
    for language, articles in by_language().items():
        for theme in NIKOLA_THEMES:
            _nikola(work / f"nikola-{theme}-{language}", folder / f"nikola-{theme}", theme, language, articles)
        for theme in PELICAN_THEMES:
            _pelican(work / f"pelican-{theme}-{language}", folder / f"pelican-{theme}", theme, language, articles)
        _mkdocs(work / f"mkdocs-{language}", folder / "mkdocs-material", language, articles)
        for theme in SPHINX_THEMES:
            _sphinx(work / f"ablog-{theme}-{language}", folder / f"ablog-{theme}", theme, language, articles)


def _fresh(site: Path, *inner: str) -> None:
    shutil.rmtree(site, ignore_errors=True)
    for name in inner:
        (site / name).mkdir(parents=True)


def _nikola(site: Path, target: Path, theme: str, language: str, articles: list[Article]) -> None:
    shutil.rmtree(site, ignore_errors=True)
    run(BIN / "nikola", "init", "-q", site, folder=site.parent)
    settings = (site / "conf.py").read_text(encoding="utf-8").replace('THEME = "bootblog4"', f'THEME = "{theme}"')
    settings = settings.replace('DEFAULT_LANG = "en"', f'DEFAULT_LANG = "{language}"')
    settings = settings.replace('BLOG_TITLE = "My Nikola Site"', 'BLOG_TITLE = "Notizen am Rand"')
    (site / "conf.py").write_text(settings + '\nPOSTS = [("posts/*.md", "posts", "post.tmpl")]\n', encoding="utf-8")
    for article in articles:
        head = f".. title: {article.title}\n.. slug: {article.slug}\n.. date: {article.day} 10:12:00 UTC+01:00\n"
        head += f".. tags: {', '.join(article.tags)}\n.. author: {article.author or 'Redaktion'}\n"
        (site / "posts" / f"{article.slug}.md").write_text(f"<!--\n{head}-->\n\n{article.source}\n", encoding="utf-8")
    run(BIN / "nikola", "build", "-q", folder=site)
    collect(site / "output", target, language, articles)


def _pelican(site: Path, target: Path, theme: str, language: str, articles: list[Article]) -> None:
    _fresh(site, "content")
    (site / "settings.py").write_text(
        f'SITENAME = "Notizen am Rand"\nSITEURL = ""\nTIMEZONE = "Europe/Berlin"\nDEFAULT_LANG = "{language}"\n'
        'PATH = "content"\nLINKS = (("Heckenblog", "https://example.org/"),)\nDEFAULT_PAGINATION = 10\n'
    )
    for article in articles:
        head = f"Title: {article.title}\nSlug: {article.slug}\nDate: {article.day} 10:12\nTags: {', '.join(article.tags)}\n"
        head += f"Author: {article.author or 'Redaktion'}\nCategory: Allgemein\nLang: {language}\n"
        (site / "content" / f"{article.slug}.md").write_text(f"{head}\n{article.source}\n", encoding="utf-8")
    found = theme if theme in ("simple", "notmyidea") else _installed_theme(theme)
    run(BIN / "pelican", "-q", "-s", "settings.py", "-t", found, "-o", "output", "content", folder=site)
    collect(site / "output", target, language, articles)


def _installed_theme(name: str) -> str:
    """Folder of a theme that came as a package."""
    packages = next(Path(sys.prefix).glob("lib/python*/site-packages"))
    return str(next((p.parent for p in packages.glob(f"**/*{name}*/**/templates/base.html")), Path("simple")).parent)


def _mkdocs(site: Path, target: Path, language: str, articles: list[Article]) -> None:
    _fresh(site, "docs/blog/posts")
    author = next((a.author for a in articles if a.author), "Redaktion")
    (site / "mkdocs.yml").write_text(
        f"site_name: Notizen am Rand\ntheme:\n  name: material\n  language: {language}\n  features: [navigation.indexes]\n"
        "plugins:\n  - blog:\n      archive: true\n  - search\n"
    )
    (site / "docs" / "index.md").write_text("# Start\n\nNotizen.\n")
    (site / "docs" / "blog" / "index.md").write_text("# Blog\n")
    people = "".join(
        f"  {a.slug}:\n    name: {a.author or author}\n    description: Autor\n    avatar: /a.png\n" for a in articles
    )
    (site / "docs" / "blog" / ".authors.yml").write_text(f"authors:\n{people}", encoding="utf-8")
    for article in articles:
        head = (
            f"date: {article.day}\nslug: {article.slug}\nauthors: [{article.slug}]\ncategories: [{article.tags[0]}]\n"
        )
        text = f"---\n{head}---\n\n# {article.title}\n\n{article.source}\n"
        (site / "docs" / "blog" / "posts" / f"{article.slug}.md").write_text(text, encoding="utf-8")
    run(BIN / "mkdocs", "build", "-q", folder=site)
    collect(site / "site", target, language, articles)


def _sphinx(site: Path, target: Path, theme: str, language: str, articles: list[Article]) -> None:
    _fresh(site, "posts")
    (site / "conf.py").write_text(
        f'project = "Notizen am Rand"\nextensions = ["ablog", "myst_parser", "sphinx.ext.extlinks"]\n'
        f'html_theme = "{theme}"\nlanguage = "{language}"\nblog_path = "blog"\nblog_title = "Notizen am Rand"\n'
        'html_sidebars = {"**": ["ablog/postcard.html", "ablog/recentposts.html", "ablog/archives.html"]}\n'
    )
    (site / "index.rst").write_text(
        "Notizen\n=======\n\n.. postlist::\n\n.. toctree::\n   :hidden:\n   :glob:\n\n   posts/*\n"
    )
    for article in articles:
        head = f"blogpost: true\ndate: {article.day:%b %d, %Y}\nauthor: {article.author or 'Redaktion'}\n"
        text = f"---\n{head}tags: {', '.join(article.tags)}\nlanguage: {language}\n---\n\n# {article.title}\n\n{article.source}\n"
        (site / "posts" / f"{article.slug}.md").write_text(text, encoding="utf-8")
    run(BIN / "sphinx-build", "-q", "-b", "html", ".", "out", folder=site)
    collect(site / "out", target, language, articles)


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve())
