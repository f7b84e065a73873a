"""Walking and opening below a folder without ever leaving it: no link is followed, nothing but regular files is opened.

Every step goes from an open folder to a name in it (openat), so that a folder swapped for a link changes nothing.
"""

import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

_FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC
_FILE = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC


@dataclass(frozen=True, slots=True)
class FolderEntry:
    """Something below the folder: its path as bytes, and its lstat; no status when a folder could not be listed."""

    path: bytes
    status: os.stat_result | None
    error: str | None = None


@contextmanager
def open_root(root: Path) -> Iterator[int]:
    """A descriptor of the raw folder itself, which may be a link.

    Raises FileNotFoundError, NotADirectoryError or PermissionError with a text that says so.
    """
    try:
        descriptor = os.open(root, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    except FileNotFoundError as error:
        raise FileNotFoundError(error.errno, "the folder does not exist", str(root)) from None
    except NotADirectoryError as error:
        raise NotADirectoryError(error.errno, "it is not a folder", str(root)) from None
    except PermissionError as error:
        raise PermissionError(error.errno, "the folder may not be read by this user", str(root)) from None
    try:
        yield descriptor
    finally:
        os.close(descriptor)


def open_inside(root: int, path: bytes, flags: int = _FILE) -> int:
    """Open a path below the folder, one component at a time. Raises OSError when any of them is a link."""
    *folders, name = path.split(b"/")
    if any(part in (b"", b".", b"..") for part in (*folders, name)):
        raise ValueError(f"not a path below the folder: {path!r}")
    here = os.dup(root)
    try:
        for folder in folders:
            below = os.open(folder, _FOLDER, dir_fd=here)
            os.close(here)
            here = below
        return os.open(name, flags, dir_fd=here)
    finally:
        os.close(here)


@contextmanager
def open_file(root: int, path: bytes) -> Iterator[int]:
    """A descriptor of a regular file below the folder. Raises OSError for anything else."""
    descriptor = open_inside(root, path)
    try:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise OSError(f"no regular file: {path!r}")
        yield descriptor
    finally:
        os.close(descriptor)


def read_file(root: Path, path: bytes) -> bytes:
    """All bytes of a regular file below the raw folder. Raises OSError when it is none or cannot be read."""
    with open_root(root) as folder, open_file(folder, path) as descriptor, os.fdopen(os.dup(descriptor), "rb") as file:
        return file.read()


def walk_folder(root: int, enters: Callable[[bytes], bool]) -> Iterator[FolderEntry]:
    """Every entry below the folder but folders that are entered; `enters` says which names are.

    Links are entries of their own and are never followed. A folder that cannot be listed is an entry with an error.
    """
    waiting = [b""]
    while waiting:
        folder = waiting.pop()
        try:
            entries = _list(root, folder)
        except OSError as error:
            yield FolderEntry(folder, None, error.strerror or str(error))
            continue
        for path, status in entries:
            if stat.S_ISDIR(status.st_mode) and enters(path.rpartition(b"/")[2]):
                waiting.append(path)
            else:
                yield FolderEntry(path, status)


def _list(root: int, folder: bytes) -> list[tuple[bytes, os.stat_result]]:
    descriptor = open_inside(root, folder, _FOLDER) if folder else os.dup(root)
    try:
        with os.scandir(descriptor) as entries:
            found = [(os.fsencode(entry.name), _status(entry)) for entry in entries]
    finally:
        os.close(descriptor)
    prefix = folder + b"/" if folder else b""
    return [(prefix + name, status) for name, status in found if status]


def _status(entry: os.DirEntry[str]) -> os.stat_result | None:
    """The entry's own status; None when it is gone already."""
    try:
        return entry.stat(follow_symlinks=False)
    except OSError:
        return None
