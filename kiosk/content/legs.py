"""The days of tours: when they end, and whether one gets from stop to stop in the minutes given."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping

from kiosk.content.draft import Draft, Loaded
from kiosk.content.model import Panel, Place, TourPanel
from kiosk.content.problems import Problem, quote

LATEST = 23 * 60
"""When a day's tour should be over, in minutes after midnight: Gwangju's metro stops soon after."""

WALK_SPEED, RIDE_SPEED = 7, 150
"""Kilometres an hour in a straight line that nobody exceeds: a brisk walker makes 6, and no road or railway between two
stops of a day is quicker than an express train with its stops. A judgement, and a generous one: what is slower than
this may still be wrong, what is faster is a slip in ``lat``, ``lon`` or ``minutes``."""

SLACK = 0.3
"""Kilometres two places may be nearer to each other than their points on the map: markets and parks are wide."""

_RADIUS = 6371.0
"""Of the earth, in kilometres."""


def check_tours(draft: Draft) -> Iterator[Problem]:
    """Warnings about the tours that fit their model."""
    listed = draft.places.value.places if draft.places and draft.places.value else ()
    places = {place.id: place for place in reversed(listed)}
    for panel in draft.panels:
        if isinstance(panel.value, TourPanel):
            yield from _day(panel, panel.value)
            yield from _legs(panel, panel.value, places)


def _day(panel: Loaded[Panel], tour: TourPanel) -> Iterator[Problem]:
    hours, minutes = (int(part) for part in tour.start.split(":"))
    end = hours * 60 + minutes + sum(stop.stay + (stop.minutes or 0) for stop in tour.stops)
    if end > LATEST:
        yield panel.problem("tour-late", ("start",), value=f"{end // 60}:{end % 60:02d}")


def _legs(panel: Loaded[Panel], tour: TourPanel, places: Mapping[str, Place]) -> Iterator[Problem]:
    for index, (before, stop) in enumerate(zip(tour.stops, tour.stops[1:], strict=False), 1):
        start, end = places.get(before.place), places.get(stop.place)
        if start is None or end is None or stop.minutes is None:
            continue
        far = kilometres(start, end)
        if far > (WALK_SPEED if stop.by == "walk" else RIDE_SPEED) * stop.minutes / 60 + SLACK:
            yield panel.problem(
                "tour-leg",
                ("stops", index, "minutes"),
                value=stop.minutes,
                distance=f"{far:.1f}" if far < 10 else f"{far:.0f}",
                by=quote(stop.by or ""),
                start=quote(start.id),
                end=quote(end.id),
            )


def kilometres(start: Place, end: Place) -> float:
    """The straight way between two places on the globe."""
    south, north = math.radians(start.lat), math.radians(end.lat)
    across = math.radians(end.lon - start.lon)
    part = math.sin((north - south) / 2) ** 2 + math.cos(south) * math.cos(north) * math.sin(across / 2) ** 2
    return 2 * _RADIUS * math.asin(math.sqrt(min(part, 1.0)))
