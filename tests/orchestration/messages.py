"""What the command line is asked in test_messages.py: a small warehouse, and one call for each message.

`python -m tests.orchestration.messages` writes the golden files anew.
"""

import contextlib
import functools
import io
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from unittest import mock

from assets.contract.catalog import load_tables as contract_tables
from assets.contract.frames import build_frame
from assets.warehouse.load import load_tables
from assets.warehouse.lock import hold_lock
from assets.warehouse.publish import publish
from assets.warehouse.workspace import Workspace, prepare
from tests.marts.small_warehouse import article, source, story

GOLDEN = Path(__file__).with_name("golden")
Setup = Callable[[Path], object]


@functools.cache
def _filled() -> tempfile.TemporaryDirectory:
    """Made once: a warehouse is copied faster than it is published."""
    folder = tempfile.TemporaryDirectory()
    _publish(Path(folder.name))
    return folder


def _fill(folder: Path) -> None:
    shutil.copytree(_filled().name, folder, dirs_exist_ok=True, symlinks=True)


def _publish(folder: Path) -> None:
    """Two copies and another article, in two files."""
    workspace = Workspace(folder / "raw", folder / "warehouse", date(2026, 11, 16))
    prepare(workspace)
    group = {"story_id": "5e77", "duplicate_group_id": "d0", "record_id": "4e1"}
    rows = {
        "sources": [source("alpha"), source("beta")],
        "articles": [
            article("a1b2", "alpha", "2026-11-16T09:00", **group),
            article("a1c3", "beta", "2026-11-16T11:00", **{**group, "is_canonical": False}),
            article("b0ff", "beta", "2026-11-16T12:00", record_id="4e2"),
        ],
        "stories": [story("5e77", representative_article_id="a1b2", independent_article_count=1, method="words")],
        "story_articles": [
            {"story_id": "5e77", "article_id": name, "similarity": 0.9, "shared_entities": []}
            for name in ("a1b2", "a1c3")
        ],
        "duplicates": [
            {
                "article_id": "a1b2", "other_article_id": "a1c3", "kind": "near", "similarity": 0.8,
                "containment": 0.95, "shared_words": 95, "explanation": "They share 95 words in two runs.",
            }
        ],
        "duplicate_groups": [
            {"duplicate_group_id": "d0", "canonical_article_id": "a1b2", "article_count": 2, "reason": "came first"}
        ],
        "records": [
            {"record_id": name, "format": "text", "char_count": 9, "text": "Some text"} for name in ("4e1", "4e2")
        ],
        "files": [
            _file("f1", "crane.txt", "parsed"), _file("f2", "gull.txt", "parsed"), _file("f3", "bad.bin", "quarantined")
        ],
        "record_files": [
            {"record_id": f"4e{n}", "file_id": f"f{n}", "ordinal": 0, "byte_start": 0, "byte_end": 9} for n in (1, 2)
        ],
        "quarantine": [
            {
                "file_id": "f3", "stage": "read", "reason": "unsupported_type", "detail": "binary, of no known kind",
                "landed_on": date(2026, 11, 16),
            }
        ],
    }  # fmt: skip
    load_tables(workspace, {name: build_frame(name, rows.get(name, [])) for name in contract_tables("tables")})
    publish(workspace)


def _file(file_id: str, name: str, status: str) -> dict[str, object]:
    return {
        "file_id": file_id, "path": f"2026-11-16/{name}", "size_bytes": 9, "landed_on": date(2026, 11, 16),
        "status": status, "reason": None if status == "parsed" else "unsupported_type", "record_count": 1,
        "article_count": 1, "quarantine_count": 0,
    }  # fmt: skip


def _nothing(folder: Path) -> None:
    (folder / "raw").mkdir()


def _no_write(folder: Path) -> None:
    (folder / "warehouse").write_text("a file, not a folder")


