"""Short cuts for the reading tests: rows of a file as dicts, and invented articles."""

import gzip
import io
import json
import tarfile
import zipfile

from assets.reading.limits import DEFAULT
from assets.reading.read import FileContent, read_bytes

LINE = {"title": "Pier reopens", "url": "https://kelp.test/pier", "text": "The pier reopened on Monday after repairs."}


def article(number: int) -> dict:
    """An invented record that differs from all others."""
    return {**LINE, "title": f"Pier {number} reopens", "url": f"https://kelp.test/pier/{number}"}


def json_line(number: int) -> str:
    """An invented record as a line of JSON."""
    return json.dumps(article(number))


def page(title: str = "Pier reopens", body: str = "The pier reopened on Monday.") -> str:
    """An invented page."""
    return (
        f"<!DOCTYPE html>\n<html><head><title>{title}</title></head><body><h1>{title}</h1><p>{body}</p></body></html>\n"
    )


def read(data: bytes | str, name: str, limits=DEFAULT) -> FileContent:
    """read_bytes, for text too."""
    return read_bytes(data.encode() if isinstance(data, str) else data, name, limits)


def rows(data: bytes | str, name: str, limits=DEFAULT) -> list[dict]:
    """The records of a file that is not refused."""
    content = read(data, name, limits)
    assert content.rejection is None, content.rejection
    return content.records.to_dicts()


def fields(data: bytes | str, name: str) -> list[dict]:
    """The objects of a file's good records."""
    return [json.loads(row["content"]) for row in rows(data, name) if row["reason"] is None]


def reasons(data: bytes | str, name: str, limits=DEFAULT) -> list[str | None]:
    """The reason of each record, None for good ones; of the file, when it is refused."""
    content = read(data, name, limits)
    return [content.rejection[0]] if content.rejection else content.records["reason"].to_list()


def gz(data: bytes | str) -> bytes:
    """Compressed with a fixed time."""
    return gzip.compress(data.encode() if isinstance(data, str) else data, mtime=0)


def zipped(*members: tuple[str, bytes | str], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return out.getvalue()


def tarred(*members: tuple[str, bytes]) -> bytes:
    """A tar archive."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, data in members:
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return out.getvalue()
