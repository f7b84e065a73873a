"""Text that attacks whoever looks at it does nothing: in the Dagster UI, the briefing, the terminal, an export."""

import csv
import time

import pytest

from tests.ui.serving import broadsheet, serve, wait_for

# Scripts, markdown that fetches or runs, a formula, colours and a changed direction for terminals, a forged log line.
ATTACKS = (
    "<script>window.__x = 1</script>",
    "<img src=x onerror='window.__x = 2'>",
    "![pixel](http://127.0.0.1:9/pixel.png)",
    "[press](javascript:window.__x=3)",
    "</pre></td><iframe src='http://127.0.0.1:9/'></iframe>",
    "\x1b[31mred\x1b]8;;http://127.0.0.1:9/\x07link",
    "\u202egnp.exe",
    "{{ 7 * 7 }} ${7*7} %s%n",
)
BODY = (
    "TIDEWATER - The harbour board of Tidewater agreed on Monday to buy a second crane for the quay. {attack}\n\n"
    '"We have waited nine years for this {attack}," said Marta Quill, who chairs the board.\n\n'
    "The crane is to arrive in spring, and the old one will be kept for smaller ships.\n"
)
NAME = "<img src=x onerror=window.__x=4> ![p](javascript:x).txt"
PAGES = ("assets/parsed_articles?view=overview", "assets/quarantine?view=overview", "assets/files?view=overview",
         "assets/briefings?view=overview", "assets/stories?view=overview", "assets/quotes?view=overview",
         "assets/work_database?view=checks", "runs")  # fmt: skip
OUTSIDE = "return performance.getEntriesByType('resource').map(e => e.name).filter(n => !n.startsWith(location.origin))"
LIVE = (
    'return [...document.querySelectorAll(\'a[href^="javascript:"], iframe, img[src^="http://127.0.0.1:9"]\')].length'
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A warehouse of hostile articles, and of one file that is refused with hostile words in it."""
    made = tmp_path_factory.mktemp("hostile")
    raw = made / "raw" / "2026-11-16"
    raw.mkdir(parents=True)
    for number, attack in enumerate(ATTACKS):
        title = f"=cmd|' /C calc'!A{number} {attack} crane"
        (raw / f"{number}.txt").write_text(f"{title}\n\n{BODY.format(attack=attack)}")
    (raw / NAME).write_text("# Second crane\n\n" + BODY.format(attack="also here"))
    (raw / "refused.json").write_text('{"title": "' + "".join(ATTACKS))
    done = broadsheet(made, "run")
    assert done.returncode == 0, done.stderr[-2000:]
    assert no_controls(done.stdout + done.stderr)
    return made


def no_controls(printed: bytes) -> bool:
    """Nothing that a terminal would obey, nor that turns the reading direction."""
    text = printed.decode()
    return not set(text) & set("\x1b\x07\x9b\u202a\u202b\u202d\u202e\u2066\u2067\u2068\u2069")


def test_the_ui_runs_and_fetches_nothing(folder, browser):
    with serve(folder) as address:
        for page in PAGES:
            browser.get(f"{address}/{page}")
            wait_for(lambda: len(browser.page_source) > 5_000, 60)
            time.sleep(1.5)
            assert browser.execute_script("return window.__x") is None, page
            assert browser.execute_script(OUTSIDE) == [], page
            assert browser.execute_script(LIVE) == 0, page
        browser.get(f"{address}/assets/parsed_articles?view=overview")
        wait_for(lambda: "calc" in browser.page_source, 60)


def test_the_briefing_runs_and_fetches_nothing(folder, browser):
    pages = sorted((folder / "warehouse").rglob("*.html"))
    assert pages
    for page in pages:
        browser.get(page.as_uri())
        assert browser.execute_script("return window.__x") is None
        assert browser.execute_script("return performance.getEntriesByType('resource').length") == 0
        assert browser.execute_script(LIVE) == 0


def test_a_terminal_is_told_nothing(folder):
    for arguments in (
        ("sql", "select title, body from articles"),
        ("why", "0.txt"),
        ("why", "refused.json"),
        ("plan",),
    ):
        done = broadsheet(folder, *arguments)
        assert done.returncode == 0, done.stderr
        assert no_controls(done.stdout + done.stderr), arguments


def test_a_spreadsheet_runs_nothing(folder, tmp_path):
    done = broadsheet(folder, "export", "articles", str(tmp_path / "articles.csv"))
    assert done.returncode == 0, done.stderr
    with (tmp_path / "articles.csv").open(newline="") as file:
        rows = list(csv.reader(file))
    assert len(rows) > len(ATTACKS)
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
