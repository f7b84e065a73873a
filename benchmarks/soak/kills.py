"""Kill runs at random instants, some runs after them too; look at what readers see and what the next run makes."""

import random
import signal
import time
from collections import Counter
from dataclasses import dataclass, field

import duckdb

from benchmarks.soak.runner import Run
from benchmarks.soak.site import Hashes, Site, sample_files

# Starting points: nothing yet, or a warehouse of the first half of the files.
NOTHING, HALF = "nothing", "half"
# One in so many kills hits a run that keeps Dagster's history on disk.
_HISTORY_EVERY = 5


@dataclass
class Kills:
    """What came of the kills so far; `broken` says for each that broke a promise which, and its seed."""

    done: int = 0
    recovered: int = 0
    where: Counter = field(default_factory=Counter)
    seen: Counter = field(default_factory=Counter)
    broken: list[str] = field(default_factory=list)


@dataclass
class Ground:
    """A site with its starting points saved, and the hashes that readers may see."""

    site: Site
    old: Hashes
    new: Hashes
    seconds: float


def prepare_ground(site: Site, step: int = 5) -> Ground:
    """Run twice undisturbed: half of the files, then all."""
    site.add(sample_files(0, step))
    site.finish()
    old = site.look()
    site.save(HALF)
    site.add(sample_files(1, step))
    start = time.monotonic()
    site.finish()
    return Ground(site, old, site.look(), time.monotonic() - start)


def kill_at_random(ground: Ground, kills: Kills, seed: str) -> None:
    """One run killed at an instant that `seed` chooses, then runs that may be killed as well, then one that may not."""
    choice, site = random.Random(seed), ground.site
    start = choice.choice((NOTHING, HALF))
    site.restore(start)
    raw = site.raw_state()
    try:
        while True:
            _kill(ground, kills, choice, start)
            if choice.random() < 0.5:
                break
        recover(ground)
        assert site.raw_state() == raw, "the raw folder was changed"
        kills.recovered += 1
    except (AssertionError, TimeoutError, OSError, duckdb.Error) as error:
        kills.broken.append(f"seed {seed}, from {start}: {type(error).__name__}: {str(error)[-1500:]}")


def _kill(ground: Ground, kills: Kills, choice: random.Random, start: str) -> None:
    kills.done += 1
    run = ground.site.start(history=kills.done % _HISTORY_EVERY == 0)
    time.sleep(choice.uniform(0, ground.seconds))
    run.send(signal.SIGKILL)
    run.wait()
    kills.where[_stage(run)] += 1
    left = run.left_behind()
    assert not left, f"processes were left behind: {left}"
    kills.seen[check_reader(ground, may_be_nothing=start == NOTHING)] += 1


def check_reader(ground: Ground, *, may_be_nothing: bool) -> str:
    """What a reader sees must be the old warehouse or the new one, whole; says which."""
    found = ground.site.look()
    names = {"old": ground.old, "new": ground.new} | ({"nothing": None} if may_be_nothing else {})
    matching = [name for name, hashes in names.items() if hashes == found]
    assert matching, "readers see neither the old nor the new warehouse"
    asides = [name for name in ground.site.left_over() if name.startswith(".builds")]
    assert len(asides) <= 1, f"more than one unfinished build: {asides}"
    return matching[0]


def recover(ground: Ground) -> None:
    """The next run succeeds by itself and makes what an undisturbed run makes."""
    start = time.monotonic()
    ground.site.finish()
    # The load of the machine changes: kills are spread over the time that a run takes now.
    ground.seconds = 0.7 * ground.seconds + 0.3 * (time.monotonic() - start)
    assert ground.site.look() == ground.new, "the tables differ from those of an undisturbed run"
    assert not ground.site.left_over(), f"left over: {ground.site.left_over()}"


def _stage(run: Run) -> str:
    """The last thing that the run announced."""
    lines = [line.partition(" s  ")[2].strip() for line in run.errors().splitlines() if " s  " in line]
    words = " ".join(word for word in (lines[-1] if lines else "starting").split() if not word.isdigit())
    return f"{words} (had ended)" if run.code == 0 else words
