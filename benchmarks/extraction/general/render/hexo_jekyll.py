"""Hexo with its themes, Jekyll with minima: python -m ...render.hexo_jekyll WORK FOLDER.

WORK/node_modules holds Hexo, its generators and renderers and the themes (README.md); jekyll comes from the system.
"""

import json
import shutil
import sys
from pathlib import Path

from benchmarks.extraction.general.articles import Article
from benchmarks.extraction.general.render.sources import by_language, collect, run


def main(work: Path, folder: Path) -> None:
    themes = sorted(path.name.removeprefix("hexo-theme-") for path in work.glob("node_modules/hexo-theme-*"))
    for language, articles in by_language().items():
        for theme in themes:
            _hexo(work, work / f"site-{theme}-{language}", folder / f"hexo-{theme}", theme, language, articles)
        _jekyll(work / f"jekyll-{language}", folder / "jekyll-minima", language, articles)


def _posts(where: Path, articles: list[Article], layout: str) -> None:
    where.mkdir(parents=True)
    for article in articles:
        head = f'title: "{article.title}"\ndate: {article.day} 10:12:00\nauthor: {article.author or "Redaktion"}\n'
        head += f"tags: [{', '.join(article.tags)}]\nlayout: {layout}\n"
        name = f"{article.slug}.md" if layout == "post" else f"{article.day}-{article.slug}.md"
        (where / name).write_text(f"---\n{head}---\n\n{article.source}\n", encoding="utf-8")


def _hexo(work: Path, site: Path, target: Path, theme: str, language: str, articles: list[Article]) -> None:
    shutil.rmtree(site, ignore_errors=True)
    _posts(site / "source" / "_posts", articles, "post")
    (site / "node_modules").symlink_to(work / "node_modules")
    package = json.loads((work / "package.json").read_text(encoding="utf-8")) | {"hexo": {"version": ""}}
    (site / "package.json").write_text(json.dumps(package), encoding="utf-8")
    (site / "_config.yml").write_text(
        f"title: Notizen am Rand\nauthor: Redaktion\nlanguage: {language}\nurl: https://notizen.example\n"
        f"permalink: :year/:month/:day/:title/\nnew_post_name: :title.md\ntheme: {theme}\n"
    )
    run(work / "node_modules" / ".bin" / "hexo", "generate", "--silent", folder=site)
    collect(site / "public", target, language, articles)


def _jekyll(site: Path, target: Path, language: str, articles: list[Article]) -> None:
    shutil.rmtree(site, ignore_errors=True)
    _posts(site / "_posts", articles, "post ")
    (site / "index.md").write_text("---\nlayout: home\n---\n")
    (site / "_config.yml").write_text(
        f"title: Notizen am Rand\nlang: {language}\ntheme: minima\nurl: https://n.example\n"
    )
    run("jekyll", "build", "-q", folder=site)
    collect(site / "_site", target, language, articles)


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve())
