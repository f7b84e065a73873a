"""A person opens the Dagster UI, presses "Materialize all" and sees it succeed: in headless Chromium, for real."""

import os
import time
from pathlib import Path

import duckdb
import pytest

from tests.ui.serving import serve, wait_for

SCREENSHOTS = os.environ.get("BROADSHEET_SCREENSHOTS")
ARTICLE = """Harbour gets a second crane

TIDEWATER, Nov. 16 - The harbour board of Tidewater agreed on Monday to buy a second crane for the eastern quay.

"We have waited nine years for this," said Marta Quill, who chairs the board. The crane is to arrive in spring, and
the old one will be kept for smaller ships. Fishermen had asked for it after two storms last winter closed the quay.
"""


@pytest.fixture(scope="module")
def server(browser, tmp_path_factory):
    """The UI over one article."""
    folder = tmp_path_factory.mktemp("ui")
    (folder / "raw" / "2026-11-16").mkdir(parents=True)
    (folder / "raw" / "2026-11-16" / "crane.txt").write_text(ARTICLE)
    with serve(folder) as address:
        yield address, folder


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
    wait_for(lambda: "articles__body_is_short" in browser.page_source, 60)
    save(browser, "checks")
    browser.get(f"{url}/assets/parsed_articles?view=overview")
    wait_for(lambda: "extraction_confidence" in browser.page_source, 60)
    save(browser, "asset")
    with duckdb.connect(str(published), read_only=True) as connection:
        assert connection.execute("select title from articles").fetchall() == [("Harbour gets a second crane",)]


def save(browser, name: str) -> None:
    """Keep what the person sees, where BROADSHEET_SCREENSHOTS names a folder."""
    if SCREENSHOTS:
        browser.save_screenshot(str(Path(SCREENSHOTS) / f"{name}.png"))
