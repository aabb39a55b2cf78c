"""The visitor's clock: 60 s, a warning of 20 s, back to the start; whatever the machine's clock does."""

from __future__ import annotations

import pytest

from kiosk.player.idle import IdleClock, Stage, Times
from tests.player.conftest import Clock


@pytest.fixture
def now() -> Clock:
    return Clock()


@pytest.fixture
def idle(now: Clock) -> IdleClock:
    clock = IdleClock(Times(), now)
    clock.wake()
    return clock


def after(idle: IdleClock, now: Clock, seconds: float) -> Stage:
    now.pass_(seconds)
    return idle.tick()


def test_a_visit_without_touch(idle: IdleClock, now: Clock) -> None:
    assert after(idle, now, 59.9) is Stage.ACTIVE
    assert idle.seconds_left == 0
    assert after(idle, now, 0.1) is Stage.WARNING
    assert idle.seconds_left == 20
    assert after(idle, now, 0.1) is Stage.WARNING
    assert idle.seconds_left == 20
    assert after(idle, now, 18.9) is Stage.WARNING
    assert idle.seconds_left == 1
    assert after(idle, now, 1.0) is Stage.ATTRACT
    assert idle.seconds_left == 0


def test_every_touch_begins_the_count_anew(idle: IdleClock, now: Clock) -> None:
    for _ in range(100):
        assert after(idle, now, 59) is Stage.ACTIVE
        idle.touch()
    assert after(idle, now, 60) is Stage.WARNING


def test_the_warning_can_be_answered_without_limit(idle: IdleClock, now: Clock) -> None:
    for _ in range(20):
        assert after(idle, now, 79) is Stage.WARNING
        idle.wake()
        assert idle.tick() is Stage.ACTIVE


def test_a_finger_that_is_down_in_the_last_moments_may_finish(idle: IdleClock, now: Clock) -> None:
    after(idle, now, 60)
    assert after(idle, now, 19.5) is Stage.WARNING

    idle.touch()

    assert idle.stage is Stage.WARNING
    assert after(idle, now, 2.9) is Stage.WARNING
    assert after(idle, now, 0.1) is Stage.ATTRACT


def test_a_touch_early_in_the_warning_neither_answers_nor_shortens_it(idle: IdleClock, now: Clock) -> None:
    after(idle, now, 60)
    after(idle, now, 2)
    idle.touch()

    assert (idle.stage, idle.seconds_left) == (Stage.WARNING, 18)


def test_speech_holds_the_clock_and_gives_a_full_minute_after_it(idle: IdleClock, now: Clock) -> None:
    idle.hold(True)
    assert after(idle, now, 600) is Stage.ACTIVE
    idle.hold(False)
    assert after(idle, now, 59) is Stage.ACTIVE
    assert after(idle, now, 1) is Stage.WARNING


def test_a_machine_that_slept_still_warns(idle: IdleClock, now: Clock) -> None:
    """Suspended for a night: the count jumps by hours in one tick."""
    assert after(idle, now, 8 * 3600) is Stage.WARNING
    assert idle.seconds_left == 20
    assert after(idle, now, 19) is Stage.WARNING
    assert after(idle, now, 1) is Stage.ATTRACT


def test_a_clock_that_goes_back_only_gives_more_time(idle: IdleClock, now: Clock) -> None:
    """No system's monotonic clock does; if one did, nobody would be thrown out."""
    assert after(idle, now, 50) is Stage.ACTIVE
    assert after(idle, now, -1000) is Stage.ACTIVE
    assert idle.seconds_left == 0
    assert after(idle, now, 1010) is Stage.WARNING


def test_the_attract_screen_dims_after_half_an_hour_and_a_visit_lights_it(idle: IdleClock, now: Clock) -> None:
    idle.reset()
    assert after(idle, now, 1799) is Stage.ATTRACT
    assert not idle.dimmed
    after(idle, now, 1)
    assert idle.dimmed
    idle.wake()
    assert not idle.dimmed


def test_attract_never_warns(idle: IdleClock, now: Clock) -> None:
    idle.reset()
    assert after(idle, now, 1e6) is Stage.ATTRACT
    idle.touch()
    assert idle.tick() is Stage.ATTRACT


def test_the_demo_is_faster_but_warns_as_long() -> None:
    assert Times().faster(6) == Times(quiet=10, warning=20, dim=300)


def test_a_warning_that_is_noticed_late_still_lasts_all_of_its_seconds(idle: IdleClock, now: Clock) -> None:
    after(idle, now, 75)

    assert (idle.stage, idle.seconds_left) == (Stage.WARNING, 20)
