"""Where briefings lie: one HTML file a landing day, whole or not at all."""

import re
from datetime import date
from pathlib import Path

from assets.warehouse.files import flush_file, flush_folder
from assets.warehouse.workspace import Workspace

HEAD_BYTES = 2000


def briefing_path(workspace: Workspace, day: date) -> Path:
    """The file of that landing day's briefing."""
    return workspace.warehouse_dir / "briefings" / f"briefing-{day.isoformat()}.html"


def write_briefing_file(workspace: Workspace, day: date, page: str) -> Path:
    """Put `page` in place in one step; a reader sees the old page or the new one."""
    path = briefing_path(workspace, day)
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(f".{path.name}.aside")
    aside.write_bytes(page.encode("utf-8"))
    flush_file(aside)
    aside.replace(path)
    flush_folder(path.parent)
    return path


def read_stamp(workspace: Workspace, day: date, name: str) -> str | None:
    """The content of the meta element `name` in the head of that day's page; None without a page."""
    try:
        with briefing_path(workspace, day).open("rb") as handle:
            head = handle.read(HEAD_BYTES).decode("utf-8", "replace")
    except FileNotFoundError:
        return None
    match = re.search(rf'<meta name="{re.escape(name)}" content="([^"]*)"', head)
    return match[1] if match else None
