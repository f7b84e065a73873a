"""WordPress as Debian packages it, its themes, four languages: python -m ...render.wordpress WORK FOLDER.

Starts a database and PHP's own server in WORK on this machine only, and ends both. Packages: README.md.
"""

import json
import os
import shutil
import subprocess
import sys
import time
import urllib.error
import urllib.request
from dataclasses import asdict
from pathlib import Path

from benchmarks.extraction.general.markup import as_paragraphs
from benchmarks.extraction.general.pages import COMMENTS, PROFILE
from benchmarks.extraction.general.render.sources import by_language, run

CODE = Path("/usr/share/wordpress")
LOCALES = Path("/var/lib/wordpress/wp-content/languages")
SCRIPT = Path(__file__).with_name("wordpress.php")
ADDRESS = "http://127.0.0.1:8099"


def main(work: Path, folder: Path) -> None:
    shutil.rmtree(work, ignore_errors=True)
    database = _start_database(work / "data", work / "db.sock")
    try:
        site = _install(work)
        server = subprocess.Popen(["php", "-q", "-S", "127.0.0.1:8099", "-t", site], stderr=subprocess.DEVNULL)
        time.sleep(2)
        try:
            _fetch_all(site, folder)
        finally:
            server.terminate()
    finally:
        database.terminate()


def _start_database(data: Path, socket: Path) -> subprocess.Popen[bytes]:
    data.mkdir(parents=True)
    run(
        "mariadb-install-db",
        "--no-defaults",
        f"--datadir={data}",
        "--auth-root-authentication-method=normal",
        folder=data,
    )
    user = ["--user=root"] if os.getuid() == 0 else []
    database = subprocess.Popen(
        ["mariadbd", "--no-defaults", *user, f"--datadir={data}", f"--socket={socket}", "--skip-networking"],
        stderr=subprocess.DEVNULL,
    )
    for _ in range(60):
        if socket.exists():
            break
        time.sleep(1)
    run("mariadb", "-uroot", f"--socket={socket}", "-e", "create database wp", folder=data)
    return database


def _install(work: Path) -> Path:
    site = work / "wp"
    shutil.copytree(CODE, site, ignore=shutil.ignore_patterns("wp-config.php"), ignore_dangling_symlinks=True)
    if LOCALES.exists():
        shutil.copytree(LOCALES, site / "wp-content" / "languages", dirs_exist_ok=True)
    (site / "wp-config.php").write_text(
        "<?php define('DB_NAME','wp'); define('DB_USER','root'); define('DB_PASSWORD','');"
        f"define('DB_HOST','localhost:{work / 'db.sock'}'); define('WP_HTTP_BLOCK_EXTERNAL',true);"
        f"define('WP_HOME','{ADDRESS}'); define('WP_SITEURL','{ADDRESS}'); define('DISABLE_WP_CRON',true); $table_prefix='wp_';"
        "if(!defined('ABSPATH')) define('ABSPATH', __DIR__.'/'); require_once ABSPATH.'wp-settings.php';"
    )
    rows = [
        {key: value for key, value in asdict(article).items() if key not in ("parts", "day")}
        | {"day": article.day.isoformat(), "html": as_paragraphs(article), "profile": PROFILE}
        | {"comments": COMMENTS[article.language]}
        for articles in by_language().values()
        for article in articles
    ]
    (work / "articles.json").write_text(json.dumps(rows), encoding="utf-8")
    run("php", SCRIPT, site, work / "articles.json", folder=work)
    return site


def _fetch_all(site: Path, folder: Path) -> None:
    for theme in sorted(path.name for path in (site / "wp-content" / "themes").iterdir() if path.is_dir()):
        target = folder / f"wordpress-{theme}"
        (target / "lists").mkdir(parents=True, exist_ok=True)
        for language, articles in by_language().items():
            run("php", SCRIPT, site, "theme", theme, language, folder=site)
            (target / "lists" / f"{language}-1.html").write_bytes(_fetch("/"))
            for article in articles:
                (target / f"{article.slug}.html").write_bytes(_fetch(f"/?name={article.slug}"))


def _fetch(path: str) -> bytes:
    try:
        with urllib.request.urlopen(ADDRESS + path) as answer:
            return answer.read()
    except urllib.error.HTTPError as error:
        return error.read()


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve())
