"""What the kiosk says when: pages, sheets, languages, the keypad's place, the warning; silence and continuing."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from kiosk.player.comfort import RATES, VOLUMES
from kiosk.player.narrator_reading import Wording, sentences
from kiosk.player.voice import Utterance
from tests.player.conftest import WIDE, Kiosk

Start = Callable[..., Kiosk]


def visit(kiosk: Kiosk) -> Kiosk:
    """Begin a visit with speech on, and hear the first screen out."""
    kiosk.session.wake()
    kiosk.session.setSpeech(True)
    kiosk.hush()
    kiosk.voice.said.clear()
    return kiosk


def test_nothing_is_ever_said_while_speech_is_off(kiosk: Kiosk) -> None:
    kiosk.session.wake()
    kiosk.session.openSection("industries")
    kiosk.session.openSheet("text")
    kiosk.key(Qt.Key.Key_Tab)
    kiosk.hush()
    assert kiosk.voice.said == []
    assert not kiosk.speech.narrator.speaking


def test_switching_on_says_so_then_title_page_and_bar(kiosk: Kiosk) -> None:
    kiosk.session.wake()
    kiosk.session.setSpeech(True)
    said = kiosk.hear()
    assert said[:3] == ["소리로 듣기, 켬.", "한 번 누르면 듣고, 다시 누르면 열립니다", "어느 빛을 따라갈까요?"]
    doors = [said.index(door) for door in ("첨단산업, 버튼", "창업, 버튼", "예술과 맛, 버튼")]
    assert doors == sorted(doors)
    assert "외국인직접투자, 사천구백이십칠억 원." in said
    assert said[-1] == "도움, 버튼"
    assert {utterance.tag for utterance in kiosk.voice.said} == {"ko"}


@pytest.mark.parametrize("language", ["ko", "en", "ja", "zh"])
def test_every_name_on_every_kind_of_screen_is_heard_in_its_language(start: Start, language: str) -> None:
    kiosk = visit(start(language))
    for go in (
        lambda: kiosk.session.openSection("tours"),
        lambda: kiosk.session.openPanel("downtown"),
        lambda: kiosk.session.openSheet("stop", {"number": 3}),
        lambda: kiosk.session.openSheet("help"),
    ):
        go()
        kiosk.hush()
        narrator = kiosk.speech.narrator
        part = "sheet" if kiosk.session.sheet else "page"
        spoken = " ".join(utterance.text for utterance in kiosk.speech.voices.spoken)
        for thing in narrator.things():
            if thing.part == part and not (thing.control and len(thing.name.split()) > 1):
                assert all(sentence in spoken for sentence in sentences(thing.name)), (thing.name, spoken)
        assert {utterance.tag for utterance in kiosk.voice.said} == {language}
        kiosk.voice.said.clear()


def test_a_page_begins_with_its_title_and_leaves_the_bar_out(kiosk: Kiosk) -> None:
    visit(kiosk)
    kiosk.session.openSection("tours")
    said = kiosk.hear()
    assert said[0] == "예술과 맛"
    assert "도움, 버튼" not in said


def test_a_sheet_is_read_when_it_opens_and_the_page_is_named_when_it_closes(kiosk: Kiosk) -> None:
    visit(kiosk)
    kiosk.session.openSheet("text")
    said = kiosk.hear()
    assert said[:2] == ["글자, 대비", "닫기, 버튼"]
    assert "보통, 선택됨, 선택 항목" in said
    assert "소리로 듣기, 켬, 스위치" in said
    assert "빛 멈추기, 끔, 스위치" in said
    assert "첨단산업, 버튼" not in said
    kiosk.session.closeSheet()
    assert kiosk.hear() == ["어느 빛을 따라갈까요?"]


def test_another_stop_of_a_tour_is_read_although_the_sheet_stays_open(kiosk: Kiosk) -> None:
    visit(kiosk)
    kiosk.session.openPanel("downtown")
    kiosk.hush()
    kiosk.session.openSheet("stop", {"number": 2})
    assert "옛 전남도청" in kiosk.hear()
    kiosk.session.openSheet("stop", {"number": 3})
    said = kiosk.hear()
    assert "전일빌딩 이백사십오" in said
    # Beside the buttons of a long card's pages: which of them leaves the place must be heard.
    assert "이전 방문지, 버튼" in said
    assert "다음 방문지, 버튼" in said


def test_languages_are_named_each_in_its_own(kiosk: Kiosk) -> None:
    visit(kiosk)
    kiosk.session.openSheet("language")
    kiosk.hush()
    assert Utterance("English", "en") in kiosk.voice.said
    assert Utterance("日本語", "ja") in kiosk.voice.said
    assert Utterance("简体中文", "zh") in kiosk.voice.said
    assert Utterance("한국어, 선택됨, 선택 항목", "ko") in kiosk.voice.said
    assert kiosk.voice.said[:4] == [
        Utterance("언어", "ko"),
        Utterance("Language", "en"),
        Utterance("言語", "ja"),
        Utterance("语言", "zh"),
    ]


def test_another_language_is_read_at_once_with_the_bar(kiosk: Kiosk) -> None:
    visit(kiosk)
    kiosk.session.setLanguage("en")
    said = kiosk.hear()
    assert said[0] == "Follow a light."
    assert said[-1] == "Help, button"
    assert {utterance.tag for utterance in kiosk.voice.said} == {"en"}


def test_any_touch_and_any_key_is_silence_and_continue_goes_on(kiosk: Kiosk) -> None:
    visit(kiosk)
    kiosk.session.openSection("tours")
    kiosk.wait_for(lambda: kiosk.voice.saying)
    kiosk.voice.end()
    broken = kiosk.voice.saying
    kiosk.key(Qt.Key.Key_F5)
    assert kiosk.voice.saying is None
    assert kiosk.speech.narrator.waiting
    kiosk.speech.narrator.resume()
    assert kiosk.voice.saying == broken
    kiosk.touch(kiosk.middle(kiosk.control("도움")))
    assert kiosk.voice.saying == Utterance("도움, 버튼", "ko")
    kiosk.voice.end_all()
    kiosk.speech.narrator.repeat()
    assert kiosk.voice.saying == Utterance("예술과 맛", "ko")


def test_the_warning_is_spoken_with_its_countdown_and_does_not_stop_it(kiosk: Kiosk) -> None:
    visit(kiosk)
    kiosk.clock.pass_(120)
    kiosk.session.tick()
    said = kiosk.hear()
    assert said[0] == "아직 이용 중이신가요?"
    assert said[-1] == "삼십초 남았습니다"
    heard = []
    for _ in range(29):
        kiosk.clock.pass_(1)
        kiosk.session.tick()
        heard += kiosk.voice.end_all()
    assert heard == ["이십초 남았습니다", "십초 남았습니다", "오초 남았습니다"]
    kiosk.clock.pass_(2)
    kiosk.session.tick()
    assert kiosk.session.screen == "attract"
    kiosk.hush()
    assert kiosk.voice.saying is None
    assert not kiosk.session.speech


def test_the_warning_comes_back_with_all_its_words_after_the_visitor_stayed(kiosk: Kiosk) -> None:
    visit(kiosk)
    for _ in range(2):
        kiosk.clock.pass_(120)
        kiosk.session.tick()
        assert kiosk.hear()[0] == "아직 이용 중이신가요?"
        kiosk.session.stay()
        kiosk.hush()


def test_the_keypads_place_is_named_with_its_state_and_kind(kiosk: Kiosk) -> None:
    visit(kiosk)
    kiosk.session.openSheet("text")
    kiosk.hush()
    kiosk.voice.said.clear()
    heard = []
    for _ in range(4):
        kiosk.key(Qt.Key.Key_Down)
        heard += kiosk.hear()
    assert "글자 크기" in heard
    assert "보통, 선택됨, 선택 항목" in heard


def test_a_setting_that_changes_says_its_new_state(kiosk: Kiosk) -> None:
    visit(kiosk)
    kiosk.session.openSheet("text")
    kiosk.hush()
    switch = kiosk.middle(kiosk.control("빛 멈추기"))
    kiosk.touch(switch)
    assert kiosk.hear() == ["빛 멈추기, 끔, 스위치", "움직이는 빛이 없습니다"]
    kiosk.touch(switch)
    assert kiosk.session.still
    assert kiosk.hear() == ["빛 멈추기, 켬, 스위치", "움직이는 빛이 없습니다"]


def test_rate_and_volume_are_the_visitors(kiosk: Kiosk) -> None:
    visit(kiosk)
    assert kiosk.voice.settings[-1] == (RATES[2], VOLUMES[2])
    kiosk.session.stepRate(1)
    kiosk.session.stepVolume(-1)
    kiosk.session.openSection("tours")
    kiosk.hush()
    assert kiosk.voice.settings[-1] == (RATES[3], VOLUMES[1])


def test_announcements_come_before_the_page(kiosk: Kiosk) -> None:
    visit(kiosk)
    kiosk.session.announced.emit("이 내용은 방금 내려졌습니다.")
    said = kiosk.hear()
    assert said[:2] == ["이 내용은 방금 내려졌습니다.", "어느 빛을 따라갈까요?"]


def test_a_language_without_a_voice_says_so_once_on_the_screen(kiosk: Kiosk, caplog: pytest.LogCaptureFixture) -> None:
    kiosk.voice.tags = {"ko", "en"}
    visit(kiosk)
    assert not kiosk.speech.narrator.missing
    kiosk.session.setLanguage("ja")
    kiosk.wait_for(lambda: kiosk.speech.narrator.missing)
    kiosk.session.openSection("tours")
    kiosk.hush()
    assert caplog.text.count("there is no voice for ja") == 1
    kiosk.session.setLanguage("en")
    kiosk.wait_for(lambda: not kiosk.speech.narrator.missing)


def test_switching_off_is_silence_at_once(kiosk: Kiosk) -> None:
    visit(kiosk)
    kiosk.session.openSection("tours")
    kiosk.wait_for(lambda: kiosk.voice.saying)
    kiosk.session.setSpeech(False)
    assert kiosk.voice.saying is None
    kiosk.hush()
    assert not kiosk.speech.narrator.waiting


def test_landscape_is_read_in_the_same_order(start: Start) -> None:
    kiosk = start("en", WIDE)
    visit(kiosk)
    kiosk.session.openSection("tours")
    said = kiosk.hear()
    assert said[0] == "Art and food"


def bare(text: str) -> str:
    """Letters and digits alone."""
    return re.sub(r"[\W_①-⑳]+", "", text)


def unheard(kiosk: Kiosk) -> list[str]:
    """Lines on the screen that no name and no note of the accessibility tree holds.

    Page counters are spoken in words of their own, and the type specimens of the text sheet are pictures of letters.
    """
    heard = bare(" ".join(f"{thing.name} {thing.note}" for thing in kiosk.speech.narrator.things()))
    texts = [item for item in kiosk.items() if item.inherits("QQuickText") and item.isEnabled()]
    lines = [line for item in texts for line in re.split(r"\n|\s{2,}", str(item.property("words") or ""))]
    return [
        line
        for line in lines
        if bare(line) not in heard and not re.fullmatch(r"\d+ / \d+", line) and line not in ("가나", "Aa")
    ]


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_r31_every_line_on_the_screen_is_heard(kiosk: Kiosk, scale: float) -> None:
    kiosk.session.wake()
    kiosk.session.setStill(True)
    kiosk.session.setTextScale(scale)
    silent = {}
    for section in kiosk.session.all_sections():
        kiosk.session.openSection(section["id"])
        kiosk.pump()
        silent[section["id"]] = unheard(kiosk)
        for panel in section["panels"][:2]:
            kiosk.session.home()
            kiosk.session.openPanel(panel["id"])
            for page in (0, 1):
                kiosk.session.turnTo(page)
                kiosk.pump()
                silent[f"{panel['id']} {page}"] = unheard(kiosk)
    kiosk.session.openPanel("downtown")
    for sheet, data in (("stop", {"number": 3}), ("text", {}), ("language", {}), ("help", {})):
        kiosk.session.openSheet(sheet, data)
        kiosk.pump()
        silent[sheet] = unheard(kiosk)
    kiosk.session.home()
    kiosk.pump()
    silent["home"] = unheard(kiosk)
    assert {place: lines for place, lines in silent.items() if lines} == {}


# -------------------------------------------------------------------- wording alone


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("하나예요. 둘이에요? 셋!", ["하나예요. 둘이에요?", "셋!"]),
        ("3.3㎢를 얻었어요. 2030년 완공이에요.", ["3.3㎢를 얻었어요.", "2030년 완공이에요."]),
        (
            "Ranked No. 5 in all of Korea. Then it rained a lot.",
            ["Ranked No. 5 in all of Korea.", "Then it rained a lot."],
        ),
        (
            "最初の建物は六月に開館しました。「光州」は街の名です。",
            ["最初の建物は六月に開館しました。", "「光州」は街の名です。"],
        ),
        ("", []),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_a_recorded_text_is_not_cut() -> None:
    wording = Wording("ko", {}, {}, lambda text, tag: (text, tag) == ("하나였어요. 그리고 둘이었어요.", "ko"))
    assert wording.texts("하나였어요. 그리고 둘이었어요.") == [Utterance("하나였어요. 그리고 둘이었어요.", "ko")]
    assert len(wording.texts("하나였습니다만. 그리고 둘이었어요.")) == 2
