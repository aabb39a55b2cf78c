"""The doctor's lines, word for word, for machines that are well and for machines that are not."""

from __future__ import annotations

import os
import shutil
import string
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kiosk import paths
from kiosk.places import command
from kiosk.publish.editions import Editions
from kiosk.staff.crashes import Crashes
from kiosk.staff.doctor import folders, machine, senses
from kiosk.staff.doctor.finding import Finding, Level, ok, problem
from kiosk.staff.doctor.words import CHECKS, WORDINGS
from kiosk.staff.pin import Pin
from kiosk.staff.record import Record

ROOT = Path(__file__).parents[2]

TOUCHSCREEN = """\
I: Bus=0003 Vendor=222a Product=0001 Version=0110
N: Name="ILITEK ILITEK-TP"
P: Phys=usb-0000:00:14.0-4/input0
H: Handlers=mouse0 event5
B: PROP=2
B: EV=1b
B: KEY=400 0 0 0 0 0
B: ABS=3273800000000003
B: MSC=20
"""
TOUCHPAD = TOUCHSCREEN.replace("ILITEK ILITEK-TP", "Touchpad").replace("B: PROP=2", "B: PROP=5")
KEYBOARD = 'I: Bus=0011\nN: Name="AT Translated Set 2 keyboard"\nB: PROP=0\nB: KEY=402000000 3803078f800d001\n'
XSET = "Screen Saver:\n  timeout:  {timeout}    cycle:  600\nDPMS (Energy Star):\n  DPMS is {dpms}\n"
X11 = {"DISPLAY": ":0"}


@pytest.mark.parametrize(
    ("finding", "line"),
    [
        (machine.python((3, 11, 2)), "ok       Python: 3.11.2"),
        (machine.python((3, 10, 9)), "problem  Python: 3.10.9 is too old. Install Python 3.11 or newer."),
        (machine.pyside("6.11.3", (3, 11, 2)), "ok       PySide6: 6.11.3"),
        (machine.pyside("6.12.0", (3, 12, 0)), "ok       PySide6: 6.12.0"),
        (
            machine.pyside("6.12.0", (3, 11, 2)),
            "problem  PySide6: 6.12.0 aborts on Python 3.11. "
            'Install another one with: pip install "PySide6_Essentials>=6.11.3,<6.12"',
        ),
        (
            machine.pyside("6.8.1", (3, 13, 0)),
            "problem  PySide6: 6.8.1 is too old. "
            'Install a newer one with: pip install "PySide6_Essentials>=6.11.3,<6.13"',
        ),
        (
            machine.pyside("", (3, 12, 0)),
            'problem  PySide6: It is not installed. Install it with: pip install "PySide6_Essentials>=6.11.3,<6.13"',
        ),
        (machine.blanking(X11, XSET.format(timeout=0, dpms="Disabled")), "ok       Screen blanking: off"),
        (
            machine.blanking(X11, XSET.format(timeout=600, dpms="Enabled")),
            "warning  Screen blanking: The screen goes dark by itself (600 s, DPMS). "
            "Switch that off with: xset s off -dpms",
        ),
        (
            machine.blanking(X11, ""),
            "warning  Screen blanking: It cannot be told. Install xset with: sudo apt-get install x11-xserver-utils",
        ),
        (
            machine.blanking({"WAYLAND_DISPLAY": "wayland-0"}),
            "ok       Screen blanking: the Wayland compositor decides; cage leaves the screen on",
        ),
        (machine.locale({"LANG": "ko_KR.UTF-8"}, "utf-8"), "ok       Locale: ko_KR.UTF-8, utf-8"),
        (
            machine.locale({}, "ascii"),
            "warning  Locale: File names are read as ascii. "
            "Set a UTF-8 locale with: sudo localectl set-locale LANG=C.UTF-8",
        ),
        (senses.speech({"ko": "espeak-ng", "en": "clips"}), "ok       Speech: ko espeak-ng, en clips"),
        (
            senses.speech({"ko": "espeak-ng", "ja": "no voice: apt-get install kakasi"}),
            "warning  Speech: No voice for ja. To have one: apt-get install kakasi. The others: ko espeak-ng",
        ),
        (
            senses.speech({"ko": "no voice: apt-get install espeak-ng"}),
            "warning  Speech: There is no voice. To have one: apt-get install espeak-ng",
        ),
        (
            senses.sound("0\talsa_output.hdmi-stereo\tmodule\ts16le\tRUNNING\n", Path("/nowhere")),
            "ok       Sound: alsa_output.hdmi-stereo",
        ),
        (
            senses.sound("0\tauto_null\tmodule\ts16le\tIDLE\n", Path("/nowhere")),
            "warning  Sound: There is no output for sound. Connect a loudspeaker, or switch sound on in the system.",
        ),
        (senses.touch(f"{KEYBOARD}\n{TOUCHSCREEN}"), "ok       Touch: ILITEK ILITEK-TP"),
        (
            senses.touch(f"{KEYBOARD}\n{TOUCHPAD}"),
            "warning  Touch: There is no touch screen. Connect its USB cable; mouse and keys work, too.",
        ),
        (
            senses.touch(""),
            "warning  Touch: There is no touch screen. Connect its USB cable; mouse and keys work, too.",
        ),
    ],
    ids=lambda value: value.code if isinstance(value, Finding) else "",
)
def test_what_is_said_of_a_machine(finding: Finding, line: str) -> None:
    assert finding.line("en") == line


