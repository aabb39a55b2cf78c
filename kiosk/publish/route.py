"""The drawn line of a tour: places spread so that fingers fit, joined by straight, 45° and 90° segments.

Pure geometry, no picture library: the publisher lays out stops and labels with it, the light art paints its corners.
Screen axes: x to the right, y down; any unit, as long as it is the same throughout. One file, because the steps share
what they know of the line and mean nothing alone.
"""

from __future__ import annotations

import math
from bisect import insort
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final, TypeAlias

Point: TypeAlias = tuple[float, float]

STOPS_LIMIT: Final = 12
"""Most stops on one line; more would not fit a screen."""

ROOM: Final = 0.8
"""Greatest share of the whole length that minimum gaps may take together; the rest keeps real distances readable."""

BEAM: Final = 16
LEGS: Final = 7
"""Unfinished lines kept while searching, and ways kept per pair of stops and first direction.

More finds no visibly better line for twelve stops.
"""

DIRECTIONS: Final = tuple((round(math.cos(a), 9), round(math.sin(a), 9)) for a in (k * math.pi / 4 for k in range(8)))
"""The eight directions of a segment, clockwise from the right."""

DOWN: Final = 2
"""Index of straight down, the heading of the falling comb."""

TURN_COST: Final = (0.0, 0.35, 1.0, 5.0, 60.0)
"""What a turn of 0, 45, 90, 135, 180 degrees costs, in steps of length. 135 looks pinched, 180 runs back on itself."""

CLEARANCE: Final = 1.0
"""Steps a segment keeps from stops it does not serve, and from segments it runs beside."""

SHORT: Final = 1.0
"""Steps below which a segment is too short to be seen once its corners are softened."""


def spread(values: Sequence[float], minimum_gap: float) -> list[float]:
    """Positions from 0 to 1 in the order of ``values``, each gap at least ``minimum_gap``, larger ones in proportion.

    A minimum that does not fit is lowered until all gaps fit; equal values keep their order in the sequence.
    """
    count = len(values)
    if count < 2:
        return [0.5] * count
    order = sorted(range(count), key=lambda i: (values[i], i))
    gaps = [values[b] - values[a] for a, b in pairwise(order)]
    least = max(1e-9, min(minimum_gap, ROOM / len(gaps)))
    # Gaps below the minimum are raised to it; the others share what is left. Raising some shrinks the others, so
    # more of them may need raising: repeat until none does.
    raised: set[int] = set()
    while True:
        free = sum(gap for i, gap in enumerate(gaps) if i not in raised)
        scale = (1 - least * len(raised)) / free if free > 0 else 0.0
        small = {i for i, gap in enumerate(gaps) if i not in raised and gap * scale < least}
        if not small:
            break
        raised |= small
    if len(raised) == len(gaps):
        widths = [1 / len(gaps)] * len(gaps)
    else:
        widths = [least if i in raised else gap * scale for i, gap in enumerate(gaps)]
    places = [0.0] * count
    reached = 0.0
    for index, width in zip(order[1:], widths, strict=True):
        reached += width
        places[index] = min(1.0, reached)
    return places


@dataclass(frozen=True, slots=True)
class _Leg:
    """One way to a stop: its corners (the last is the stop), first and last heading, what it costs by itself."""

    corners: tuple[Point, ...]
    first: int
    last: int
    cost: float


_Box: TypeAlias = tuple[float, float, float, float]
"""Least x, greatest x, least y, greatest y of a segment."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A line found so far: corners, the boxes around its segments, the heading it arrives in, its cost."""

    corners: tuple[Point, ...]
    boxes: tuple[_Box, ...]
    heading: int
    cost: float


def route_corners(stops: Sequence[Point], entry_x: float, top: float, step: float) -> list[Point]:
    """Corner points of one line that falls from (entry_x, top) and visits ``stops`` in order.

    Every segment is horizontal, vertical or diagonal. The line keeps clear of stops it is not visiting, of itself and
    of the falling comb where it can, leaves the comb no higher than the map, and turns gently: at a stop it rather
    runs on and swings round than folds back. ``step`` is the length of a short straight, somewhat less than a stop's
    marker (46 px at 1080x1920).

    Raises:
        ValueError: when there are fewer than 2 or more than 12 stops.
    """
    if not 2 <= len(stops) <= STOPS_LIMIT:
        raise ValueError(f"a route has 2 to {STOPS_LIMIT} stops, not {len(stops)}")
    xs, ys = [x for x, _ in stops], [y for _, y in stops]
    field = _Field(list(stops), entry_x, step, (min(xs), max(xs), min(ys), max(ys)))
    beam = [_Line(((entry_x, top),), (), DOWN, 0.0)]
    for index, stop in enumerate(stops):
        ways = field.entries() if index == 0 else _ways(stops[index - 1], stop, step)
        start = (entry_x, top) if index == 0 else stops[index - 1]
        legs = field.best(start, ways, index)
        beam = field.grow(beam, legs, at_stop=index > 0)
    return list(beam[0].corners)


