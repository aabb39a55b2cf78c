"""Touch hygiene: whatever lies on the glass, one clean press at a time comes out."""

from __future__ import annotations

import random

import pytest

from kiosk.player.contacts import Act, Contacts

MM = 1 / 0.4957
"""Pixels of a millimetre on a 43 inch panel of 1080 by 1920 px."""


@pytest.fixture
def glass() -> Contacts:
    return Contacts()


def kinds(acts: list[Act]) -> list[str]:
    return [act.kind for act in acts]


def test_one_finger_is_one_press_where_it_came_down(glass: Contacts) -> None:
    assert glass.down(1, 100, 200, 0.0) == [Act("press", 100, 200)]
    assert glass.up(1, 0.1) == [Act("release", 100, 200)]
    assert glass.count == 0


def test_two_fingers_are_one_action(glass: Contacts) -> None:
    assert kinds(glass.down(1, 100, 200, 0.0)) == ["press"]
    assert glass.down(2, 600, 900, 0.0) == []
    assert glass.up(2, 0.1) == []
    assert kinds(glass.up(1, 0.2)) == ["release"]


def test_the_second_finger_does_not_take_over_from_the_first(glass: Contacts) -> None:
    glass.down(1, 100, 200, 0.0)
    glass.down(2, 600, 900, 0.1)
    assert kinds(glass.up(1, 0.2)) == ["release"]
    assert glass.move(2, 700, 900, 0.3) == []
    assert glass.up(2, 0.4) == []


@pytest.mark.parametrize(("wait", "expected"), [(0.299, []), (0.301, ["press"])])
def test_a_second_tap_in_the_same_place_within_300_ms_is_the_same_tap(
    glass: Contacts, wait: float, expected: list[str]
) -> None:
    glass.down(1, 100, 200, 0.0)
    glass.up(1, 0.05)
    assert kinds(glass.down(2, 100, 200, 0.05 + wait)) == expected


def test_a_second_tap_elsewhere_counts_at_once(glass: Contacts) -> None:
    glass.down(1, 100, 200, 0.0)
    glass.up(1, 0.05)
    assert kinds(glass.down(2, 100 + 21 * MM, 200, 0.1)) == ["press"]
    glass.up(2, 0.12)
    assert glass.down(3, 100 + 40 * MM, 200, 0.2) == [], "19 mm from the last one"


def test_a_contact_that_rests_for_5_s_is_ignored_and_blocks_nobody(glass: Contacts) -> None:
    glass.down(1, 100, 200, 0.0)
    assert glass.age(5.0) == []
    assert glass.age(5.1) == [Act("cancel", 100, 200)]
    assert glass.count == 0
    assert kinds(glass.down(2, 600, 900, 6.0)) == ["press"]
    assert kinds(glass.up(2, 6.1)) == ["release"]
    assert glass.up(1, 60.0) == []


def test_several_stuck_contacts_do_not_make_a_chord(glass: Contacts) -> None:
    """Drops of water, a bag that leans on the glass."""
    for name in range(5):
        glass.down(name, 100 * name, 50, 0.0)
    assert glass.age(5.1) == []
    assert kinds(glass.down(9, 600, 900, 6.0)) == ["press"]


def test_a_third_finger_cancels_until_all_have_left(glass: Contacts) -> None:
    glass.down(1, 100, 200, 0.0)
    glass.down(2, 600, 900, 0.0)
    assert glass.down(3, 300, 500, 0.0) == [Act("cancel", 100, 200)]
    assert glass.up(1, 0.1) == glass.up(2, 0.1) == []
    assert glass.down(4, 800, 800, 0.5) == [], "one of the three is still there"
    assert glass.up(3, 0.6) == glass.up(4, 0.6) == []
    assert kinds(glass.down(5, 800, 800, 1.0)) == ["press"]


def test_a_palm_presses_nothing(glass: Contacts) -> None:
    assert glass.down(1, 100, 200, 0.0, width_mm=46) == []
    assert glass.up(1, 0.2) == []
    assert kinds(glass.down(2, 100, 200, 1.0, width_mm=20)) == ["press"]


