"""``kiosk pin``, the gate and the report as the programs they are."""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kiosk import paths
from kiosk.cli import main
from kiosk.publish.editions import Editions
from kiosk.publish.publisher import publish
from kiosk.staff.keys import KEY_FILE, found, sticks
from kiosk.staff.pin import Pin
from kiosk.staff.report import report

RIGHT = "281046"


Command = Callable[..., tuple[int, str]]


@pytest.fixture
def pin(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Iterator[Command]:
    """Runs ``kiosk pin`` with a state folder and other words, and ``said`` on its standard input."""

    def run(state: Path, *words: object, said: str = "") -> tuple[int, str]:
        monkeypatch.setattr(sys, "stdin", io.StringIO(said))
        code = main(["pin", "--state", str(state), *map(str, words)])
        told = capsys.readouterr()
        return code, told.out + told.err

    before = os.umask(0o022)
    yield run
    os.umask(before)


def gate(state: Path, said: str) -> dict[str, object]:
    """Asks the gate as the screen does."""
    done = subprocess.run(
        [sys.executable, "-m", "kiosk.staff.gate", str(state)],
        input=said,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        env={**os.environ, **paths.python()},
    )
    assert (done.returncode, done.stderr) == (0, "")
    answer: dict[str, object] = json.loads(done.stdout)
    return answer


def test_from_no_pin_to_none_again(pin: Command, tmp_path: Path) -> None:
    state, stick = tmp_path / "state", tmp_path / "stick"
    stick.mkdir()
    setting = f"kiosk pin --state {state}"
    assert pin(state, "--show") == (0, f"There is no PIN, and no staff panel. To set one: {setting}\n")
    assert pin(state, "--key", stick) == (1, f"A key file stands in for a PIN; set one first: {setting}\n")
    assert pin(state, said="123456\n") == (
        1,
        "This PIN is the first anybody would try. Choose digits that do not follow one another.\n",
    )
    assert not (state / "staff").exists()
    assert pin(state, said=f"{RIGHT}\n") == (
        0,
        f"The PIN is set, for the kiosk with the state folder {state}.\n"
        "On the screen: open Help, and hold its heading for three seconds.\n",
    )
    assert pin(state, "--key", stick) == (
        0,
        f"{stick / KEY_FILE} opens the staff panel where the PIN is asked for. Keep the stick as you keep a key.\n"
        "It is looked for at the top of what is mounted below /media, /run/media or /mnt, or on Windows' drives.\n",
    )
    assert pin(state, "--show") == (0, "There is a PIN, and one key file.\n")
    if os.name != "nt":
        assert (state / "staff" / "pin.json").stat().st_mode & 0o077 == 0, "nobody else's"
    assert gate(state, "000000") == {"kind": "wrong", "wait": 1, "reason": ""}
    assert pin(state, "--remove") == (
        0,
        "There is no PIN any more, no key file opens anything, and there is no staff panel.\n",
    )
    assert gate(state, f"{RIGHT}\n") == {"kind": "unset", "wait": 0, "reason": ""}


def test_the_right_pin_opens(pin: Command, tmp_path: Path) -> None:
    pin(tmp_path, said=RIGHT)
    assert gate(tmp_path, "\n") == {"kind": "none", "wait": 0, "reason": ""}
    assert gate(tmp_path, f"{RIGHT}\n") == {"kind": "right", "wait": 0, "reason": ""}


def test_one_stick_opens_several_booths_and_follows_no_link(pin: Command, tmp_path: Path) -> None:
    first, second, stick = tmp_path / "first", tmp_path / "second", tmp_path / "stick"
    stick.mkdir()
    for state in (first, second):
        pin(state, said=RIGHT)
        assert pin(state, "--key", stick)[0] == 0
    text = (stick / KEY_FILE).read_text()
    assert (Pin(first).opens(text), Pin(second).opens(text)) == (True, True)
    if os.name != "nt":
        assert (stick / KEY_FILE).stat().st_mode & 0o044, "whoever runs the kiosk reads it"
        precious = tmp_path / "precious"
        precious.write_text("precious")
        (stick / KEY_FILE).unlink()
        (stick / KEY_FILE).symlink_to(precious)
        assert pin(first, "--key", stick)[0] == 0
        assert precious.read_text() == "precious"


def test_a_key_that_cannot_be_written_takes_no_other_away(pin: Command, tmp_path: Path) -> None:
    state, stick = tmp_path / "state", tmp_path / "stick"
    (stick / KEY_FILE).mkdir(parents=True)
    pin(state, said=RIGHT)
    code, told = pin(state, "--key", stick)
    assert code == 1
    assert told.startswith(f"{stick / KEY_FILE} cannot be written: ")
    assert told.endswith("Check the disk, and this user's rights there: it should be the user who runs the kiosk.\n")
    assert pin(state, "--show") == (0, "There is a PIN, and no key file.\n")


def test_what_root_sets_belongs_to_whose_kiosk_it_is(pin: Command, tmp_path: Path) -> None:
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        pytest.skip("only root may give files to others")
    os.chown(tmp_path, 65534, 65534)
    pin(tmp_path, said=RIGHT)
    assert {path.stat().st_uid for path in (tmp_path / "staff", tmp_path / "staff" / "pin.json")} == {65534}


def test_no_pin_at_the_end_of_input(pin: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = (1, "No PIN was given, and nothing has changed.\n")
    assert pin(tmp_path, said="") == told
    terminal = io.StringIO()
    monkeypatch.setattr(terminal, "isatty", lambda: True, raising=False)

    def end(_: str) -> str:
        raise EOFError

    monkeypatch.setattr("getpass.getpass", end)
    monkeypatch.setattr(io, "StringIO", lambda _: terminal)
    assert pin(tmp_path) == told
    monkeypatch.setattr(io, "StringIO", lambda _: None)
    assert pin(tmp_path) == told
    noise = io.TextIOWrapper(io.BytesIO(b"\xff\xfe\x80"), encoding="utf-8")
    monkeypatch.setattr(io, "StringIO", lambda _: noise)
    assert pin(tmp_path) == (1, "A PIN has digits only, 6 to 12 of them: the screen has no other keys.\n")


def test_wrong_usage_is_told(pin: Command, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert pin(tmp_path / "file", "--show") == (2, f"{tmp_path / 'file'} is a file. Name a folder instead.\n")
    nowhere = tmp_path / "nowhere"
    assert pin(tmp_path, "--key", nowhere) == (2, f"There is no folder {nowhere}. Name the USB stick's folder.\n")


def test_sticks_are_found_where_linux_mounts_them(tmp_path: Path) -> None:
    if sys.platform != "linux":
        pytest.skip("drives have letters, or stand in /Volumes")
    mounts = tmp_path / "mounts"
    mounts.write_text(
        "/dev/sda1 / ext4 rw 0 0\n/dev/sdb1 /media/booth/MY\\040KEY vfat rw 0 0\n"
        "server:/share /srv/share nfs rw 0 0\n/dev/sdc1 /run/media/booth/B exfat rw 0 0\nodd\n"
        "/dev/sdd1 /mnt vfat rw 0 0\n"
    )
    assert list(sticks(mounts)) == [Path("/media/booth/MY KEY"), Path("/run/media/booth/B"), Path("/mnt")]
    assert list(sticks(tmp_path / "none")) == []


def test_a_stick_without_a_key_or_with_a_trap_has_none(tmp_path: Path) -> None:
    good, trap, folder, empty = (tmp_path / name for name in ("good", "trap", "folder", "empty"))
    for stick in (good, trap, folder, empty):
        stick.mkdir()
    (good / KEY_FILE).write_bytes(b"k" * 5000)
    (folder / KEY_FILE).mkdir()
    if hasattr(os, "mkfifo"):
        os.mkfifo(trap / KEY_FILE)
    assert list(found([empty, folder, good, tmp_path / "gone"])) == ["k" * 640]
    assert "".join(found([trap])) == "", "a pipe nobody writes to is not waited for"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return Path(shutil.copytree(paths.default_content(), tmp_path / "content"))


def test_the_report_tells_what_check_tells_worst_first(content: Path, tmp_path: Path) -> None:
    state = tmp_path / "state"
    assert publish(content, state, lambda _: None).edition
    good = report(content, state, "en")
    assert (good["warnings"], good["errors"], good["rows"], good["more"]) == (0, 0, [], 0)
    assert good["fine"] == good["files"]
    assert len(str(good["published"])) == len("2026-11-23 09:42")
    photonics, tour = content / "industries" / "photonics.json", content / "tours" / "downtown.json"
    photonics.write_text(photonics.read_text("utf-8").replace('"as_of"', '"as_off"', 1), "utf-8")
    data = json.loads(tour.read_text("utf-8"))
    del data["title"]["zh"]
    tour.write_text(json.dumps(data, ensure_ascii=False, indent=2), "utf-8")
    (content / "media").mkdir(exist_ok=True)
    (content / "startups" / "section.json").write_text("{", "utf-8")
    bad = report(content, state, "ko")
    rows = bad["rows"]
    assert isinstance(rows, list)
    severities = [row["severity"] for row in rows]
    assert severities == sorted(severities), "errors first"
    assert {"severity": "error", "message": 'figures[0].as_off: "as_off": 여기서 쓰지 않는 이름입니다.',
            "hint": '혹시 "as_of" 아닌가요?'} .items() <= rows[0].items()  # fmt: skip
    assert rows[0]["place"].startswith("industries/photonics.json:")
    assert bad["errors"] == severities.count("error") >= 2
    assert bad["published"] == good["published"], "the last good edition stays"


def test_a_report_of_nothing_says_so(tmp_path: Path) -> None:
    told = report(tmp_path / "gone", tmp_path / "state", "en")
    assert (told["errors"], told["published"], told["held"]) == (1, "", False)
    assert told["rows"][0]["place"] == "", "a folder has no lines"


def test_the_report_says_what_is_held(content: Path, tmp_path: Path) -> None:
    state = tmp_path / "state"
    edition = publish(content, state, lambda _: None).edition
    assert report(content, state, "en")["held"] is False
    Editions(state).hold(str(edition))
    assert report(content, state, "en")["held"] is True
