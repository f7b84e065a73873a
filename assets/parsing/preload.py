"""Loads the language model and the lists before the first record, so that all workers share them.

Put here: a page of each kind that makes the parsers load what they need. Keep out: frames; threads must not run here.
"""

from assets.parsing.fields.record import parse_fields
from assets.parsing.html.page import parse_html
from assets.parsing.language import load_model
from assets.parsing.text import parse_text

_BODY = "TIDEWATER, Nov. 16 (AP) - The harbour board agreed on Monday to buy a second crane, its chair told reporters."
_TEXT = f"Harbour gets a second crane\nBy Marta Quill\nNovember 16, 2026\n\n{_BODY}\n\nAdvertisement\n\n{_BODY}\n"
_PAGE = (
    f"<title>Harbour</title><article class='story'><h1>Harbour</h1><p>16 November 2026<p>{_BODY}<p>{_BODY}</article>"
)
_FIELDS = '{"headline": "Harbour", "author": "Marta Quill", "datePublished": "2026-11-16", "articleBody": "A crane."}'


def preload() -> None:
    """Load the language model and all lists. Raises BroadsheetError for a list that cannot be read."""
    load_model()
    parse_text(_TEXT)
    parse_html(_PAGE)
    parse_fields(_FIELDS)
