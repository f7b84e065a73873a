"""Posts of social networks inside an article: name, "@handle", words, "9:14 PM · Oct 7, 2024".

Put here: finding their lines. Keep out: single lines that show by themselves that they are a post's (kinds.py).
"""

import re
from collections.abc import Sequence

from assets.parsing.text.kinds import Block

_HANDLE = re.compile(r"(?:[^@\n]{2,40}\s)?@\w{2,30}(?:\s?[·•]\s?.{1,20})?")
_STAMP = re.compile(r"\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\.?)?\s?[·•|-]\s?.{4,30}", re.IGNORECASE)
_LONGEST_POST = 8
_NAME_WORDS = 5


def mark_posts(blocks: Sequence[Block]) -> None:
    """Give kind "post" to the lines from a person's name and handle down to the time of the post."""
    for i, block in enumerate(blocks):
        if "@" not in block.text or not _HANDLE.fullmatch(block.text):
            continue
        end = next((k for k in range(i + 1, min(len(blocks), i + _LONGEST_POST)) if _is_stamp(blocks[k])), None)
        if end is None:
            continue
        has_name = i > 0 and blocks[i - 1].kind == "short" and blocks[i - 1].words <= _NAME_WORDS
        for inner in blocks[i - has_name : end + 1]:
            inner.kind, inner.meta = "post", None


def _is_stamp(block: Block) -> bool:
    return block.meta is not None and block.meta.is_timed and _STAMP.fullmatch(block.text) is not None
