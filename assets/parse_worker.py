"""The entry point of worker processes. Importing it loads what every file needs, once, before workers are confined."""

from assets.parse_files import parse_file
from assets.parsing.preload import preload

__all__ = ["parse_file"]

preload()
