"""R28, R29: everything that is touched lies between 400 and 1220 mm above the floor, or can be brought there."""

from __future__ import annotations

from tests.accessibility.faults import faults, none, words
from tests.accessibility.settings import Panel, Setting
from tests.accessibility.walk import Page
from tests.player.conftest import Kiosk

LOWEST, HIGHEST = 400, 1220
"""mm above the floor: KV; ADA 308."""


def test_r28_in_low_mode_every_control_is_between_400_and_1220_mm(low_pages: list[Page]) -> None:
    def away(page: Page) -> list[str]:
        if page.where.screen == "attract":
            return []
        high = [spot for spot in page.cells if page.height(spot.rect.top()) > HIGHEST + page.mm]
        low = [spot for spot in page.cells if page.height(spot.rect.bottom()) < LOWEST - page.mm]
        return [f"{spot} reaches up to {page.height(spot.rect.top()):.0f} mm" for spot in high + low]

    none(faults(low_pages, away))


def test_r28_the_panels_of_the_requirement_leave_what_it_says() -> None:
    assert [round((HIGHEST - 700) / Panel(inches).mm) for inches in (43, 55)] == [1049, 820]


def test_r28_without_low_mode_every_target_extends_into_reach(pages: list[Page]) -> None:
    """On the home screen and in the bar, of panels as they hang: an arm of 1220 mm can begin and can go on."""

    def away(page: Page) -> list[str]:
        if page.where.screen not in ("attract", "home"):
            return []
        reached = [spot for spot in page.cells if page.height(spot.rect.bottom()) <= HIGHEST - 20]
        return [] if reached else ["nothing is in reach"]

    none(faults(pages, away))


def test_r29_the_switch_of_low_mode_is_itself_in_reach(pages: list[Page]) -> None:
    switches: set[Setting] = set()

    def away(page: Page) -> list[str]:
        if page.where.screen != "text sheet":
            return []
        found = [spot for spot in page.cells if spot.label == words(page)["bring_down"]]
        switches.update(page.where.setting for _ in found)
        high = [spot for spot in found if page.height(spot.rect.top()) > HIGHEST]
        return [f"{spot} reaches up to {page.height(spot.rect.top()):.0f} mm" for spot in high]

    none(faults(pages, away))
    assert switches == {page.where.setting for page in pages}


def test_r29_low_mode_brings_all_reading_down_too(kiosk: Kiosk, low_pages: list[Page]) -> None:
    def away(page: Page) -> list[str]:
        if page.where.screen == "attract":
            return []
        high = [letter for letter in page.letters if page.height(letter.ink.top()) > HIGHEST + 2 * page.mm]
        return [f"{letter} stands at {page.height(letter.ink.top()):.0f} mm" for letter in high]

    none(faults(low_pages, away))
    assert not kiosk.session.low, "it ends with the visit"
