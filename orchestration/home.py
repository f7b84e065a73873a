"""Where Dagster keeps its history: data/.dagster, an absolute path however the program is called."""

import os
import shutil
from pathlib import Path

from assets.errors import BroadsheetError
from assets.warehouse.workspace import PROJECT_DIR


def dagster_home() -> Path:
    """The folder of Dagster's history: the user's DAGSTER_HOME, else ours."""
    return Path(os.environ.get("DAGSTER_HOME") or PROJECT_DIR / "data" / ".dagster").absolute()


def set_dagster_home() -> Path:
    """Point DAGSTER_HOME at a folder with our settings, unless the user has set one. Raises BroadsheetError."""
    home = dagster_home()
    os.environ["DAGSTER_HOME"] = str(home)
    os.environ.setdefault("DAGSTER_DISABLE_TELEMETRY", "yes")
    try:
        home.mkdir(parents=True, exist_ok=True)
        if not (home / "dagster.yaml").exists():
            shutil.copyfile(Path(__file__).with_name("dagster.yaml"), home / "dagster.yaml")
    except OSError as error:
        raise BroadsheetError(
            "Cannot keep the history of runs",
            where=str(home),
            why=error.strerror or str(error),
            do="Give write permission, or set DAGSTER_HOME to a folder that can be written.",
            exit_code=2,
        ) from error
    return home
