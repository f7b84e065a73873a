"""The page in headless Chromium, narrow and wide: nothing sticks out, nothing is fetched, nothing complains."""

import base64
import os
from pathlib import Path

import pytest

from tests import chromium
from tests.briefing.warehouse import TUESDAY, hostile_warehouse, page_of

SCREENSHOTS = os.environ.get("BROADSHEET_SCREENSHOTS")

pytestmark = pytest.mark.skipif(not chromium.is_there(), reason="chromium and chromium-driver are not installed")


@pytest.fixture(scope="module")
def browser(tmp_path_factory):
    with chromium.open_browser(tmp_path_factory.mktemp("profile")) as driver:
        yield driver


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    path = tmp_path_factory.mktemp("briefing") / "briefing.html"
    path.write_text(page_of(hostile_warehouse(), TUESDAY), encoding="utf-8")
    return path


@pytest.mark.parametrize("width", [360, 1280])
def test_it_fits_fetches_nothing_and_complains_of_nothing(browser, page, width):
    open_page(browser, page, width)
    assert browser.execute_script("return document.documentElement.scrollWidth") <= width
    assert browser.execute_script("return performance.getEntriesByType('resource').length") == 0
    assert browser.get_log("browser") == []
    assert smallest_text(browser) >= 9
    if SCREENSHOTS:
        save(browser, f"briefing-{width}", width)


def test_at_night_it_is_dark(browser, page):
    colours = []
    for scheme in ("light", "dark"):
        features = [{"name": "prefers-color-scheme", "value": scheme}]
        browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})
        open_page(browser, page, 1280)
        colour = browser.execute_script("return getComputedStyle(document.body).backgroundColor")
        colours.append(sum(int(part) for part in colour.strip("rgb()").split(",")))
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})
    assert colours[0] > 600 and colours[1] < 150


def test_it_prints(browser, page):
    open_page(browser, page, 1280)
    printed = base64.b64decode(browser.execute_cdp_cmd("Page.printToPDF", {})["data"])
    assert printed.startswith(b"%PDF") and 1 <= printed.count(b"/Type /Page\n") <= 8


def open_page(browser, page: Path, width: int) -> None:
    size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 500}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    browser.get(page.as_uri())


def smallest_text(browser) -> float:
    """Pixels of the smallest text a reader sees, drawings with their scale included."""
    return browser.execute_script(
        """return Math.min(...[...document.querySelectorAll('p, td, th, li, summary, svg text')].map(e => {
            const drawing = e.ownerSVGElement;
            const scale = drawing ? drawing.getBoundingClientRect().width / drawing.viewBox.baseVal.width : 1;
            return scale * parseFloat(getComputedStyle(e).fontSize);
        }))"""
    )


def save(browser, name: str, width: int) -> None:
    """Keep the whole page as a picture, where BROADSHEET_SCREENSHOTS names a folder."""
    height = browser.execute_script("return document.documentElement.scrollHeight")
    clip = {"x": 0, "y": 0, "width": width, "height": height, "scale": 1}
    shot = browser.execute_cdp_cmd("Page.captureScreenshot", {"captureBeyondViewport": True, "clip": clip})
    Path(SCREENSHOTS, f"{name}.png").write_bytes(base64.b64decode(shot["data"]))
