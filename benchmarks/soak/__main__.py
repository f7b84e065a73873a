"""Break runs in every way we know and print what came of it: `python -m benchmarks.soak [--only kills,disk]`.

Every line that says BROKEN names the seed or the point that makes it again. Nobody may edit the tree meanwhile: what a
build is called depends on its SQL.
"""

import argparse
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from benchmarks.soak.boundaries import boundaries, kill_at
from benchmarks.soak.disk import can_mount, fill_disks
from benchmarks.soak.kills import NOTHING, Ground, Kills, kill_at_random, prepare_ground
from benchmarks.soak.mutations import mutate
from benchmarks.soak.runner import Runner
from benchmarks.soak.site import Site
from benchmarks.soak.syscalls import Bench, has_strace, strike_all

Part = Callable[[Path, argparse.Namespace], int]


def random_kills(folder: Path, options: argparse.Namespace) -> int:
    """Kill runs at random instants; returns how many promises were broken."""
    kills, rounds, start = Kills(), 0, time.monotonic()
    with Runner(folder / "out") as runner:
        ground = prepare_ground(Site(folder / "site", runner))
        while kills.done < options.kills:
            before = len(kills.broken)
            kill_at_random(ground, kills, f"{options.seed}-{rounds}")
            rounds += 1
            for text in kills.broken[before:]:
                print(f"BROKEN {text}", flush=True)
            if rounds % 10 == 0:
                print(f"... {kills.done} kills, {time.monotonic() - start:.0f} s", flush=True)
    print(f"{kills.done} runs killed in {rounds} rounds, {kills.recovered} rounds ended in a run that succeeded")
    print(f"  readers saw {dict(kills.seen.most_common())}")
    for stage, times in kills.where.most_common():
        print(f"  {times:4} killed while: {stage}")
    return len(kills.broken)


def stage_boundaries(folder: Path, options: argparse.Namespace) -> int:
    """Kill a run at every boundary that has a name."""
    with Runner(folder / "out") as runner:
        ground = prepare_ground(Site(folder / "site", runner))
        points = boundaries(ground)
        seen = Counter(_try(lambda point=point: kill_at(ground, point, NOTHING), point) for point in points)
    print(f"{len(points)} stage boundaries: readers saw {dict(seen)}")
    return seen["BROKEN"]


def system_calls(folder: Path, options: argparse.Namespace) -> int:
    """Let every system call of a publish fail, or kill there."""
    if not has_strace():
        print("system calls: strace is not there or may not trace; left out")
        return 0
    struck, broken = Counter(), 0
    for call, fault, number, wrong in strike_all(Bench(folder)):
        struck[f"{call} {fault}"] += 1
        if wrong:
            broken += 1
            print(f"BROKEN {call} {fault} number {number}: {wrong}", flush=True)
    print(f"{struck.total()} system calls of a publish struck: {dict(struck)}")
    return broken


def full_disks(folder: Path, options: argparse.Namespace) -> int:
    """Run on disks that are too small."""
    with Runner(folder / "out") as runner:
        ground: Ground = prepare_ground(Site(folder / "site", runner))
        if not can_mount(ground):
            print("full disks: no right to mount one; left out")
            return 0
        results = list(fill_disks(ground))
    for share, wrong in results:
        print(f"  {share:.0%} of the room a run needs: {'BROKEN ' + wrong if wrong else 'well'}")
    return sum(wrong is not None for _, wrong in results)


def damaged_files(folder: Path, options: argparse.Namespace) -> int:
    """Read and parse files that were damaged at random."""
    outcomes, broken = mutate(options.mutations, options.seed)
    print(f"{options.mutations} damaged files: {dict(outcomes.most_common())}")
    for text in broken:
        print(f"BROKEN {text}")
    return len(broken)


PARTS: dict[str, Part] = {
    "mutations": damaged_files,
    "syscalls": system_calls,
    "disk": full_disks,
    "boundaries": stage_boundaries,
    "kills": random_kills,
}


def _try(act: Callable[[], str], what: str) -> str:
    try:
        return act()
    except Exception as error:
        print(f"BROKEN {what}: {type(error).__name__}: {error}", flush=True)
        return "BROKEN"


def main() -> None:
    """Do the parts that are asked for; exit code 1 when a promise was broken."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", default=",".join(PARTS), help=f"parts: {', '.join(PARTS)}")
    parser.add_argument("--kills", type=int, default=200, help="runs to kill at random instants")
    parser.add_argument("--mutations", type=int, default=10_000, help="files to damage")
    parser.add_argument("--seed", type=int, default=1, help="of what is random, to repeat it")
    options = parser.parse_args()
    broken = 0
    for name in options.only.split(","):
        print(f"{name}, seed {options.seed}", flush=True)
        with tempfile.TemporaryDirectory() as scratch:
            broken += PARTS[name](Path(scratch), options)
    print(f"{broken} promises broken")
    raise SystemExit(1 if broken else 0)


if __name__ == "__main__":
    main()
