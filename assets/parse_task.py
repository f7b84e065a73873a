"""What a worker process is asked to parse, and what is kept of a file that it could not do.

Put here: what the process that hands out files needs to know. Keep out: the parsers, which only workers load.
"""

from dataclasses import dataclass

import polars as pl

from assets import parsing, reading
from assets.contract.frames import build_frame

PARSER_VERSION = f"{reading.VERSION}.{parsing.VERSION}"
FROM_PARSING = (
    "records", "rejections", "segments", "parsed_articles", "parsed_teasers", "parsed_credits", "field_candidates",
)  # fmt: skip

Frames = dict[str, pl.DataFrame]


@dataclass(frozen=True)
class RawFile:
    """A file to parse: the raw folder, its path below it as bytes, the content it must have, and its name's hint."""

    root: str
    path: bytes
    file_id: str
    name_hint: str = ""


def refuse_file(raw: RawFile, reason: str, detail: str) -> Frames:
    """The tables for a file whose worker died or was stopped: the file is refused with that reason."""
    file = {
        "file_id": raw.file_id,
        "stage": "parse",
        "reason": reason,
        "detail": detail,
        "parser_version": PARSER_VERSION,
        "name_hint": raw.name_hint,
    }
    empty = {name: build_frame(name, []) for name in ("read_records", *FROM_PARSING)}
    return {"parsed_files": build_frame("parsed_files", [file]), **empty}
