"""A whole run opens no connection and looks up no name."""

import sys

from tests.pipeline import Pipeline

ARTICLE = b"""Harbour gets a second crane

TIDEWATER - The harbour board of Tidewater agreed on Monday to buy a second crane for the eastern quay, nine years after
it was first promised. "We have waited nine years for this," said Marta Quill, who chairs the board. The crane is to
arrive in spring, and the old one will be kept for smaller ships.
"""

_SEEN: list[str] = []
_WATCH = {"socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "urllib.Request"}
sys.addaudithook(lambda event, _args: _SEEN.append(event) if event in _WATCH else None)


def test_a_run_talks_to_nobody(tmp_path, monkeypatch):
    pipeline = Pipeline(tmp_path, monkeypatch)
    pipeline.add({"2026-11-16/crane.txt": ARTICLE})
    _SEEN.clear()
    pipeline.run()
    assert pipeline.query("select count(*) from articles") == [(1,)]
    assert _SEEN == []
