"""Headless Chromium, for tests that look at pages and for `docs/screenshots.py`."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

CHROMIUM, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
QUIET = ("--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-quic")
PLAIN = ("--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--window-size=1600,1000")


def is_there() -> bool:
    """True where chromium and its driver are installed."""
    return bool(CHROMIUM and DRIVER)


@contextmanager
def open_browser(profile: Path) -> Iterator:
    """A selenium driver that fetches nothing by itself and keeps the messages of pages; `profile` is its folder."""
    from selenium import webdriver

    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    for flag in (*PLAIN, *QUIET, f"--user-data-dir={profile}"):
        options.add_argument(flag)
    driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(executable_path=DRIVER))
    try:
        yield driver
    finally:
        driver.quit()
