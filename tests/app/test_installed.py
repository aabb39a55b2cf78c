"""What ``pip install .`` brings along, in a virtual environment of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.app.booth import CHECKOUT, environment


@pytest.mark.long
def test_an_installed_wheel_brings_program_assets_and_content(tmp_path: Path) -> None:
    """Needs the package index, and about two minutes: ``pytest -m long tests/app/test_installed.py``."""
    home = tmp_path / "venv"
    subprocess.run([sys.executable, "-m", "venv", str(home)], check=True)
    programs = home / ("Scripts" if os.name == "nt" else "bin")
    subprocess.run([str(programs / "python"), "-m", "pip", "install", "-q", str(CHECKOUT)], check=True)
    surroundings = environment(QT_QPA_PLATFORM="offscreen")
    del surroundings["PYTHONPATH"]

    def kiosk(*args: object) -> str:
        done = subprocess.run(
            [str(programs / "kiosk"), *map(str, args)],
            env=surroundings,
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    shipped = next(home.rglob("kiosk/shipped"))
    for folder in ("assets", "content"):
        files = {
            file.relative_to(CHECKOUT / folder) for file in (CHECKOUT / folder).rglob("*")
            if file.is_file() and "__pycache__" not in file.parts and not file.name.startswith(".")
        }  # fmt: skip
        assert files == {file.relative_to(shipped / folder) for file in (shipped / folder).rglob("*") if file.is_file()}
    assert kiosk("publish", "--state", tmp_path / "state").startswith(f"reading {shipped / 'content'}\n")
    assert "0 errors" in kiosk("check")
    assert "mine holds the starter content now" in kiosk("new", "mine")
    with subprocess.Popen(
        [str(programs / "kiosk"), "--state", str(tmp_path / "state")], env=surroundings, stderr=subprocess.PIPE
    ) as fresh:
        assert fresh.stderr
        first = fresh.stderr.readline()
        fresh.terminate()
        assert fresh.wait(10) == 0
    assert b"publish: reading" in first
