"""All checks at once, and their lines."""

from __future__ import annotations

import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from kiosk.staff.doctor import folders, machine, senses
from kiosk.staff.doctor.finding import Finding, Level
from kiosk.staff.doctor.words import CHECKLIST, CHECKLIST_HEAD


def examine(content: Path, state: Path) -> list[Finding]:
    """Run every check this system knows, most of them side by side; the answers come in a fixed order."""
    checks: list[Callable[[], Finding | None]] = [
        machine.python,
        machine.pyside,
        partial(folders.fonts),
        partial(folders.state, state),
        partial(folders.content, content),
        partial(folders.edition, state, content),
        partial(folders.crashes, state),
        partial(folders.pin, state),
        machine.locale,
    ]
    if sys.platform == "linux":
        checks[2:2] = [machine.libraries, machine.display, machine.blanking]
        checks += [senses.sound, senses.touch]
    checks += [machine.clock, machine.user]
    with ThreadPoolExecutor(len(checks)) as pool:
        waiting = pool.map(lambda check: check(), checks)
        voices = senses.speech()  # Qt's objects stay in this thread
        found = [*waiting, voices]
    return [finding for finding in found if finding]


def report(findings: list[Finding], language: str) -> str:
    """Tell one line a finding, then the checklist for the operating system. ``language`` is ``ko`` or ``en``."""
    row = 1 if language == "ko" else 0
    lines = [finding.line(language) for finding in findings]
    return "\n".join([*lines, "", CHECKLIST_HEAD[row], *(f"[ ] {item[row]}" for item in CHECKLIST)])


def failed(findings: list[Finding]) -> bool:
    """Whether anything has to be mended before the kiosk can work."""
    return any(finding.level is Level.PROBLEM for finding in findings)
