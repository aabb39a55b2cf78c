"""Five visitors, from the attract screen on, each with their own hands, eyes and ears."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMetaObject, QPoint, Qt
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from kiosk import paths
from kiosk.player.contacts import TREMOR_MM
from tests.accessibility.measure import apart, shown_rect, texts
from tests.accessibility.settings import Panel
from tests.accessibility.visits import EVERY, PAGES, PANELS, SECTIONS, warn
from tests.player.conftest import Kiosk

# -------------------------------------------------------------------- a wheelchair


class Arm:
    """A hand that reaches no higher than 1220 mm and taps once at a time."""

    def __init__(self, kiosk: Kiosk, panel: Panel) -> None:
        self.kiosk, self.panel = kiosk, panel
        edition = kiosk.session._edition
        told = {"diagonal_inches": panel.inches, "lower_edge_mm": panel.edge}
        edition.kiosk = {**edition.kiosk, "display": told}
        kiosk.session.show_edition(edition)
        kiosk.show(*panel.size)

    @property
    def words(self) -> dict[str, str]:
        words: dict[str, str] = self.kiosk.session.words
        return words

    def tap(self, label: str) -> None:
        """A control by its name; pages are turned until it comes."""
        for _ in range(PAGES):
            found = self.kiosk.controls(label)
            if found:
                self.touch(found[-1])
                return
            self.touch(self.kiosk.control(self.words["more"]))
        raise AssertionError(f"no control {label!r} on any page")

    def touch(self, item: QQuickItem) -> None:
        """The lowest part of a control within reach; there must be 20 mm of it."""
        rect = shown_rect(item)
        top = max(rect.top(), self.panel.size[1] - (1220 - self.panel.edge) / self.panel.mm)
        high = (rect.bottom() - top) * self.panel.mm
        assert high >= 19.9, f"{item.property('label')} is out of reach"
        self.kiosk.touch(QPoint(int(rect.center().x()), int((top + rect.bottom()) / 2)))


def test_a_visitor_in_a_wheelchair_reaches_every_screen_with_single_taps(kiosk: Kiosk) -> None:
    arm = Arm(kiosk, Panel(43, (1080, 1920), 700))
    session = kiosk.session
    session.set_system_still(True)
    kiosk.touch(QPoint(540, 1500))
    arm.tap(arm.words["text_contrast"])
    arm.tap(arm.words["bring_down"])
    arm.tap(arm.words["close"])
    assert session.low
    seen: set[str] = set()
    home = session.index["home"]
    doors = {door["id"]: door["title"] for door in home["doors"]} | {home["strip"]["section"]: home["strip"]["title"]}
    assert set(doors) == set(SECTIONS)
    for section, door in doors.items():
        arm.tap(door)
        assert session.place == section
        for panel in [one["label"] for one in session.page["panels"]]:
            arm.tap(panel)
            seen.add(session.place)
            while kiosk.controls(arm.words["more"]):
                arm.touch(kiosk.control(arm.words["more"]))
            arm.tap(arm.words["back"])
            assert session.place == section
        arm.tap(arm.words["home"])
    assert seen == set(PANELS)
    arm.tap(doors["tours"])
    arm.tap(session.page["panels"][0]["label"])
    stop = session.page["tour"]["stops"][2]
    arm.tap(f"{stop['number']}. {stop['time']} {stop['name']}")
    assert (session.sheet, session.sheetData["number"]) == ("stop", 3)
    for sheet, cell in (("help", "help"), ("text", "text_contrast")):
        arm.tap(arm.words[cell])
        assert session.sheet == sheet
    arm.tap("한국어")
    assert session.sheet == "language"
    arm.tap("日本語")
    assert session.language == "ja"
    warn(kiosk)
    arm.tap(session.words["keep_going"])
    assert session.idleStage == "active"


# -------------------------------------------------------------------- blind


def heard(kiosk: Kiosk, *keys: Qt.Key) -> str:
    """What is said after these keys until it is silent."""
    kiosk.speech.voices.spoken.clear()
    kiosk.key(*keys)
    kiosk.hush()
    return " ".join(utterance.text for utterance in kiosk.speech.voices.spoken)


def test_a_blind_visitor_comes_to_a_tours_third_stop_by_keypad_and_ear(kiosk: Kiosk) -> None:
    session = kiosk.session
    kiosk.speech.headphones.changed.emit(True)  # the plug in the jack
    said = heard(kiosk)
    for word in ("read_aloud", "read_aloud_note"):
        assert session.words[word] in said
    assert session.words["help"] in said, "the bar is read once"

    def find(words: str) -> None:
        """Down the page until the wanted thing is said, as one does who sees nothing."""
        for _ in range(60):
            if words in heard(kiosk, Qt.Key.Key_Down):
                return
        raise AssertionError(f"{words!r} is never said")

    find("예술과 맛")
    said = heard(kiosk, Qt.Key.Key_Return)
    assert said.startswith("예술과 맛")
    tour = session.page["panels"][0]
    find(tour["label"])
    said = heard(kiosk, Qt.Key.Key_Return)
    stops = session.page["tour"]["stops"]
    assert session.page["title"].replace("\n", " ") in said.replace("\n", " ")
    assert [stop["name"] for stop in stops if stop["name"] not in said] == []
    find(f"3. {stops[2]['time']}")
    said = heard(kiosk, Qt.Key.Key_Return)
    assert (session.sheet, session.sheetData["number"]) == ("stop", 3)
    third = stops[2]
    for told in (third["name"], third["time"], third["do"], third["district"]):
        assert told.split(". ")[0] in said, told
    kiosk.key(Qt.Key.Key_Backspace)
    assert session.sheet == ""
    kiosk.key(Qt.Key.Key_Home)
    assert session.screen == "home"
    kiosk.hush()
    kiosk.speech.voices.spoken.clear()
    warn(kiosk)
    kiosk.hush()
    assert kiosk.speech.voices.spoken[0].text == session.words["still_there"]
    kiosk.key(Qt.Key.Key_Return)
    assert session.idleStage == "active"


# -------------------------------------------------------------------- low vision


def test_a_visitor_with_low_vision_reads_everything_at_200_percent_in_high_contrast(kiosk: Kiosk) -> None:
    session = kiosk.session
    session.set_system_still(True)
    kiosk.touch(QPoint(540, 1500))
    kiosk.press(session.words["contrast"])
    kiosk.press(session.words["text_contrast"])
    kiosk.press(session.words["largest"])
    kiosk.press(session.words["close"])
    assert (session.contrast, session.textScale) == (True, 2.0)
    window = kiosk.window.contentItem().boundingRect()
    read = 0
    for name in (
        "home",
        "section city",
        "panel one-month-living",
        "panel clock",
        "panel biennale-songjeong",
        "help sheet",
    ):
        EVERY[name](session)
        kiosk.pump()
        while True:
            shown = texts(list(kiosk.items()))
            read += len(shown)
            for index, one in enumerate(shown):
                assert window.contains(one.ink), f"{name}: {one} leaves the screen"
                for two in shown[index + 1 :]:
                    assert apart(one.ink, two.ink) >= -2, f"{name}: {one} and {two} overlap"
            more = kiosk.controls(session.words["more"])
            if not more:
                break
            QMetaObject.invokeMethod(more[-1], "click")
            kiosk.pump()
    assert read > 200


# -------------------------------------------------------------------- deaf


def test_a_deaf_visitor_misses_nothing(kiosk: Kiosk) -> None:
    session = kiosk.session
    kiosk.touch(QPoint(540, 1500))
    for go in (
        lambda: session.openSection("tours"),
        lambda: session.openPanel("downtown"),
        lambda: session.openSheet("text"),
    ):
        go()
        kiosk.hush()
    warn(kiosk)
    # The warning is as much to be seen as to be heard: words, a number, and a ray for every second left.
    shown = [str(item.property("words")) for item in kiosk.items() if item.inherits("QQuickText")]
    for word in ("still_there", "touch_to_stay", "keep_going"):
        assert session.words[word] in shown
    assert str(session.secondsLeft) in shown
    kiosk.hush()
    assert kiosk.voice.said == [], "nothing is said to those who have not asked for it"
    # Speech is the only sound there is: no film, no music, no signal.
    source = "\n".join(file.read_text(encoding="utf-8") for file in paths.ui().rglob("*.qml"))
    assert not any(name in source for name in ("MediaPlayer", "SoundEffect", "AudioOutput", "Video {"))


# -------------------------------------------------------------------- tremor


def test_a_trembling_hand_opens_what_it_meant(kiosk: Kiosk) -> None:
    session = kiosk.session
    glass = QTest.createTouchDevice()
    now = kiosk.clock
    kiosk.touch(QPoint(540, 1500))
    opened: list[str] = []
    session.placeChanged.connect(lambda: opened.append(f"{session.screen} {session.place}".strip()))

    def finger(press: QPoint, release: QPoint, *way: QPoint) -> None:
        QTest.touchEvent(kiosk.window, glass).press(0, press, kiosk.window).commit()
        for point in way:
            QTest.touchEvent(kiosk.window, glass).move(0, point, kiosk.window).commit()
        QTest.touchEvent(kiosk.window, glass).release(0, release, kiosk.window).commit()
        kiosk.pump()

    def door(label: str) -> QPoint:
        now.pass_(1)
        session.home()
        kiosk.pump()
        opened.clear()
        return kiosk.middle(kiosk.control(label))

    # Twice within a quarter of a second: once. What stands in that place on the next screen stays untouched.
    at = door("창업")
    finger(at, at)
    now.pass_(0.25)
    finger(at, at)
    assert opened == ["section startups"]
    # A drag of up to 15 mm, even off the control, presses where it began.
    mm = 1 / Panel(43).mm
    at = door("첨단산업")
    edge = kiosk.control("첨단산업")
    begin = QPoint(int(edge.mapToScene(edge.boundingRect().topRight()).x()) - int(4 * mm), at.y())
    finger(begin, begin + QPoint(int((TREMOR_MM - 1) * mm), 0), begin + QPoint(int(8 * mm), int(6 * mm)))
    assert opened == ["section industries"]
    # A second finger beside the first, and the ball of the hand: one thing happens, or none, but nothing else.
    at = door("예술과 맛")
    other = kiosk.middle(kiosk.control("창업"))
    QTest.touchEvent(kiosk.window, glass).press(0, at, kiosk.window).commit()
    now.pass_(0.05)
    QTest.touchEvent(kiosk.window, glass).stationary(0).press(1, other, kiosk.window).commit()
    QTest.touchEvent(kiosk.window, glass).release(0, at, kiosk.window).release(1, other, kiosk.window).commit()
    kiosk.pump()
    assert opened == ["section tours"]
    at = door("창업")
    touch = QTest.touchEvent(kiosk.window, glass)
    for number, away in enumerate((-200, -100, 0, 100, 200)):
        touch.press(number, at + QPoint(away, 0), kiosk.window)
    touch.commit()
    touch = QTest.touchEvent(kiosk.window, glass)
    for number, away in enumerate((-200, -100, 0, 100, 200)):
        touch.release(number, at + QPoint(away, 0), kiosk.window)
    touch.commit()
    kiosk.pump()
    assert opened == []


@pytest.mark.parametrize("act", [lambda kiosk: kiosk.key(Qt.Key.Key_A), lambda kiosk: kiosk.touch(QPoint(20, 900))])
def test_a_slow_visitor_is_never_hurried(kiosk: Kiosk, act: Callable[[Kiosk], None]) -> None:
    kiosk.touch(QPoint(540, 1500))
    kiosk.session.openPanel("photonics")
    for _ in range(15):
        warn(kiosk)
        act(kiosk)
        assert kiosk.session.idleStage == "active"
        assert kiosk.session.place == "photonics"
