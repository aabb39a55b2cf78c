"""Where a visitor is, and the way back."""

from __future__ import annotations

from kiosk.player.journey import ATTRACT, HOME, LONGEST, Journey, Place

INDUSTRIES = Place("section", "industries")
PHOTONICS = Place("panel", "photonics")
AI = Place("panel", "ai")


def along(*places: Place) -> Journey:
    journey = Journey().start()
    for place in places:
        journey = journey.enter(place)
    return journey


def test_it_begins_at_the_attract_screen_with_nothing_behind() -> None:
    assert Journey().here == ATTRACT
    assert not Journey().can_go_back
    assert Journey().back() == Journey()


def test_back_leads_the_way_one_came() -> None:
    journey = along(INDUSTRIES, PHOTONICS, AI)

    steps = [journey := journey.back() for _ in range(4)]
    assert [step.here for step in steps] == [PHOTONICS, INDUSTRIES, HOME, HOME]
    assert not journey.can_go_back


def test_home_forgets_the_way() -> None:
    assert along(INDUSTRIES, PHOTONICS).start() == Journey((HOME,))


def test_entering_where_one_is_changes_nothing_but_a_circle_is_a_way() -> None:
    assert along(PHOTONICS).enter(PHOTONICS) == along(PHOTONICS)
    assert along(PHOTONICS).turn(2).enter(PHOTONICS).here.page == 2
    assert along(PHOTONICS, AI, PHOTONICS).back().here == AI


def test_back_returns_to_the_page_that_was_read() -> None:
    assert along(PHOTONICS).turn(3).enter(AI).back().here == Place("panel", "photonics", 3)
    assert along(PHOTONICS).turn(-1).here.page == 0


def test_a_panel_that_disappears_behind_the_visitor_is_left_out_of_the_way_back() -> None:
    kept = along(INDUSTRIES, PHOTONICS, AI).keep(lambda place: place.id != "photonics")

    assert [place.id for place in kept.places] == ["", "industries", "ai"]
    assert kept.back().here == INDUSTRIES


def test_a_panel_that_disappears_under_the_visitor_leads_home() -> None:
    assert along(INDUSTRIES, PHOTONICS).keep(lambda place: place.id != "photonics") == Journey((HOME,))


def test_a_wanderer_loses_only_the_oldest_places() -> None:
    journey = along(*(Place("panel", str(number)) for number in range(100)))

    assert len(journey.places) == LONGEST == 40
    assert journey.here.id == "99"
    assert journey.places[0].id == "60"
