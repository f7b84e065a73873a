"""Lists that a user may edit: text files and CSV tables in the data folder of a stage, with "#" for comments.

Put here: reading them, and saying what is wrong with one. Keep out: what an entry means.
"""

import csv
import hashlib
from pathlib import Path

from assets.errors import BroadsheetError


def read_lines(path: Path) -> list[str]:
    """The entries of a list, one a line, stripped; comments and empty lines left out."""
    return [line for _, line in _numbered(path)]


def read_rows(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV table by the names in its heading, each on one line.

    Raises BroadsheetError naming file and line when a line has more or fewer fields than the heading.
    """
    lines = _numbered(path)
    heading = next(csv.reader([lines[0][1]])) if lines else []
    return [_read_row(path, number, line, heading) for number, line in lines[1:]]


def read_sections(path: Path) -> dict[str, list[str]]:
    """The phrases of a list by section: a name in brackets, then lines of phrases set apart by "|". Case is folded.

    Raises BroadsheetError when a phrase stands above the first section.
    """
    found: dict[str, list[str]] = {}
    section = None
    for number, line in _numbered(path):
        if line.startswith("["):
            section = found.setdefault(line.strip("[] "), [])
        elif section is None:
            raise bad_list(path, number, "it stands in no section: there is no [name] above it")
        else:
            section += filter(None, (phrase.strip().casefold() for phrase in line.split("|")))
    return found


def bad_list(path: Path, line: int | str, why: str) -> BroadsheetError:
    """The error for a list that cannot be used; `line` is a number or the line itself."""
    where = f"{path.parent.parent.name}/data/{path.name}, line {line}"
    return BroadsheetError(
        "A list cannot be read",
        where=where,
        why=why,
        do="Correct the line; its form is described at the top of the list.",
    )


def data_version(folder: Path) -> str:
    """Hash of all files in a data folder: results kept under it are made anew when a user edits one."""
    digest = hashlib.blake2b(digest_size=6)
    for path in sorted(path for path in folder.iterdir() if path.is_file()):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def _numbered(path: Path) -> list[tuple[int, str]]:
    lines = enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
    return [(number, line.strip()) for number, line in lines if line.strip() and not line.startswith("#")]


def _read_row(path: Path, number: int, line: str, heading: list[str]) -> dict[str, str]:
    try:
        cells = next(csv.reader([line], strict=True))
    except csv.Error as error:
        raise bad_list(path, number, str(error)) from error
    if len(cells) != len(heading):
        raise bad_list(path, number, f"it has {len(cells)} fields, the heading has {len(heading)}: {','.join(heading)}")
    return dict(zip(heading, cells, strict=True))
