"""`broadsheet ui` where it cannot start."""

import socket

import pytest

from assets.errors import BroadsheetError
from orchestration.commands.ui import start_ui


def test_a_port_in_use_is_named():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(BroadsheetError, match=f"127.0.0.1:{port}"):
            start_ui(port)
