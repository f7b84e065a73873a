"""Landing days as a user types them."""

from datetime import date

from assets.errors import BroadsheetError


def parse_day(day: str) -> date:
    """The date that YYYY-MM-DD names. Raises BroadsheetError when it is none."""
    try:
        return date.fromisoformat(day)
    except ValueError as error:
        raise BroadsheetError(
            "That is not a day", where=repr(day), why="it must look like 2026-11-16", do="Correct it.", exit_code=2
        ) from error


def check_range(first: str, last: str) -> None:
    """Raises BroadsheetError when one of the days is none, or the last is before the first."""
    if parse_day(last) < parse_day(first):
        days = f"{first} to {last}"
        raise BroadsheetError(
            "No day lies in that range", where=days, why="it ends before it begins", do="Swap them.", exit_code=2
        )
