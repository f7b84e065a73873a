"""Tell whoever is watching what is being done, and what it cost: the command line shows it as it goes, Dagster keeps it
with the run."""

import logging
import os
import resource
import time
from dataclasses import dataclass

log = logging.getLogger("broadsheet")


@dataclass(frozen=True)
class Cost:
    """Seconds by the clock, CPU seconds of this process and the workers that it has ended, and the most megabytes that
    this process had in memory up to the end of what was measured."""

    seconds: float
    cpu_seconds: float
    peak_megabytes: int

    def __sub__(self, earlier: "Cost") -> "Cost":
        return Cost(
            round(self.seconds - earlier.seconds, 3),
            round(self.cpu_seconds - earlier.cpu_seconds, 3),
            self.peak_megabytes,
        )


_announced: list[tuple[str, Cost]] = []


def announce(message: str) -> None:
    """Say what starts now, in a few words."""
    log.info(message)
    _announced.append((message, _now()))


def start_measuring() -> None:
    """A run starts: what was announced before it does not count."""
    _announced.clear()
    _announced.append(("starting", _now()))


def cost_so_far() -> Cost:
    """What the run has cost up to now."""
    return _now() - _announced[0][1] if _announced else Cost(0, 0, 0)


def cost_by_step() -> list[tuple[str, Cost]]:
    """What has been announced so far, with what each cost until the next was."""
    ends = [cost for _, cost in _announced[1:]] + [_now()]
    return [(message, end - start) for (message, start), end in zip(_announced, ends, strict=True)]


def _now() -> Cost:
    times = os.times()
    cpu_seconds = times.user + times.system + times.children_user + times.children_system
    # Linux counts the peak in kilobytes.
    return Cost(time.monotonic(), cpu_seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1000)
