"""Take the pictures of README.md: the sample corpus day by day, the UI and a briefing in headless Chromium.

`python -m docs.screenshots` (chromium and chromium-driver installed) writes docs/images.
"""

import base64
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

from tests import chromium
from tests.ui.serving import ROOT, command, serve, settings, wait_for

IMAGES = ROOT / "docs" / "images"
# Picture -> page of the UI, and a word that it shows when it is there.
PAGES = {
    "graph": ("asset-groups", "marts"),
    "checks": ("assets/work_database?view=checks", "articles__body_is_short"),
    "automation": ("automation", "daily_refresh"),
    "table": ("assets/articles?view=overview", "Columns"),
    "plots": ("assets/published_warehouse?view=overview", "Metadata"),
}


def main() -> None:
    """Run the sample corpus a day at a time, then look at everything."""
    with tempfile.TemporaryDirectory() as name, tempfile.TemporaryDirectory() as profile:
        folder = Path(name)
        _run_day_by_day(folder)
        with serve(folder) as address, chromium.open_browser(Path(profile)) as browser:
            for picture, (page, word) in PAGES.items():
                _look(browser, f"{address}/{page}", word)
                if picture == "plots":
                    _show_plots(browser)
                browser.save_screenshot(str(IMAGES / f"{picture}.png"))
            _take_briefings(browser, max((folder / "warehouse" / "briefings").glob("*.html")))


def _run_day_by_day(folder: Path) -> None:
    environment = {key: value for key, value in settings(folder).items() if key != "BROADSHEET_NER"}
    for day in sorted(path for path in (ROOT / "data" / "raw").iterdir() if path.is_dir()):
        shutil.copytree(day, folder / "raw" / day.name)
        subprocess.run(command("run"), cwd=ROOT, env=environment, check=True, capture_output=True)


def _look(browser, address: str, word: str) -> None:
    browser.get(address)
    wait_for(lambda: word in browser.page_source, 60)
    time.sleep(4)  # Drawings move into their place.


def _show_plots(browser) -> None:
    from selenium.webdriver.common.by import By

    browser.find_element(By.XPATH, "//button[normalize-space(.)='Plots']").click()
    time.sleep(3)
    browser.execute_script("arguments[0].scrollIntoView()", browser.find_element(By.XPATH, "//*[text()='Metadata']"))
    time.sleep(1)


def _take_briefings(browser, page: Path) -> None:
    for name, width in (("briefing", 1280), ("briefing-narrow", 360)):
        size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 500}
        browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
        browser.get(page.as_uri())
        clip = {"x": 0, "y": 0, "width": width, "height": 2400, "scale": 1}
        shot = browser.execute_cdp_cmd("Page.captureScreenshot", {"captureBeyondViewport": True, "clip": clip})
        (IMAGES / f"{name}.png").write_bytes(base64.b64decode(shot["data"]))


if __name__ == "__main__":
    main()
