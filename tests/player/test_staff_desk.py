"""The staff's screen: the pad, the panel, and that neither is left open (promises 13 and 14)."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QDeadlineTimer, QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleActionInterface
from PySide6.QtTest import QTest

from kiosk import paths
from kiosk.player.hands import Hands
from kiosk.player.interface import focused, load, visible
from kiosk.player.session import KioskSession
from kiosk.player.settings import Settings
from kiosk.player.staff_desk import PAD_SECONDS, PANEL_SECONDS, WAITING_SECONDS, StaffDesk
from kiosk.publish.publisher import publish
from kiosk.staff import gate as gate_module
from kiosk.staff.pin import Pin
from kiosk.staff.report import ROWS
from tests import one_window
from tests.player.conftest import PORTRAIT, WIDE, Kiosk
from tests.player.test_escapes import FORBIDDEN, windows

RIGHT = "281046"
Key, Held = Qt.Key, Qt.KeyboardModifier


@pytest.fixture(scope="module")
def booth(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """A content folder with a mistake, what was published before it, and a PIN."""
    folder = tmp_path_factory.mktemp("booth")
    content, state = folder / "content", folder / "state"
    shutil.copytree(paths.default_content(), content)
    assert publish(content, state, lambda _: None).edition
    file = content / "industries" / "photonics.json"
    file.write_text(file.read_text("utf-8").replace('"as_of"', '"as_off"', 1), "utf-8")
    Pin(state).set(RIGHT)
    shutil.copyfile(state / "staff" / "pin.json", state / "pin.as-set")
    return Settings(content, state)


@pytest.fixture
def desk(kiosk: Kiosk, booth: Settings) -> Iterator[StaffDesk]:
    """The desk as the duties make it."""
    (booth.state / "staff" / "pin.json").write_bytes((booth.state / "pin.as-set").read_bytes())
    made = StaffDesk(booth, lambda: str(kiosk.session.language), now=kiosk.clock)
    kiosk.session.staffCalled.connect(made.ask)
    made.opened.connect(kiosk.session.wake)
    made.closed.connect(kiosk.session.startOver)
    made.opened.connect(kiosk.session.stay)
    made.attended.connect(kiosk.session.touched)
    kiosk.hands.seat(made)
    kiosk.window.setProperty("staff", made)
    made._timer.setInterval(10)
    yield made
    made.close()
    kiosk.hands.seat(None)
    kiosk.window.setProperty("staff", None)
    kiosk.pump()  # the panel goes before what it shows, as in the program
    made.stop()
    made.deleteLater()
    kiosk.pump()


def words(kiosk: Kiosk) -> set[str]:
    """Everything that can be read."""
    return {str(item.property("words")) for item in kiosk.items() if item.property("words")}


def type_in(kiosk: Kiosk, pin: str) -> None:
    for digit in pin:
        kiosk.press(digit)


def open_panel(kiosk: Kiosk, desk: StaffDesk) -> None:
    desk.ask()
    kiosk.pump()
    type_in(kiosk, RIGHT)
    kiosk.press("확인")
    kiosk.wait_for(lambda: desk.stage == "panel")
    kiosk.wait_for(lambda: not desk.standing.checking)
    kiosk.pump()


def hold(kiosk: Kiosk, at: QPoint, seconds: float) -> None:
    """A finger rests on the glass for so many real seconds."""
    kiosk.clock.pass_(1)
    QTest.mousePress(kiosk.window, Qt.MouseButton.LeftButton, Held.NoModifier, at)
    QTest.qWait(round(seconds * 1000))
    QTest.mouseRelease(kiosk.window, Qt.MouseButton.LeftButton, Held.NoModifier, at)
    kiosk.pump()


def heading(kiosk: Kiosk) -> QPoint:
    """The middle of the heading of Help."""
    kiosk.session.wake()
    kiosk.session.openSheet("help")
    QTest.qWait(400)
    named = [item for item in kiosk.items() if item.property("words") == kiosk.session.words["help"]]
    return next(kiosk.middle(item) for item in reversed(named) if _role(item) == QAccessible.Role.Heading)


def _role(item: Any) -> QAccessible.Role:
    found = QAccessible.queryAccessibleInterface(item)
    return found.role() if found else QAccessible.Role.NoRole


def test_holding_the_heading_of_help_asks_for_the_pin(kiosk: Kiosk, desk: StaffDesk) -> None:
    at = heading(kiosk)
    hold(kiosk, at, 0.3)
    assert (desk.stage, kiosk.session.sheet) == ("", "help"), "a visitor's finger is no member of staff"
    hold(kiosk, at, 3.2)
    assert desk.stage == "pin"
    assert "직원 PIN" in words(kiosk)
    kiosk.press("관람 화면으로")
    assert (desk.stage, kiosk.session.sheet) == ("", "help"), "the visit goes on where it was"


def test_without_a_pin_nothing_is_asked_and_the_keys_leave_at_once(
    kiosk: Kiosk, desk: StaffDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    left: list[int] = []
    desk.gate._state = tmp_path
    monkeypatch.setattr(kiosk.hands, "_leave", lambda: left.append(1))
    kiosk.session.wake()
    kiosk.session.callStaff()
    assert desk.stage == ""
    kiosk.hands.staff_exit.held.emit()
    assert (desk.stage, left) == ("", [1])


def test_with_a_pin_the_keys_ask_for_it_instead_of_leaving(
    kiosk: Kiosk, desk: StaffDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    left: list[int] = []
    monkeypatch.setattr(kiosk.hands, "_leave", lambda: left.append(1))
    kiosk.hands.staff_exit.held.emit()
    kiosk.pump()
    assert (desk.stage, left) == ("pin", [])


def test_a_wrong_pin_is_told_with_the_wait_and_the_right_one_opens(kiosk: Kiosk, desk: StaffDesk) -> None:
    desk.ask()
    kiosk.pump()
    type_in(kiosk, "000000")
    assert desk.typed == 6
    kiosk.press("확인")
    kiosk.wait_for(lambda: desk.said == "wrong")
    kiosk.pump()
    assert "PIN이 맞지 않습니다. 1초 뒤에 다시 입력할 수 있습니다." in words(kiosk)
    for digit in RIGHT:
        desk.type(digit)
    kiosk.pump()
    assert kiosk.controls("확인") == [], "not before its time"
    desk.enter()
    assert (desk.typed, desk.busy) == (6, False)
    kiosk.wait_for(lambda: Pin(desk.gate._state).wait == 0)  # the gate's clock is the machine's
    kiosk.clock.pass_(2)
    kiosk.wait_for(lambda: kiosk.controls("확인"))
    kiosk.press("확인")
    kiosk.wait_for(lambda: desk.stage == "panel")
    kiosk.wait_for(lambda: not desk.standing.checking)
    kiosk.pump()
    shown = words(kiosk)
    assert {"직원 화면", "26", "1", "0", "오류를 고칠 때까지 마지막 정상 화면이 그대로 보입니다."} <= shown
    assert 'figures[0].as_off: "as_off": 여기서 쓰지 않는 이름입니다.' in shown


def test_the_pin_is_typed_with_keys_too(kiosk: Kiosk, desk: StaffDesk) -> None:
    desk.ask()
    kiosk.key(*(Key(ord(digit)) for digit in "2810467"), Key.Key_Backspace)
    assert desk.typed == 6
    kiosk.key(Key.Key_Return)
    kiosk.wait_for(lambda: desk.stage == "panel")
    kiosk.wait_for(lambda: kiosk.focused is not None and kiosk.focused.property("label") == "콘텐츠 다시 읽기")
    kiosk.key(Key.Key_Escape)
    assert (desk.stage, kiosk.session.screen) == ("", "attract")


def test_the_pin_is_typed_with_arrows_and_enter_alone(kiosk: Kiosk, desk: StaffDesk) -> None:
    desk.ask()
    kiosk.pump()
    for label in (*RIGHT, "확인"):
        for _ in range(14):
            here = kiosk.focused
            if here is not None and here.property("visualFocus") and here.property("label") == label:
                break
            kiosk.key(Key.Key_Right)
        kiosk.key(Key.Key_Return)
        assert desk.said in ("", "busy")
    kiosk.wait_for(lambda: desk.stage == "panel")


def test_fewer_than_six_digits_are_no_guess_and_cost_none(kiosk: Kiosk, desk: StaffDesk) -> None:
    desk.ask()
    kiosk.key(*(Key(ord(digit)) for digit in "28104"), Key.Key_Return)
    assert (desk.typed, desk.busy, kiosk.controls("확인")) == (5, False, [])


def test_with_nothing_to_show_staff_hold_the_screen_and_keys_reach_everything(
    booth: Settings, fonts: list[int], tmp_path: Path
) -> None:
    assert fonts
    left: list[int] = []
    (booth.state / "staff" / "pin.json").write_bytes((booth.state / "pin.as-set").read_bytes())
    session = KioskSession(None, "")
    (tmp_path / "section").mkdir()
    (tmp_path / "section" / "section.json").write_text("{")

    def begin() -> tuple[Any, ...]:
        engine, window = load("Main.qml", {"session": session, "windowed": False})
        return engine, window

    made = one_window.take(object(), begin, lambda made: (made[1].hide(), shiboken6.delete(made[0])))
    window = made[1]
    window.setProperty("waiting", False)
    window.setGeometry(0, 0, *PORTRAIT)
    window.show()
    hands = Hands(session, window, False, lambda: left.append(1))
    desk = StaffDesk(Settings(tmp_path, booth.state), lambda: "")
    session.staffCalled.connect(desk.ask)
    hands.seat(desk)
    window.setProperty("staff", desk)
    QTest.mousePress(window, Qt.MouseButton.LeftButton, Held.NoModifier, QPoint(500, 900))
    QTest.qWait(3200)
    QTest.mouseRelease(window, Qt.MouseButton.LeftButton, Held.NoModifier, QPoint(500, 900))
    assert desk.stage == "pin"
    for digit in RIGHT:
        QTest.keyClick(window, Key(ord(digit)))
    QTest.keyClick(window, Key.Key_Return)
    deadline = QDeadlineTimer(30_000)
    while (desk.stage != "panel" or desk.standing.checking) and not deadline.hasExpired():
        QTest.qWait(10)
    QTest.qWait(50)
    shown = {str(item.property("words")) for item in visible(window.contentItem())}
    worst = {"Nothing can be shown until the errors are mended.", "오류를 고칠 때까지 아무것도 보여 줄 수 없습니다."}
    assert shown & worst
    desk.leave.connect(lambda: left.append(1))
    for _ in range(8):
        here = focused(window)
        named = here.property("label") if here is not None and here.property("visualFocus") else ""
        if named in ("Leave", "끝내기"):
            break
        QTest.keyClick(window, Key.Key_Tab)
        QTest.qWait(10)
    QTest.keyClick(window, Key.Key_Return)
    QTest.qWait(30)
    QTest.keyClick(window, Key.Key_Return)
    assert left == [1]
    desk.close()
    hands.seat(None)
    desk.stop()
    one_window.clear()


@pytest.mark.parametrize(
    ("size", "scale", "low"),
    [
        (PORTRAIT, 1.0, False),
        (PORTRAIT, 2.0, False),
        *(
            pytest.param(size, scale, low, marks=pytest.mark.long)
            for size in (PORTRAIT, WIDE, (1280, 800), (768, 1024))
            for scale in (1.0, 1.5, 2.0)
            for low in (False, True)
        ),
    ],
)
def test_long_messages_stay_on_their_pages(
    kiosk: Kiosk, desk: StaffDesk, size: tuple[int, int], scale: float, low: bool
) -> None:
    kiosk.session.wake()
    kiosk.show(*size)
    kiosk.session.setTextScale(scale)
    kiosk.session.setLow(low)
    desk._begin("panel")
    kiosk.pump()
    row = {
        "severity": "error",
        "message": "광주 사진 산업 " * 30,
        "hint": "Rename the file, or take it out of the folder. " * 6,
        "place": "industries/" + "Photonics Cluster Overview (corrected) " * 5 + ".json:1",
    }
    report = {"files": 40, "fine": 20, "warnings": 3, "errors": 9, "rows": [row] * ROWS, "more": 7, "published": "x"}
    desk.standing._report = report
    desk.standing.reportChanged.emit()
    pages = 0
    while True:
        kiosk.pump()
        buttons = [item.mapRectToScene(item.boundingRect()) for item in kiosk.controls()]
        floor = min(rect.top() for rect in buttons)
        texts = [item for item in kiosk.items() if item.inherits("QQuickText") and item.property("words")]
        rows = [item for item in texts if str(item.property("words")) in (row["message"], row["hint"], row["place"])]
        for item in rows:
            box = item.mapRectToScene(item.boundingRect())
            assert box.bottom() <= floor + 1, (pages, item.property("words")[:20])
            assert box.right() <= size[0]
        pages += 1
        if not kiosk.controls("더 보기"):
            break
        kiosk.press("더 보기")
    assert pages >= 3
    assert "그 밖에 7개는 kiosk check로 볼 수 있습니다." in words(kiosk)


def test_the_kiosks_own_voice_tells_what_comes_up_and_what_is_refused(kiosk: Kiosk, desk: StaffDesk) -> None:
    kiosk.session.wake()
    kiosk.session.setSpeech(True)
    kiosk.hush()
    kiosk.voice.said.clear()
    desk.ask()
    heard = " ".join(kiosk.hear())
    assert heard.startswith("직원 피아이엔 입력한 숫자 영 개 열쇠 파일이 든 유에스비를 꽂아도 열립니다. 일, 버튼")
    desk.gate.stop()
    desk.gate._told(True, '{"kind": "wrong", "wait": 4, "reason": ""}')
    kiosk.hush()
    told = " ".join(utterance.text for utterance in kiosk.voice.said)
    assert "피아이엔이 맞지 않습니다. 사초 뒤에 다시 입력할 수 있습니다." in told
    kiosk.session.setSpeech(False)


def test_what_is_half_typed_and_left_is_gone_after_half_a_minute(kiosk: Kiosk, desk: StaffDesk) -> None:
    desk.ask()
    kiosk.pump()
    type_in(kiosk, "281")
    kiosk.clock.pass_(PAD_SECONDS - 1)
    desk.tick()
    assert (desk.stage, desk.typed) == ("pin", 3)
    kiosk.clock.pass_(1)
    desk.tick()
    assert (desk.stage, desk.typed, desk._digits) == ("", 0, "")
    assert PAD_SECONDS <= 60


def test_a_panel_left_open_closes_and_the_next_visitor_finds_the_start(kiosk: Kiosk, desk: StaffDesk) -> None:
    kiosk.session.wake()
    kiosk.session.openPanel("photonics")
    open_panel(kiosk, desk)
    kiosk.clock.pass_(PANEL_SECONDS)
    desk.tick()
    assert (desk.stage, kiosk.session.screen) == ("", "attract")
    assert desk.standing.report == {}
    assert PANEL_SECONDS <= 60


def test_the_visit_beneath_lasts_while_staff_wait_for_a_report(kiosk: Kiosk, desk: StaffDesk) -> None:
    kiosk.session.wake()
    desk._begin("panel")
    desk.standing._publishing = True
    for _ in range(8):
        kiosk.clock.pass_(20)
        desk.tick()
        kiosk.session.tick()
    assert (desk.stage, kiosk.session.screen) == ("panel", "home")
    desk.standing._publishing = False
    desk.standing._reported(True, "{}")
    kiosk.clock.pass_(PANEL_SECONDS - 1)
    desk.tick()
    assert desk.stage == "panel", "who has waited has time to read"
    kiosk.clock.pass_(1)
    desk.tick()
    assert (desk.stage, kiosk.session.screen) == ("", "attract")
    desk._begin("panel")
    desk.standing._publishing = True
    kiosk.clock.pass_(WAITING_SECONDS)
    desk.tick()
    assert (desk.stage, kiosk.session.screen) == ("", "attract")


def test_nothing_of_the_visitors_can_be_reached_meanwhile(kiosk: Kiosk, desk: StaffDesk) -> None:
    kiosk.session.wake()
    kiosk.session.openPanel("downtown")
    kiosk.pump()
    desk.ask()
    kiosk.pump()
    pad = {str(item.property("label")) for item in kiosk.controls()}
    assert pad == {*"0123456789", "지우기", "관람 화면으로"}
    assert {item.property("label") for item in kiosk.hands.keypad.ring()} == pad
    before = kiosk.session.screen, kiosk.session.place, kiosk.session.sheet
    kiosk.touch(QPoint(1000, 60))
    kiosk.key(Key.Key_Home, Key.Key_A, Key.Key_F5)
    assert (kiosk.session.screen, kiosk.session.place, kiosk.session.sheet) == before
    assert desk.stage == "pin"


@pytest.mark.parametrize("stage", ["pin", "panel"])
def test_no_key_leads_out_of_the_staffs_screen(
    kiosk: Kiosk, desk: StaffDesk, stage: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    left: list[int] = []
    desk.leave.connect(lambda: left.append(1))
    monkeypatch.setattr(kiosk.hands, "_leave", lambda: left.append(1))
    open_before = windows()
    for held, key in FORBIDDEN:
        if desk.stage != stage:  # Escape and Back close it
            desk._begin(stage)
            kiosk.pump(1)
        QTest.keyClick(kiosk.window, key, held)
        kiosk.pump(1)
        assert desk.stage in (stage, ""), (held, key)
    assert kiosk.window.close() is False
    assert (left, kiosk.window.isVisible(), windows()) == ([], True, open_before)


def test_leaving_takes_two_seconds_or_two_presses_of_a_key(kiosk: Kiosk, desk: StaffDesk) -> None:
    left: list[int] = []
    desk.leave.connect(lambda: left.append(1))
    open_panel(kiosk, desk)
    at = kiosk.middle(kiosk.control("끝내기"))
    hold(kiosk, at, 2.2)
    assert left == [1]
    hold(kiosk, at, 0.3)
    assert left == [1], "a touch asks for another one"
    assert "한 번 더 누르면 끝납니다" in words(kiosk)
    hold(kiosk, at, 0.3)
    assert left == [1, 1]
    button = QAccessible.queryAccessibleInterface(kiosk.control("끝내기"))
    button.actionInterface().doAction(QAccessibleActionInterface.pressAction())
    kiosk.pump()
    assert left == [1, 1]
    assert button.text(QAccessible.Text.Description) == "한 번 더 누르면 끝납니다"
    button.actionInterface().doAction(QAccessibleActionInterface.pressAction())
    assert left == [1, 1, 1]


def test_loading_anew_publishes_and_reports_again(kiosk: Kiosk, desk: StaffDesk) -> None:
    asked: list[int] = []
    desk.standing.reload.connect(lambda: asked.append(1))
    open_panel(kiosk, desk)
    kiosk.press("콘텐츠 다시 읽기")
    assert (asked, desk.standing.checking) == ([1], True)
    assert "콘텐츠를 확인하고 있습니다" in words(kiosk)
    kiosk.press("콘텐츠 다시 읽기")
    assert asked == [1], "once at a time"
    desk.published(False)
    kiosk.wait_for(lambda: not desk.standing.checking)
    kiosk.pump()
    assert desk.standing.report["errors"] == 1
    assert kiosk.controls("콘텐츠 다시 읽기")


def test_a_key_on_a_stick_opens_the_panel_without_a_pin(
    desk: StaffDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = "5e" * 32
    assert Pin(desk.gate._state).know(key) == ""
    monkeypatch.setattr(gate_module, "sticks", lambda: iter([tmp_path]))
    assert gate_module.answer(Pin(desk.gate._state), "").kind == "none"
    (tmp_path / "gwangju-kiosk.key").write_text(key)
    verdict = gate_module.answer(Pin(desk.gate._state), "")
    assert verdict.kind == "key"
    desk.ask()
    desk.gate.stop()
    desk.gate._told(True, '{"kind": "key", "wait": 0, "reason": ""}')
    assert desk.stage == "panel"


def test_the_time_that_has_passed_is_written_down_while_wrong_guesses_count(desk: StaffDesk, kiosk: Kiosk) -> None:
    file = desk.gate._state / "staff" / "pin.json"
    Pin(desk.gate._state).guess("000000")
    before = json.loads(file.read_text())["ran"]
    desk.gate.keep()
    kiosk.wait_for(lambda: json.loads(file.read_text())["ran"] > before)
    kiosk.wait_for(lambda: not desk.gate.running)
    assert desk.stage == ""


@pytest.mark.parametrize("said", ["", "{", "[]", '{"kind": "right"}', '{"kind": 1, "wait": "x", "reason": ""}'])
def test_a_gate_that_answers_nonsense_opens_nothing(kiosk: Kiosk, desk: StaffDesk, said: str) -> None:
    desk.ask()
    desk.gate.stop()
    desk.gate._told(True, said)
    kiosk.pump()
    assert desk.stage == "pin"
    assert "지금은 PIN을 확인할 수 없습니다." in words(kiosk)


@pytest.mark.parametrize(
    "size", [PORTRAIT, *(pytest.param(size, marks=pytest.mark.long) for size in (WIDE, (768, 1024), (2160, 3840)))]
)
@pytest.mark.parametrize("stage", ["pin", "panel"])
def test_every_control_is_as_large_as_a_finger_and_all_words_stand_in_theirs(
    kiosk: Kiosk, desk: StaffDesk, size: tuple[int, int], stage: str
) -> None:
    kiosk.session.wake()
    kiosk.show(*size)
    if stage == "pin":
        desk.ask()
        for digit in "2810":
            desk.type(digit)
    else:
        desk._begin("panel")
        desk.standing.ask()
        kiosk.wait_for(lambda: not desk.standing.checking)
    for language in ("ko", "en", "ja", "zh"):
        kiosk.session.setLanguage(language)
        for scale, low in ((1.0, False), (2.0, False), (1.0, True), (2.0, True)):
            kiosk.session.setTextScale(scale)
            kiosk.session.setLow(low)
            kiosk.pump()
            where = f"{language} {scale} {'low' if low else ''}"
            mm = float(kiosk.window.property("mmPerPixel"))
            rects = {str(item.property("label")): item.mapRectToScene(item.boundingRect()) for item in kiosk.controls()}
            assert len(rects) >= (12 if stage == "pin" else 3), where
            for label, rect in rects.items():
                assert min(rect.width(), rect.height()) * mm >= 19.9, (where, label)
                assert rect.left() >= 0, (where, label)
                assert rect.top() >= 0, (where, label)
                assert rect.right() <= size[0] + 0.5, (where, label)
                assert rect.bottom() <= size[1] + 0.5, (where, label)
                others = [name for name, other in rects.items() if name != label and other.intersects(rect)]
                assert others == [], (where, label)
            for item in kiosk.items():
                if item.property("words") and item.inherits("QQuickText"):
                    box = item.mapRectToScene(item.boundingRect())
                    assert box.left() >= -1, (where, item.property("words"))
                    assert box.right() <= size[0] + 1, (where, item.property("words"))
                    assert box.bottom() <= size[1] + 1, (where, item.property("words"))


def test_a_screen_reader_is_told_what_stands_there(kiosk: Kiosk, desk: StaffDesk) -> None:
    kiosk.session.wake()
    desk.ask()
    kiosk.pump()
    things = {(thing.role, thing.name) for thing in kiosk.speech.narrator.things() if thing.part == "sheet"}
    assert {("heading", "직원 PIN"), ("button", "7"), ("text", "입력한 숫자 0개")} <= things
    assert not [thing for thing in kiosk.speech.narrator.things() if thing.part in ("page", "bar")]


def test_words_are_the_same_in_every_language() -> None:
    source = (paths.ui() / "staff" / "words.js").read_text("utf-8")
    parts = {tag: re.findall(r"^        (\w+):", body, re.MULTILINE) for tag, body in re.findall(
        r"^    (\w\w): \{(.*?)^    \}", source, re.MULTILINE | re.DOTALL)}  # fmt: skip
    assert list(parts) == ["ko", "en", "ja", "zh"]
    assert all(names == parts["ko"] for names in parts.values())
