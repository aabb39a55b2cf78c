"""The order of what is said: readings that go on after an interruption, and remarks beside them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject

from kiosk.player.narrator_queue import Queue
from kiosk.player.voice import Utterance, Voices
from tests.player.fakes import FakeVoice


class Desk:
    """A queue with a voice that says what the test ends, and a note of when time was held."""

    def __init__(self) -> None:
        self.voice = FakeVoice("ko")
        self.voices = Voices([lambda: self.voice])
        self.held: list[bool] = []
        self.parent = QObject()
        self.queue = Queue(self.voices, self.say, self.held.append, self.parent)

    def say(self, utterance: Utterance) -> None:
        self.voices.say(utterance.text, utterance.tag, 0.0, 1.0)

    def read(self, *texts: str) -> None:
        self.queue.read([Utterance(text, "ko") for text in texts])

    def remark(self, *texts: str) -> None:
        self.queue.remark([Utterance(text, "ko") for text in texts])


@pytest.fixture
def desk(qapp: object) -> Desk:
    assert qapp
    return Desk()


def test_a_reading_is_said_one_after_another_and_time_stands_still_meanwhile(desk: Desk) -> None:
    desk.read("하나", "둘")
    assert desk.queue.aloud
    assert desk.held[-1] is True
    assert desk.voice.end_all() == ["하나", "둘"]
    assert not desk.queue.aloud
    assert not desk.queue.waiting
    assert desk.held[-1] is False


def test_silence_keeps_the_place_and_continuing_says_the_broken_sentence_again(desk: Desk) -> None:
    desk.read("하나", "둘", "셋")
    desk.voice.end()
    desk.queue.silence()
    assert desk.voice.saying is None
    assert desk.queue.waiting
    assert desk.held[-1] is False
    desk.queue.resume()
    assert desk.voice.end_all() == ["둘", "셋"]


def test_repeating_begins_at_the_beginning(desk: Desk) -> None:
    desk.read("하나", "둘")
    desk.voice.end_all()
    desk.queue.repeat()
    assert desk.voice.end_all() == ["하나", "둘"]


def test_continuing_after_the_end_begins_again(desk: Desk) -> None:
    desk.read("하나")
    desk.voice.end_all()
    desk.queue.resume()
    assert desk.voice.end_all() == ["하나"]


def test_a_remark_breaks_the_reading_off_and_leaves_it_waiting(desk: Desk) -> None:
    desk.read("하나", "둘")
    desk.remark("버튼")
    assert desk.voice.end_all() == ["버튼"]
    assert desk.queue.waiting
    desk.queue.resume()
    assert desk.voice.end_all() == ["하나", "둘"]


def test_a_new_reading_takes_the_place_of_the_old_one(desk: Desk) -> None:
    desk.read("하나", "둘")
    desk.read("셋")
    assert desk.voice.end_all() == ["셋"]
    desk.queue.repeat()
    assert desk.voice.end_all() == ["셋"]


def test_forgetting_leaves_nothing_to_repeat(desk: Desk) -> None:
    desk.read("하나")
    desk.queue.forget()
    assert desk.queue.empty
    assert not desk.queue.waiting
    assert desk.voice.saying is None
