"""Tells a key that is pressed from one on which something lies: repeats are nobody's act. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field

AT_ONCE_MS = 2
"""X11 repeats a held key as releases and presses, and Qt seldom tells them from real ones; but both carry the same
time. No finger lets go of a key and presses it again within so few milliseconds."""


@dataclass
class HeldKeys:
    """When each key came down and was last let go. Stamps are those of the events, ms; ``now`` is monotonic, s."""

    _since: dict[int, float] = field(default_factory=dict)
    _released: dict[int, int] = field(default_factory=dict)

    def down(self, key: int, stamp: int, now: float, *, repeat: bool) -> float | None:
        """A press is told. None if somebody presses the key; else it repeats, and how long it has been down, s."""
        let_go = self._released.get(key, 0)
        # An event without a stamp, as programs may send, says nothing about time.
        if repeat or (let_go and 0 <= stamp - let_go <= AT_ONCE_MS):
            return now - self._since.setdefault(key, now)
        self._since[key] = now
        return None

    def up(self, key: int, stamp: int) -> None:
        """A release is told, a real one or one that belongs to a repeat."""
        self._released[key] = stamp
