"""Break runs in every way we know and print what came of it: `python -m benchmarks.soak [--kills 200] [--seed 1]`."""

import argparse
import tempfile
import time
from pathlib import Path

from benchmarks.soak.kills import Kills, kill_at_random, prepare_ground
from benchmarks.soak.runner import Runner
from benchmarks.soak.site import Site


def random_kills(folder: Path, count: int, seed: int) -> bool:
    """Kill until `count` runs were killed; True when no promise was broken."""
    with Runner(folder / "out") as runner:
        ground, kills, start = prepare_ground(Site(folder / "site", runner)), Kills(), time.monotonic()
        number = 0
        while kills.done < count:
            before = len(kills.broken)
            kill_at_random(ground, kills, f"{seed}-{number}")
            number += 1
            for text in kills.broken[before:]:
                print(f"BROKEN {text}", flush=True)
            if number % 10 == 0:
                print(f"... {kills.done} kills, {time.monotonic() - start:.0f} s", flush=True)
    print(f"random kills, seed {seed}: {kills.done} kills in {number} rounds, {kills.recovered} rounds recovered,")
    print(f"  {len(kills.broken)} broken promises; readers saw {dict(kills.seen.most_common())}")
    for stage, times in kills.where.most_common():
        print(f"  {times:4} killed while: {stage}")
    return not kills.broken


def main() -> None:
    """Run the parts that are asked for; exit code 1 when a promise was broken."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=200, help="runs to kill at random instants")
    parser.add_argument("--seed", type=int, default=1, help="of the random instants, to repeat a soak")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        is_well = random_kills(Path(scratch), options.kills, options.seed)
    raise SystemExit(0 if is_well else 1)


if __name__ == "__main__":
    main()