def test_no_display_no_blanking() -> None:
    assert machine.blanking({}) is None


def test_a_sound_card_without_a_sound_server(tmp_path: Path) -> None:
    cards = tmp_path / "pcm"
    cards.write_text("00-00: ALC256 Analog : ALC256 Analog : playback 1 : capture 1\n", encoding="utf-8")
    assert senses.sound("", cards).line("en") == "ok       Sound: ALC256 Analog"


def test_missing_libraries_are_named_by_their_packages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine.system, "loads", lambda name: "keysyms" not in name and "EGL" not in name)
    assert machine.libraries({}).line("en") == (
        "problem  System libraries: Some are missing. Install them with: sudo apt-get install libegl1 libxcb-keysyms1"
    )


# ---------------------------------------------------------------- folders


def test_the_shipped_fonts_are_all_there() -> None:
    assert folders.fonts() == ok("fonts.ok", count=12)
    assert {file.name for file in (paths.assets() / "fonts").glob("*.[ot]tf")} == set(paths.FONTS)


def test_a_font_that_is_empty_or_gone(tmp_path: Path) -> None:
    shutil.copytree(paths.assets() / "fonts", tmp_path / "fonts")
    (tmp_path / "fonts" / "NotoSansSC-Bold.ttf").write_bytes(b"")
    (tmp_path / "fonts" / "PretendardJP-Light.otf").unlink()
    assert folders.fonts(tmp_path / "fonts").line("en") == (
        "problem  Fonts: PretendardJP-Light.otf, NotoSansSC-Bold.ttf is missing or empty. Install the kiosk again."
    )


def test_a_state_folder_that_is_not_there_yet_is_fine_and_is_not_made(tmp_path: Path) -> None:
    state = tmp_path / "a" / "b"
    assert folders.state(state).level in (Level.OK, Level.WARNING)
    assert not (tmp_path / "a").exists()


def test_a_state_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "state").write_bytes(b"")
    line = folders.state(tmp_path / "state").line("en")
    assert line == (
        f"problem  State folder: {tmp_path / 'state'} cannot be written: Not a directory. "
        "Give this user the right to write there, or name another with --state."
    )


def test_little_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folders, "LITTLE", 1 << 70)
    finding = folders.state(tmp_path)
    assert finding.level is Level.WARNING
    assert finding.line("en").endswith("Delete files on this disk, or name another folder with --state.")


def test_content(tmp_path: Path) -> None:
    assert folders.content(paths.default_content()).level is Level.OK
    assert folders.content(tmp_path / "none").line("en") == (
        f"problem  Content: There is no folder {tmp_path / 'none'}. "
        f"Name it with --content, or make one: {command('kiosk', 'new', tmp_path / 'none')}"
    )
    (tmp_path / "file").write_bytes(b"")
    assert folders.content(tmp_path / "file").line("en") == (
        f"problem  Content: {tmp_path / 'file'} is a file. Name the folder that holds kiosk.json with --content."
    )
    assert folders.content(tmp_path).line("en") == (
        f"problem  Content: {tmp_path / 'kiosk.json'} cannot be read: No such file or directory. "
        "Copy the content again, or give this user the right to read it."
    )