# A message by name: what to prepare, and what is typed.
MESSAGES: dict[str, tuple[Setup, list[str]]] = {
    "command_mistyped": (_nothing, ["rnu"]),
    "option_mistyped": (_nothing, ["sql", "--exmaple", "list"]),
    "option_without_value": (_nothing, ["briefing", "--day"]),
    "argument_missing": (_nothing, ["why"]),
    "argument_too_many": (_nothing, ["plan", "now"]),
    "port_is_no_number": (_nothing, ["ui", "--port", "web"]),
    "help": (_nothing, ["--help"]),
    "help_why": (_nothing, ["why", "--help"]),
    "help_sql": (_nothing, ["sql", "--help"]),
    "help_reparse": (_nothing, ["reparse", "--help"]),
    "today_is_no_date": (_nothing, ["sql", "select 1", "BROADSHEET_TODAY=soon"]),
    "plan_empty_raw_folder": (_nothing, ["plan"]),
    "sql_no_warehouse": (_nothing, ["sql", "select 1"]),
    "why_no_warehouse": (_nothing, ["why", "crane.txt"]),
    "export_no_warehouse": (_nothing, ["export", "articles", "articles.csv"]),
    "briefing_no_warehouse": (_nothing, ["briefing"]),
    "diff_no_warehouse": (_nothing, ["diff"]),
    "warehouse_is_a_file": (_no_write, ["run"]),
    "reparse_day_is_none": (_nothing, ["reparse", "--from", "monday", "--to", "2026-11-18"]),
    "reparse_range_is_empty": (_nothing, ["reparse", "--from", "2026-11-18", "--to", "2026-11-16"]),
    "briefing_day_is_none": (_fill, ["briefing", "--day", "16.11.2026"]),
    "briefing_nothing_landed": (_fill, ["briefing", "--day", "2026-11-20"]),
    "sql_unknown_column": (_fill, ["sql", "select titel from articles"]),
    "sql_unknown_table": (_fill, ["sql", "from artikles"]),
    "sql_syntax": (_fill, ["sql", "selec title from articles"]),
    "sql_write": (_fill, ["sql", "delete from articles"]),
    "sql_answer": (_fill, ["sql", "select article_id, title from articles order by all"]),
    "example_unknown": (_fill, ["sql", "--example", "who_is_qouted"]),
    "example_unknown_far": (_fill, ["sql", "--example", "zebra"]),
    "export_unknown_format": (_fill, ["export", "articles", "articles.xlsx"]),
    "export_unknown_table": (_fill, ["export", "marts.syndicate", "x.csv"]),
    "export_no_folder": (_fill, ["export", "articles", "nowhere/x.csv"]),
    "why_unknown": (_fill, ["why", "zebra"]),
    "why_file_mistyped": (_fill, ["why", "2026-11-16/cranes.txt"]),
    "why_several": (_fill, ["why", "a1"]),
    "why_file_refused": (_fill, ["why", "bad.bin"]),
    "why_file": (_fill, ["why", "gull.txt"]),
    "why_article": (_fill, ["why", "b0"]),
    "why_story": (_fill, ["why", "5e"]),
    "why_record": (_fill, ["why", "4e2"]),
    "why_pair": (_fill, ["why", "a1b2", "a1c3"]),
    "why_pair_without_text": (_fill, ["why", "a1b2", "gull.txt"]),
    "why_pair_unclear": (_fill, ["why", "a1b2", "5e77"]),
    "run_locked": (_fill, ["rebuild"]),
}


def say(name: str) -> str:
    """What the user typed and got: both streams, folders left out, and the exit code."""
    setup, typed = MESSAGES[name]
    settings = dict(part.split("=", 1) for part in typed if re.match(r"[A-Z_]+=", part))
    arguments = [part for part in typed if part.split("=", 1)[0] not in settings]
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary).resolve()
        setup(folder)
        code, output = _call(folder, arguments, settings, is_locked=name == "run_locked")
        output = output.replace(str(folder), "FOLDER")
    output = re.sub(r"pid \d+", "pid PID", "\n".join(line.rstrip() for line in output.splitlines()))
    shown = " ".join(f'"{part}"' if " " in part else part for part in typed)
    return f"$ broadsheet {shown}\n{output.strip()}\nexit code {code}\n"


def _call(folder: Path, arguments: list[str], settings: dict[str, str], *, is_locked: bool) -> tuple[int, str]:
    environment = {
        "BROADSHEET_RAW_DIR": str(folder / "raw"), "BROADSHEET_WAREHOUSE_DIR": str(folder / "warehouse"),
        "DAGSTER_HOME": str(folder / "home"), "NO_COLOR": "1", "COLUMNS": "110", "TERM": "dumb", **settings,
    }  # fmt: skip
    output = io.StringIO()
    with (
        mock.patch.dict(os.environ, environment),
        mock.patch.object(sys, "argv", ["broadsheet", *arguments]),
        contextlib.redirect_stdout(output),
        contextlib.redirect_stderr(output),
        contextlib.chdir(folder),
        _lock(folder, is_locked),
    ):
        from orchestration.cli import main

        try:
            main()
        except SystemExit as left:
            return int(left.code or 0), output.getvalue()
    return 0, output.getvalue()


@contextlib.contextmanager
def _lock(folder: Path, is_locked: bool) -> Iterator[None]:
    """Another run is at work while the block runs."""
    if not is_locked:
        yield
        return
    with hold_lock(folder / "warehouse" / ".lock"):
        yield


if __name__ == "__main__":
    GOLDEN.mkdir(exist_ok=True)
    for message in MESSAGES:
        (GOLDEN / f"{message}.txt").write_text(say(message), encoding="utf-8")
