"""Dagster's event log in SQLite, for a process that does a whole run by itself.

Dagster's own class opens a database, and prepares each statement, anew for every event: of a run that finds nothing new
that was a third of the CPU seconds, and most of the time on a slow disk. Here connections stay open until the run ends.
What is stored is the same: the UI, the daemon and earlier runs use Dagster's class on the same files.
"""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import cache

import dagster as dg
from dagster._core.storage.event_log import SqliteEventLogStorage
from dagster._core.storage.event_log.sqlite.sqlite_event_log import INDEX_SHARD_NAME
from sqlalchemy import Connection, Engine, StaticPool, create_engine, text

# Flushed to disk when a database's log is written back, not with every event: a power cut may cost the last events of a
# run, never the file; of a process that dies nothing is lost.
_FLUSH = "pragma synchronous = normal"

# What is used or replaced here of Dagster's class and is no part of its public interface.
_PRIVATE = ("_connect", "_db_lock", "_initdb", "_initialized_dbs", "conn_string_for_shard", "has_table")


@contextmanager
def keep_connections(instance: dg.DagsterInstance) -> Iterator[None]:
    """Keep the databases of the event log open while the block runs.

    Another storage than SQLite, and a Dagster that has other private methods, is left alone: the run only takes longer.
    """
    storage = instance.event_log_storage
    if type(storage) is not SqliteEventLogStorage or not all(hasattr(storage, name) for name in _PRIVATE):
        yield
        return
    with ExitStack() as engines:
        storage._connect = _Connections(storage, engines).connect
        storage.has_table = cache(storage.has_table)
        try:
            yield
        finally:
            del storage._connect, storage.has_table


class _Connections:
    """One open connection for each database of the log, used by one thread at a time."""

    def __init__(self, storage: SqliteEventLogStorage, engines: ExitStack) -> None:
        self._storage, self._closing = storage, engines
        self._engines: dict[str, Engine] = {}

    @contextmanager
    def connect(self, shard: str) -> Iterator[Connection]:
        """A transaction on the index or on the database of a run, as Dagster's own method gives it."""
        with self._storage._db_lock:
            if shard not in self._engines:
                self._engines[shard] = self._open(shard)
            with self._engines[shard].connect() as connection, connection.begin():
                yield connection

    def _open(self, shard: str) -> Engine:
        engine = create_engine(
            self._storage.conn_string_for_shard(shard),
            poolclass=StaticPool,
            connect_args={"timeout": 30, "check_same_thread": False},
        )
        self._closing.callback(engine.dispose)
        # The index was made when the instance was opened; the database of a run is made here.
        if shard != INDEX_SHARD_NAME:
            self._storage._initdb(engine)
        self._storage._initialized_dbs.add(shard)
        with engine.connect() as connection:
            connection.execute(text(_FLUSH))
        return engine
