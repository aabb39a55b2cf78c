"""Headphones: what the sound server prints, and how the kiosk hears of a plug without asking all the time."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kiosk.player.headphones import Headphones, plugged_in

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
    assert plugged_in(sinks) is expected


pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the sound server is Linux's")


@pytest.fixture
def server(tmp_path: Path) -> Path:
    """A stand-in for ``pactl``: prints the file ``sinks``, and an event for each line that ``events`` grows by."""
    (tmp_path / "sinks").write_text(SPEAKER)
    (tmp_path / "events").write_text("")
    program = tmp_path / "pactl"
    program.write_text(
        f'#!/bin/sh\n[ "$LC_ALL" = C ] || exit 9\ncd "{tmp_path}"\n'
        'case "$1" in subscribe) exec tail -n +1 -s 0.02 -f events;; *) echo x >> asked; cat sinks;; esac\n'
    )
    program.chmod(0o755)
    return tmp_path


@pytest.fixture
def headphones(server: Path, qtbot: QtBot) -> Iterator[Headphones]:
    heard = Headphones(str(server / "pactl"))
    heard._settle.setInterval(10)
    heard.start()
    qtbot.waitUntil(lambda: (server / "asked").exists() and heard._look is None)
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
    qtbot.waitUntil(lambda: (server / "asked").exists() and (server / "asked").read_text().count("x") >= 4)
    heard.stop()


@pytest.mark.usefixtures("qapp")
def test_without_a_sound_server_nothing_happens(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    heard = Headphones()
    heard.start()
    assert not heard.present
    heard.stop()


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
