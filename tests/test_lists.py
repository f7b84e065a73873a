"""Lists that users edit: read as written, and a slip is named with its file and line."""

import subprocess
import sys

import pytest

from assets.errors import BroadsheetError
from assets.lists import data_version, read_lines, read_rows, read_sections


@pytest.fixture
def folder(tmp_path):
    path = tmp_path / "quotes" / "data"
    path.mkdir(parents=True)
    return path


def test_comments_and_empty_lines_are_left_out(folder):
    (folder / "words.txt").write_text("# said how\nsays\n\n  told \n")
    assert read_lines(folder / "words.txt") == ["says", "told"]


def test_rows_have_the_names_of_the_heading(folder):
    (folder / "names.csv").write_text('# people\nname,aliases\n"Quill, Marta",M. Quill|Quill\nVale,\n')
    assert read_rows(folder / "names.csv") == [
        {"name": "Quill, Marta", "aliases": "M. Quill|Quill"},
        {"name": "Vale", "aliases": ""},
    ]


@pytest.mark.parametrize("line", ["Quill", "Quill,,", 'Quill,"M. Quill'])
def test_a_slip_is_named(folder, line):
    (folder / "names.csv").write_text(f"# people\nname,aliases\nVale,\n{line}\n")
    with pytest.raises(BroadsheetError, match=r"quotes/data/names\.csv, line 4"):
        read_rows(folder / "names.csv")


def test_sections_hold_their_phrases_in_lower_case(folder):
    (folder / "words.txt").write_text("# who\n[by]\nBy | Von |\n\n[role]\neditor\n[by]\npar\n")
    assert read_sections(folder / "words.txt") == {"by": ["by", "von", "par"], "role": ["editor"]}


def test_a_phrase_above_all_sections_is_a_slip(folder):
    (folder / "words.txt").write_text("# who\nBy\n[by]\n")
    with pytest.raises(BroadsheetError, match=r"quotes/data/words\.txt, line 2"):
        read_sections(folder / "words.txt")


def test_an_edit_changes_the_version(folder):
    (folder / "words.txt").write_text("says\n")
    before = data_version(folder)
    (folder / "words.txt").write_text("says\ntold\n")
    assert data_version(folder) != before


def test_a_slip_in_the_marker_list_is_one_line_and_no_file_is_refused(tmp_path):
    (tmp_path / "markers.txt").write_text("[share line]\nen share this article\n")
    code = f"""
from pathlib import Path
from assets.parsing import markers
markers.DATA = Path({str(tmp_path)!r})
import assets.parse_worker
"""
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    last = ended.stderr.strip().splitlines()[-1]
    assert "BroadsheetError: A list cannot be read" in last and "en share this article" in last
