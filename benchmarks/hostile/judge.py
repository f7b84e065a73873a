"""Is the outcome of a case one of those that its manifest allows, with nothing lost and nothing leaked?"""

import json
from dataclasses import dataclass
from typing import Any

from benchmarks.hostile.corpus import Case

# Outcomes that only parsing can tell.
_PARSED = ("no_content", "missing_field", "not_article")


@dataclass(frozen=True)
class Verdict:
    """How a case ended, and what is wrong with that (empty when nothing is)."""

    case: Case
    outcome: str
    faults: tuple[str, ...]
    seconds: float = 0.0


def judge_skipped(case: Case, reason: str) -> Verdict:
    """An entry that was never read."""
    allowed = {outcome.partition(":")[2] for outcome in case.expected}
    return Verdict(case, f"skip:{reason}", () if reason in allowed else (f"skipped, allowed {case.expected}",))


def judge_stopped(case: Case, reason: str) -> Verdict:
    """A file whose worker was stopped or died."""
    outcome = f"quarantine:{reason}"
    return Verdict(case, outcome, () if outcome in case.expected else (f"stopped, allowed {case.expected}",))


def judge_read(case: Case, answer: dict[str, Any], *, is_parsed: bool) -> Verdict:
    """A file that was handled to its end."""
    outcome = "accept" if answer["accepted"] else f"quarantine:{(answer['reasons'] or ['nothing'])[0]}"
    faults = [
        *_wrong_outcome(case, outcome, is_parsed=is_parsed),
        *_wrong_counts(case, answer, outcome, is_parsed=is_parsed),
    ]
    if outcome == "accept":
        faults += [f"lost {mark}" for mark in case.must_contain if not _holds(answer["text"], mark)][:2]
    if is_parsed:
        faults += [f"leaked {mark!r}" for mark in case.must_not_contain if mark in answer["text"]]
    return Verdict(case, outcome, tuple(faults), answer["seconds"])


def _wrong_outcome(case: Case, outcome: str, *, is_parsed: bool) -> list[str]:
    reason = outcome.partition(":")[2]
    allowed = {name.partition(":")[2] or name for name in case.expected}
    if (reason or outcome) in allowed or (case.special == "dir" and outcome == "accept"):
        return []
    if not is_parsed and outcome == "accept" and allowed & set(_PARSED):
        return []
    return [f"{outcome}, allowed {case.expected}"]


def _wrong_counts(case: Case, answer: dict[str, Any], outcome: str, *, is_parsed: bool) -> list[str]:
    """Counts must be exact where a file holds several records and the outcome is the first choice."""
    if not case.is_multi_row or outcome.partition(":")[0] != case.expected[0].partition(":")[0]:
        return []
    if outcome != "accept" or (not is_parsed and set(_PARSED) & {name.partition(":")[2] for name in case.expected}):
        return []
    allowed = {name.partition(":")[2] for name in case.expected}
    refused = [reason for reason in answer["reasons"] if case.quarantine_rows or reason not in allowed]
    found = (answer["accepted"], len(refused))
    wanted = (case.accept_rows, case.quarantine_rows)
    return [] if found == wanted else [f"{found} accepted and refused, wanted {wanted}"]


def _holds(text: str, mark: str) -> bool:
    return mark in text or json.dumps(mark)[1:-1] in text
