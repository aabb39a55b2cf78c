"""A tour's day and map: times add up, the drawn route keeps the order and leaves room for the words."""

from __future__ import annotations

import random
from itertools import pairwise
from types import SimpleNamespace
from typing import Any, cast

import pytest

from kiosk.content.content import Content
from kiosk.content.model import Food, Place, TourPanel
from kiosk.publish.texts import Citations, Voice
from kiosk.publish.tours import MAPS, clock_time, compose, dish, distance_km, hours_text, itinerary, map_layout

WORDS = {
    "n_min": "{n} min",
    "hours_minutes": "{h} h {m} min",
    "day_total": "{stay} there, {move} on the way, {km} km",
    "km_straight": "{n} km",
    "leg_walk": "{n} min on foot",
    "leg_metro": "{n} min by metro",
    "day_ends": "end",
    "spice_0": "not spicy",
    "spice_2": "medium",
    "vegetarian_ask": "ask",
    "vegetarian_yes": "vegetarian",
    "not_vegetarian": "not vegetarian",
}
VOICE = Voice("en", WORDS, ("en",))


def place(name: str, lat: float, lon: float) -> Place:
    return Place.model_validate({"id": name, "name": {"en": name}, "lat": lat, "lon": lon, "about": {"en": "About."}})


def food(**changes: object) -> Food:
    base: dict[str, Any] = {
        "id": "bibimbap",
        "name": {"en": "Bibimbap"},
        "what": {"en": "Rice."},
        "contains": ["soy"],
        "vegetarian": "ask",
        "spice": {"low": 0, "high": 2},
        "where": {"en": "All over the city"},
    }
    return Food.model_validate(base | changes)


def content(*places: Place) -> Content:
    return cast(
        Content,
        SimpleNamespace(
            places={one.id: one for one in places},
            foods={"bibimbap": food()},
            allergens={"soy": SimpleNamespace(name={"en": "soya"})},
            sources={},
        ),
    )


def tour(*stops: dict[str, Any], start: str = "10:00") -> TourPanel:
    return TourPanel.model_validate({
        "kind": "tour",
        "title": {"en": "A day"},
        "start": start,
        "stops": [{"do": {"en": "Look."}, **stop} for stop in stops],
    })  # fmt: skip


KNOWN = content(place("acc", 35.1469, 126.9203), place("market", 35.1535, 126.9175), place("hill", 35.1396, 126.963))


@pytest.fixture
def day() -> dict[str, Any]:
    panel = tour(
        {"place": "acc", "stay": 90},
        {"place": "market", "stay": 60, "by": "walk", "minutes": 15, "eat": ["bibimbap"]},
        {"place": "hill", "stay": 45, "by": "metro", "minutes": 40},
    )
    return compose(panel, KNOWN, VOICE, Citations(KNOWN, VOICE))


def test_the_day_adds_up(day: dict[str, Any]) -> None:
    assert [(stop["number"], stop["name"], stop["time"], stop["offset"]) for stop in day["stops"]] == [
        (1, "acc", "10:00", 0),
        (2, "market", "11:45", 105),
        (3, "hill", "13:25", 205),
    ]
    assert (day["start"], day["end"], day["length"]) == ("10:00", "14:10", 250)
    assert day["total"] == "3 h 15 min there, 55 min on the way, 5.2 km"


def test_a_stop_tells_how_to_get_there_and_what_to_eat(day: dict[str, Any]) -> None:
    first, second, third = day["stops"]

    assert first["leg"] is None
    assert second["leg"] == {"by": "walk", "minutes": 15, "text": "15 min on foot", "distance": "0.8 km"}
    assert third["leg"] == {"by": "metro", "minutes": 40, "text": "40 min by metro", "distance": "4.4 km"}
    assert (first["eat"], second["eatLine"]) == ([], "Bibimbap")
    assert second["eat"][0]["contains"] == ["soya"]


