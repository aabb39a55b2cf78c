"""Where the program finds itself: its children load this very package."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kiosk import paths
from kiosk.player import children
from kiosk.staff import supervisor

ROOT = Path(__file__).parent.parent


@pytest.mark.parametrize(("given", "more"), [("", []), (os.pathsep.join(("/a", "/b")), ["/a", "/b"])])
def test_a_child_loads_this_very_package_and_then_what_was_given(
    monkeypatch: pytest.MonkeyPatch, given: str, more: list[str]
) -> None:
    monkeypatch.setenv("PYTHONPATH", given)

    assert paths.python_path().split(os.pathsep) == [str(ROOT), *more]
    assert children.environment().value("PYTHONPATH") == paths.python_path()
    assert supervisor._environment()["PYTHONPATH"] == paths.python_path()


def test_it_is_put_together_in_one_place() -> None:
    files = [file for file in (ROOT / "kiosk").rglob("*.py") if '"PYTHONPATH", "' in file.read_text(encoding="utf-8")]

    assert files == [ROOT / "kiosk" / "paths.py"]
