"""R38 from outside: a real AT-SPI client uses the real program on a real X screen, as a screen reader would."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kiosk import paths
from tests.accessibility.faults import _words
from tests.app.booth import CHECKOUT, environment, kiosk
from tests.app.x11 import MISSING, screen

PYTHON = "/usr/bin/python3"
"""The system's, which Debian's python3-pyatspi installs into."""

CLIENT = Path(__file__).with_name("atspi_client.py")

POLITE, ASSERTIVE = 1, 2
"""As AT-SPI counts them (AtspiLive)."""


def missing() -> str:
    """What a machine lacks to run a client of AT-SPI; empty if nothing."""
    if MISSING:
        return MISSING
    if not shutil.which("dbus-daemon"):
        return "dbus-daemon is not installed (apt-get install dbus)"
    if not Path(PYTHON).exists():
        return f"there is no {PYTHON}"
    if subprocess.run([PYTHON, "-c", "import pyatspi"], capture_output=True, check=False).returncode:
        return "pyatspi is not installed (apt-get install at-spi2-core python3-pyatspi)"
    return ""


@pytest.fixture(scope="module")
def bus() -> Iterator[str]:
    """The address of a session bus of its own."""
    lacking = missing()
    if lacking:
        pytest.skip(lacking)
    daemon = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address=1"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert daemon.stdout
    yield daemon.stdout.readline().strip()
    daemon.terminate()
    daemon.wait(5)
    daemon.stdout.close()


@pytest.fixture(scope="module")
def met(bus: str, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What the client has met on its way from the attract screen to a panel, into English, and to the warning."""
    folder = tmp_path_factory.mktemp("atspi")
    content = folder / "content"
    shutil.copytree(paths.default_content(), content)
    told = json.loads((content / "kiosk.json").read_text(encoding="utf-8"))
    told["idle"]["seconds"] = 15  # and ten times as fast in the demo
    (content / "kiosk.json").write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")
    made = kiosk("publish", content, "--state", folder / "state")
    assert made.returncode == 0, made.stderr
    ko, en = _words("ko"), _words("en")
    steps = [
        ["wait", ko["touch_to_begin"]],
        ["tree"],
        ["press", ko["touch_to_begin"]],
        ["told", "어느 빛을"],
        ["wait", "첨단산업"],
        ["tree"],
        ["press", "첨단산업"],
        ["press", "반도체"],
        ["told", "반도체"],
        ["wait", ko["more"]],
        ["tree"],
        ["press", "한국어"],
        ["wait", ko["close"]],
        ["press", "English"],
        ["wait", en["back"]],
        ["tree"],
        ["press", en["text_contrast"]],
        ["told", en["text_contrast"]],
        ["press", en["still_light"]],
        ["tree"],
        ["press", en["close"]],
        ["press", "As at the booth"],
        ["told", en["still_there"]],
    ]
    with screen(1400, 1960, folder / "screen") as shown:
        around = environment(DISPLAY=shown.name, DBUS_SESSION_BUS_ADDRESS=bus, QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1")
        folders = ("--content", str(content), "--state", str(folder / "state"))
        program = subprocess.Popen(
            [sys.executable, "-m", "kiosk", "--windowed", "--size", "1080x1920", *folders],
            env=around,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        client = {name: value for name, value in around.items() if name != "PYTHONPATH"}
        try:
            done = subprocess.run(
                [PYTHON, str(CLIENT), json.dumps(steps)],
                env=client | {"NO_AT_BRIDGE": "1"},
                cwd=os.fspath(CHECKOUT),
                capture_output=True,
                text=True,
                timeout=110,
                check=False,
            )
        finally:
            program.terminate()
            program.wait(10)
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def nodes(tree: list[dict[str, Any]], role: str = "") -> dict[str, dict[str, Any]]:
    """What is shown, by its name; of one role, or all."""
    return {node["name"]: node for node in tree if role in ("", node["role"])}


def test_r38_a_screen_reader_is_led_from_the_attract_screen_to_a_panel(met: dict[str, Any]) -> None:
    attract, home, panel, english, _ = met["trees"]
    assert _words("ko")["touch_to_begin"] in nodes(attract, "push button")
    ko, en = _words("ko"), _words("en")
    bar = [ko[key] for key in ("back", "home", "text_contrast", "help")]
    for tree in (home, panel):
        assert {"한국어", *bar} <= set(nodes(tree, "push button"))
        assert ko["contrast"] in nodes(tree, "check box")
        assert nodes(tree, "heading")
    assert {"첨단산업", "창업", "예술과 맛"} <= set(nodes(home, "push button"))
    # What cannot be used now says so.
    assert "enabled" not in nodes(home)[ko["back"]]["states"]
    assert "enabled" in nodes(panel)[ko["back"]]["states"]
    # And the same in English: the page has stayed.
    assert {en[key] for key in ("back", "home", "text_contrast", "help")} <= set(nodes(english, "push button"))
    hangul = [name for name, node in nodes(english).items() if any("가" <= char <= "힣" for char in name)]
    assert set(hangul) <= {"한국어"}


def test_r38_states_follow_what_the_screen_reader_does(met: dict[str, Any]) -> None:
    sheet = met["trees"][-1]
    switches, choices = nodes(sheet, "check box"), nodes(sheet, "radio button")
    en = _words("en")
    assert "checked" in switches[en["still_light"]]["states"]
    assert "checked" not in switches[en["read_aloud"]]["states"]
    assert switches[en["read_aloud"]]["note"] == en["read_aloud_note"]
    assert "checked" in choices[en["normal"]]["states"]
    assert "checked" not in choices[en["largest"]]["states"]
    assert {"dialog"} <= {node["role"] for node in sheet}


def test_r38_every_object_has_a_name_and_a_place_on_the_screen(met: dict[str, Any]) -> None:
    for tree in met["trees"]:
        for node in tree:
            if node["role"] in ("push button", "check box", "radio button", "label", "heading", "image"):
                assert node["name"], node
                assert node["box"][2] > 0, node
                assert node["box"][3] > 0, node


def test_pages_are_announced_politely_and_the_warning_at_once(met: dict[str, Any]) -> None:
    told = [(text, politeness) for text, politeness in met["told"]]
    en, ko = _words("en"), _words("ko")
    warning = [(text, politeness) for text, politeness in told if text.startswith(en["still_there"])]
    assert [politeness for _, politeness in warning[:1]] == [ASSERTIVE]
    assert en["seconds_left"].replace("{n}", "20") in warning[0][0]
    pages = [text for text, politeness in told if politeness == POLITE]
    assert "첨단산업" in pages
    assert en["text_contrast"] in pages
    assert not any(ko["still_there"] in text for text in pages)
