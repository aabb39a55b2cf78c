"""Speech put together: headphones begin it, the strip controls it, the doctor reports on it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtQuick import QQuickItem

from kiosk.player import speech
from kiosk.player.interface import type_name
from kiosk.player.voice import Utterance
from kiosk.player.voice_espeak import EspeakVoice
from kiosk.player.voice_qt import QtVoice
from tests.player.conftest import WIDE, Kiosk
from tests.player.fakes import FakeVoice


def visit(kiosk: Kiosk) -> Kiosk:
    kiosk.session.wake()
    kiosk.session.setStill(True)
    kiosk.session.setSpeech(True)
    kiosk.hush()
    kiosk.voice.said.clear()
    return kiosk


# -------------------------------------------------------------------- headphones


def plug(kiosk: Kiosk, present: bool) -> None:
    kiosk.speech.headphones._present = present
    kiosk.speech.headphones.changed.emit(present)


def test_headphones_begin_a_visit_that_speaks_and_end_the_speech_they_began(kiosk: Kiosk) -> None:
    plug(kiosk, True)
    assert kiosk.session.screen == "home"
    assert kiosk.session.speech
    plug(kiosk, False)
    assert not kiosk.session.speech
    assert kiosk.session.screen == "home"


def test_speech_that_the_visitor_switched_on_stays_when_headphones_leave(kiosk: Kiosk) -> None:
    visit(kiosk)
    plug(kiosk, True)
    plug(kiosk, False)
    assert kiosk.session.speech


def test_while_headphones_are_in_every_visit_speaks_from_the_start(kiosk: Kiosk) -> None:
    plug(kiosk, True)
    kiosk.session.startOver()
    kiosk.hush()
    assert not kiosk.session.speech
    kiosk.session.wake()
    assert kiosk.session.speech
    plug(kiosk, False)


# -------------------------------------------------------------------- the strip


def strip(kiosk: Kiosk) -> list[QQuickItem]:
    """The strip's buttons from left to right; empty where there is no strip."""
    rows = [item for item in kiosk.items() if type_name(item) == "SpeechStrip"]
    inside = [item for item in kiosk.controls() if any(row.isAncestorOf(item) for row in rows)]
    return sorted(inside, key=lambda item: item.mapRectToScene(item.boundingRect()).x())


def labels(kiosk: Kiosk) -> list[str]:
    return [str(item.property("label")) for item in strip(kiosk)]


def twice(kiosk: Kiosk, label: str) -> None:
    """Touch to hear, touch to press."""
    for _ in range(2):
        kiosk.touch(kiosk.middle(next(item for item in strip(kiosk) if item.property("label") == label)))


def test_the_strip_is_there_while_the_kiosk_speaks_and_at_no_other_time(kiosk: Kiosk) -> None:
    kiosk.session.wake()
    kiosk.pump()
    assert labels(kiosk) == []
    visit(kiosk)
    assert labels(kiosk) == ["다시 듣기", "잠시 멈춤", "소리 끄기"]
    twice(kiosk, "소리 끄기")
    assert not kiosk.session.speech
    assert labels(kiosk) == []


def test_r32_repeat_pause_and_continue(kiosk: Kiosk) -> None:
    visit(kiosk)
    kiosk.session.openSection("tours")
    kiosk.wait_for(lambda: kiosk.voice.saying)
    kiosk.voice.end()
    broken = kiosk.voice.saying
    assert labels(kiosk)[1] == "잠시 멈춤"
    pause = kiosk.middle(strip(kiosk)[1])
    kiosk.touch(pause)  # any touch is silence; the button now offers the way on, and says so
    assert kiosk.voice.saying == Utterance("이어 듣기, 버튼", "ko")
    assert labels(kiosk)[1] == "이어 듣기"
    kiosk.touch(pause)
    assert kiosk.voice.saying == broken
    assert labels(kiosk)[1] == "잠시 멈춤"
    twice(kiosk, "다시 듣기")
    assert kiosk.voice.saying is not None
    assert kiosk.voice.saying.text == "예술과 맛"


