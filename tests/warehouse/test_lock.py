"""One run at a time, and a dead holder holds nothing."""

import subprocess
import sys

import pytest

from assets.errors import BroadsheetError
from assets.warehouse.lock import hold_lock

HOLDER = """
import sys, time
from pathlib import Path
from assets.warehouse.lock import hold_lock
with hold_lock(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


def test_the_loser_is_told_who_holds_it_and_the_lock_dies_with_its_holder(tmp_path):
    path = tmp_path / ".lock"
    with subprocess.Popen([sys.executable, "-c", HOLDER, str(path)], stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(BroadsheetError, match=f"pid {holder.pid}") as caught, hold_lock(path, wait_seconds=0.1):
            pass
        assert caught.value.exit_code == 3
        holder.kill()
        holder.wait()
    with hold_lock(path, wait_seconds=5):
        pass
