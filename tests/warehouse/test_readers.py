"""Readers that never stop asking see one whole build after the other, and no error, while builds are published."""

import json
import subprocess
import sys
import time

from assets.contract.frames import build_frame
from assets.warehouse.load import load_tables
from assets.warehouse.publish import publish

PUBLISHES, ROWS = 5, 3_000

# Prints one line a look: which generation all rows of two tables are of, or what is wrong. One reader opens the file
# anew for every look; another keeps the connection that it opened first, and must go on getting the same answer.
READER = """
import json, sys
from pathlib import Path
import duckdb

QUESTION = '''
    select count(*), count(distinct generation), any_value(generation)::int
    from (select split_part(name, '-', 1) as generation from sources
          union all select split_part(label, '-', 1) from topics)
'''
path, stop, rows, keeps = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]), sys.argv[4] == "keeps"

def look(connection):
    (count, generations, generation), = connection.execute(QUESTION).fetchall()
    assert (count, generations) == (2 * rows, 1), f"{count} rows of {generations} generations"
    return generation

kept = duckdb.connect(path, read_only=True) if keeps else None
while not stop.exists():
    try:
        if kept:
            seen = look(kept.cursor())
        else:
            with duckdb.connect(path, read_only=True) as connection:
                seen = look(connection)
        print(json.dumps({"seen": seen}), flush=True)
    except Exception as error:
        print(json.dumps({"wrong": f"{type(error).__name__}: {error}"}), flush=True)
"""


def fill(workspace, generation: int) -> None:
    """Two tables whose every row says which generation it is of."""
    numbers = range(ROWS)
    sources = [
        {"source_id": f"{n}", "name": f"{generation}-{n}", "kind": "publisher", "article_count": 1} for n in numbers
    ]
    topics = [{"topic_id": f"{n}", "label": f"{generation}-{n}", "level": 1} for n in numbers]
    load_tables(workspace, {"sources": build_frame("sources", sources), "topics": build_frame("topics", topics)})


def publish_in_place(workspace) -> None:
    """How it must not be done: write into the file that readers open."""
    new, published = workspace.work_database.read_bytes(), workspace.published.resolve()
    published.chmod(0o644)
    with published.open("wb") as file:
        for half in (new[: len(new) // 2], new[len(new) // 2 :]):
            file.write(half)
            file.flush()
            time.sleep(0.5)


def watch(workspace, folder, put_out, keeps: str = "opens anew") -> list[dict]:
    """What a reader saw while generation after generation was put out."""
    fill(workspace, 0)
    publish(workspace)
    stop, seen = folder / "stop", folder / "seen"
    command = [sys.executable, "-c", READER, str(workspace.published), str(stop), str(ROWS), keeps]
    with seen.open("wb") as output, subprocess.Popen(command, stdout=output) as reader:
        try:
            for generation in range(1, PUBLISHES + 1):
                wait_for_look(seen, reader)
                fill(workspace, generation)
                put_out(workspace)
            wait_for_look(seen, reader)
        finally:
            stop.touch()
        assert reader.wait(60) == 0
    return [json.loads(line) for line in seen.read_text().splitlines()]


def wait_for_look(seen, reader) -> None:
    """Until the reader has looked once more, from the beginning of a look to its end."""
    wanted, deadline = len(seen.read_text().splitlines()) + 2, time.monotonic() + 120
    while len(seen.read_text().splitlines()) < wanted:
        assert reader.poll() is None and time.monotonic() < deadline
        time.sleep(0.01)


def test_a_reader_in_a_loop_sees_every_build_whole_and_in_order(workspace, tmp_path):
    looks = watch(workspace, tmp_path, publish)
    assert [look for look in looks if "wrong" in look] == []
    generations = [look["seen"] for look in looks]
    assert generations == sorted(generations) and set(generations) == set(range(PUBLISHES + 1))


def test_a_connection_that_stays_open_goes_on_seeing_the_build_it_opened(workspace, tmp_path):
    looks = watch(workspace, tmp_path, publish, keeps="keeps")
    assert {json.dumps(look) for look in looks} == {json.dumps({"seen": 0})}


def test_that_reader_notices_when_the_file_is_written_in_place(workspace, tmp_path):
    looks = watch(workspace, tmp_path, publish_in_place)
    assert any("wrong" in look for look in looks)
