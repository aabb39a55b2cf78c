"""Touch while the kiosk speaks (R39): a touch says what is under the finger, a second one on the same thing presses it.

Also the long press that switches speech on where nobody can see the switch: two seconds on the bottom bar, or
anywhere on the attract screen.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Hashable
from typing import Any, Literal

import shiboken6
from PySide6.QtCore import QMetaObject, QObject, QPointF, QTimer

from kiosk.player.narrator import Narrator
from kiosk.player.narrator_reading import Thing, under
from kiosk.player.session import KioskSession

LONG_MS = 2000
"""How long the bottom bar is pressed to switch speech on."""

TWICE = 1.5
"""Seconds within which two touches beside everything press what was spoken of last."""

Step = Literal["press", "move", "release", "cancel"]
Answer = Literal["speak", "press", "press last", "nothing"]


class Explore:
    """The rule, without any screen. Things are compared by identity of whatever ``key`` names them."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._last: Hashable | None = None
        self._beside = -TWICE

    def touch(self, key: Hashable | None, control: bool) -> Answer:
        """Answer a finger on a thing, or on nothing (None). ``control``: whether the thing can be pressed."""
        now, beside = self._now(), self._beside
        if key is None:
            self._beside = now
            if self._last is not None and now - beside <= TWICE:
                self._beside = -TWICE
                return "press last"
            return "nothing"
        self._beside = -TWICE
        if key == self._last and control:
            return "press"
        self._last = key
        return "speak"

    def spoken(self, key: Hashable | None) -> None:
        """Something else spoke of a thing: the keypad. None: of nothing any more."""
        self._last = key


class Explorer(QObject):
    """Sits between the hands and the interface while the session's speech is on."""

    def __init__(
        self,
        session: KioskSession,
        narrator: Narrator,
        now: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session: Any = session
        self._narrator = narrator
        self._rule = Explore(now)
        self._finger = False  # a touch that the interface does not get is under way
        self._switched = False  # this very touch has switched speech on
        self._under: object = None
        self._long = QTimer(self, singleShot=True, interval=LONG_MS)
        self._long.timeout.connect(self._held)

    def instead(self, step: Step, at: QPointF) -> Step | Literal[""]:
        """Say what the interface shall feel instead of this step of a touch at a point of the window; "": nothing."""
        if step == "press":
            return self._press(at)
        if self._finger:
            if step == "move":
                self._slide(at)
            else:
                self._finger = False
            return ""
        if step != "move" or not self._long.isActive():
            self._long.stop()
        if self._switched and step == "release":
            self._switched = False
            return "cancel"
        return step

    def on_bar(self, at: QPointF) -> bool:
        """Whether a point of the window is on the bar at the bottom, or anywhere where there is none."""
        if self._session.screen == "attract":
            return True
        tops = [thing.rect.top() for thing in self._narrator.things() if thing.part == "bar"]
        return bool(tops) and at.y() >= min(tops)

    def _press(self, at: QPointF) -> Step | Literal[""]:
        self._switched = False
        session = self._session
        # Without a voice a first touch that only speaks would do nothing at all.
        if not session.speech or self._narrator.missing or session.screen == "attract":
            if not session.speech and self.on_bar(at):
                self._long.start()
            return "press"
        thing = self._at(at)
        if thing and thing.part == "demo":
            return "press"
        if session.idleStage == "warning":
            # Any touch stays; none may end the visit unheard.
            self._finger = True
            session.stay()
            return ""
        self._rule.spoken(self._narrator.last.item if self._narrator.last else None)
        match self._rule.touch(thing.item if thing else None, bool(thing and thing.control)):
            case "press":
                return "press"
            case "press last":
                self._press_last()
            case "speak":
                assert thing is not None  # noqa: S101 - nothing is never spoken
                self._narrator.tell(thing)
        self._finger, self._under = True, thing.item if thing else None
        return ""

    def _slide(self, at: QPointF) -> None:
        """Say what a finger comes to that slides over the screen."""
        thing = self._at(at)
        if thing and thing.item is not self._under:
            self._under = thing.item
            self._narrator.tell(thing)

    def _press_last(self) -> None:
        last = self._narrator.last
        if last and last.control and shiboken6.isValid(last.item) and last.item.isVisible() and last.item.isEnabled():
            QMetaObject.invokeMethod(last.item, "click")

    def _at(self, at: QPointF) -> Thing | None:
        return under(self._narrator.things(), at.x(), at.y())

    def _held(self) -> None:
        self._switched = True
        self._session.wake()
        self._session.setSpeech(True)
