"""Hands on the kiosk: touches, mouse, keys. Cleans touches, refuses escapes, keeps the visitor's clock informed."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QTouchEvent
from PySide6.QtQuick import QQuickWindow

from kiosk.player.contacts import STUCK, Act, Contacts
from kiosk.player.hands_keys import BACK, BACKWARD, COMMANDS, FORWARD, LOUDER, PASSED, REPEATED, HeldKeys
from kiosk.player.hands_pointer import Pointer
from kiosk.player.hands_staff import at_desk, resting
from kiosk.player.hands_steady import Steady
from kiosk.player.keypad import Keypad
from kiosk.player.session import KioskSession
from kiosk.player.staff_exit import StaffExit

if TYPE_CHECKING:
    from kiosk.player.explore import Explorer
    from kiosk.player.staff_desk import StaffDesk


class Hands(QObject):
    """An event filter on the window. ``touched`` tells of every finger and key."""

    touched = Signal()
    acted = Signal(bool)
    """A finger came down, or a key (true): whatever is being said ends."""

    def __init__(
        self,
        session: KioskSession,
        window: QQuickWindow,
        windowed: bool,
        leave: Callable[[], None],
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self._windowed = windowed
        self._leave = leave
        self._now = now
        self.contacts = Contacts()
        self.explorer: Explorer | None = None
        self.desk: StaffDesk | None = None
        self.keypad = Keypad(session, window)
        self.acted.connect(self._used)
        self._steady = Steady(session, now, self)
        self._sending = False
        self._mouse_down = False
        self._held = HeldKeys()
        self._passed: set[Qt.Key] = set()  # whose press the interface has felt: it feels their release, too
        self.staff_exit = StaffExit(self)
        self.staff_exit.held.connect(self._staff)
        self._ageing = QTimer(self, interval=500)
        self._ageing.timeout.connect(self._age)
        self._pointer = Pointer(window, windowed)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002 - Qt's signature
        """Qt's callback. True keeps the event from the interface."""
        kind = event.type()
        if kind == QEvent.Type.MouseMove and not self._sending:
            self._pointer.moved()
        if kind in (QEvent.Type.MouseMove, QEvent.Type.HoverMove, QEvent.Type.UpdateRequest):
            return False
        if kind in (QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate, QEvent.Type.TouchEnd, QEvent.Type.TouchCancel):
            assert isinstance(event, QTouchEvent)  # noqa: S101 - by its type
            return self._touch(event)
        if kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick, QEvent.Type.MouseButtonRelease):
            assert isinstance(event, QMouseEvent)  # noqa: S101 - by its type
            return self._mouse(event)
        if kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            assert isinstance(event, QKeyEvent)  # noqa: S101 - by its type
            return self._key(event)
        if kind == QEvent.Type.Close:
            if self._windowed:
                self._leave()
            else:
                event.ignore()
            return not self._windowed
        return kind == QEvent.Type.ContextMenu

    # ---------------------------------------------------------------- fingers

    def _touch(self, event: QTouchEvent) -> bool:
        now = self._now()
        self.contacts.mm_per_px = float(self._window.property("mmPerPixel") or 0.4957)
        acts: list[Act] = []
        if event.type() == QEvent.Type.TouchBegin:
            acts = self.contacts.only({point.id() for point in event.points()})
        if event.type() == QEvent.Type.TouchCancel:
            acts = self.contacts.cancel()
        else:
            for point in event.points():
                at = point.position()
                width = max(point.ellipseDiameters().width(), point.ellipseDiameters().height())
                match point.state():
                    case point.State.Pressed:
                        self._felt()
                        self.acted.emit(False)
                        self._session.felt.emit(at.x(), at.y())
                        acts += self.contacts.down(point.id(), at.x(), at.y(), now, width * self.contacts.mm_per_px)
                    case point.State.Released:
                        self._felt()
                        acts += self.contacts.move(point.id(), at.x(), at.y(), now)
                        acts += self.contacts.up(point.id(), now)
                    case point.State.Updated:
                        acts += self.contacts.move(point.id(), at.x(), at.y(), now)
        self._perform(acts)
        if self.contacts.count:
            self._felt()  # what has been stuck for long is nobody
            self._ageing.start()
        event.accept()
        return True

    def _age(self) -> None:
        self._perform(self.contacts.age(self._now()))
        if not self.contacts.count:
            self._ageing.stop()

    def _perform(self, acts: list[Act]) -> None:
        for act in acts:
            at = QPointF(act.x, act.y)
            if act.kind == "press" and self._too_soon(at):
                continue  # what is not pressed is not released either
            kind = self.explorer.instead(act.kind, at) if self.explorer else act.kind
            if kind == "cancel":
                self._send(QEvent.Type.MouseMove, QPointF(-1e4, -1e4), Qt.MouseButton.LeftButton)
                self._send(QEvent.Type.MouseButtonRelease, QPointF(-1e4, -1e4), Qt.MouseButton.NoButton)
            elif kind == "press":
                self._send(QEvent.Type.MouseButtonPress, at, Qt.MouseButton.LeftButton)
            elif kind == "move":
                self._send(QEvent.Type.MouseMove, at, Qt.MouseButton.LeftButton)
            elif kind == "release":
                self._send(QEvent.Type.MouseButtonRelease, at, Qt.MouseButton.NoButton)

    def _too_soon(self, at: QPointF) -> bool:
        return self._steady.refuses(lambda: self.explorer is not None and self.explorer.on_bar(at))

    def _send(self, kind: QEvent.Type, at: QPointF, held: Qt.MouseButton) -> None:
        button = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseMove else Qt.MouseButton.LeftButton
        event = QMouseEvent(kind, at, self._window.mapToGlobal(at), button, held, Qt.KeyboardModifier.NoModifier)
        self._sending = True
        try:
            QCoreApplication.sendEvent(self._window, event)
        finally:
            self._sending = False

    # ---------------------------------------------------------------- mouse

    def _mouse(self, event: QMouseEvent) -> bool:
        if self._sending:
            return False
        self._felt()
        if event.button() != Qt.MouseButton.LeftButton:
            return True
        at = event.position()
        if event.type() == QEvent.Type.MouseButtonRelease:
            return self._lifted(at)
        self.contacts.mm_per_px = float(self._window.property("mmPerPixel") or 0.4957)
        if self.contacts.repeated(at.x(), at.y(), self._now()):
            return True
        self.acted.emit(False)
        self._session.felt.emit(at.x(), at.y())
        if self._too_soon(at) or (self.explorer and not self.explorer.instead("press", at)):
            return True
        self._mouse_down = True
        return False

    def _lifted(self, at: QPointF) -> bool:
        swallowed, self._mouse_down = not self._mouse_down, False
        if self.explorer and self.explorer.instead("release", at) == "cancel":
            self._perform([Act("cancel", at.x(), at.y())])
            return True
        return swallowed

    # ---------------------------------------------------------------- keys

    def _key(self, event: QKeyEvent) -> bool:
        key, stamp = Qt.Key(event.key()), event.timestamp()
        self.staff_exit.key(event)
        if event.type() == QEvent.Type.KeyRelease:
            self._held.up(key, stamp)
            passed = key in self._passed
            self._passed.discard(key)
            return not passed
        attract = resting(self._session, self.desk)
        lying = self._held.down(key, stamp, self._now(), repeat=event.isAutoRepeat())
        if lying is None:
            self._felt()
        elif attract or key not in REPEATED or lying > STUCK:
            return True  # something that lies on a key is nobody: it presses nothing, keeps no visit and begins none
        self.acted.emit(True)
        if event.modifiers() & COMMANDS or at_desk(self.desk, key, self.keypad.shown):
            return True
        if key in PASSED and not attract:
            if self._steady.refuses(lambda: False):
                return True
            self._passed.add(key)
            return False
        self._command(key)
        return True

    def _command(self, key: Qt.Key) -> None:
        if key == Qt.Key.Key_Escape:
            if self._windowed:
                self._leave()
        elif resting(self._session, self.desk):
            self._session.wake()
        elif key in FORWARD or key in BACKWARD:
            self.keypad.step(key in FORWARD)
        elif str(self._session.idleStage) == "warning":
            # Somebody is there; nothing beneath the warning is touched.
            self._session.stay()
        elif key in BACK:
            self._session.back()
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_HomePage):
            self._session.home()
        elif key in LOUDER:
            self._session.stepVolume(LOUDER[key])

    def seat(self, desk: StaffDesk | None) -> None:
        """Take this desk into account: it hears of touches, and answers keys while it is open."""
        self.desk = desk
        self.keypad.seat(desk)
        if desk:
            self.touched.connect(desk.touched)

    def _staff(self) -> None:
        if self.desk is None or not self.desk.ask():
            self._leave()

    def _used(self, key: bool) -> None:
        self.keypad.used = key

    def _felt(self) -> None:
        self._session.touched()
        self.touched.emit()
