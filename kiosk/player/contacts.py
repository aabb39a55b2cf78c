"""Touch hygiene as a pure state machine: many contacts in, one clean press at a time out.

R3-R6 and the tremor rules: one finger at a time, no second tap within 300 ms in the same place, a contact stuck for
5 s is ignored, a third finger or a palm cancels, and a finger that trembles by up to 15 mm presses where it came down.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

REPEAT = 0.3
"""Seconds in which a second tap in the same place is ignored (R5; KV asks for a threshold)."""

STUCK = 5.0
"""Seconds after which a contact that does not move no longer counts (R6)."""

REST_MM = 3.0
"""A contact that keeps within this distance does not move: a drop of water and a bag tremble, too."""

TREMOR_MM = 15.0
"""A drag up to this long is still a tap where it began."""

SAME_PLACE_MM = 20.0
"""Two taps nearer than this are on the same control: controls are at least 20 mm wide (R1)."""

PALM_MM = 45.0
"""A contact wider than this is a hand at rest, not a finger."""


@dataclass(frozen=True)
class Act:
    """What the interface shall feel: a press, a move, a release or a cancel at a point in px."""

    kind: Literal["press", "move", "release", "cancel"]
    x: float
    y: float


@dataclass
class _Finger:
    x: float
    y: float
    since: float  # it has rested at ``rest``
    rest: tuple[float, float]
    moved: bool = False
    lead: bool = False
    stuck: bool = False


class Contacts:
    """All fingers on the glass. Times in seconds of a monotonic clock, places in px."""

    def __init__(self, mm_per_px: float = 0.4957) -> None:
        self.mm_per_px = mm_per_px
        self._fingers: dict[int, _Finger] = {}
        self._last = (-math.inf, 0.0, 0.0)
        self._refused = False

    @property
    def count(self) -> int:
        """Fingers on the glass that count."""
        return sum(not finger.stuck for finger in self._fingers.values())

    def down(self, name: int, x: float, y: float, now: float, width_mm: float = 0.0) -> list[Act]:
        """A finger comes down."""
        acts = self.age(now) + self.only(set(self._fingers) - {name})  # the same name again: it has left in between
        lead = self._lead()
        self._fingers[name] = _Finger(x, y, now, (x, y))
        if self.count >= 3 or width_mm > PALM_MM:
            self._refused = True
            if lead:
                lead.lead = False
                acts.append(Act("cancel", lead.x, lead.y))
            return acts
        if lead or self._refused or self.count > 1 or self._repeated(x, y, now):
            return acts
        self._fingers[name].lead = True
        self._last = (now, x, y)
        acts.append(Act("press", x, y))
        return acts

    def move(self, name: int, x: float, y: float, now: float) -> list[Act]:
        """A finger moves. Within the tremor distance it has not moved at all."""
        acts = self.age(now)
        finger = self._fingers.get(name)
        if finger and finger.lead and (finger.moved or self._mm(finger.x, finger.y, x, y) > TREMOR_MM):
            finger.moved = True
            finger.x, finger.y = x, y
            if self._mm(*finger.rest, x, y) > REST_MM:
                finger.since, finger.rest = now, (x, y)
            acts.append(Act("move", x, y))
        return acts

    def up(self, name: int, now: float) -> list[Act]:
        """A finger leaves."""
        acts = self.age(now)
        finger = self._fingers.pop(name, None)
        if finger and finger.lead:
            acts.append(Act("release", finger.x, finger.y))
            self._last = (now, finger.x, finger.y)
        if self.count == 0:
            self._refused = False
        return acts

    def only(self, names: set[int]) -> list[Act]:
        """Nothing but these is on the glass: others have left without a word, as when a cable was loose."""
        lost = [self._fingers.pop(name) for name in set(self._fingers) - names]
        if self.count == 0:
            self._refused = False
        return [Act("cancel", finger.x, finger.y) for finger in lost if finger.lead]

    def cancel(self) -> list[Act]:
        """The system takes all fingers away."""
        lead = self._lead()
        self._fingers.clear()
        self._refused = False
        return [Act("cancel", lead.x, lead.y)] if lead else []

    def age(self, now: float) -> list[Act]:
        """Let time pass: a contact that has rested too long is stuck and blocks nothing any more."""
        acts = []
        for finger in self._fingers.values():
            if not finger.stuck and now - finger.since > STUCK:
                finger.stuck = True
                if finger.lead:
                    finger.lead = False
                    acts.append(Act("cancel", finger.x, finger.y))
        if self.count == 0:
            self._refused = False
        return acts

    def repeated(self, x: float, y: float, now: float) -> bool:
        """Whether a mouse press here and now repeats the last one; remembers it if not."""
        if self._repeated(x, y, now):
            return True
        self._last = (now, x, y)
        return False

    def _lead(self) -> _Finger | None:
        return next((finger for finger in self._fingers.values() if finger.lead), None)

    def _repeated(self, x: float, y: float, now: float) -> bool:
        then, last_x, last_y = self._last
        return now - then < REPEAT and self._mm(x, y, last_x, last_y) < SAME_PLACE_MM

    def _mm(self, x1: float, y1: float, x2: float, y2: float) -> float:
        return math.hypot(x1 - x2, y1 - y2) * self.mm_per_px
