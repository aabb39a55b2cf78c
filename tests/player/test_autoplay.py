"""The demo that walks by itself."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from kiosk.player.autoplay import PAUSE_MS, STEP_MS, Autoplay
from kiosk.player.edition_view import EditionView
from kiosk.player.session import KioskSession
from tests.player.conftest import Clock


@pytest.fixture
def session(edition: EditionView, qapp: object) -> Iterator[KioskSession]:
    assert qapp is not None
    made = KioskSession(edition, "ko", now=Clock())
    yield made
    made.deleteLater()


@pytest.fixture
def autoplay(session: KioskSession) -> Autoplay:
    return Autoplay(session, session)


def place(session: KioskSession) -> str:
    return f"{session.screen} {session.place}".strip()


def round_(session: KioskSession, autoplay: Autoplay) -> list[str]:
    """The places from one attract screen to the next."""
    places = []
    while True:
        autoplay.walk()
        places.append(place(session))
        if places[-1] == "attract" and len(places) > 1:
            return places


def test_a_round_shows_every_section_and_every_panel_once(session: KioskSession, autoplay: Autoplay) -> None:
    everything = [
        line
        for section in session.all_sections()
        for line in (f"section {section['id']}", *(f"panel {panel['id']}" for panel in section["panels"]))
    ]
    assert len(everything) == 4 + 15

    assert round_(session, autoplay) == ["attract", "home", *everything, "attract"]
    assert round_(session, autoplay) == ["home", *everything, "attract"]


def test_the_walk_keeps_the_idle_clock_from_ending_it(session: KioskSession, autoplay: Autoplay) -> None:
    clock = session._idle._now
    assert isinstance(clock, Clock)
    for _ in range(12):
        autoplay.walk()
        clock.pass_(STEP_MS / 1000)
        session.tick()
        assert session.idleStage in ("attract", "active")


def test_a_touch_stops_it_for_a_minute_and_each_touch_begins_the_minute_anew(autoplay: Autoplay) -> None:
    autoplay.start()
    assert autoplay._step.isActive()

    autoplay.pause()
    autoplay.pause()

    assert not autoplay._step.isActive()
    assert autoplay._resume.isSingleShot()
    assert autoplay._resume.interval() == PAUSE_MS == 60_000
    autoplay._resume.timeout.emit()
    assert autoplay._step.isActive()
    assert autoplay._step.interval() == 6000


def test_with_nothing_to_show_it_waits(qapp: object) -> None:
    assert qapp is not None
    empty = KioskSession(None, now=Clock())
    autoplay = Autoplay(empty, empty)

    for _ in range(5):
        autoplay.walk()
    assert place(empty) == "attract"
    empty.deleteLater()
