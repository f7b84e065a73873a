"""Recognise names on all cores: a recogniser whose texts go to worker processes when there are enough of them.

Put here: what goes to a worker, and what happens when one dies. Keep out: what a worker does (name_worker.py).
"""

from collections.abc import Iterator, Sequence

from assets.entities.backends import Backend, GazetteerBackend, Span
from assets.errors import BroadsheetError
from assets.reading.limits import MIB, Limits
from assets.reading.workers import Result, Task, count_cores, map_files

WORK = "assets.name_worker:read_texts"

# Below it one process is done before others have loaded the model (2 s, as long as the model takes for so much).
LEAST_CHARS = 150_000
# A task takes about 3 s; what a worker holds at once grows with it.
CHARS_A_TASK = 200_000
# The vocabulary of a model grows with every new word it reads: a worker is replaced before that counts.
TASKS_A_WORKER = 50

# A text of ours cannot hang a recogniser: these only end a run that would never end by itself.
_LIMITS = Limits(
    worker_cpu_seconds=600,
    worker_wall_seconds=3600,
    worker_memory_bytes=1024 * MIB,
    worker_recycle_files=TASKS_A_WORKER,
)


class WorkerBackend:
    """A recogniser that reads many texts in worker processes, few texts here. The same spans in either case."""

    def __init__(self, backend: Backend, *, least_chars: int = LEAST_CHARS, workers: int | None = None) -> None:
        self.name, self.version = backend.name, backend.version
        self._backend, self._least_chars, self._workers = backend, least_chars, workers

    def load(self) -> None:
        """Nothing: whoever reads loads the model."""

    def read(self, texts: Sequence[str]) -> list[list[Span]]:
        """The spans of each text.

        Raises BroadsheetError when a worker runs out of time or memory, or dies twice over the same texts.
        """
        if sum(map(len, texts)) < self._least_chars:
            return self._backend.read(texts)
        results = map_files(
            (Task(list(part)) for part in split_texts(texts)), WORK, workers=self._workers, limits=_LIMITS
        )
        return [[tuple(span) for span in spans] for result in results for spans in _spans_of(result)]


def on_all_cores(backend: Backend) -> Backend:
    """The recogniser in worker processes, where it is one that takes time and there is more than one core."""
    return backend if count_cores() == 1 or isinstance(backend, GazetteerBackend) else WorkerBackend(backend)


def split_texts(texts: Sequence[str]) -> Iterator[list[str]]:
    """The texts in order, in parts of at most CHARS_A_TASK characters; a longer text is a part of its own."""
    part: list[str] = []
    size = 0
    for text in texts:
        if part and size + len(text) > CHARS_A_TASK:
            yield part
            part, size = [], 0
        part.append(text)
        size += len(text)
    if part:
        yield part


def _spans_of(result: Result) -> list[list[list[object]]]:
    if result.reason:
        raise BroadsheetError(
            "Names could not be recognised",
            where="a worker process of the recogniser",
            why=result.detail or result.reason,
            do="Free some memory, or set BROADSHEET_NER=gazetteer to do without a model, and run again.",
        )
    return result.value