@pytest.mark.skipif(sys.platform == "win32", reason="names are UTF-16 there")
def test_a_folder_whose_name_is_not_utf_8() -> None:
    folder = Path("/media") / os.fsdecode("광주".encode("cp949"))
    line = "The screen cannot reach '/media/\\udcb1\\udca4\\udcc1\\udcd6': its name has bytes that are not UTF-8."
    assert folders.content(folder).line("en") == f"problem  Content: {line} Rename the folder."
    assert folders.state(folder).line("en") == f"problem  State folder: {line} Rename the folder."


def published(state: Path, *generations: int) -> list[str]:
    """Editions in a state folder; the last one is shown."""
    editions, made = Editions(state), []
    for generation in generations:
        files = {"kiosk.json": b"%d" % generation, "ko/index.json": b"{}"}
        made.append(editions.write(files, content="/content", fingerprint=str(generation)))
        editions.switch(made[-1], content="/content", fingerprint=str(generation))
    return made


def test_editions(tmp_path: Path) -> None:
    content = Path("/content")
    assert folders.edition(tmp_path, content).line("en") == (
        "warning  Edition: There is none yet; the first start makes it. Make it now with: "
        f"{command('kiosk', 'publish', content, '--state', tmp_path)}"
    )
    first, second = published(tmp_path, 1, 2)
    assert folders.edition(tmp_path, content).line("en").startswith(f"ok       Edition: {second} of 20")
    (tmp_path / "editions" / second / "ko" / "index.json").write_bytes(b"[]")
    assert folders.edition(tmp_path, content).line("en") == (
        f"warning  Edition: {second} is damaged (ko/index.json is changed); {first} is intact. "
        f"Make it again with: {command('kiosk', 'publish', content, '--state', tmp_path)}"
    )
    (tmp_path / "editions" / second / "ko" / "index.json").unlink()
    shutil.rmtree(tmp_path / "editions" / first)
    assert folders.edition(tmp_path, content).line("en") == (
        f"problem  Edition: {second} is damaged (ko/index.json is missing) and there is no other. "
        f"Make it again with: {command('kiosk', 'publish', content, '--state', tmp_path)}"
    )


def test_the_default_state_folder_is_not_repeated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KIOSK_STATE", str(tmp_path))
    content = tmp_path / "our content"
    assert folders.edition(tmp_path, content).line("en").endswith(command("kiosk", "publish", content))


def test_the_pin_is_told_and_never_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kiosk.staff.pin.COST", {"n": 2, "r": 1, "p": 1})
    setting = f"kiosk pin --state {tmp_path}"
    assert folders.pin(tmp_path).line("en") == (
        f"ok       Staff PIN: none: Ctrl+Shift+Q leaves at once, and there is no staff panel. To set one: {setting}"
    )
    Pin(tmp_path).set("281046")
    Pin(tmp_path).know("5e" * 32)
    assert folders.pin(tmp_path).line("en") == "ok       Staff PIN: set, key files: 1"
    assert folders.pin(tmp_path).line("ko") == "정상       직원 PIN: 설정됨, 열쇠 파일 1개"
    (tmp_path / "staff" / "pin.json").write_bytes(b"{")
    assert folders.pin(tmp_path).line("en") == (
        f"problem  Staff PIN: It cannot be read, and nothing opens the staff panel. Set a new one with: {setting}"
    )


def test_crashes_are_told(tmp_path: Path) -> None:
    assert folders.crashes(tmp_path).line("en") == "ok       Crashes: none in the last 30 minutes"
    for reason in ("was ended by SIGSEGV", "drew nothing for 8 s"):
        Crashes(Record(tmp_path / "staff" / "crashes.json")).add(reason)
    assert folders.crashes(tmp_path).line("en") == (
        f"warning  Crashes: 2 in the last 30 minutes, last: the kiosk drew nothing for 8 s. "
        f"Look into {tmp_path / 'logs' / 'kiosk.log'}."
    )


