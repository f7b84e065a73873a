"""What the index of sampled word runs takes in memory by itself: a new process reads it, and nothing else."""

import os
import subprocess
import sys
from pathlib import Path

import polars as pl

from assets.dedupe.corpus import read_corpus


def measure_memory(index: Path, fingerprints: Path) -> tuple[float, float]:
    """Bytes an article of the arrays that are looked up, and by which the process grows while it makes them."""
    command = [sys.executable, "-m", __name__, str(index), str(fingerprints)]
    arrays, growth = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    return float(arrays), float(growth)


def main() -> None:
    index = pl.read_parquet(sys.argv[1])
    before = _resident()
    corpus = read_corpus(index, pl.read_parquet(sys.argv[2]))
    growth = _resident() - before
    flat = sum(array.nbytes for part in (corpus.grams, corpus.sentences) for array in (part.values, part.starts))
    named = sum(array.nbytes for array in (corpus.texts, corpus.rows, corpus.starts, corpus.words, corpus.outlets))
    named += corpus.keys.nbytes + corpus.characters.nbytes
    print((flat + named) / index.height, growth / index.height)


def _resident() -> int:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


if __name__ == "__main__":
    main()
