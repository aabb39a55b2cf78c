"""One interface at a time: tests share an open one while they want the same, and close it for another.

Two engines in one process do not get on (see ``kiosk.player.interface.load``), and pytest's fixtures cannot say that
making one ends another.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TypeVar

T = TypeVar("T")

_key: Hashable = None
_open: object = None
_close: Callable[[], None] | None = None


def take(key: Hashable, make: Callable[[], T], close: Callable[[T], None]) -> T:
    """What stands under this key; else it is made, after whatever stands now has been closed."""
    global _key, _open, _close
    if _close is None or _key != key:
        clear()
        made = make()
        _key, _open, _close = key, made, lambda: close(made)
    return _open  # type: ignore[return-value]  # a key stands for one type


def clear() -> None:
    """Close whatever stands."""
    global _close
    closing, _close = _close, None
    if closing:
        closing()
