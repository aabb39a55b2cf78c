"""Headphones: what the sound server prints, and how the kiosk hears of a plug without asking all the time."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kiosk.player.headphones import Headphones, outputs

SPEAKER = """Sink #52
	State: SUSPENDED
	Name: alsa_output.pci-0000_00_1f.3.analog-stereo
	Ports:
		analog-output-speaker: Speakers (type: Speaker, priority: 10000, availability unknown)
		analog-output-headphones: Headphones (type: Headphones, priority: 9900, availability group: 4, not available)
	Active Port: analog-output-speaker
	Formats:
		pcm
"""
HEADPHONES = SPEAKER.replace("4, not", "4,").replace(
    "Active Port: analog-output-speaker", "Active Port: analog-output-headphones"
)
BLUETOOTH = """Sink #7
	Name: bluez_output.00_11.1
	Ports:
		headset-output: Kopfhörer (type: Headset, priority: 0, available)
	Active Port: headset-output
"""
HDMI = """Sink #3
	Name: hdmi
	Ports:
		hdmi-output-0: HDMI (type: HDMI, priority: 5900, available)
	Active Port: hdmi-output-0
"""


@pytest.mark.parametrize(
    ("sinks", "expected"),
    [
        ("", False),
        (SPEAKER, False),
        (HEADPHONES, True),
        (HEADPHONES.replace("4, available", "4, not available"), False),
        (HDMI, False),
        (HDMI + BLUETOOTH, True),
        ("Sink #1\n\tName: null\n", False),
    ],
)
def test_what_pactl_prints(sinks: str, expected: bool) -> None:
    assert any(outputs(sinks).values()) is expected


pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the sound server is Linux's")


@pytest.fixture
def server(tmp_path: Path) -> Path:
    """A stand-in for ``pactl``: prints the file ``sinks``, and an event for each line that ``events`` grows by."""
    (tmp_path / "sinks").write_text(SPEAKER)
    (tmp_path / "events").write_text("")
    program = tmp_path / "pactl"
    program.write_text(
        f'#!/bin/sh\ncase "$LC_ALL:$1" in C:*|*:set-*) ;; *) exit 9;; esac\ncd "{tmp_path}"\n'
        'case "$1" in subscribe) exec tail -n +1 -s 0.02 -f events;; list) echo x >> asked; cat sinks;;\n'
        'info) echo "Default Sink: hdmi";; *) echo "$@" >> told;; esac\n'
    )
    program.chmod(0o755)
    return tmp_path


@pytest.fixture
def headphones(server: Path, qtbot: QtBot) -> Iterator[Headphones]:
    heard = Headphones(str(server / "pactl"))
    heard._settle.setInterval(10)
    heard.start()
    qtbot.waitUntil(lambda: heard._reached)
    yield heard
    heard.stop()


def event(server: Path, text: str) -> None:
    with (server / "events").open("a") as file:
        file.write(f"Event {text}\n")


def test_plugging_in_and_out_is_reported_once_each(server: Path, headphones: Headphones, qtbot: QtBot) -> None:
    assert not headphones.present
    (server / "sinks").write_text(HEADPHONES)
    with qtbot.waitSignal(headphones.changed) as changed:
        event(server, "'change' on card #42")
        event(server, "'change' on sink #52")
    assert changed.args == [True]
    assert headphones.present
    (server / "sinks").write_text(SPEAKER)
    with qtbot.waitSignal(headphones.changed) as changed:
        event(server, "'change' on sink #52")
    assert changed.args == [False]


def test_other_events_ask_nothing(server: Path, headphones: Headphones, qtbot: QtBot) -> None:
    asked = (server / "asked").read_text()
    with qtbot.assertNotEmitted(headphones.changed, wait=150):
        event(server, "'new' on sink-input #7")
        event(server, "'change' on client #7")
    assert (server / "asked").read_text() == asked


def test_headphones_that_were_in_already_are_known_and_not_reported(server: Path, qtbot: QtBot) -> None:
    (server / "sinks").write_text(HEADPHONES)
    heard = Headphones(str(server / "pactl"))
    with qtbot.assertNotEmitted(heard.changed, wait=0):
        heard.start()
        qtbot.waitUntil(lambda: heard.present)
    heard.stop()


def test_a_sound_server_that_goes_is_asked_again_later(server: Path, qtbot: QtBot) -> None:
    (server / "pactl").write_text(f'#!/bin/sh\necho x >> "{server}/asked"\n')
    heard = Headphones(str(server / "pactl"))
    heard._again.setInterval(10)
    heard.start()
    qtbot.waitUntil(lambda: (server / "asked").exists() and (server / "asked").read_text().count("x") >= 6)
    heard.stop()


@pytest.mark.usefixtures("qapp")
def test_without_a_sound_server_nothing_happens(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    heard = Headphones()
    heard.start()
    assert not heard.present
    heard.stop()


def start(server: Path, qtbot: QtBot) -> Headphones:
    """A kiosk's headphones, once they know what is plugged in."""
    heard = Headphones(str(server / "pactl"), server / "state" / "sound.json")
    heard._settle.setInterval(10)
    heard.start()
    qtbot.waitUntil(lambda: heard._reached)
    return heard


def told(server: Path, qtbot: QtBot, *expected: str) -> None:
    """Wait for exactly these orders to the sound server; their order is not given."""
    qtbot.waitUntil(lambda: (server / "told").exists() and (server / "told").read_text().count("\n") >= len(expected))
    assert sorted((server / "told").read_text().splitlines()) == sorted(expected)
    (server / "told").unlink()


def kill(heard: Headphones) -> None:
    """End it as a killed kiosk does: its memory is all that is left."""
    events, heard._events = heard._events, None
    assert events is not None
    heard._leave(events)
    for timer in (heard._settle, heard._again):
        timer.stop()


