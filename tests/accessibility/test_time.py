"""R16-R20: nothing hurries a visitor, nothing changes behind their back, nothing of them is left."""

from __future__ import annotations

import re
from typing import Any

import pytest
from PySide6.QtCore import QMetaProperty
from PySide6.QtGui import QAccessible, QAccessibleActionInterface

from kiosk import paths
from tests.accessibility.visits import EVERY, warn
from tests.player.conftest import Kiosk


def told(kiosk: Kiosk) -> list[str]:
    """Every name in the accessibility tree."""
    return [thing.name for thing in kiosk.speech.narrator.things()]


def test_r16_nothing_changes_by_itself(kiosk: Kiosk) -> None:
    # The light of the attract screen changes its name every 12 s; whatever it says stands there all the time.
    kiosk.pump(6)
    standing = [str(item.property("text")) for item in kiosk.items() if item.inherits("QQuickText")]
    for language in kiosk.session.allWords.values():
        assert language["touch_to_begin"] in [text.replace("⁠", "") for text in standing]
    kiosk.session.wake()
    for name in ("home", "section industries", "panel photonics", "panel downtown", "stop 3", "help sheet"):
        kiosk.session.closeSheet()
        EVERY[name](kiosk.session)
        kiosk.session.stay()
        kiosk.pump(6)
        before = told(kiosk)
        for _ in range(5):
            kiosk.clock.pass_(11)
            kiosk.session.tick()
            kiosk.pump()
        assert told(kiosk) == before, name
    # Pages turn only by their buttons: no timer of the interface goes anywhere.
    source = "\n".join(file.read_text(encoding="utf-8") for file in paths.ui().rglob("*.qml"))
    for timer in re.findall(r"Timer \{[^}]*\}", source):
        assert not re.search(r"turn|open|back\(|home\(", timer), timer


def test_r17_the_warning_gives_20_s_and_one_touch_more_time_as_often_as_one_likes(kiosk: Kiosk) -> None:
    kiosk.session.wake()
    kiosk.session.setSpeech(True)
    kiosk.session.openPanel("photonics")
    kiosk.hush()
    for _ in range(12):
        kiosk.voice.said.clear()
        warn(kiosk)
        assert kiosk.session.warningSeconds >= 20
        assert kiosk.session.secondsLeft >= 19
        # Seen ...
        assert kiosk.control(kiosk.session.words["keep_going"]).isVisible()
        assert str(kiosk.session.secondsLeft) in [item.property("text") for item in kiosk.items()]
        # ... and heard.
        assert kiosk.hear()[0] == kiosk.session.words["still_there"]
        kiosk.touch(kiosk.window.contentItem().boundingRect().center().toPoint())
        assert kiosk.session.idleStage == "active"
        assert kiosk.session.place == "photonics"
        kiosk.hush()


def test_r17_a_visitor_who_says_nothing_is_taken_back_after_all_of_the_warning(kiosk: Kiosk) -> None:
    kiosk.session.wake()
    warn(kiosk)
    kiosk.clock.pass_(18)
    kiosk.session.tick()
    assert kiosk.session.idleStage == "warning"
    kiosk.clock.pass_(2)
    kiosk.session.tick()
    assert kiosk.session.screen == "attract"


@pytest.mark.parametrize("mode", ["", "setTextScale", "setContrast", "setLow", "setSpeech"])
def test_r18_times_come_from_kiosk_json_and_are_longer_in_accessibility_modes(kiosk: Kiosk, mode: str) -> None:
    session = kiosk.session
    session.wake()
    if mode:
        getattr(session, mode)(2.0 if mode == "setTextScale" else True)
    kiosk.hush()
    quiet, warning = (120, 30) if mode else (60, 20)
    assert (session._idle.times.quiet, session._idle.times.warning) == (quiet, warning)
    edition = session._edition
    edition.kiosk = {**edition.kiosk, "idle": {**edition.kiosk["idle"], "seconds": 90, "accessible_seconds": 300}}
    session.show_edition(edition)
    assert session._idle.times.quiet == (300 if mode else 90)


def test_r18_no_time_passes_while_the_kiosk_speaks(kiosk: Kiosk) -> None:
    kiosk.session.wake()
    kiosk.session.setSpeech(True)
    kiosk.wait_for(lambda: kiosk.voice.saying)
    kiosk.clock.pass_(600)
    kiosk.session.tick()
    assert kiosk.session.idleStage == "active"
    kiosk.hush()
    kiosk.clock.pass_(119)
    kiosk.session.tick()
    assert kiosk.session.idleStage == "active"
    kiosk.clock.pass_(2)
    kiosk.session.tick()
    assert kiosk.session.idleStage == "warning"


def state(kiosk: Kiosk) -> dict[str, Any]:
    """Everything the interface can know of a visit."""
    session = kiosk.session
    about = session.metaObject()
    properties: list[QMetaProperty] = [about.property(index) for index in range(about.propertyCount())]
    known = {
        one.name(): getattr(session, one.name()) for one in properties if one.name() not in ("objectName", "plates")
    }
    narrator = kiosk.speech.narrator
    hidden = {"journey": repr(session._journey), "comfort": session.comfort, "last": narrator.last}
    return {**known, **hidden, "waiting": narrator.waiting, "queued": narrator._queue.empty}


def test_r19_a_reset_is_the_boot_state(kiosk: Kiosk) -> None:
    boot = state(kiosk)
    session = kiosk.session
    session.wake()
    for change in (
        lambda: session.setLanguage("ja"),
        lambda: session.setTextScale(2.0),
        lambda: session.setContrast(True),
        lambda: session.setLow(True),
        lambda: session.setStill(True),
        lambda: session.setSpeech(True),
        lambda: session.stepRate(1),
        lambda: session.stepVolume(-1),
        lambda: session.openSection("tours"),
        lambda: session.openPanel("downtown"),
        lambda: session.turnTo(2),
        lambda: session.openSheet("stop", {"number": 3}),
    ):
        before = state(kiosk)
        change()
        kiosk.pump()
        assert state(kiosk) != before
    kiosk.hush()
    warn(kiosk)
    kiosk.clock.pass_(31)
    kiosk.session.tick()
    kiosk.hush()
    assert state(kiosk) == boot


def test_r20_nothing_personal_is_asked_for_shown_or_kept(kiosk: Kiosk) -> None:
    source = "\n".join(file.read_text(encoding="utf-8") for file in paths.ui().rglob("*.qml"))
    assert re.findall(r"\b(TextInput|TextEdit|TextField|TextArea|Camera|MediaRecorder|Settings)\s*\{", source) == []
    # No visitor's setting is stored: the session writes no file and knows no name.
    words = kiosk.session.words
    assert words["no_personal_data"]


def test_r17_what_a_screen_reader_does_counts_as_being_there(kiosk: Kiosk) -> None:
    kiosk.session.wake()
    kiosk.pump()
    kiosk.clock.pass_(55)
    kiosk.session.tick()
    door = QAccessible.queryAccessibleInterface(kiosk.control("창업"))
    door.actionInterface().doAction(QAccessibleActionInterface.pressAction())
    kiosk.pump()
    assert kiosk.session.place == "startups"
    kiosk.clock.pass_(55)
    kiosk.session.tick()
    assert kiosk.session.idleStage == "active"