def test_an_itinerary_is_a_line_a_stop(day: dict[str, Any]) -> None:
    assert itinerary("A day", day, VOICE) == ["A day", "10:00 acc", "11:45 market", "13:25 hill", "14:10 end"]


def test_a_dish_says_what_is_in_it() -> None:
    shown = dish(food(), KNOWN, VOICE)
    mild = dish(food(spice={"low": 0, "high": 0}, vegetarian="yes", contains=["crab"]), KNOWN, VOICE)
    noted = dish(food(vegetarian_note={"en": "Without egg on request."}), KNOWN, VOICE)

    assert (shown["vegetarian"], shown["spice"]) == ("ask", "not spicy – medium")
    assert (mild["vegetarian"], mild["spice"], mild["contains"]) == ("vegetarian", "not spicy", ["crab"])
    assert noted["vegetarian"] == "Without egg on request."


def test_a_day_past_midnight() -> None:
    panel = tour(
        {"place": "acc", "stay": 90}, {"place": "hill", "stay": 60, "by": "walk", "minutes": 30}, start="22:30"
    )
    day = compose(panel, KNOWN, VOICE, Citations(KNOWN, VOICE))

    assert (day["stops"][1]["time"], day["end"], day["length"]) == ("00:30", "01:30", 180)


@pytest.mark.parametrize(
    ("minutes", "clock", "words"),
    [(0, "00:00", "0 min"), (59, "00:59", "59 min"), (60, "01:00", "1 h 0 min"), (1439, "23:59", "23 h 59 min")],
)
def test_minutes_as_a_time_and_as_a_length(minutes: int, clock: str, words: str) -> None:
    assert (clock_time(minutes), hours_text(minutes, VOICE)) == (clock, words)


def test_distances_are_great_circles() -> None:
    assert distance_km((35.1469, 126.9203), (35.1469, 126.9203)) == 0
    assert distance_km((0.0, 0.0), (0.0, 1.0)) == pytest.approx(111.195, abs=0.001)
    assert distance_km((35.0, 179.9), (35.0, -179.9)) == pytest.approx(18.22, abs=0.01), "across the date line"


def scattered(count: int) -> tuple[tuple[float, float], ...]:
    dice = random.Random(count)  # noqa: S311 - the same tours each time
    return tuple((35.1 + dice.random() / 10, 126.8 + dice.random() / 10) for _ in range(count))


@pytest.mark.parametrize(
    ("kind", "count"),
    [*(("scattered", count) for count in (2, 3, 5, 7, 9, 12)), ("coincident", 2), ("coincident", 8), ("in a line", 12)],
)
def test_the_map_keeps_the_order_and_leaves_room(kind: str, count: int) -> None:
    points = {
        "scattered": scattered(count),
        "coincident": ((35.15, 126.92),) * count,
        "in a line": tuple((35.15, 126.8 + number / 100) for number in range(count)),
    }[kind]
    layout = map_layout(points)

    east = sorted(range(count), key=lambda index: points[index][1])
    south = sorted(range(count), key=lambda index: -points[index][0])
    for name, (left, right, top, bottom, _) in MAPS.items():
        stops, corners = layout[name]["stops"], layout[name]["corners"]
        rest = iter(corners)
        assert all(any(corner == stop for corner in rest) for stop in stops), f"{name}: the route misses a stop"
        # West to east and north to south as on the ground, and far enough apart for a finger: 11 % of the width and
        # 15 % of the height, or what fits.
        across, down = [stops[index][0] for index in east], [stops[index][1] for index in south]
        for places, first, last, gap in ((across, left, right, 0.11), (down, top, bottom, 0.15)):
            least = min(gap, 0.8 / (count - 1)) * (last - first) - 0.2  # places are rounded to a tenth of a unit
            assert (places[0], places[-1]) == (first, last), name
            assert all(after - before >= least for before, after in pairwise(places)), name


def test_the_map_is_the_same_in_every_language() -> None:
    assert map_layout(scattered(5)) is map_layout(scattered(5))
