"""One visitor after another with seeded random hands: careful and careless ones, children, staff with a keyboard."""

from __future__ import annotations

import random
from array import array
from collections import deque
from collections.abc import Callable, Iterator
from zlib import crc32

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from kiosk.player.interface import visible
from tests.soak.booth import Booth
from tests.soak.coverage import Coverage

Key, Modifier = Qt.Key, Qt.KeyboardModifier

KEYS = (
    *(Key.Key_Up, Key.Key_Down, Key.Key_Left, Key.Key_Right, Key.Key_Return, Key.Key_Enter, Key.Key_Space),
    *(Key.Key_Tab, Key.Key_Backtab, Key.Key_Backspace, Key.Key_Back, Key.Key_Home, Key.Key_HomePage, Key.Key_Select),
)
"""The keypad's keys, and what Tab brings."""

DIGITS = tuple(Key(number) for number in range(Key.Key_0, Key.Key_9 + 1))

FORBIDDEN = (
    *((key, Modifier.AltModifier) for key in (Key.Key_F4, Key.Key_Tab, Key.Key_Left, Key.Key_Space)),
    *((key, Modifier.ControlModifier) for key in (Key.Key_Q, Key.Key_W, Key.Key_V, Key.Key_C, Key.Key_R, Key.Key_P)),
    *((key, Modifier.NoModifier) for key in (Key.Key_F11, Key.Key_F5, Key.Key_Escape, Key.Key_Menu, Key.Key_Print)),
    *((key, Modifier.NoModifier) for key in (Key.Key_Meta, Key.Key_Super_L, Key.Key_Refresh, Key.Key_A, Key.Key_1)),
    (Key.Key_Q, Modifier.ControlModifier | Modifier.ShiftModifier),
    (Key.Key_T, Modifier.MetaModifier),
)
"""Ways out that must lead nowhere. Staff hold the one with Q for two seconds; here it is only touched."""


PLACES = 1 << 15
"""Counts of what was pressed, by screen and words: a table that does not grow with what is on the screen, since the
soak measures itself along with the kiosk. A table of names grew by 0.7 MiB an hour."""

BAR = ("back", "home", "text_contrast", "contrast", "help")
"""Words of the bar, which is on every screen: its buttons count once for all, so that doors are tapped first."""


