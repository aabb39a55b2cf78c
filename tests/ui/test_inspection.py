"""The inspector finds what is wrong, where it is, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from types import SimpleNamespace
from typing import Any

import pytest
import shiboken6
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

from kiosk import paths
from kiosk.content.glyphs import shipped
from kiosk.staff.proof.contrast import contrasts, too_low
from kiosk.staff.proof.inspection import inspect
from kiosk.staff.proof.stage import Stage
from kiosk.staff.proof.texts import shown_texts

HEAD = 'import QtQuick\nWindow { width: 600; height: 400; visible: true; color: "#07080B"\n'
PLAIN = 'font.family: "Pretendard JP"; font.pixelSize: 40; color: "#F6F2E9"'

Staged = Callable[[str], Any]


@pytest.fixture
def staged(fonts: list[int]) -> Iterator[Staged]:
    """A window with these items, as far as the inspector looks at a stage."""
    assert fonts
    engine = QQmlApplicationEngine()

    def make(qml: str) -> Any:
        engine.loadData((HEAD + qml + "\n}").encode())
        window = engine.rootObjects()[-1]
        assert isinstance(window, QQuickWindow)
        stage = SimpleNamespace(window=window, session=SimpleNamespace(language="en"), grab=window.grabWindow)
        stage.items = lambda: Stage.items(stage)  # type: ignore[arg-type]
        return stage

    yield make
    shiboken6.delete(engine)


def messages(stage: Any, borrowed: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    return [(flag.kind, flag.message) for flag in inspect(stage, shipped(paths.assets() / "fonts"), borrowed)]


@pytest.mark.parametrize(
    ("qml", "kind", "message"),
    [
        (
            f'Text {{ {PLAIN}; width: 200; elide: Text.ElideRight; text: "Photonics and semiconductors" }}',
            "elided",
            "“Photonics and semiconductors” is cut short",
        ),
        (
            f'Text {{ {PLAIN}; width: 200; wrapMode: Text.WordWrap; maximumLineCount: 1; text: "Light and chips" }}',
            "elided",
            "“Light and chips” is cut short",
        ),
        (
            f'Text {{ {PLAIN}; width: 100; wrapMode: Text.WordWrap; text: "Semiconductors" }}',
            "elided",
            "“Semiconductors” is 191 px wider than its place",
        ),
        (f'Text {{ {PLAIN}; x: 500; text: "Light" }}', None, ""),
        (f'Text {{ {PLAIN}; x: 550; text: "Light" }}', "elided", "“Light” is cut off by an edge"),
        (
            f'Item {{ clip: true; width: 300; height: 30; Text {{ {PLAIN}; text: "Light" }} }}',
            "elided",
            "“Light” is cut off by an edge",
        ),
        (
            f'Text {{ {PLAIN}; text: "Light" }} Text {{ {PLAIN}; x: 60; y: 10; text: "falls" }}',
            "overlap",
            "“Light” and “falls” stand over one another",
        ),
        (
            # Boxes that overlap where the first has no letters.
            f'Text {{ {PLAIN}; text: "One long line\\nand" }} Text {{ {PLAIN}; x: 200; y: 48; text: "beside" }}',
            None,
            "",
        ),
        (f'Text {{ {PLAIN}; text: "Gwangju \\u0E01" }}', "glyph", "no font draws ก (U+0E01) in “Gwangju ก”"),
        (f'Text {{ {PLAIN}; text: "광주\\u2060에" }}', None, ""),
        (f'Text {{ {PLAIN}; enabled: false; x: 550; text: "Light" }}', None, ""),
        (f'Text {{ {PLAIN}; opacity: 0; x: 550; text: "Light" }}', None, ""),
    ],
)
def test_what_is_wrong_is_told(staged: Staged, qml: str, kind: str | None, message: str) -> None:
    assert messages(staged(qml)) == ([(kind, message)] if kind else [])


def test_a_borrowed_text_is_told_wherever_its_lines_break(staged: Staged) -> None:
    stage = staged(f'Text {{ {PLAIN}; text: "이름에 빛을\\n품은 도시" }}')

    assert messages(stage, ("이름에빛을품은도시",)) == [("translation", "“이름에 빛을 품은 도시” is not translated")]
    assert messages(stage, ("다른글",)) == []


def test_contrast_is_measured_against_the_pixels_behind_the_letters(staged: Staged) -> None:
    stage = staged(
        f'Rectangle {{ x: 300; width: 300; height: 400; color: "#808080" }}'
        f'Text {{ {PLAIN}; text: "on ink" }} Text {{ {PLAIN}; x: 320; text: "on grey" }}'
        f'Text {{ {PLAIN}; y: 100; opacity: 0.3; text: "faint" }}'
        f'Rectangle {{ y: 200; width: 200; height: 60; color: "#F6F2E9" }} Text {{ {PLAIN}; y: 200; text: "gone" }}'
    )
    before = [item.opacity() for item in stage.items()]
    found = contrasts(stage, shown_texts(stage), stage.grab())

    assert {text.text: round(ratio, 1) for ratio, text in found} == {
        "on ink": 17.9, "on grey": 3.5, "faint": 2.4, "gone": 1.0
    }  # fmt: skip
    assert [flag.message for flag in too_low(found)] == [
        "“on grey” has a contrast of 3.5:1, less than 4.5:1",
        "“faint” has a contrast of 2.4:1, less than 4.5:1",
        "“gone” has a contrast of 1.0:1, less than 4.5:1",
    ]
    assert [item.opacity() for item in stage.items()] == before