def _ways(start: Point, stop: Point, step: float) -> Iterator[list[Point]]:
    """Ways from one stop to the next: directly, or after a short straight in one of the eight directions."""
    yield from _joins(start, stop)
    for dx, dy in DIRECTIONS:
        for reach in (1.0, 2.0):
            lead = (start[0] + dx * step * reach, start[1] + dy * step * reach)
            for join in _joins(lead, stop):
                yield [lead, *join]
            if reach == 1.0:
                # Swing round: leave, cross over by two steps, then join.
                for side in (-1, 1):
                    swing = (lead[0] - side * dy * step * 2, lead[1] + side * dx * step * 2)
                    for join in _joins(swing, stop):
                        yield [lead, swing, *join]


def _joins(start: Point, stop: Point) -> Iterator[list[Point]]:
    """Ways with straight and diagonal pieces and at most two corners."""
    (x0, y0), (x1, y1) = start, stop
    dx, dy = x1 - x0, y1 - y0
    wide, high = abs(dx), abs(dy)
    diagonal = min(wide, high)
    if diagonal < 1e-6 or abs(wide - high) < 1e-6:
        yield [stop]
        return
    slant = (math.copysign(diagonal, dx), math.copysign(diagonal, dy))
    rest = (dx - slant[0], dy - slant[1])
    for share in (0.0, 0.25, 0.5, 0.75, 1.0):
        first = (x0 + rest[0] * share, y0 + rest[1] * share)
        yield [first, (first[0] + slant[0], first[1] + slant[1]), stop]
    for share in (0.25, 0.5, 0.75):
        first = (x0 + slant[0] * share, y0 + slant[1] * share)
        yield [first, (first[0] + rest[0], first[1] + rest[1]), stop]
    yield [(x1, y0), stop]
    yield [(x0, y1), stop]


def _heading(start: Point, end: Point) -> int:
    """Which of the eight directions a segment runs in."""
    return round(math.atan2(end[1] - start[1], end[0] - start[0]) / (math.pi / 4)) % 8


def _turn(first: int, second: int) -> float:
    """What it costs to turn from one heading to another."""
    return TURN_COST[abs((second - first + 4) % 8 - 4)]


def _trimmed(start: Point, way: Sequence[Point]) -> list[Point]:
    """A way without points that repeat the one before or stand in the middle of a straight."""
    points = [start]
    for point in way:
        if math.dist(point, points[-1]) < 1e-6:
            continue
        if len(points) > 1 and _heading(points[-2], points[-1]) == _heading(points[-1], point):
            points.pop()
        points.append(point)
    return points[1:]


