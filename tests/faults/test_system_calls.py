"""A few system calls of a publish fail, or are the last one; `make soak` strikes every one of them."""

import pytest

from benchmarks.soak.syscalls import Bench, has_strace

pytestmark = pytest.mark.skipif(not has_strace(), reason="strace is not there, or may not trace here")


@pytest.fixture(scope="module")
def bench(tmp_path_factory):
    return Bench(tmp_path_factory.mktemp("syscalls"))


@pytest.mark.parametrize(
    ("call", "fault"),
    [
        ("pwrite64", "error=ENOSPC"),
        ("sendfile", "error=EIO"),
        ("fsync", "error=EIO"),
        ("rename", "signal=SIGKILL"),
        ("symlink", "signal=SIGKILL"),
        ("mkdir", "error=ENOSPC"),
    ],
)
def test_a_publish_that_is_struck_leaves_the_old_or_the_new_build(bench, call, fault):
    assert bench.strike(call, fault, 1)
