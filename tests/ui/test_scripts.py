"""The scripts of the interface call only what the engine that runs them has."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QJSEngine, QQmlComponent, QQmlEngine

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


@pytest.mark.parametrize(
    ("text", "most", "parts"),
    [
        ("One. Two. Three.", 9, ["One. Two.", "Three."]),
        (
            "By June 2023, The Korea Herald reported, the city had more than 100 of them "
            "and about 10,000 AI specialists.",
            100,
            [
                "By June 2023, The Korea Herald reported,",
                "the city had more than 100 of them and about 10,000 AI specialists.",
            ],
        ),
        ("첫째 문장은 길어서 두 쪽에 나누어 놓입니다.", 24, ["첫째 문장은 길어서 두", "쪽에 나누어 놓입니다."]),
        (
            "汇聚220家初创企业、14家大企业和250名投资人。",
            30,
            ["汇聚220家初创企业、", "14家大企业和250名投资人。"],
        ),
        ("a" * 50, 40, ["a" * 20, "a" * 30]),
    ],
)
def test_a_long_text_is_cut_between_sentences_or_behind_a_comma_into_like_parts(
    qapp: QGuiApplication, text: str, most: int, parts: list[str]
) -> None:
    assert qapp is not None
    engine = QQmlEngine()
    component = QQmlComponent(engine)
    script = (paths.ui() / "theme" / "fitting.js").as_uri()
    component.setData(
        f'import QtQml; import "{script}" as Fitting; QtObject {{ property string text; property int most;'
        " readonly property var parts: Fitting.portions(text, most) }".encode(),
        QUrl(),
    )
    made = component.createWithInitialProperties({"text": text, "most": most})

    assert made.property("parts").toVariant() == parts
