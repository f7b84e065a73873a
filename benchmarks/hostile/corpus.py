"""The corpus: its generator beside the project makes it, its manifest says what must become of each case."""

import base64
import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

GENERATOR = Path(__file__).resolve().parents[3] / "shared" / "hostile" / "make_hostile.py"


@dataclass(frozen=True)
class Case:
    """One case of the manifest."""

    id: str
    path: bytes
    format: str
    expected: tuple[str, ...]
    accept_rows: int
    quarantine_rows: int
    must_contain: tuple[str, ...]
    must_not_contain: tuple[str, ...]
    special: str | None

    @property
    def is_multi_row(self) -> bool:
        """Cases whose counts must be exact."""
        return self.accept_rows > 1 or self.quarantine_rows > 1 or (self.accept_rows > 0 and self.quarantine_rows > 0)


def make_corpus(folder: Path, *, is_small: bool, only: str = "") -> None:
    """Generate the corpus into an empty folder. Raises CalledProcessError when the generator fails."""
    options = [*(["--small"] if is_small else []), *(["--only", only] if only else [])]
    subprocess.run([sys.executable, str(GENERATOR), str(folder), *options], check=True, stdout=subprocess.DEVNULL)


def read_cases(folder: Path) -> list[Case]:
    """The cases of a generated corpus; those that the file system could not hold are left out."""
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    cases = [_case(row) for row in manifest["cases"]]
    return [case for case in cases if not (case.special or "").startswith("not_created")]


def _case(row: dict[str, Any]) -> Case:
    return Case(
        id=row["id"],
        path=base64.b64decode(row["path_b64"]),
        format=row["format"],
        expected=(row["expected"], *row["also_ok"]),
        accept_rows=row["accept_rows"],
        quarantine_rows=row["quarantine_rows"],
        must_contain=tuple(row["must_contain"]),
        must_not_contain=tuple(row["must_not_contain"]),
        special=row["special"],
    )
