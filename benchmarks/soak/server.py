"""Fork `broadsheet` commands from a process that has imported everything once: a run then costs its own work only.

Asked over standard input, a JSON object a line: {"run": [arguments], "environment": {...}, "folder": path} answers the
process number; {"look": number} answers how it ended, or null. With `"history": false` Dagster keeps the run's history
in memory, which is most of what a small run costs.
"""

import json
import logging
import os
import resource
import sys
from pathlib import Path

import dagster as dg

import orchestration.commands.doctor
import orchestration.commands.rebuild
import orchestration.commands.run
import orchestration.commands.summary
import orchestration.definitions
from orchestration import cli


def _run(request: dict) -> int:
    process = os.fork()
    if process == 0:
        _become(request)
        sys.exit(cli.main())
    return process


def _become(request: dict) -> None:
    """The child: a session of its own, output to files, and the environment it was asked for."""
    os.setsid()
    folder = Path(request["folder"])
    for number, name in ((0, os.devnull), (1, folder / f"{os.getpid()}.out"), (2, folder / f"{os.getpid()}.err")):
        descriptor = os.open(name, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o644)
        os.dup2(descriptor, number)
    os.environ.update(request["environment"])
    for name, value in request.get("limits", {}).items():
        resource.setrlimit(getattr(resource, name), (value, value))
    if not request.get("history", True):
        in_memory = dg.DagsterInstance.ephemeral
        dg.DagsterInstance.get = staticmethod(in_memory)
    sys.argv = ["broadsheet", *request["run"]]


def _look(process: int) -> int | None:
    ended, status = os.waitpid(process, os.WNOHANG)
    return os.waitstatus_to_exitcode(status) if ended else None


@dg.op
def _nothing() -> None:
    pass


@dg.job
def _warm() -> None:
    _nothing()


def _warm_up() -> None:
    """Load what runs load late. Nothing here may start threads of Polars: a fork would lose them and hang."""
    orchestration.definitions.defs.resolve_job_def("refresh")
    logging.disable()
    with dg.DagsterInstance.ephemeral() as instance:
        _warm.execute_in_process(instance=instance)
    logging.disable(logging.NOTSET)
    threads = [(task / "comm").read_text().strip() for task in Path("/proc/self/task").iterdir()]
    assert not [name for name in threads if name.startswith(("polars-0", "tokio", "async"))], threads


def main() -> None:
    """Answer until standard input is closed."""
    _warm_up()
    for line in sys.stdin:
        request = json.loads(line)
        answer = _run(request) if "run" in request else _look(request["look"])
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