class Visitor:
    """Uses a booth; ``events`` counts every touch, mouse and key event that was sent.

    An eager one presses what is new first; another now and then what has been pressed three times already.
    """

    def __init__(self, booth: Booth, coverage: Coverage, seed: int, *, eager: bool) -> None:
        self._booth = booth
        self._coverage = coverage
        self._whim = 1.0 if eager else 4.0
        self._random = random.Random(seed)  # noqa: S311 - the same visitors each time
        self._device = QTest.createTouchDevice()
        self._pressed = array("Q", bytes(8 * PLACES))
        self._start = self.visible_state()
        self._next: deque[Callable[[], None]] = deque()
        """Touches and keys that follow, each in a turn of the event loop of its own as on a real panel: what a page
        leaves behind is deleted in between, and not five pages at once."""
        self.events = 0
        self.wrong: list[str] = []
        self._ways: list[tuple[float, str, Callable[[], None]]] = [
            (40, "control", self._control),
            (14, "tap", lambda: self._tap(self._anywhere())),
            (8, "swipe", self._swipe),
            (3, "edge swipe", self._edge_swipe),
            (4, "two fingers", lambda: self._chord(2)),
            (5, "five fingers", lambda: self._chord(5)),
            (2, "long press", lambda: self._long_press(1.5)),
            (1, "stuck finger", lambda: self._long_press(7.0)),
            (2, "cancelled touch", self._cancelled),
            (4, "mouse", lambda: self._mouse(Qt.MouseButton.LeftButton)),
            (1, "right click", lambda: self._mouse(Qt.MouseButton.RightButton)),
            (1, "double click", self._double_click),
            (10, "key", self._key),
            (3, "forbidden key", self._forbidden),
            (1, "close request", booth.window.close),
            (1.5, "walk away", lambda: self._walk_away(stay=False)),
            (1, "stay", lambda: self._walk_away(stay=True)),
            (1, "staff called", self._call_staff),
        ]

    def act(self) -> None:
        """Do one thing, or go on with what is begun, and see that the kiosk is still one."""
        if self._next:
            self._booth.clock.push(0.5)
            self._next.popleft()()
            self._check("more of the same")
            return
        _, name, way = self._random.choices(self._ways, [weight for weight, _, _ in self._ways])[0]
        self._booth.clock.push(self._random.uniform(0.2, 0.9))
        way()
        self._coverage.saw("action", name)
        self._check(name)

    def read(self, panel: str) -> None:
        """Stand before one panel for a while."""
        session = self._booth.session
        self._booth.clock.push(0.5)
        self._next.clear()
        self._booth.desk.close()
        if session.place != panel:
            session.wake()
            session.openPanel(panel)
        session.stay()
        self._chord(5)

    def stand_still(self) -> None:
        """Read on without a touch."""
        self._booth.clock.push(1.0)
        self._booth.session.tick()

    def visible_state(self) -> dict[str, object]:
        """Everything of the session a visitor can see or change."""
        session = self._booth.session
        names = ("language", "screen", "place", "pageNumber", "canGoBack", "sheet", "sheetData", "idleStage")
        state: dict[str, object] = {name: session.property(name) for name in names}
        return state | {"staff": self._booth.staff_stage, "comfort": session.comfort, "page": session.page}

    # ---------------------------------------------------------------- invariants

    def _check(self, name: str) -> None:
        booth = self._booth
        if booth.left:
            self.wrong.append(f"{name} left the kiosk")
            booth.left = False
        if not booth.window.isVisible():
            self.wrong.append(f"{name} closed the window")
            booth.window.show()
        others = [one for one in QGuiApplication.topLevelWindows() if one is not booth.window and one.isVisible()]
        if others:
            self.wrong.append(f"{name} opened another window")
        if booth.session.idleStage == "attract" and self.visible_state() != self._start:
            self.wrong.append(f"after {name} something of the last visitor is left: {self.visible_state()}")

    # ---------------------------------------------------------------- fingers

    def _anywhere(self) -> QPoint:
        window = self._booth.window
        return QPoint(self._random.randrange(window.width()), self._random.randrange(window.height()))

    def _touch(self, *fingers: tuple[str, int, QPoint]) -> None:
        """One touch event with several fingers: ("press" | "move" | "release", finger, where)."""
        sequence = QTest.touchEvent(self._booth.window, self._device, False)
        for what, finger, at in fingers:
            getattr(sequence, what)(finger, at, self._booth.window)
        sequence.commit(False)
        self.events += 1

    def _tap(self, at: QPoint) -> None:
        self._touch(("press", 0, at))
        self._booth.clock.push(0.08)
        self._touch(("release", 0, at))

    def _control(self) -> None:
        """Tap a control that is on the screen; those seldom tapped come first."""
        session = self._booth.session
        everywhere = {str(session.words[name]) for name in BAR}
        found: list[tuple[float, QQuickItem, int]] = []
        for item in controls(self._booth.window.contentItem()):
            label = str(item.property("label"))
            where = session.sheet or ("" if label in everywhere else f"{session.screen} {session.place}")
            place = crc32(f"{where}/{label}".encode()) % PLACES
            found.append((self._pressed[place] + self._random.uniform(0, self._whim), item, place))
        if not found:
            self._tap(self._anywhere())
            return
        _, item, place = min(found, key=lambda one: one[0])
        self._pressed[place] += 1
        area = item.mapRectToScene(item.boundingRect())
        at = QPoint(
            round(area.x() + area.width() * self._random.uniform(0.2, 0.8)),
            round(area.y() + area.height() * self._random.uniform(0.2, 0.8)),
        )
        self._tap(at)
        if self._random.random() < (0.6 if session.sheet else 0.25):  # some press a button again and again
            self._next.extend([lambda: self._tap(at)] * self._random.randrange(1, 5))

    def _swipe(self) -> None:
        self._drag(self._anywhere(), self._anywhere())

    def _edge_swipe(self) -> None:
        start = self._anywhere()
        self._drag(start, QPoint(start.x() - 3000, start.y() + self._random.randrange(-2000, 2000)))

    def _drag(self, start: QPoint, end: QPoint) -> None:
        self._touch(("press", 0, start))
        for step in range(1, 9):
            self._booth.clock.push(0.02)
            self._touch(("move", 0, start + (end - start) * step / 8))
        self._touch(("release", 0, end))

    def _chord(self, count: int) -> None:
        """Several fingers down one after another or at once, a tremble, and up again in any order."""
        at = {finger: self._anywhere() for finger in range(count)}
        order = list(at)
        self._random.shuffle(order)
        if self._random.random() < 0.5:
            self._touch(*(("press", finger, at[finger]) for finger in order))
        else:
            for number, finger in enumerate(order):
                held = [("move", other, at[other]) for other in order[:number]]
                self._touch(*held, ("press", finger, at[finger]))
        for _ in range(4):
            moved = {finger: point + QPoint(self._random.randrange(-9, 10), 5) for finger, point in at.items()}
            self._touch(*(("move", finger, moved[finger]) for finger in at))
        self._random.shuffle(order)
        for number, finger in enumerate(order):
            self._touch(("release", finger, at[finger]), *(("move", other, at[other]) for other in order[number + 1 :]))

    def _long_press(self, seconds: float) -> None:
        at = self._anywhere()
        self._touch(("press", 0, at))
        self._booth.clock.push(seconds)
        self._booth.hands._age()
        self._touch(("move", 0, at))
        self._touch(("release", 0, at))

    def _cancelled(self) -> None:
        """The system takes the fingers away, as when the panel sleeps."""
        self._touch(("press", 0, self._anywhere()))
        self._booth.hands._perform(self._booth.hands.contacts.cancel())
        self._touch(("release", 0, self._anywhere()))

    # ---------------------------------------------------------------- mouse, keys

    def _mouse(self, button: Qt.MouseButton) -> None:
        QTest.mouseClick(self._booth.window, button, Modifier.NoModifier, self._anywhere())
        self.events += 2

    def _double_click(self) -> None:
        QTest.mouseDClick(self._booth.window, Qt.MouseButton.LeftButton, Modifier.NoModifier, self._anywhere())
        self.events += 4

    def _key(self) -> None:
        self._next.extend(
            [lambda key=key: self._press(key) for key in self._random.choices(KEYS, k=self._random.randrange(1, 6))]
        )

    def _press(self, key: Qt.Key) -> None:
        QTest.keyClick(self._booth.window, key)
        self.events += 2

    def _forbidden(self) -> None:
        key, modifiers = self._random.choice(FORBIDDEN)
        QTest.keyClick(self._booth.window, key, modifiers)
        self.events += 2

    # ---------------------------------------------------------------- time

    def _walk_away(self, *, stay: bool) -> None:
        """Nobody touches anything: the warning comes; then either somebody is still there, or the visit ends."""
        session = self._booth.session
        if session.idleStage == "attract":
            self._tap(self._anywhere())
        times = session._idle.times
        self._booth.clock.push(times.quiet + 1)
        self._booth.desk.tick()
        session.tick()
        self._coverage.look(session)
        if stay:
            self._tap(self._anywhere())
        else:
            self._booth.clock.push(times.warning + 1)
            self._booth.desk.tick()
            session.tick()
            session.tick()
        self._coverage.look(session)

    def _call_staff(self) -> None:
        """Somebody holds the heading of Help, and may know the PIN."""
        if self._booth.session.idleStage == "attract":
            self._tap(self._anywhere())
        self._booth.session.callStaff()
        if self._random.random() < 0.5:
            self._next.extend([lambda key=key: self._press(key) for key in self._random.choices(DIGITS, k=6)])
            self._next.append(self._booth.desk.enter)


def controls(item: QQuickItem) -> Iterator[QQuickItem]:
    """Every visible, enabled control below an item."""
    return (one for one in visible(item) if one.isEnabled() and one.inherits("QQuickAbstractButton"))
