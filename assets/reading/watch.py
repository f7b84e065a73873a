"""Has anything in the raw folder changed? Answered from names, sizes and times alone: no file is opened."""

import hashlib
import os
from pathlib import Path

from assets.reading.folder import open_root, walk_folder
from assets.reading.passed_over import passed_over_reason


def fingerprint_folder(root: Path) -> str:
    """16 hexadecimal digits that differ when an entry came, went or changed. Raises as discovery.scan_folder does."""
    digest = hashlib.blake2b(digest_size=8)
    with open_root(root) as folder:
        for entry in walk_folder(folder, lambda name: passed_over_reason(os.fsdecode(name)) is None):
            status = entry.status
            mark = (status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino) if status else ()
            digest.update(repr((entry.path, mark)).encode())
    return digest.hexdigest()
