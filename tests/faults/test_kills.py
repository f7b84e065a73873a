"""A run that is killed, at a random instant or at a stage boundary, costs nothing. `make soak` does many more."""

import signal

from benchmarks.soak.boundaries import boundaries
from benchmarks.soak.kills import HALF, NOTHING, Kills, check_reader, kill_at_random, recover

# Far apart in a run; each run goes on where the one before it died.
POINTS = ("after_raw_entries", "before_records", "after_batch", "after_story_members", "after_copy", "before_swap")


def test_runs_killed_at_random_leave_the_old_or_the_new_warehouse_and_the_next_succeeds(ground):
    kills, number = Kills(), 0
    while kills.done < 3:
        kill_at_random(ground, kills, f"ci-{number}")
        number += 1
    assert not kills.broken, kills.broken


def test_runs_killed_at_stage_boundaries_one_after_the_other_lose_and_repeat_nothing(ground):
    ground.site.restore(NOTHING)
    for point in POINTS:
        killed = ground.site.start(BROADSHEET_FAULT=point)
        assert killed.wait() == -signal.SIGKILL, f"{point} was not reached: {killed.errors()}"
        assert not killed.left_behind()
        assert check_reader(ground, may_be_nothing=True) == "nothing"
    recover(ground)


def test_a_kill_after_the_swap_has_published(ground):
    ground.site.restore(HALF)
    killed = ground.site.start(BROADSHEET_FAULT="after_swap")
    assert killed.wait() == -signal.SIGKILL
    assert ground.site.look() == ground.new


def test_every_boundary_that_is_named_exists(ground):
    assert {*POINTS, "after_swap"} <= set(boundaries(ground))
