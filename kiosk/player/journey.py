"""Where a visitor is and how they came: an immutable history of places."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

LONGEST = 40
"""Places kept for Back; a visitor who wanders further loses the oldest."""


@dataclass(frozen=True)
class Place:
    """A screen, the section or panel it shows, and the page of it, counted from 0."""

    screen: str
    id: str = ""
    page: int = 0


ATTRACT = Place("attract")
HOME = Place("home")


@dataclass(frozen=True)
class Journey:
    """The places from the start to here. Never empty."""

    places: tuple[Place, ...] = (ATTRACT,)

    @property
    def here(self) -> Place:
        """The place shown."""
        return self.places[-1]

    @property
    def can_go_back(self) -> bool:
        """Whether Back leads anywhere."""
        return len(self.places) > 1

    def start(self) -> Journey:
        """At the home screen, with nothing behind."""
        return Journey((HOME,))

    def enter(self, place: Place) -> Journey:
        """One place further. Entering the place one is at changes nothing."""
        if (place.screen, place.id) == (self.here.screen, self.here.id):
            return self
        return Journey((*self.places, place)[-LONGEST:])

    def turn(self, page: int) -> Journey:
        """To a page of the same place."""
        return Journey((*self.places[:-1], replace(self.here, page=max(0, page))))

    def back(self) -> Journey:
        """One place back; the first place stays."""
        return Journey(self.places[:-1]) if self.can_go_back else self

    def keep(self, exists: Callable[[Place], bool]) -> Journey:
        """The same history without places that are gone; home, if the place shown is gone itself."""
        if not exists(self.here):
            return self.start()
        return Journey(tuple(place for place in self.places if exists(place)))
