"""Patience for all tests: a condition is awaited for as long as a slow machine needs, and costs a quick one nothing."""

from __future__ import annotations

import pytest
from hypothesis import settings
from pytestqt.qtbot import QtBot

PATIENCE_MS = 60_000

for wait in (QtBot.waitUntil, QtBot.waitSignal, QtBot.waitSignals, QtBot.waitCallback):
    assert wait.__kwdefaults__["timeout"]
    wait.__kwdefaults__["timeout"] = PATIENCE_MS

# How long one example takes is the machine's business; each run tries the same ones, so that a green main stays green.
# ``--hypothesis-profile=search`` looks for new ones.
settings.register_profile("unhurried", deadline=None, derandomize=True)
settings.register_profile("search", deadline=None, max_examples=2000)
settings.load_profile("unhurried")


@pytest.fixture(autouse=True)
def _at_full_speed(monkeypatch: pytest.MonkeyPatch) -> None:
    """A command that runs in the tests' own process must not slow down all that follow."""
    monkeypatch.setattr("kiosk.publish.limits.give_way", lambda: None)
