"""The closed list of reason codes: why a file or a record gave no article. docs/reasons.md shows the same list.

A code is added here and in docs/reasons.md, and nowhere else is it explained.
"""

from typing import Final

REASONS: Final[dict[str, str]] = {
    "empty_file": "Nothing in it: no bytes, or only blanks, NULs or a byte order mark.",
    "no_content": "Read, but no article text in it: a script shell, a cookie wall, a bot check, an empty mail.",
    "not_article": "A record that is never an article: a crawler's request, a page that was not found, an image.",
    "missing_field": "A record without the fields an article needs: no title and no text.",
    "empty_container": "A sound container with nothing in it: an empty list, a feed or table without entries.",
    "too_large": "A file, member, record or field is over its limit of bytes.",
    "too_deep": "Nested deeper than the limit: elements, brackets, mail parts, archives in archives.",
    "too_many": "More members, columns, elements, attributes or headers than the limit.",
    "decompression_bomb": "Expands to far more than text ever would.",
    "corrupt_archive": "A compressed stream or an archive that is cut or damaged.",
    "encrypted": "Protected with a password or a key.",
    "unsafe_path": "An archive member that would land outside the archive: .., an absolute path, a link.",
    "unsupported_type": "A type or a compression method that there is no reader for.",
    "type_mismatch": "The bytes are not what the name says, and not a type that can be read.",
    "bad_encoding": "No character encoding gives text.",
    "bad_json": "Not JSON.",
    "bad_row": "One row, line or item of a file with many is unusable; the others are not touched.",
    "bad_csv": "No header can be found, so the columns have no names.",
    "bad_xml": "XML that cannot be recovered.",
    "xml_dtd": "XML that declares entities of its own; refused, because they can read files and fill the memory.",
    "bad_parquet": "Not a readable Parquet file.",
    "bad_warc": "A damaged record of a web archive.",
    "bad_email": "Not a readable mail.",
    "unreadable": "The operating system does not let it be read.",
    "not_regular_file": "A pipe, a socket, a device: nothing that holds bytes.",
    "symlink": "A link; links are not followed.",
    "temp_file": "Still being written, by its name or because it changed while it was read.",
    "hidden_file": "A hidden file, or litter of an operating system.",
    "unsafe_name": "A file name that cannot be stored or opened again.",
    "parser_timeout": "Stopped: it took more time than a file may.",
    "parser_oom": "Stopped: it took more memory than a file may.",
    "parser_crash": "The process that read it died.",
}


class Refusal(Exception):
    """A file or a record cannot be read. `reason` is a code of REASONS; `detail` says what was found and what to do."""

    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(f"{reason}: {detail}")
        assert reason in REASONS, reason
        self.reason = reason
        self.detail = detail
