"""The scripts of the interface call only what the engine that runs them has."""

from __future__ import annotations

import re

from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QJSEngine

from kiosk import paths

NEWER = {
    *("at", "copyWithin", "findLast", "findLastIndex", "flat", "flatMap", "includes", "toReversed", "toSorted"),
    *("toSpliced", "with", "matchAll", "padEnd", "padStart", "replaceAll", "trimEnd", "trimLeft", "trimRight"),
    *("trimStart", "isWellFormed", "toWellFormed", "entries", "fromEntries", "getOwnPropertyDescriptors", "groupBy"),
    *("hasOwn", "values", "allSettled", "any", "finally"),
}
"""Methods of arrays, strings, objects and promises since ECMAScript 2016. Qt's engine knows only some of them."""


def test_no_script_calls_what_the_engine_of_qml_does_not_know(qapp: QGuiApplication) -> None:
    """qmllint takes them all; a call to one that is missing ends the function on the screen."""
    assert qapp is not None
    engine = QJSEngine()

    def knows(name: str) -> bool:
        return engine.evaluate(f"{name} !== undefined").toBool()

    owners = ("[]", '""', "Object", "Promise", "Promise.prototype")
    known = {name for name in sorted(NEWER) if any(knows(f"{one}.{name}") for one in owners)}
    assert "includes" in known
    sources = {
        file: file.read_text(encoding="utf-8") for kind in ("qml", "js") for file in paths.ui().rglob(f"*.{kind}")
    }
    own = {name for text in sources.values() for name in re.findall(r"function (\w+)\(", text)}

    called = {
        f"{file.name} calls {name}"
        for file, text in sources.items()
        for name in re.findall(r"\.(\w+)\(", text)
        if name in NEWER - known - own
    }

    assert called == set()
