"""Where the program finds itself: its children load this very package."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk import __version__, paths
from kiosk.player import children
from kiosk.staff import supervisor

ROOT = Path(__file__).parent.parent


@pytest.mark.parametrize(("given", "more"), [("", []), (os.pathsep.join(("/a", "/b")), ["/a", "/b"])])
def test_a_child_loads_this_very_package_and_then_what_was_given(
    monkeypatch: pytest.MonkeyPatch, given: str, more: list[str]
) -> None:
    monkeypatch.setenv("PYTHONPATH", given)

    for name, value in paths.python().items():
        assert children.environment().value(name) == value
        assert supervisor._environment()[name] == value
    assert paths.python()["PYTHONPATH"].split(os.pathsep) == [str(ROOT), *more]


def test_a_child_takes_nothing_from_the_folder_somebody_stands_in(tmp_path: Path) -> None:
    """A stick with a ``json.py`` on it, or a home folder with a ``kiosk.py``."""
    for name in ("json.py", "kiosk.py", "random.py"):
        (tmp_path / name).write_text("raise SystemExit('somebody else')", encoding="utf-8")
    asked = subprocess.run(
        [sys.executable, "-m", "kiosk", "--version"],
        cwd=tmp_path,
        env=os.environ | paths.python(),
        capture_output=True,
        text=True,
        check=False,
    )

    assert (asked.returncode, asked.stdout, asked.stderr) == (0, f"kiosk {__version__}\n", "")


def test_it_is_put_together_in_one_place() -> None:
    files = [file for file in (ROOT / "kiosk").rglob("*.py") if '"PYTHONPATH", "' in file.read_text(encoding="utf-8")]

    assert files == [ROOT / "kiosk" / "paths.py"]