JACK = "bluez_output.00_11.1"
PLUGGED = ("set-sink-mute hdmi 1", f"set-default-sink {JACK}")
BACK = ("set-sink-mute hdmi 0", "set-default-sink hdmi")


def test_the_loudspeaker_is_muted_while_headphones_are_in_and_has_the_sound_again(server: Path, qtbot: QtBot) -> None:
    (server / "sinks").write_text(HDMI + BLUETOOTH)
    heard = start(server, qtbot)
    told(server, qtbot, *PLUGGED)
    (server / "sinks").write_text(HDMI)
    event(server, "'remove' on sink #7")
    told(server, qtbot, *BACK)
    heard.stop()
    assert not (server / "told").exists()


def test_a_killed_kiosk_gives_the_loudspeaker_back_at_its_next_start(server: Path, qtbot: QtBot) -> None:
    (server / "sinks").write_text(HDMI + BLUETOOTH)
    kill(start(server, qtbot))
    told(server, qtbot, *PLUGGED)
    (server / "sinks").write_text(HDMI)
    start(server, qtbot).stop()
    told(server, qtbot, *BACK)
    start(server, qtbot).stop()
    assert not (server / "told").exists(), "it is given back once"


def test_a_loudspeaker_that_is_away_is_given_back_when_it_is_there(server: Path, qtbot: QtBot) -> None:
    (server / "sinks").write_text(HDMI + BLUETOOTH)
    kill(start(server, qtbot))
    told(server, qtbot, *PLUGGED)
    (server / "sinks").write_text(SPEAKER)
    heard = start(server, qtbot)
    assert not (server / "told").exists()
    (server / "sinks").write_text(SPEAKER + HDMI)
    event(server, "'new' on sink #3")
    told(server, qtbot, *BACK)
    heard.stop()


def test_headphones_that_stay_in_mute_the_loudspeaker_again_at_the_next_start(server: Path, qtbot: QtBot) -> None:
    (server / "sinks").write_text(HDMI + BLUETOOTH)
    heard = start(server, qtbot)
    told(server, qtbot, *PLUGGED)
    heard.stop()
    told(server, qtbot, *BACK)
    heard = start(server, qtbot)
    told(server, qtbot, *PLUGGED)
    heard.stop()
    told(server, qtbot, *BACK)


@pytest.mark.parametrize(
    ("kept", "said"),
    [
        ("[", "cannot be read (Expecting value: line 1 column 2 (char 1))"),
        ("[]", "holds no names of sinks"),
        ('{"muted": [7], "default": ""}', "holds no names of sinks"),
        ('{"muted": []}', "holds no names of sinks"),
    ],
)
def test_a_memory_that_cannot_be_read_is_told_and_begun_anew(
    server: Path, qtbot: QtBot, caplog: pytest.LogCaptureFixture, kept: str, said: str
) -> None:
    (server / "state").mkdir()
    memory = server / "state" / "sound.json"
    memory.write_text(kept)
    (server / "sinks").write_text(HDMI + BLUETOOTH)
    heard = start(server, qtbot)
    assert caplog.messages == [f"{memory} {said}; a loudspeaker may still be muted"]
    told(server, qtbot, *PLUGGED)
    heard.stop()
    assert json.loads(memory.read_text()) == {"muted": ["hdmi"], "default": "hdmi"}


def test_a_memory_that_cannot_be_written_is_told_and_holds_nothing_up(
    server: Path, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    (server / "state").write_text("a file where the folder should be")
    (server / "sinks").write_text(HDMI + BLUETOOTH)
    heard = start(server, qtbot)
    told(server, qtbot, *PLUGGED)
    heard.stop()
    assert len(caplog.messages) == 2
    assert caplog.messages[1].startswith(f"{server / 'state' / 'sound.json'} cannot be written (")
    assert caplog.messages[1].endswith("); a loudspeaker may stay muted if the kiosk is killed")


def test_a_sound_server_that_does_not_answer_is_given_up_and_asked_again(
    server: Path, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    working = (server / "pactl").read_text()
    (server / "pactl").write_text(f'#!/bin/sh\necho x >> "{server}/asked"\nexec sleep 60\n')
    (server / "sinks").write_text(HEADPHONES)
    heard = Headphones(str(server / "pactl"))
    heard._server._late.setInterval(200)
    heard._again.setInterval(10)
    heard.start()
    qtbot.waitUntil(lambda: caplog.messages[:1] == [f"{server / 'pactl'} does not answer"])
    (server / "pactl").write_text(working)
    qtbot.waitUntil(lambda: heard.present)
    heard.stop()


def test_where_there_is_no_sound_server_the_log_is_not_filled(
    server: Path, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    (server / "pactl").write_text(f'#!/bin/sh\necho x >> "{server}/asked"\nexit 1\n')
    heard = Headphones(str(server / "pactl"))
    heard._again.setInterval(10)
    heard.start()
    qtbot.waitUntil(lambda: (server / "asked").exists() and (server / "asked").read_text().count("x") >= 6)
    heard.stop()
    assert set(caplog.messages) == {f"{server / 'pactl'} ended with 1: "}, "a line that repeats is written 20 times"


def test_stopping_does_not_wait_for_the_sound_servers_programs(
    server: Path, headphones: Headphones, qtbot: QtBot
) -> None:
    assert server
    events = headphones._events
    assert events is not None
    headphones.stop()
    assert events.state() == events.ProcessState.Running, "the end has not been waited for"
    with qtbot.assertNotEmitted(headphones.changed, wait=0), qtbot.waitSignal(events.destroyed):
        pass
    assert not headphones._again.isActive()
