"""The entry point of worker processes. Importing it loads what every file needs, once, before workers are confined."""

from assets.parse_files import parse_file
from assets.parsing.language import load_model

__all__ = ["parse_file"]

load_model()
