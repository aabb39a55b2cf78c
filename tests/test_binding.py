"""The binding of Qt: PySide6 6.12.0 drops a reference to None at each void call on Python 3.10 and 3.11."""

import sys

from PySide6.QtCore import QObject


def test_a_call_that_returns_nothing_leaves_none_alone() -> None:
    item = QObject()
    item.setObjectName("warm")
    before = sys.getrefcount(None)

    for _ in range(20_000):
        item.setObjectName("x")

    assert abs(sys.getrefcount(None) - before) < 100
