"""Every screen of an edition in one language, one after another, as a visitor could come to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from kiosk.player.session import SHEETS
from kiosk.staff.proof.stage import Stage

PAGES = 60
"""A screen of more pages than this does not end."""

Go = Callable[[], object]


class EndlessError(Exception):
    """A screen whose pages do not end: a fault of the interface, not of the content."""


@dataclass(frozen=True)
class Screen:
    """One picture of the interface.

    ``kind`` is attract, home, section, panel, stop, sheet or warning; and safe, which no walk leads to: a stage without
    an edition shows it.
    """

    kind: str
    place: str
    """Id of the section or panel, ``downtown-3`` for its third stop, or the sheet's name; else empty."""
    page: int
    """From 1."""
    language: str
    size: tuple[int, int]
    """px."""

    @property
    def name(self) -> str:
        """Such as ``panel-photonics-2``; unique in a language and size, and good as a file name."""
        parts = [self.kind, self.place, str(self.page) if self.page > 1 else ""]
        return "-".join(part for part in parts if part)


def walk(
    stage: Stage, language: str, kinds: frozenset[str] | None = None, places: frozenset[str] | None = None
) -> Iterator[Screen]:
    """Show each screen in turn; while one is given out, the stage is at rest on it.

    Args:
        stage: where it is shown; afterwards it is at the attract screen again.
        language: BCP 47 tag of the edition.
        kinds: the kinds wanted; None for all.
        places: the sections, panels and tours wanted; None for all.

    Raises:
        EndlessError: when a screen has more than ``PAGES`` pages.
    """
    session = stage.session
    session.startOver()
    session.setLanguage(language)
    for kind, place, go in _ways(stage, language):
        if (kinds is not None and kind not in kinds) or (
            places is not None and kind in ("section", "panel", "stop") and place.rpartition("-")[0] not in places
            and place not in places
        ):  # fmt: skip
            continue
        go()
        stage.settle()
        page = 1
        while True:
            yield Screen(kind, place, page, language, stage.size)
            if kind in ("attract", "warning") or not stage.press(session.words["more"]):
                break
            page += 1
            if page > PAGES:
                raise EndlessError(f"{kind} {place} in {language} does not end")
    session.startOver()
    stage.settle()


def _ways(stage: Stage, language: str) -> Iterator[tuple[str, str, Go]]:
    """Every screen with the way to its first page."""
    session = stage.session
    yield "attract", "", lambda: None
    yield "home", "", partial(_go, stage)
    sections = session.all_sections()
    for section in sections:
        yield "section", section["id"], partial(_go, stage, partial(session.openSection, section["id"]))
    for section in sections:
        for panel in section["panels"]:
            yield from _panel(stage, language, panel["id"])
    for sheet in SHEETS:
        if sheet != "stop":
            yield "sheet", sheet, partial(_go, stage, partial(session.openSheet, sheet))
    yield "warning", "", partial(_wait, stage)


def _panel(stage: Stage, language: str, name: str) -> Iterator[tuple[str, str, Go]]:
    session = stage.session
    there = partial(session.openPanel, name)
    yield "panel", name, partial(_go, stage, there)
    panel = stage.edition.panel(language, name) if stage.edition else None
    for stop in panel["tour"]["stops"] if panel and panel["tour"] else ():
        card = partial(session.openSheet, "stop", {"number": stop["number"]})
        yield "stop", f"{name}-{stop['number']}", partial(_go, stage, there, card)


def _go(stage: Stage, *steps: Go) -> None:
    """Begin a visit, or go home in the one that is under way; then take the steps."""
    stage.session.wake()
    stage.session.home()
    for step in steps:
        step()


def _wait(stage: Stage) -> None:
    """Be away until the warning stands."""
    _go(stage)
    stage.seconds += stage.session.kiosk["idle"]["seconds"] + 1
    stage.session.tick()
