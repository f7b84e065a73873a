"""One warehouse that all fault tests share: each breaks a run of its own and leaves the warehouse whole."""

import pytest

from benchmarks.soak.kills import prepare_ground
from benchmarks.soak.runner import Runner
from benchmarks.soak.site import Site


@pytest.fixture(scope="session")
def runner(tmp_path_factory):
    with Runner(tmp_path_factory.mktemp("faults") / "out") as made:
        yield made


@pytest.fixture(scope="session")
def ground(runner, tmp_path_factory):
    """Half of a few files published, then all; `old` and `new` are what readers may see."""
    return prepare_ground(Site(tmp_path_factory.mktemp("faults") / "a site with spaces 🗞", runner), step=10)
