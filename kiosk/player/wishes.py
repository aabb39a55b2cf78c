"""What the system's settings ask for on every visitor's behalf: less motion (R15), more contrast.

Contrast is told by Qt on every system. Motion is not, as of Qt 6.11: on Linux the desktop portal knows it
(``org.freedesktop.portal.Settings``; GNOME's ``enable-animations`` and the newer ``reduced-motion``), on Windows the
setting "animation effects". Where neither answers nothing is asked for, and visitors choose for themselves.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import SLOT, QObject, Qt, Slot
from PySide6.QtGui import QGuiApplication

from kiosk.player.session import KioskSession

PORTAL = ("org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop", "org.freedesktop.portal.Settings")
"""The portal's service, object and interface."""

STILL = {("org.gnome.desktop.interface", "enable-animations"): 0, ("org.freedesktop.appearance", "reduced-motion"): 1}
"""Settings of the portal, by namespace and key, and the value with which each asks for less motion."""

SPI_GETCLIENTAREAANIMATION = 0x1042
"""Windows: whether windows may move what they show (winuser.h)."""


def windows_still() -> bool:
    """Whether Windows is set to show no animations; false on other systems."""
    if sys.platform != "win32":
        return False
    import ctypes

    moving = ctypes.c_int(1)
    known = ctypes.windll.user32.SystemParametersInfoW(SPI_GETCLIENTAREAANIMATION, 0, ctypes.byref(moving), 0)
    return bool(known) and not moving.value


class Wishes(QObject):
    """Keeps a session's boot state as the system wishes. Asks without waiting for an answer."""

    def __init__(
        self, session: KioskSession, still: Callable[[], bool] = windows_still, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session: Any = session
        self._windows_still = still
        self._still: dict[tuple[str, str], bool] = {}
        hints: Any = QGuiApplication.styleHints()
        self._contrast: Any = hints.accessibility()
        self._contrast.contrastPreferenceChanged.connect(self._contrast_changed)
        self._contrast_changed()
        if sys.platform == "linux":
            self._ask_portal()
        else:
            self._look()
            session.visitEnded.connect(self._look)

    def _contrast_changed(self) -> None:
        self._session.set_system_contrast(self._contrast.contrastPreference() == Qt.ContrastPreference.HighContrast)

    def _look(self) -> None:
        self._session.set_system_still(self._windows_still())

    def _ask_portal(self) -> None:
        from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher

        bus = QDBusConnection.sessionBus()
        if not bus.isConnected():
            return
        slot: Any = SLOT("changed(QString,QString,QDBusVariant)")  # the stubs want bytes, the binding gives str
        bus.connect(*PORTAL, "SettingChanged", self, slot)
        for wish in STILL:
            asked = QDBusMessage.createMethodCall(*PORTAL, "Read")
            asked.setArguments(list(wish))
            watcher = QDBusPendingCallWatcher(bus.asyncCall(asked), self)
            watcher.finished.connect(lambda done, wish=wish: self._answered(done, wish))

    def _answered(self, done: Any, wish: tuple[str, str]) -> None:
        reply = done.reply()
        done.deleteLater()
        if reply.errorName() == "" and reply.arguments():
            self.take(*wish, reply.arguments()[0])

    @Slot(str, str, "QDBusVariant")
    def changed(self, namespace: str, key: str, value: object) -> None:
        """The portal's signal: a setting has a new value."""
        self.take(namespace, key, value)

    def take(self, namespace: str, key: str, value: object) -> None:
        """A setting of the portal as it is now; those that are not in ``STILL`` are passed over."""
        while hasattr(value, "variant"):
            value = value.variant()
        if (namespace, key) in STILL and isinstance(value, int):
            self._still[namespace, key] = int(value) == STILL[namespace, key]
            self._session.set_system_still(any(self._still.values()))
