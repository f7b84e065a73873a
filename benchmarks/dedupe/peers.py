"""Other tools on the same texts. Each takes texts and yields pairs of positions; those not installed are left out."""

import importlib.util
import re
from collections.abc import Callable, Iterator

Finder = Callable[[list[str]], set[tuple[int, int]]]
_WORD = re.compile(r"\w+")


def list_peers() -> dict[str, Finder]:
    """Tools that are installed, with the settings that suit copies in news: 5-grams, 128 permutations, 32 x 4 bands."""
    peers: dict[str, Finder] = {}
    if importlib.util.find_spec("datasketch"):
        peers["datasketch MinHashLSH"] = find_by_datasketch
    if importlib.util.find_spec("text_dedup"):
        peers["text-dedup minhash"] = find_by_text_dedup
    return peers


def _shingles(text: str) -> set[bytes]:
    words = _WORD.findall(text.lower())
    return {" ".join(words[start : start + 5]).encode() for start in range(max(len(words) - 4, 1))}


def find_by_datasketch(texts: list[str]) -> set[tuple[int, int]]:
    """Candidates of datasketch.MinHashLSH with the same bands as text-dedup's news settings."""
    from datasketch import MinHash, MinHashLSH

    index, pairs = MinHashLSH(num_perm=128, params=(32, 4)), set()
    for number, sketch in enumerate(MinHash.generator((_shingles(text) for text in texts), num_perm=128)):
        pairs |= {(other, number) for other in index.query(sketch)}
        index.insert(number, sketch)
    return pairs


def find_by_text_dedup(texts: list[str]) -> set[tuple[int, int]]:
    """Pairs that share a band of text_dedup's MinHash sketches; its command line does the same on data sets on disk."""
    import numpy as np
    from text_dedup import minhash

    prime, bands = np.uint64((1 << 61) - 1), [(start, start + 4) for start in range(0, 128, 4)]
    settings = {
        "num_perm": 128, "ngram_size": 5, "min_length": 5, "hashranges": bands, "hash_func": minhash.sha1_hash,
        "permutations": (
            minhash.RNG.randint(1, prime, size=128, dtype=np.uint64),
            minhash.RNG.randint(0, prime, size=128, dtype=np.uint64),
        ),
        "dtype": np.uint64, "max_hash": np.uint32((1 << 32) - 1), "modulo_prime": prime,
    }  # fmt: skip
    tables: list[dict[bytes, int]] = [{} for _ in bands]
    pairs = set()
    for number, text in enumerate(texts):
        sketch = minhash.embed_func(text, number, **settings)[minhash.SIGNATURE_COLUMN]
        for table, band in zip(tables, sketch, strict=True):
            if (first := table.setdefault(band, number)) != number:
                pairs.add((first, number))
    return pairs


def pair_ids(pairs: set[tuple[int, int]], ids: list[str]) -> Iterator[frozenset[str]]:
    """Pairs of positions as pairs of ids."""
    return (frozenset((ids[one], ids[other])) for one, other in pairs)