@dataclass(frozen=True, slots=True)
class _Field:
    """What a line is judged by: where the stops stand, where the comb falls. Costs are in steps of length."""

    stops: list[Point]
    entry_x: float
    step: float
    around: _Box
    """The box of the stops."""

    def entries(self) -> Iterator[list[Point]]:
        """Ways from the falling comb into the first stop. They leave the comb within the map, never above it."""
        first = self.stops[0]
        high = min(y for _, y in self.stops) - self.step
        low = max(y for _, y in self.stops) + self.step
        across = abs(first[0] - self.entry_x)
        heights = [first[1], first[1] - across, first[1] + across, first[1] - across / 2, high, low]
        heights += [first[1] + self.step * 2 * k for k in (-3, -2, -1, 1, 2, 3)]
        for height in heights:
            if high - 1e-6 <= height <= low + 1e-6:
                leave = (self.entry_x, height)
                for join in _joins(leave, first):
                    yield [leave, *join]

    def best(self, start: Point, ways: Iterator[list[Point]], index: int) -> list[_Leg]:
        """The cheapest ways to stop ``index`` for every first direction, each judged by itself.

        What stands beside a way only ever adds to its cost, so the ways come in the order of what they cost without it,
        and the rest is left as soon as none of it can be among the cheapest.
        """
        same: dict[int, list[_Leg]] = {heading: [] for heading in range(8)}
        for corners in {tuple(_trimmed(start, way)) for way in ways}:
            leg = self._leg(start, corners, index)
            same[leg.first].append(leg)
        kept: list[_Leg] = []
        for legs in same.values():
            cheapest: list[_Leg] = []
            for leg in sorted(legs, key=_in_order):
                if len(cheapest) == LEGS and leg.cost > cheapest[-1].cost:
                    break
                insort(cheapest, replace(leg, cost=leg.cost + self._along(start, leg, index)), key=_in_order)
                del cheapest[LEGS:]
            kept += cheapest
        return kept

    def _leg(self, start: Point, corners: tuple[Point, ...], index: int) -> _Leg:
        """A way with what its turns and its length cost, wherever it runs."""
        points = [start, *corners]
        headings = [_heading(a, b) for a, b in pairwise(points)]
        cost = sum(_turn(a, b) for a, b in pairwise(headings))
        for number, (a, b) in enumerate(pairwise(points)):
            length = math.dist(a, b) / self.step
            # The falling comb is as long as the page, wherever it is left.
            falling = index == 0 and number == 0
            cost += 1.5 * max(0.0, SHORT - length) + (0 if falling else length / 3)
        return _Leg(corners, headings[0], headings[-1], cost)

    def _along(self, start: Point, leg: _Leg, index: int) -> float:
        """What it costs a way to run where it does."""
        cost = 0.0
        for number, (a, b) in enumerate(pairwise((start, *leg.corners))):
            if index or number:
                cost += self._beside(a, b, index)
            cost += self._outside(b)
        return cost

    def _beside(self, start: Point, end: Point, index: int) -> float:
        """What it costs to pass a stop too closely without serving it, or to run back along the comb."""
        cost = 0.0
        clear = CLEARANCE * self.step
        left, right, high, low = _box(start, end)
        for number, stop in enumerate(self.stops):
            if not (left - clear < stop[0] < right + clear and high - clear < stop[1] < low + clear):
                continue
            if stop not in (start, end):
                weight = 12 if number in (index, index - 1) else 25
                cost += weight * max(0.0, 1 - _distance(stop, start, end) / clear)
        if start[0] != self.entry_x:
            cost += 20 * max(0.0, 1 - (min(start[0], end[0]) - self.entry_x) / clear)
        return cost

    def _outside(self, point: Point) -> float:
        """What it costs to leave the box of the stops by more than a step."""
        left, right, high, low = self.around
        side = max(left - point[0] if point[0] != self.entry_x else 0.0, point[0] - right)
        over = max(side, high - point[1], point[1] - low) / self.step
        return 8 * max(0.0, over - 1.1) + 0.6 * max(0.0, over)

    def grow(self, beam: Sequence[_Line], legs: Sequence[_Leg], *, at_stop: bool) -> list[_Line]:
        """The cheapest lines with one more leg.

        Meetings only ever add to a cost, so the candidates come in the order of what they cost without them, and the
        rest is left as soon as none of it can be among the cheapest.
        """
        turned = 0.7 if at_stop else 1.0
        pairs = [
            (line.cost + leg.cost + _turn(line.heading, leg.first) * turned, line, leg) for line in beam for leg in legs
        ]
        kept: list[_Line] = []
        for cost, line, leg in sorted(pairs, key=lambda pair: pair[0]):
            most = kept[-1].cost if len(kept) == BEAM else math.inf
            if cost > most:
                break
            grown = self.extend(line, leg, cost, most)
            if grown is not None:
                insort(kept, grown, key=lambda line: (line.cost, line.corners))
                del kept[BEAM:]
        return kept

    def extend(self, line: _Line, leg: _Leg, cost: float, most: float) -> _Line | None:
        """The line with one more leg, which adds every meeting with older segments; None if it costs over ``most``."""
        clear = CLEARANCE * self.step
        older = list(zip(line.corners, line.corners[1:], line.boxes, strict=False))
        start = line.corners[-1]
        boxes = list(line.boxes)
        for number, end in enumerate(leg.corners):
            box = _box(start, end)
            left, right, high, low = box[0] - clear, box[1] + clear, box[2] - clear, box[3] + clear
            # The first segment starts where the last older one ends; they always touch.
            for a, b, other in older[:-1] if number == 0 else older:
                if other[1] < left or right < other[0] or other[3] < high or low < other[2]:
                    continue
                cost += _meeting(a, b, start, end, clear)
                if cost > most:
                    return None
            boxes.append(box)
            start = end
        return _Line(line.corners + leg.corners, tuple(boxes), leg.last, cost)


def _in_order(leg: _Leg) -> tuple[float, tuple[Point, ...]]:
    return leg.cost, leg.corners


def _box(start: Point, end: Point) -> _Box:
    (x0, y0), (x1, y1) = start, end
    return min(x0, x1), max(x0, x1), min(y0, y1), max(y0, y1)


def _meeting(a: Point, b: Point, start: Point, end: Point, clear: float) -> float:
    """What it costs to cross an older segment, or to run along it closer than ``clear``."""
    if _crosses(a, b, start, end):
        return 9.0
    near = min(_distance(a, start, end), _distance(b, start, end), _distance(start, a, b), _distance(end, a, b))
    if near >= clear:
        return 0.0
    parallel = (_heading(a, b) - _heading(start, end)) % 4 == 0
    return (14.0 if parallel else 4.0) * (1 - near / clear)


def _distance(point: Point, start: Point, end: Point) -> float:
    """Distance from a point to a segment."""
    (px, py), (x0, y0), (x1, y1) = point, start, end
    dx, dy = x1 - x0, y1 - y0
    square = dx * dx + dy * dy
    share = max(0.0, min(1.0, ((px - x0) * dx + (py - y0) * dy) / square)) if square else 0.0
    return math.hypot(px - x0 - dx * share, py - y0 - dy * share)


def _crosses(a: Point, b: Point, c: Point, d: Point) -> bool:
    """Whether two segments cross at a point inside both."""

    def side(p: Point, q: Point, r: Point) -> float:
        return (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])

    return side(a, b, c) * side(a, b, d) < 0 and side(c, d, a) * side(c, d, b) < 0
