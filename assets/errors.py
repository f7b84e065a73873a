"""The one error type that a user is meant to read: what happened, where, why, and what to do about it."""


class BroadsheetError(Exception):
    """An expected failure, told in one line. `exit_code` is what the command line returns."""

    def __init__(self, what: str, *, where: str, why: str, do: str, exit_code: int = 1) -> None:
        super().__init__(f"{what}: {where} ({why}). {do}")
        self.exit_code = exit_code