def test_a_palm_that_follows_a_finger_takes_its_press_back(glass: Contacts) -> None:
    glass.down(1, 100, 200, 0.0)
    assert glass.down(2, 150, 300, 0.1, width_mm=60) == [Act("cancel", 100, 200)]


@pytest.mark.parametrize(("drift", "expected"), [(14.9, []), (15.1, ["move"])])
def test_a_trembling_finger_has_not_moved(glass: Contacts, drift: float, expected: list[str]) -> None:
    glass.down(1, 100, 200, 0.0)
    assert kinds(glass.move(1, 100 + drift * MM, 200, 0.1)) == expected
    released = glass.up(1, 0.2)
    assert released == [Act("release", 100 if not expected else 100 + drift * MM, 200)]


def test_a_finger_that_moves_is_never_stuck(glass: Contacts) -> None:
    glass.down(1, 100, 200, 0.0)
    for step in range(1, 6):
        assert kinds(glass.move(1, 100, 200 + 30 * step * MM, 4.0 * step)) == ["move"]
    assert kinds(glass.up(1, 21.0)) == ["release"]


def test_a_finger_that_is_lost_in_a_drag_blocks_nobody(glass: Contacts) -> None:
    glass.down(1, 100, 100, 0.0)
    assert kinds(glass.move(1, 100 + 40 * MM, 100, 0.5)) == ["move"]
    assert kinds(glass.age(6.0)) == ["cancel"]
    assert kinds(glass.down(2, 500, 500, 6.1)) == ["press"]


def test_what_trembles_in_one_place_after_a_drag_is_stuck(glass: Contacts) -> None:
    glass.down(1, 100, 100, 0.0)
    glass.move(1, 100 + 40 * MM, 100, 0.5)
    acts = [act for tenth in range(6, 70) for act in glass.move(1, 100 + (40 + tenth % 2) * MM, 100, tenth / 10)]
    assert kinds(acts)[-1] == "cancel"
    assert glass.count == 0


def test_a_new_touch_says_who_is_on_the_glass(glass: Contacts) -> None:
    glass.down(1, 100, 100, 0.0)
    assert glass.only({1}) == []
    assert glass.only({2}) == [Act("cancel", 100, 100)]
    assert kinds(glass.down(2, 500, 500, 0.1)) == ["press"]
    assert kinds(glass.down(2, 900, 900, 0.2)) == ["cancel", "press"]


def test_the_system_takes_all_fingers_away(glass: Contacts) -> None:
    glass.down(1, 100, 200, 0.0)
    assert glass.cancel() == [Act("cancel", 100, 200)]
    assert glass.cancel() == []
    assert kinds(glass.down(1, 600, 900, 1.0)) == ["press"]


def test_distances_are_those_of_the_panel_that_hangs_there() -> None:
    glass = Contacts(mm_per_px=0.25)
    glass.down(1, 0, 0, 0.0)
    assert glass.move(1, 59, 0, 0.1) == []
    assert kinds(glass.move(1, 61, 0, 0.2)) == ["move"]


def test_presses_and_releases_alternate_whatever_happens() -> None:
    dice = random.Random(7)  # noqa: S311 - the same fingers each time
    glass = Contacts()
    pressed, now, acts = False, 0.0, 0
    for _ in range(20_000):
        now += dice.choice((0.01, 0.2, 1.0, 6.0))
        name = dice.randrange(4)
        x, y = dice.randrange(1080), dice.randrange(1920)
        match dice.randrange(5):
            case 0 | 1:
                made = [] if name in glass._fingers else glass.down(name, x, y, now, dice.choice((5, 5, 5, 60)))
            case 2:
                made = glass.up(name, now)
            case 3:
                made = glass.move(name, x, y, now)
            case _:
                made = glass.cancel() if dice.random() < 0.1 else glass.age(now)
        for act in made:
            acts += 1
            assert pressed != (act.kind == "press"), act
            pressed = act.kind in ("press", "move")
    assert acts > 1000
