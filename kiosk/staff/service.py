"""The systemd unit that starts the kiosk with the session and starts it again whatever happens."""

from __future__ import annotations

import shlex
import shutil
import sys
from pathlib import Path

from kiosk import paths

UNIT = """\
# The Gwangju kiosk as a service of the user who is logged in to the graphical session. To install it:
#   mkdir -p ~/.config/systemd/user
#   {doctor} > ~/.config/systemd/user/kiosk.service
#   systemctl --user daemon-reload
#   systemctl --user enable --now kiosk.service
# To stop it for good: systemctl --user disable --now kiosk.service
# What it says: journalctl --user -u kiosk.service

[Unit]
Description=Gwangju kiosk
PartOf=graphical-session.target
After=graphical-session.target
# Never give up: the supervisor slows down by itself after quick crashes and shows its safe screen.
StartLimitIntervalSec=0

[Service]
Type=notify
NotifyAccess=main
ExecStart={command}
# The supervisor reports at half of this; the player reports to the supervisor with every frame it draws.
WatchdogSec=15
# Three starts that draw nothing take 30 s each; the safe screen that follows them may take as long.
TimeoutStartSec=180
# A supervisor that is asked to end does so with 0 and would stay ended (see below): here it is to begin anew.
TimeoutStartFailureMode=kill
# The same when memory runs out: only the process that was ended is lost, and the supervisor starts another.
OOMPolicy=continue
TimeoutStopSec=10
Restart=always
RestartSec=2
# Staff who leave the kiosk with Ctrl+Shift+Q want to see the desktop.
RestartPreventExitStatus=0
KillMode=mixed
NoNewPrivileges=yes

[Install]
WantedBy=graphical-session.target
"""


_REFUSED = set("\"'\\")
"""What systemd refuses in the name of a program, quoted or not; in its arguments it may stand."""


class UnitError(Exception):
    """A path that no unit can name. The message is a sentence with its remedy."""


def unit(content: Path | None, state: Path | None) -> str:
    """Write the unit; folders that are None keep their defaults. Raises ``UnitError``."""
    folders: list[str] = []
    for option, folder in (("--content", content), ("--state", state)):
        if folder is not None:
            folders += [option, str(folder.absolute())]
    program = _program()
    for part in (*program, *folders):
        if not _can_be_named(part):
            raise UnitError(
                f"No systemd unit can name {part!a}: it has a line break, a control character, or bytes that are not "
                "UTF-8. Rename the folder."
            )
    command = " ".join([quoted(program[0], first=True), *map(quoted, [*program[1:], "run", "--supervised", *folders])])
    doctor = shlex.join([*program, "doctor", *folders, "--service"])
    return UNIT.format(command=command, doctor=doctor)


def _program() -> list[str]:
    """Find how this very program is started: its script beside this Python, else Python with this package."""
    script = shutil.which("kiosk", path=str(Path(sys.executable).parent))
    package = Path(paths.__file__).resolve().parent.parent
    named = script and not set(script) & _REFUSED
    bare = ["/usr/bin/env", f"PYTHONPATH={package}", "PYTHONSAFEPATH=1"]
    return [script] if script and named else [*bare, sys.executable, "-m", "kiosk"]


def _can_be_named(part: str) -> bool:
    return not any(ord(letter) < 32 or letter == "\x7f" or "\ud800" <= letter <= "\udfff" for letter in part)


def quoted(part: str, *, first: bool = False) -> str:
    """Quote one argument as systemd reads it. In the ``first``, the program, it looks for no variables."""
    part = part.replace("\\", "\\\\").replace("%", "%%")
    part = part if first else part.replace("$", "$$")
    return '"' + part.replace('"', '\\"') + '"' if not part or set(part) & set(" \t'\";") else part
