"""The entry point of processes that recognise names. Importing it loads the model, once, before workers are forked."""

import gc

from assets.entities.backends import Span, open_backend

_backend = open_backend()
_backend.load()
# What is there now is never thrown away: a worker that looked for rubbish in it would copy the model.
gc.freeze()


def read_texts(texts: list[str]) -> list[list[Span]]:
    """The spans of each text, by the recogniser that the setting names."""
    return _backend.read(texts)
