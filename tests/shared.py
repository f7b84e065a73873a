"""Where the labelled data lie beside the project, and how a test says that they are absent."""

from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"

needs_shared = pytest.mark.skipif(not SHARED.is_dir(), reason="labelled data (../shared) are not beside this checkout")
