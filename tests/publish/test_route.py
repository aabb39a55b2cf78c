"""The tour's line: order kept, gaps widened, only straight and diagonal segments, every stop visited."""

from __future__ import annotations

import math
import random
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.publish.route import ROOM, STOPS_LIMIT, route_corners, spread

Point = tuple[float, float]

TOURS = {
    "downtown": [
        (35.1469, 126.9203), (35.1468, 126.9196), (35.1484, 126.9185), (35.1490, 126.9150),
        (35.1497, 126.9178), (35.1535, 126.9175), (35.1497, 126.9245),
    ],
    "mudeungsan": [
        (35.1386, 126.9156), (35.1393, 126.9125), (35.1379, 126.9133), (35.1410, 126.9112),
        (35.1557, 126.9462), (35.1396, 126.9630), (35.1290, 126.9760),
    ],
    "songjeong": [
        (35.1832, 126.8876), (35.1839, 126.8852), (35.1829, 126.8893),
        (35.1617, 126.8795), (35.1376, 126.7911), (35.1390, 126.7935),
    ],
}  # fmt: skip
"""Latitude and longitude of three tours of the city, rounded."""


def laid_out(places: list[Point]) -> list[Point]:
    """Stops on the portrait page's map, as the publisher lays them out."""
    across, down = spread([lon for _, lon in places], 0.11), spread([-lat for lat, _ in places], 0.15)
    return [(180 + 782 * x, 500 + 472 * y) for x, y in zip(across, down, strict=True)]


def drawn(stops: list[Point]) -> list[Point]:
    return route_corners(stops, 95.0, -40.0, 46.0)


def visits(corners: list[Point], stops: list[Point]) -> bool:
    """Whether the corners contain the stops in order."""
    rest = iter(corners)
    return all(any(math.dist(corner, stop) < 1e-6 for corner in rest) for stop in stops)


def turns(corners: list[Point]) -> list[int]:
    """Degrees by which the line turns at each corner."""
    headings = [round(math.degrees(math.atan2(by - ay, bx - ax))) for (ax, ay), (bx, by) in pairwise(corners)]
    return [abs((b - a + 180) % 360 - 180) for a, b in pairwise(headings)]


def straight(corners: list[Point]) -> bool:
    """Whether every segment is horizontal, vertical or diagonal."""
    for (ax, ay), (bx, by) in pairwise(corners):
        dx, dy = abs(bx - ax), abs(by - ay)
        if min(dx, dy, abs(dx - dy)) > 1e-6:
            return False
    return True


@settings(max_examples=200, deadline=None)
@given(st.lists(st.floats(-180, 180), min_size=2, max_size=STOPS_LIMIT), st.floats(0, 0.5))
def test_spread_keeps_the_order_and_the_gap(values: list[float], gap: float) -> None:
    places = spread(values, gap)
    assert min(places) == 0
    assert max(places) == pytest.approx(1)
    ranked = sorted(range(len(values)), key=lambda i: (values[i], i))
    least = min(gap, ROOM / (len(values) - 1))
    for before, after in pairwise(ranked):
        assert places[after] - places[before] >= least - 1e-9


def test_spread_opens_crowded_gaps_and_keeps_the_others_in_proportion() -> None:
    assert spread([0, 1, 10], 0.05) == pytest.approx([0, 0.1, 1])
    assert spread([0, 0.01, 4, 10], 0.1) == pytest.approx([0, 0.1, 0.1 + 0.9 * 3.99 / 9.99, 1])
    assert spread([10, 0, 10], 0.2) == pytest.approx([0.8, 0, 1])
    assert spread([3, 3, 3], 0.1) == pytest.approx([0, 0.5, 1])
    assert spread([7], 0.1) == [0.5]
    assert spread([], 0.1) == []


def test_spread_lowers_a_gap_that_does_not_fit() -> None:
    places = spread([*range(11), 1000], 0.15)
    assert [b - a for a, b in pairwise(places)][:10] == pytest.approx([ROOM / 11] * 10)


@pytest.mark.parametrize("tour", TOURS)
def test_the_citys_tours_are_drawn_calmly(tour: str) -> None:
    stops = laid_out(TOURS[tour])
    corners = drawn(stops)
    assert corners[0] == (95.0, -40.0)
    assert straight(corners)
    assert visits(corners, stops)
    assert max(turns(corners)) <= 90
    assert sum(turns(corners)) <= 45 * 5 * len(stops)


@settings(max_examples=8, deadline=None)
@given(st.integers(2, 8), st.integers(0, 10_000))
def test_any_stops_are_visited_in_order_by_straight_segments(count: int, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - a reproducible layout, no secret
    stops = laid_out([(35 + chance.random(), 126 + chance.random()) for _ in range(count)])
    corners = drawn(stops)
    assert straight(corners)
    assert visits(corners, stops)
    assert 180 not in turns(corners), "the line runs back on itself"
    # It leaves the comb within the map, not across the title.
    assert corners[1][0] == 95.0
    assert corners[1][1] >= min(y for _, y in stops) - 47


def test_twelve_stops_are_drawn_and_no_other_is_run_over() -> None:
    chance = random.Random(5)  # noqa: S311 - a reproducible layout, no secret
    stops = laid_out([(35 + chance.random(), 126 + chance.random()) for _ in range(STOPS_LIMIT)])
    corners = drawn(stops)
    assert visits(corners, stops)
    places = {corner: n for n, corner in enumerate(corners)}
    for stop in stops:
        own = places[stop]
        for n, (a, b) in enumerate(pairwise(corners)):
            if n not in (own - 1, own):
                assert distance(stop, a, b) > 12


def distance(point: Point, start: Point, end: Point) -> float:
    (px, py), (ax, ay), (bx, by) = point, start, end
    length = math.dist(start, end)
    share = max(0.0, min(1.0, ((px - ax) * (bx - ax) + (py - ay) * (by - ay)) / length**2))
    return math.hypot(px - ax - share * (bx - ax), py - ay - share * (by - ay))


@pytest.mark.parametrize("count", [0, 1, 13])
def test_too_few_or_too_many_stops_are_refused(count: int) -> None:
    with pytest.raises(ValueError, match=f"a route has 2 to 12 stops, not {count}"):
        route_corners([(100.0 * n, 500.0) for n in range(count)], 95.0, -40.0, 46.0)
