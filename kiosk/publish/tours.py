"""A tour as the screen needs it: the day to scale, the drawn map in design units, a card for each stop."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from kiosk.content.content import Content
from kiosk.content.model import Food, Place, Stop, TourPanel
from kiosk.publish import route
from kiosk.publish.texts import Citations, Voice

Points = tuple[tuple[float, float], ...]
"""(latitude, longitude) of each stop, degrees."""

Layout = Callable[[Points], dict[str, Any]]
"""Draws a map, as ``map_layout`` does."""

EARTH_KM = 6371.0
"""Mean radius used for straight-line distances, as in the fact sheet."""

MAPS = {
    "portrait": (180.0, 962.0, 500.0, 972.0, 95.0),
    "landscape": (300.0, 1050.0, 420.0, 790.0, 119.0),
    "tile": (56.0, 284.0, 300.0, 648.0, 40.0),
}
"""Left, right, top and bottom of the map on a page of 1080x1920 or 1920x1080 design units; x of the falling comb.

The tile is the tour's door in its section, 336x696 design units."""


def distance_km(first: tuple[float, float], second: tuple[float, float]) -> float:
    """Great-circle distance between two (latitude, longitude) points in degrees; haversine formula."""
    (lat1, lon1), (lat2, lon2) = first, second
    half = math.sin(math.radians(lat2 - lat1) / 2) ** 2
    half += math.cos(math.radians(lat1)) * math.cos(math.radians(lat2)) * math.sin(math.radians(lon2 - lon1) / 2) ** 2
    return 2 * EARTH_KM * math.asin(math.sqrt(half))


def clock_time(minutes: int) -> str:
    """Minutes after midnight as ``10:05``; a day that ends after midnight runs on from 00:00."""
    return f"{minutes // 60 % 24:02d}:{minutes % 60:02d}"


@lru_cache(maxsize=64)
def map_layout(points: Points) -> dict[str, Any]:
    """Stops and the route's corners in design units, for both orientations, from (latitude, longitude) points.

    The same in every language, so drawn once a tour.
    """
    across = route.spread([lon for _, lon in points], 0.11)
    down = route.spread([-lat for lat, _ in points], 0.15)
    layout: dict[str, Any] = {}
    for name, (x0, x1, y0, y1, rail) in MAPS.items():
        stops = [(x0 + (x1 - x0) * a, y0 + (y1 - y0) * d) for a, d in zip(across, down, strict=True)]
        corners = route.route_corners(stops, rail, -40.0, 46.0)
        layout[name] = {
            "stops": [[round(x, 1), round(y, 1)] for x, y in stops],
            "corners": [[round(x, 1), round(y, 1)] for x, y in corners],
        }
    return layout


def spot(place: Place, voice: Voice, citations: Citations) -> dict[str, Any]:
    """A place as a panel names it."""
    if place.source:
        citations.mark(place.source)
    return {
        "name": voice.say(place.name),
        "district": voice.say(place.district),
        "about": voice.say(place.about),
        "opening": voice.say(place.opening),
    }


def dish(food: Food, content: Content, voice: Voice) -> dict[str, Any]:
    """A dish on a stop's card, with its allergens in words."""
    words = {key: voice.say(allergen.name) for key, allergen in content.allergens.items()}
    spice = sorted({food.spice.low, food.spice.high})
    vegetarian = {"yes": "vegetarian_yes", "no": "not_vegetarian", "ask": "vegetarian_ask"}[food.vegetarian]
    return {
        "name": voice.say(food.name),
        "what": voice.say(food.what),
        "contains": [words.get(key, key) for key in food.contains],
        "mayContain": [words.get(key, key) for key in food.may_contain],
        "vegetarian": voice.say(food.vegetarian_note) or voice.word(vegetarian),
        "spice": " – ".join(voice.word(f"spice_{level}") for level in spice),
        "where": voice.say(food.where),
    }


def leg(stop: Stop, km: float, voice: Voice) -> dict[str, Any]:
    """The way to a stop from the one before it."""
    distance = f"{km:.1f}" if km < 10 else f"{km:.0f}"
    return {
        "by": stop.by,
        "minutes": stop.minutes,
        "text": voice.word(f"leg_{stop.by}", n=stop.minutes),
        "distance": voice.word("km_straight", n=distance),
    }


def compose(
    tour: TourPanel, content: Content, voice: Voice, citations: Citations, draw: Layout = map_layout
) -> dict[str, Any]:
    """The tour's part of a panel: stops with their times and cards, totals, the map that ``draw`` makes."""
    hour, minute = tour.start.split(":")
    now = int(hour) * 60 + int(minute)
    start, moving, total_km = now, 0, 0.0
    stops: list[dict[str, Any]] = []
    for number, stop in enumerate(tour.stops, start=1):
        place = content.places[stop.place]
        arrival = None
        if number > 1:
            before = content.places[tour.stops[number - 2].place]
            km = distance_km((before.lat, before.lon), (place.lat, place.lon))
            total_km += km
            moving += stop.minutes or 0
            now += stop.minutes or 0
            arrival = leg(stop, km, voice)
        if place.source:
            citations.mark(place.source)
        foods = [content.foods[food] for food in stop.eat]
        stops.append({
            "number": number,
            "name": voice.say(place.name),
            "label": voice.line(place.label or place.name),
            "district": voice.say(place.district),
            "time": clock_time(now),
            "offset": now - start,
            "stay": stop.stay,
            "stayText": voice.word("n_min", n=stop.stay),
            "do": voice.say(stop.do),
            "about": voice.say(place.about),
            "opening": voice.say(place.opening),
            "note": voice.say(stop.note),
            "eat": [dish(food, content, voice) for food in foods],
            "eatLine": ", ".join(voice.say(food.name) for food in foods),
            "leg": arrival,
        })  # fmt: skip
        now += stop.stay
    staying = sum(stop.stay for stop in tour.stops)
    return {
        "stops": stops,
        "start": tour.start,
        "end": clock_time(now),
        "length": now - start,
        "total": voice.word(
            "day_total",
            stay=hours_text(staying, voice),
            move=hours_text(moving, voice),
            km=f"{total_km:.1f}",
        ),
        "access": voice.say(tour.access),
        "map": tour_map(tour, content, draw),
    }


def tour_map(tour: TourPanel, content: Content, draw: Layout = map_layout) -> dict[str, Any]:
    """The tour's drawn map, see ``map_layout``."""
    places = [content.places[stop.place] for stop in tour.stops]
    return draw(tuple((place.lat, place.lon) for place in places))


def hours_text(minutes: int, voice: Voice) -> str:
    """A length of time in words: ``7 h 15 min``."""
    if minutes < 60:
        return voice.word("n_min", n=minutes)
    return voice.word("hours_minutes", h=minutes // 60, m=minutes % 60)


def itinerary(title: str, composed: dict[str, Any], voice: Voice) -> list[str]:
    """The day as plain lines for a phone: a line a stop, short enough for one QR code."""
    lines = [title]
    lines += [f"{stop['time']} {stop['label']}" for stop in composed["stops"]]
    lines.append(f"{composed['end']} {voice.word('day_ends')}")
    return lines
