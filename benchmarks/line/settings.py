"""The environment of a run on folders of its own."""

from datetime import date
from pathlib import Path


def settings_of(folder: Path, today: date) -> dict[str, str]:
    """Raw folder, warehouse and history below `folder`; names come from the gazetteer, since the texts are invented."""
    return {
        "BROADSHEET_RAW_DIR": str(folder / "raw"),
        "BROADSHEET_WAREHOUSE_DIR": str(folder / "warehouse"),
        "DAGSTER_HOME": str(folder / "home"),
        "BROADSHEET_TODAY": str(today),
        "BROADSHEET_NER": "gazetteer",
    }
