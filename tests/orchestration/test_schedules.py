"""The schedule runs when the setting says, and a setting that is none is told in one line."""

import pytest

from assets.errors import BroadsheetError
from orchestration.schedules import SETTING, make_schedule


def test_every_morning_unless_set(monkeypatch):
    monkeypatch.delenv(SETTING, raising=False)
    assert make_schedule().cron_schedule == "0 5 * * *"
    monkeypatch.setenv(SETTING, "30 6 * * 1-5")
    assert make_schedule().cron_schedule == "30 6 * * 1-5"
    assert "30 6 * * 1-5" in make_schedule().description


def test_a_setting_that_is_no_cron_expression(monkeypatch):
    monkeypatch.setenv(SETTING, "at six")
    with pytest.raises(BroadsheetError, match="no cron expression"):
        make_schedule()
