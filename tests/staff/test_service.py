"""The systemd unit: times that fit the supervisor's own, and nothing that leaves a booth dark."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from kiosk.cli import main
from kiosk.staff import service
from kiosk.staff.crashes import LIMIT
from kiosk.staff.service import quoted, unit
from kiosk.staff.supervisor import Patience

SETTINGS = dict(
    line.split("=", 1) for line in unit(Path("/content"), None).splitlines() if "=" in line and line[0] not in "#["
)


def test_systemd_waits_until_the_safe_screen_has_had_its_turn() -> None:
    """The kiosk draws nothing each time it is started; then the safe screen may take as long as a first start."""
    patience = Patience()
    pauses = sum(patience.pause * 2**number for number in range(LIMIT - 2))
    turns = LIMIT * patience.starting + pauses + patience.starting
    assert int(SETTINGS["TimeoutStartSec"]) > 1.2 * turns


def test_systemd_waits_longer_for_the_end_than_the_supervisor_for_its_child() -> None:
    assert int(SETTINGS["TimeoutStopSec"]) > 2 * Patience().stopping


def test_only_staff_end_the_service_for_good() -> None:
    """A supervisor asked to end says 0, which is not restarted: so systemd asks for nothing it does not mean."""
    assert SETTINGS["RestartPreventExitStatus"] == "0"
    assert SETTINGS["TimeoutStartFailureMode"] == "kill"
    assert SETTINGS["OOMPolicy"] == "continue"


def test_a_dollar_stands_for_itself_in_the_program_and_is_doubled_after_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """As ``systemd-analyze verify`` has it: it looks for the program under the very name, and for no variable there."""
    monkeypatch.setattr(service, "_program", lambda: [f"{tmp_path}/a$b 1%/kiosk", "x$y"])
    (line,) = (line for line in unit(tmp_path / "c$", None).splitlines() if line.startswith("ExecStart="))
    content = (tmp_path / "c$").absolute()
    assert line == (
        f'ExecStart="{tmp_path}/a$b 1%%/kiosk" x$$y run --supervised --content {str(content).replace("$", "$$")}'
    )


def test_a_program_that_systemd_refuses_by_its_name_is_started_through_another(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(service.shutil, "which", lambda *_, **__: f"{tmp_path}/it's/kiosk")
    assert service._program()[0] == "/usr/bin/env"
    monkeypatch.setattr(service.shutil, "which", lambda *_, **__: f"{tmp_path}/its/kiosk")
    assert service._program() == [f"{tmp_path}/its/kiosk"]


@pytest.mark.parametrize(
    ("name", "shown"),
    [("a\nRestart=no", r"a\nRestart=no"), ("a\rb", r"a\rb"), ("a\x7f", r"a\x7f"), ("a\udcff", r"a\udcff")],
)
@pytest.mark.parametrize("option", ["--content", "--state"])
@pytest.mark.skipif(sys.platform == "win32", reason="no such names there")
def test_a_path_that_no_unit_can_name_is_refused(
    capsys: pytest.CaptureFixture[str], option: str, name: str, shown: str
) -> None:
    assert main(["doctor", "--service", option, f"/{name}"]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == (
        f"No systemd unit can name '/{shown}': it has a line break, a control character, or bytes that are not UTF-8. "
        "Rename the folder.\n"
    )


def test_other_letters_are_named_as_they_are() -> None:
    assert quoted("/광주") == "/광주"
    assert quoted("a'b") == '"a\'b"'
