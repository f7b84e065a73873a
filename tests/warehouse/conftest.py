"""A workspace in a temporary folder."""

from datetime import date

import pytest

from assets.warehouse.workspace import Workspace, prepare


@pytest.fixture
def workspace(tmp_path):
    raw = tmp_path / "raw"
    raw.mkdir()
    made = Workspace(raw, tmp_path / "warehouse", date(2026, 11, 16))
    prepare(made)
    return made
