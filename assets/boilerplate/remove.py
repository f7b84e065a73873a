"""A body without some of its paragraphs."""

from collections.abc import Collection


def remove_paragraphs(body: str, ordinals: Collection[int]) -> str:
    """`body` without the paragraphs at `ordinals`, counted from 0; paragraphs are separated by an empty line."""
    gone = set(ordinals)
    return "\n\n".join(text for number, text in enumerate(body.split("\n\n")) if number not in gone)
