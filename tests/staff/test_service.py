"""The systemd unit: times that fit the supervisor's own, and nothing that leaves a booth dark."""

from __future__ import annotations

from pathlib import Path

from kiosk.staff.crashes import LIMIT
from kiosk.staff.service import unit
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
