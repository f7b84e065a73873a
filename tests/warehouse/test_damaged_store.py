"""The parsed store: batches of another version count as not there; damaged ones are set aside, by a run only."""

from datetime import date

import polars as pl
import pytest

from assets.contract.frames import build_frame
from assets.step_01_files import scan_raw_folder
from assets.step_02_articles import ParseConfig, parse_files
from assets.warehouse.batch_tables import BY_ARTICLE, BY_FILE, BY_RECORD
from assets.warehouse.lock import hold_lock
from assets.warehouse.parsed import add_batch, parsed_versions, read_columns, read_parsed, read_rows, unused_batches
from assets.warehouse.soundness import DamagedFileError, damaged_files
from assets.warehouse.tables import glance_table, read_table, write_table

ARTICLE = """Harbour gets {n} cranes

TIDEWATER - The harbour board of Tidewater agreed on Monday to buy {n} cranes for the eastern quay, years after they
were first promised. "We have waited long enough for this," said Marta Quill, who chairs the board.
"""


def store(workspace, *file_ids: str) -> None:
    """One batch a file."""
    for file_id in file_ids:
        frames = {name: build_frame(name, []) for name in (*BY_FILE, *BY_RECORD, *BY_ARTICLE)}
        frames["parsed_files"] = build_frame("parsed_files", [{"file_id": file_id, "parser_version": "1"}])
        frames["records"] = build_frame("records", [{"record_id": f"record of {file_id}"}])
        add_batch(workspace, date(2026, 11, 16), frames)


def batch_of(workspace, number: int):
    return workspace.work_dir / "parsed" / "2026-11-16" / f"{number:06}"


def rewrite(path, change) -> None:
    change(pl.read_parquet(path)).write_parquet(path)


def hurt(path) -> None:
    data = bytearray(path.read_bytes())
    data[4:40] = bytes(36)
    path.write_bytes(data)


@pytest.mark.parametrize(
    ("table", "change"),
    [
        ("parsed_files", lambda frame: frame.drop("detail")),
        ("segments", lambda frame: frame.drop(frame.columns[-1])),
        ("parsed_articles", lambda frame: frame.with_columns(colour=pl.lit("red"))),
        ("records", lambda frame: frame.with_columns(pl.col(frame.columns[0]).cast(pl.Categorical))),
    ],
)
def test_a_batch_with_other_columns_is_not_there_so_that_its_files_are_parsed_again(workspace, table, change):
    store(workspace, "a", "b")
    rewrite(batch_of(workspace, 0) / f"{table}.parquet", change)
    assert parsed_versions(workspace)["file_id"].to_list() == ["b"]
    assert read_parsed(workspace, "parsed_files")["parsed_files"]["file_id"].to_list() == ["b"]
    assert unused_batches(workspace) == [batch_of(workspace, 0)]
    store(workspace, "a")
    assert sorted(parsed_versions(workspace)["file_id"]) == ["a", "b"]


def test_a_batch_that_lacks_a_table_or_whose_columns_cannot_be_read_is_not_there(workspace):
    store(workspace, "a", "b", "c")
    (batch_of(workspace, 0) / "article_keys.parquet").unlink()
    (batch_of(workspace, 1) / "rejections.parquet").write_bytes(b"PAR1")
    assert parsed_versions(workspace)["file_id"].to_list() == ["c"]


@pytest.mark.filterwarnings("ignore")
def test_only_the_run_that_holds_the_lock_sets_a_damaged_batch_aside(workspace):
    store(workspace, "a", "b")
    hurt(batch_of(workspace, 0) / "parsed_files.parquet")
    assert damaged_files(workspace) == [batch_of(workspace, 0) / "parsed_files.parquet"]
    with pytest.raises(DamagedFileError, match="broadsheet rebuild"):
        parsed_versions(workspace)
    assert batch_of(workspace, 0).exists()
    with hold_lock(workspace.lock_file):
        with pytest.raises(DamagedFileError, match=r"was set aside in .*000-parsed-2026-11-16-000000.*run again"):
            read_columns(workspace, "parsed_files", ["file_id"])
        assert parsed_versions(workspace)["file_id"].to_list() == ["b"]
    assert not damaged_files(workspace)


def test_rows_of_a_damaged_batch_are_one_clear_line(workspace):
    store(workspace, "a")
    hurt(batch_of(workspace, 0) / "records.parquet")
    wanted = pl.DataFrame({"record_id": ["record of a"], "batch": [0]})
    with pytest.raises(DamagedFileError) as caught:
        read_rows(workspace, "records", wanted)
    assert "records.parquet" in str(caught.value) and "\n" not in str(caught.value)


def test_a_table_of_another_version_gives_what_it_has(workspace):
    entry = {"path": "a", "path_bytes": b"a", "landed_on": date(2026, 1, 1), "status": "seen", "inode": 7}
    write_table(workspace, "raw_entries", build_frame("raw_entries", [entry]))
    path = workspace.work_dir / "tables" / "raw_entries.parquet"
    rewrite(path, lambda frame: frame.drop("inode").with_columns(more=1))
    assert read_table(workspace, "raw_entries").select("landed_on", "inode").rows() == [(date(2026, 1, 1), None)]
    rewrite(path, lambda frame: frame.drop("status"))
    assert read_table(workspace, "raw_entries").is_empty()


def test_a_damaged_table_is_written_anew(workspace):
    frame = build_frame("sources", [{"source_id": "s", "name": "S", "kind": "publisher", "article_count": 1}])
    write_table(workspace, "sources", frame)
    hurt(workspace.work_dir / "tables" / "sources.parquet")
    write_table(workspace, "sources", frame)
    assert read_table(workspace, "sources").equals(frame)


@pytest.mark.filterwarnings("ignore")
def test_a_run_that_meets_a_damaged_batch_parses_its_files_again(workspace):
    for name in ("nine", "forty"):
        (workspace.raw_dir / f"{name}.txt").write_text(ARTICLE.format(n=name))
    with hold_lock(workspace.lock_file):
        list(scan_raw_folder(workspace))
        list(parse_files(ParseConfig(), workspace))
        before = read_parsed(workspace, "segments", "parsed_articles")
        hurt(next(workspace.work_dir.rglob("segments.parquet")))
        list(parse_files(ParseConfig(), workspace))
        after = read_parsed(workspace, "segments", "parsed_articles")
    assert all(after[name].equals(before[name]) for name in before) and before["segments"].height


def test_a_table_whose_end_is_damaged_is_told_of_also_when_only_its_first_rows_are_looked_at(workspace):
    write_table(workspace, "topics", build_frame("topics", [{"topic_id": "1", "label": "labour", "level": 1}]))
    path = workspace.work_dir / "tables" / "topics.parquet"
    path.write_bytes(path.read_bytes()[:-40] + bytes(40))
    with pytest.raises(DamagedFileError):
        glance_table(workspace, "topics", 5)
