"""The bare window everything is compared with: a title, and a square that answers to a press. ``python -m`` runs it."""

from __future__ import annotations

import signal
import sys

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

SCENE = b"""
import QtQuick
Window {
    flags: Qt.Window | Qt.FramelessWindowHint
    color: "#07080B"
    Text { text: "Hello"; color: "white"; font.pixelSize: 400 }
    Rectangle {
        x: 400; y: 1500; width: 200; height: 200
        color: area.pressed ? "white" : "#333333"
        MouseArea { id: area; anchors.fill: parent }
    }
}
"""

if __name__ == "__main__":
    application = QGuiApplication(sys.argv[:1])
    signal.signal(signal.SIGTERM, lambda *_: application.exit(0))
    engine = QQmlApplicationEngine()
    engine.loadData(SCENE)
    window = engine.rootObjects()[0]
    assert isinstance(window, QQuickWindow)
    window.setGeometry(application.primaryScreen().geometry())
    window.showFullScreen()
    pulse = QTimer()
    pulse.timeout.connect(lambda: None)
    pulse.start(200)
    application.exec()
