"""A headless browser for all tests of the UI."""

import pytest

from tests import chromium


@pytest.fixture(scope="session")
def browser(tmp_path_factory):
    """Headless Chromium that talks to nobody but the server."""
    if not chromium.is_there():
        pytest.skip("chromium and chromium-driver are not installed")
    with chromium.open_browser(tmp_path_factory.mktemp("profile")) as driver:
        yield driver
