"""When a new edition may be shown to somebody who is just using the one before. Pure."""

from __future__ import annotations

from enum import Enum
from typing import Any

from kiosk.player.edition_view import EditionView
from kiosk.player.journey import Place

CALM = 3.0
"""Seconds without a touch after which cards may change places, and a page that is gone leads home: whoever reaches for
something has touched it by then. Noticing and publishing a change takes about as long, so hardly anybody waits."""


class When(Enum):
    """What a new edition waits for."""

    NOW = "nothing"
    CALM = "nobody touching the screen for ``CALM`` seconds, or the visitor going on"


def found(edition: EditionView, language: str, place: Place) -> dict[str, Any] | None:
    """What a place of an edition shows, ``{}`` where it is of no section or panel; None if there is no such place."""
    if place.screen == "section":
        return edition.section(language, place.id)
    if place.screen == "panel":
        return edition.panel(language, place.id)
    return {}


def when(edition: EditionView, shown: EditionView, language: str, place: Place) -> When:
    """Decide for a visitor at a place of the edition shown. A changed panel changes under its reader's eyes."""
    if place.screen == "attract":
        return When.NOW
    then = found(edition, language, place) if _speaks(edition, language) else None
    if then is None:
        return When.CALM
    if place.screen == "panel":
        return When.NOW
    if place.screen == "home":
        return When.NOW if _home(edition, language) == _home(shown, language) else When.CALM
    return When.NOW if then == found(shown, language, place) else When.CALM


def _speaks(edition: EditionView, language: str) -> bool:
    return any(known["tag"] == language for known in edition.languages)


def _home(edition: EditionView, language: str) -> Any:
    return edition.index(language)["home"]