# ---------------------------------------------------------------- wording


@pytest.mark.parametrize("code", sorted(WORDINGS))
def test_both_languages_say_the_same_values(code: str) -> None:
    english, korean = WORDINGS[code]
    fields = [{name for _, name, _, _ in string.Formatter().parse(text) if name} for text in (english, korean)]
    assert fields[0] == fields[1]
    assert code.partition(".")[0] in CHECKS


def test_every_problem_and_warning_ends_with_a_remedy() -> None:
    for code, (english, _) in WORDINGS.items():
        if code.partition(".")[2] not in ("ok", "none", "compositor", "silent"):
            assert ". " in english, code


def test_korean() -> None:
    assert problem("python.old", version="3.10.1").line("ko") == (
        "문제       파이썬: 3.10.1은(는) 너무 오래되었습니다. 파이썬 3.11 이상을 설치하세요."
    )


# ---------------------------------------------------------------- the command


def doctor(*args: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command as staff do."""
    return subprocess.run(
        [sys.executable, "-m", "kiosk", "doctor", *args],
        cwd=ROOT,
        env={**os.environ, "PYTHONIOENCODING": "utf-8", "LC_ALL": "C.UTF-8", **environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )


def test_the_command_is_quick_and_names_every_check_once(tmp_path: Path) -> None:
    start = time.monotonic()
    done = doctor("--state", str(tmp_path), QT_QPA_PLATFORM="offscreen")
    seconds = time.monotonic() - start
    assert done.stderr == ""
    lines = done.stdout.split("\n\n")[0].splitlines()
    names = [line[9:].split(":")[0] for line in lines]
    assert len(names) == len(set(names))
    assert {"Python", "PySide6", "Fonts", "State folder", "Content", "Edition", "Crashes", "Locale"} <= set(names)
    assert all(line.split()[0] in ("ok", "warning", "problem") for line in lines)
    assert done.stdout.count("\n[ ] ") == 8
    assert done.returncode == (1 if any(line.startswith("problem") for line in lines) else 0)
    assert seconds < 10, "1.5 s on a machine with nothing else to do"


def test_the_command_fails_on_a_problem_and_speaks_korean(tmp_path: Path) -> None:
    done = doctor("--content", str(tmp_path / "없음"), "--state", str(tmp_path), LC_ALL="ko_KR.UTF-8")
    assert done.returncode == 1
    assert f"문제       콘텐츠: {tmp_path / '없음'} 폴더가 없습니다." in done.stdout
    assert "[ ] SysRq 차단: /etc/sysctl.d에 kernel.sysrq=0." in done.stdout


def test_the_service_is_one_that_systemd_understands(tmp_path: Path) -> None:
    done = doctor("--service", "--content", str(tmp_path / "my $content 100%"), "--state", "/state")
    assert done.returncode == 0
    unit = tmp_path / "kiosk.service"
    unit.write_text(done.stdout, encoding="utf-8")
    settings = dict(line.split("=", 1) for line in done.stdout.splitlines() if "=" in line and line[0] not in "#[")
    assert settings["StartLimitIntervalSec"] == "0"
    assert settings["Restart"] == "always"
    assert settings["WatchdogSec"] == "15"
    assert settings["Type"] == "notify"
    assert settings["ExecStart"].endswith(
        f'run --supervised --content "{tmp_path}/my $$content 100%%" --state {Path("/state").absolute()}'
    )
    if shutil.which("systemd-analyze"):
        verified = subprocess.run(
            ["systemd-analyze", "verify", str(unit)], capture_output=True, text=True, check=False, timeout=60
        )
        about = [line for line in verified.stderr.splitlines() if str(unit) in line or "kiosk.service" in line]
        assert about == []


@pytest.mark.skipif(sys.platform == "win32", reason="users have names there")
def test_a_user_without_a_name_is_told_by_its_number(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown() -> str:
        raise KeyError("getpwuid(): uid not found: 12345")

    monkeypatch.setattr(machine.getpass, "getuser", unknown)
    monkeypatch.setattr(machine.os, "geteuid", lambda: 12345)
    assert machine.user() == ok("user.ok", name="12345")
