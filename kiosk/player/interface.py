"""Loads the QML of a window, and walks through what it shows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import shiboken6
from PySide6.QtCore import QObject, QUrl
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk import paths
from kiosk.player.icons import IconProvider

if TYPE_CHECKING:
    from collections.abc import Mapping

_engines: list[QQmlApplicationEngine] = []
"""The engine of the last window, at most one."""


def load(file: str, properties: Mapping[str, Any] | None = None) -> tuple[QQmlApplicationEngine, QQuickWindow]:
    """Make the window of ``kiosk/ui/<file>`` with these properties; it is not shown yet.

    The engine owns the window: delete it before the objects that were given as properties, and before another one is
    loaded. While two engines stand, ``instanceof`` and ``as`` know the types of our QML files in the newer one only
    (measured, Qt 6.11.3: all blocks of the older window's pages lay on one another), and no warning tells of it.

    Raises:
        RuntimeError: the QML did not load, Qt has said why; or the last window's engine has not been deleted.
    """
    if any(shiboken6.isValid(engine) for engine in _engines):
        raise RuntimeError(f"{file}: the engine of the last window has not been deleted")
    engine = QQmlApplicationEngine()
    _engines[:] = [engine]
    engine.addImageProvider("icons", IconProvider(paths.assets() / "icons"))
    engine.setInitialProperties(dict(properties or {}))
    engine.load(QUrl.fromLocalFile(str(paths.ui() / file)))
    roots = engine.rootObjects()
    if not roots:
        raise RuntimeError(f"{file} did not load; the log says why")
    window = roots[0]
    assert isinstance(window, QQuickWindow)  # noqa: S101 - every file that is loaded here is a Window
    return engine, window


def visible(item: QQuickItem) -> Iterator[QQuickItem]:
    """Every item below this one that can be seen, in the order of the item tree: what is drawn last comes last."""
    for child in item.childItems():
        if child.isVisible() and child.opacity() > 0:
            yield child
            yield from visible(child)


def focused(window: QQuickWindow) -> QQuickItem | None:
    """Whatever has the focus, asked for as a property.

    PySide hangs the answer of ``activeFocusItem()`` on the window for good: a wrapper for every item that ever had the
    focus, taken for whatever comes to lie in its place later. ``test_interface.py`` holds that none is left.
    """
    item: QQuickItem | None = window.property("activeFocusItem")
    return item


def parent(item: QQuickItem) -> QQuickItem | None:
    """The item above this one; ``parentItem()`` would hang it below (see ``focused``)."""
    above: QQuickItem | None = item.property("parent")
    return above


def type_name(item: QObject) -> str:
    """What an object is called in C++ or QML, such as ``QQuickText``, and ``Plate`` for any ``Plate_QMLTYPE_79``.

    PySide keeps what ``metaObject()`` gives as long as the object, and takes it for whatever comes to lie in its place
    later, items included; so it is let go at once.
    """
    about = item.metaObject()
    name = about.className()
    shiboken6.invalidate(about)
    return str(name).split("_QML", 1)[0]
