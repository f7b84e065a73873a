"""Every limit that reading keeps, with its default. A hit is never silent: it gives a reason code."""

from dataclasses import dataclass

KIB, MIB, GIB = 1 << 10, 1 << 20, 1 << 30


@dataclass(frozen=True)
class Limits:
    """What reading accepts and what a worker process may use.

    Sizes are bytes, times are seconds. Files, pages and records beyond a limit are refused with `too_large`, `too_deep`
    or `too_many`; archives with `decompression_bomb`; workers are stopped with `parser_timeout` or `parser_oom`.
    """

    # 2 GiB is what one worker could hold at all; a larger delivery is split by whoever makes it.
    file_bytes: int = 2 * GIB
    # Common Crawl cuts pages at 5 MiB and keeps more than 99 % of them whole.
    page_bytes: int = 5 * MIB
    record_bytes: int = 8 * MIB
    field_bytes: int = 8 * MIB
    json_depth: int = 64
    columns: int = 10_000
    mail_depth: int = 32
    mail_parts: int = 1_000
    mail_header_bytes: int = 256 * KIB
    warc_header_bytes: int = 64 * KIB
    archive_depth: int = 3
    archive_members: int = 100_000
    # Templated text compresses 18 : 1 at most; 200 : 1 over a stretch of 16 MiB is no text that anybody wrote.
    expansion_ratio: int = 200
    expansion_stretch_bytes: int = 16 * MIB
    expanded_bytes: int = 4 * GIB
    parquet_footer_bytes: int = 16 * MIB
    worker_cpu_seconds: float = 10.0
    # Large files hold many records: each MiB earns more time, so that the limit holds for a record, not for a delivery.
    worker_cpu_seconds_per_mib: float = 30.0
    worker_wall_seconds: float = 30.0
    worker_memory_bytes: int = 1 * GIB
    worker_open_files: int = 256
    worker_recycle_files: int = 500
    # More than this from one file would fill the memory of the process that collects results.
    worker_result_bytes: int = 512 * MIB
    # What each byte of a file earns on top, for memory and result, up to the worker's share of half the machine.
    worker_memory_per_byte: int = 8


DEFAULT = Limits()
