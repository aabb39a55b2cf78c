"""R31-R35: the program says all it shows, in the language shown, stops at a touch, and keeps to the headphones."""

from __future__ import annotations

import math
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kiosk.player.comfort import VOLUMES, Comfort
from kiosk.player.headphones import Headphones, outputs
from kiosk.player.narrator_reading import scope, sentences
from tests.accessibility.faults import faults, none
from tests.accessibility.settings import LANGUAGES
from tests.accessibility.visits import EVERY, turned
from tests.accessibility.walk import Page
from tests.player.conftest import Kiosk

SPECIMENS = ("Aa", "가나", "文字")
"""Letters that show what a choice looks like; its name says it in words."""


def speaking(kiosk: Kiosk) -> Kiosk:
    """A visit that speaks, in a section, heard out."""
    kiosk.session.wake()
    kiosk.session.openSection("startups")
    kiosk.session.setSpeech(True)
    kiosk.hush()
    kiosk.speech.voices.spoken.clear()
    return kiosk


def test_r31_all_that_is_shown_is_told(pages: list[Page], low_pages: list[Page]) -> None:
    def untold(page: Page) -> list[str]:
        texts = [letter for letter in page.letters if letter.text not in SPECIMENS]
        return [f"{letter} is told by nothing" for letter in texts if not letter.told]

    none(faults([*pages, *low_pages], untold))


def test_r31_and_read_aloud_on_every_page(kiosk: Kiosk) -> None:
    speaking(kiosk)
    for name in ("home", "section city", "panel democratic-heritage", "panel downtown", "stop 3", "text sheet"):
        kiosk.session.closeSheet()
        EVERY[name](kiosk.session)
        for page, _ in turned(kiosk):
            if page and kiosk.session.sheet:
                kiosk.speech.narrator.repeat()  # a sheet's own pages are read when asked for
            kiosk.hush()
            said = " ".join(utterance.text for utterance in kiosk.speech.voices.spoken)
            things = scope(kiosk.speech.narrator.things())
            assert things, name
            for thing in things:
                assert all(part in said for part in sentences(thing.name)), (name, page, thing.name)
            kiosk.speech.voices.spoken.clear()


def test_r32_any_act_silences_and_it_can_be_repeated_and_paused(kiosk: Kiosk) -> None:
    speaking(kiosk)
    session, voice, narrator = kiosk.session, kiosk.voice, kiosk.speech.narrator
    for act in (lambda: kiosk.key(Qt.Key.Key_Tab), lambda: kiosk.touch(kiosk.middle(kiosk.control("도움")))):
        session.home()
        session.openSection("industries")
        kiosk.wait_for(lambda: voice.saying)
        first, stops = voice.saying, voice.stops
        act()
        assert voice.stops > stops
        assert voice.saying is None or voice.saying != first
        kiosk.hush()
    session.openSection("tours")
    kiosk.wait_for(lambda: voice.saying)
    broken = voice.saying
    narrator.pause()
    assert narrator.waiting
    assert voice.saying is None
    narrator.resume()
    assert voice.saying == broken
    kiosk.hush()
    narrator.repeat()
    assert voice.saying == broken, "from the beginning"
    # Rate and volume are in the sheet, and on the volume keys of a keypad.
    session.openSheet("text")
    kiosk.pump()
    names = [session.words[key] for key in ("slower", "faster", "quieter", "louder")]
    kiosk.wait_for(lambda: all(kiosk.controls(name) for name in names))
    before = session.volume
    kiosk.key(Qt.Key.Key_VolumeUp)
    assert session.volume == before + 1
    kiosk.key(Qt.Key.Key_VolumeDown, Qt.Key.Key_VolumeDown)
    assert session.volume == before - 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_r33_the_voice_speaks_the_language_shown(kiosk: Kiosk, language: str) -> None:
    speaking(kiosk)
    kiosk.session.setLanguage(language)
    # Not the language sheet: every name there is said in its own language.
    for name in ("home", "panel photonics", "stop 3"):
        kiosk.session.closeSheet()
        kiosk.hush()
        kiosk.voice.said.clear()
        EVERY[name](kiosk.session)
        kiosk.hush()
        assert {utterance.tag for utterance in kiosk.voice.said} == {language}, name


def test_r33_a_name_in_another_language_is_said_in_that_language(kiosk: Kiosk) -> None:
    speaking(kiosk)
    kiosk.session.openSheet("language")
    kiosk.hush()
    tags = {utterance.text: utterance.tag for utterance in kiosk.speech.voices.spoken}
    assert {name: tags[name] for name in ("English", "日本語", "简体中文")} == {
        "English": "en", "日本語": "ja", "简体中文": "zh",
    }  # fmt: skip


LISTED = """Sink #1
	Name: loudspeaker
	Ports:
		out: Speakers (type: Speaker, priority: 1, available)
	Active Port: out
Sink #2
	Name: jack
	Ports:
		phones: Headphones (type: Headphones, priority: 1, available)
	Active Port: phones
"""


@pytest.mark.skipif(sys.platform == "win32", reason="the sound server is Linux's")
def test_r34_headphones_mute_the_loudspeaker(tmp_path: Path, qtbot: QtBot) -> None:
    assert outputs(LISTED) == {"loudspeaker": False, "jack": True}
    sinks, log, program = tmp_path / "sinks", tmp_path / "log", tmp_path / "pactl"
    sinks.write_text(LISTED)
    program.write_text(
        '#!/bin/sh\ncase "$1" in info) ;; subscribe) exec sleep 60;;\n'
        f'list) cat "{sinks}";; *) echo "$@" >> "{log}";; esac\n'
    )
    program.chmod(0o755)
    heard = Headphones(str(program))
    heard.start()
    # Order between processes that are started and left alone is not given.
    qtbot.waitUntil(lambda: log.exists() and len(log.read_text().splitlines()) == 2)
    assert sorted(log.read_text().splitlines()) == ["set-default-sink jack", "set-sink-mute loudspeaker 1"]
    heard.stop()
    qtbot.waitUntil(lambda: "set-sink-mute loudspeaker 0" in log.read_text())


def test_r34_headphones_begin_a_visit_that_speaks(kiosk: Kiosk) -> None:
    kiosk.speech.headphones.changed.emit(True)
    assert (kiosk.session.screen, kiosk.session.speech) == ("home", True)
    kiosk.speech.headphones.changed.emit(False)
    assert not kiosk.session.speech


def test_r35_volume_has_steps_of_6_db_at_most_over_18_db(kiosk: Kiosk) -> None:
    steps = [20 * math.log10(louder / quieter) for quieter, louder in pairwise(VOLUMES)]
    assert max(steps) <= 6
    assert sum(steps) >= 18
    # Neither the loudest nor the quietest at first; how loud that is in dBA the booth's amplifier decides.
    assert 0 < Comfort().volume < len(VOLUMES) - 1
    speaking(kiosk)
    kiosk.session.openSheet("help")
    kiosk.hush()
    assert kiosk.voice.settings[-1][1] == VOLUMES[Comfort().volume]


def test_speech_starts_from_the_sheet_and_ends_with_the_visit(kiosk: Kiosk) -> None:
    kiosk.session.wake()
    kiosk.pump()
    kiosk.press(kiosk.session.words["text_contrast"])
    kiosk.press(kiosk.session.words["read_aloud"])
    assert kiosk.session.speech
    assert kiosk.hear()[0].startswith(kiosk.session.words["read_aloud"])
    kiosk.session.startOver()
    assert not kiosk.session.speech
