"""What keys mean, and which of them are pressed: repeats of one on which something lies are nobody's act."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import Qt

FORWARD = (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Tab)
BACKWARD = (Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Backtab)
BACK = (Qt.Key.Key_Back, Qt.Key.Key_Backspace)
LOUDER = {Qt.Key.Key_VolumeUp: 1, Qt.Key.Key_VolumeDown: -1}
PASSED = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Select)
"""Keys the interface answers itself, with whatever has the focus; on the attract screen they wake as every key does."""

REPEATED = (*FORWARD, *BACKWARD, *LOUDER)
"""Keys that may be held to go on, for as long as a finger may rest in one place."""

COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
"""Keys held with one of these are commands of a desktop; here they do nothing."""

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
