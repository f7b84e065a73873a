"""Tell whoever is watching what is being done: the command line shows it as it goes, Dagster keeps it with the run."""

import logging

log = logging.getLogger("broadsheet")


def announce(message: str) -> None:
    """Say what starts now, in a few words."""
    log.info(message)
