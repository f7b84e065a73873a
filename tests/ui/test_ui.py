"""A person opens the Dagster UI, presses "Materialize all" and sees it succeed: in headless Chromium, for real."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import duckdb
import pytest

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
SCREENSHOTS = os.environ.get("BROADSHEET_SCREENSHOTS")
ARTICLE = """Harbour gets a second crane

TIDEWATER, Nov. 16 - The harbour board of Tidewater agreed on Monday to buy a second crane for the eastern quay.

"We have waited nine years for this," said Marta Quill, who chairs the board. The crane is to arrive in spring, and
the old one will be kept for smaller ships. Fishermen had asked for it after two storms last winter closed the quay.
"""

pytestmark = pytest.mark.skipif(not (CHROMIUM and DRIVER), reason="chromium and chromium-driver are not installed")


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """The UI on a free port, over one article; stopped with all its processes afterwards."""
    folder = tmp_path_factory.mktemp("ui")
    (folder / "raw" / "2026-11-16").mkdir(parents=True)
    (folder / "raw" / "2026-11-16" / "crane.txt").write_text(ARTICLE)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = {
        **os.environ,
        "BROADSHEET_RAW_DIR": str(folder / "raw"),
        "BROADSHEET_WAREHOUSE_DIR": str(folder / "warehouse"),
        "DAGSTER_HOME": str(folder / "home"),
        "BROADSHEET_NER": "gazetteer",
    }
    command = [sys.executable, "-c", "from orchestration.cli import main; main()", "ui", "--port", str(port)]
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(
            command,
            cwd=ROOT,
            env=environment,
            stdout=log,
            stderr=log,
            start_new_session=True,
            preexec_fn=_reset_signals,
        )
        try:
            wait_for(lambda: _is_up(port), 120)
            yield f"http://127.0.0.1:{port}", folder
        finally:
            os.killpg(process.pid, signal.SIGINT)
            try:
                process.wait(30)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)


@pytest.fixture(scope="module")
def browser(tmp_path_factory):
    """Headless Chromium that talks to nobody but the server."""
    from selenium import webdriver

    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    quiet = ("--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run")
    profile = f"--user-data-dir={tmp_path_factory.mktemp('profile')}"
    for flag in (
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--window-size=1600,1000",
        profile,
        *quiet,
    ):
        options.add_argument(flag)
    driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(executable_path=DRIVER))
    yield driver
    driver.quit()


def test_a_person_materializes_everything_and_sees_it_succeed(server, browser):
    from selenium.webdriver.common.by import By

    url, folder = server
    browser.get(f"{url}/asset-groups")
    button = "//button[contains(., 'Materialize all') or normalize-space(.)='Materialize']"
    wait_for(lambda: browser.find_elements(By.XPATH, button), 60)
    wait_for(lambda: "marts" in browser.page_source, 60)
    browser.find_element(By.XPATH, button).click()
    published = folder / "warehouse" / "news.duckdb"
    wait_for(published.exists, 150)
    browser.get(f"{url}/runs")
    wait_for(lambda: "Success" in browser.page_source, 60)
    save(browser, "runs")
    browser.get(f"{url}/asset-groups")
    wait_for(lambda: "marts" in browser.page_source, 60)
    time.sleep(3)
    save(browser, "graph")
    browser.get(f"{url}/assets/work_database?view=checks")
    wait_for(lambda: "agency_credits__key_unique" in browser.page_source, 60)
    save(browser, "checks")
    browser.get(f"{url}/assets/parsed_articles?view=overview")
    wait_for(lambda: "extraction_confidence" in browser.page_source, 60)
    save(browser, "asset")
    with duckdb.connect(str(published), read_only=True) as connection:
        assert connection.execute("select title from articles").fetchall() == [("Harbour gets a second crane",)]


def wait_for(is_there, seconds: float) -> None:
    """Look twice a second until it is there; fail when it never is."""
    deadline = time.monotonic() + seconds
    while not is_there():
        assert time.monotonic() < deadline, "not there in time"
        time.sleep(0.5)


def save(browser, name: str) -> None:
    """Keep what the person sees, where BROADSHEET_SCREENSHOTS names a folder."""
    if SCREENSHOTS:
        browser.save_screenshot(str(Path(SCREENSHOTS) / f"{name}.png"))


def _is_up(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def _reset_signals() -> None:
    signal.signal(signal.SIGINT, signal.default_int_handler)
