"""The order of the tests."""

from pathlib import Path

import pytest

TESTS = Path(__file__).parent
LONG = ("test_", "faults/", "ui/", "orchestration/test_cli", "entities/test_gazetteer_line")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Modules that run the whole line go first, so that no process is left with a long one at the end."""
    items.sort(key=lambda item: not item.path.relative_to(TESTS).as_posix().startswith(LONG))