@pytest.mark.parametrize("language", ["ko", "en", "ja", "zh"])
@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("low", [False, True])
def test_r1_r9_the_strips_buttons_are_large_whole_and_apart_from_the_bar(
    kiosk: Kiosk, language: str, scale: float, low: bool
) -> None:
    if scale == 1.0 and low:
        kiosk.show(*WIDE)
    visit(kiosk)
    kiosk.session.setLanguage(language)
    kiosk.session.setTextScale(scale)
    kiosk.session.setContrast(scale == 2.0)
    kiosk.session.setLow(low)
    kiosk.hush()
    millimetres = float(kiosk.window.property("mmPerPixel"))
    buttons = strip(kiosk)
    assert len(buttons) == 3
    bar = min(
        thing.rect.top()
        for thing in kiosk.speech.narrator.things()
        if thing.item not in buttons and thing.part == "bar"
    )
    for button in buttons:
        box = button.mapRectToScene(button.boundingRect())
        assert min(box.width(), box.height()) * millimetres >= 20
        # Within reach of a sitting visitor 200 % yields; see Theme.qml.
        assert box.height() >= 96 * (1 if low else scale) * min(kiosk.window.width(), kiosk.window.height()) / 1080
        assert box.bottom() <= bar + 1
        for text in (
            item for item in button.childItems()[-1].childItems()[0].childItems() if item.inherits("QQuickText")
        ):
            assert text.property("truncated") is False
            assert text.height() <= box.height()
            assert text.property("contentWidth") <= box.width()


def test_without_a_voice_the_strip_says_so_and_how_to_leave(kiosk: Kiosk) -> None:
    kiosk.voice.tags = set()
    kiosk.session.wake()
    kiosk.session.setSpeech(True)
    kiosk.wait_for(lambda: kiosk.speech.narrator.missing)
    kiosk.pump()
    assert labels(kiosk) == ["소리 끄기"]
    assert "이 기기에는 음성이 없습니다" in [thing.name for thing in kiosk.speech.narrator.things()]
    kiosk.press("소리 끄기")
    assert not kiosk.session.speech


# -------------------------------------------------------------------- voices of this machine


def test_espeak_comes_before_qt_unless_the_machine_says_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(speech.PREFERRED, raising=False)
    assert [engine.__self__ for engine in speech.engines()] == [EspeakVoice, QtVoice]  # type: ignore[attr-defined]
    monkeypatch.setenv(speech.PREFERRED, "qt")
    assert [engine.__self__ for engine in speech.engines()] == [QtVoice, EspeakVoice]  # type: ignore[attr-defined]


def test_the_report_names_the_voice_or_what_to_install(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, qapp: object
) -> None:
    assert qapp
    monkeypatch.setattr(speech, "ENGINES", (lambda: FakeVoice("ko"), lambda: None))
    (tmp_path / "apt-get").write_text("")
    (tmp_path / "apt-get").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert speech.report(["ko", "en", "ja"]) == {
        "ko": "espeak-ng",
        "en": "no voice: apt-get install espeak-ng",
        "ja": "no voice: apt-get install espeak-ng kakasi",
    }
    monkeypatch.setattr(speech, "ENGINES", (lambda: EspeakVoice("nowhere"),))
    monkeypatch.setattr(EspeakVoice, "available", lambda _voice, tag: tag != "ja")
    assert speech.report(["ja"]) == {"ja": "no voice: espeak-ng needs a reader of kanji: apt-get install kakasi"}
    monkeypatch.setenv("PATH", str(tmp_path / "nowhere"))
    monkeypatch.setattr(speech, "ENGINES", ())
    assert speech.report(["ko"]) == {"ko": "no voice: install one in the system's settings, and the extra speech"}
