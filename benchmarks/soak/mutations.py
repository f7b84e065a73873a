"""Damage good files of every format and read and parse them: articles or a listed reason, never an exception."""

import random
import signal
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from assets.parsing.records import parse_records
from assets.reading.read import read_bytes
from assets.reading.reasons import REASONS
from benchmarks.soak.site import sample_files
from tests.reading.test_mutations import samples

# More CPU time than this for a file of some kilobytes is a hang.
_SECONDS = 10
_NAMES = ("a.html", "a.txt", "a.json", "a.csv", "no-suffix")


def damage(choice: random.Random, files: dict[str, bytes]) -> tuple[str, bytes]:
    """A file with one to four stretches flipped, cut, deleted, repeated or spliced in, sometimes under another name."""
    name = choice.choice(sorted(files))
    data, other = files[name], files[choice.choice(sorted(files))]
    for _ in range(choice.randint(1, 4)):
        place, size = choice.randint(0, len(data)), choice.randint(0, 64)
        flipped = bytes(byte ^ 1 << choice.randrange(8) for byte in data[place : place + 1])
        data = {
            "flip": data[:place] + flipped + data[place + 1 :],
            "cut": data[:place],
            "delete": data[:place] + data[place + size :],
            "repeat": data[:place] + data[place : place + size] * 2 + data[place + size :],
            "splice": data[:place] + other[size : size * 3] + data[place:],
        }[choice.choice(("flip", "flip", "cut", "delete", "repeat", "splice"))]
    return name if choice.random() < 0.7 else choice.choice(_NAMES), data


def handle(name: str, data: bytes) -> str:
    """What became of a file. Raises AssertionError when it is neither articles nor a listed reason."""
    content = read_bytes(data, Path(name).name)
    if content.rejection:
        assert content.rejection[0] in REASONS, content.rejection
        return content.rejection[0]
    parsed = parse_records(content.records)
    reasons = set(parsed.rejections["reason"])
    assert reasons <= set(REASONS), reasons
    accounted = set(parsed.rejections["record_id"]) | set(parsed.parsed_articles["record_id"])
    assert accounted == set(content.records["record_id"]), "a record is not accounted for"
    return "articles" if parsed.parsed_articles.height else min(reasons)


def mutate(count: int, seed: int) -> tuple[Counter, list[str]]:
    """Outcomes of `count` damaged files, and those that broke the rule, with the seed that makes each again."""
    files = sample_files(0, 1) | {f"{number}-{name}": data for number, (name, data) in enumerate(samples())}
    outcomes, broken = Counter(), []
    for number in range(count):
        name, data = damage(random.Random(f"{seed}-{number}"), files)
        try:
            with _time_limit():
                outcomes[handle(name, data)] += 1
        except Exception as error:
            broken.append(f"seed {seed}-{number} ({name}): {type(error).__name__}: {error}")
    return outcomes, broken


@contextmanager
def _time_limit() -> Iterator[None]:
    def stop(*_: object) -> None:
        raise TimeoutError(f"more than {_SECONDS} CPU s")

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, _SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
