"""Random use is harmless, and days of running: short here, long with ``-m long``."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def soak(out: Path, *args: str, timeout: float) -> str:
    """Run the soak command; its summary is the message of a failure."""
    command = [sys.executable, "-X", "faulthandler", "-m", "tests.soak", "--out", str(out), *args]
    done = subprocess.run(command, cwd=ROOT, timeout=timeout, check=False, stdout=subprocess.PIPE, text=True)
    assert done.returncode == 0, f"code {done.returncode}\n{done.stdout}"
    return done.stdout


def test_random_hands_and_swaps_visit_everything_and_break_nothing(tmp_path: Path) -> None:
    # This seed meets everything soon; others may need twice the time.
    summary = soak(tmp_path, "--events", "2500", "--swap", "4", "--seed", "1", "--size", "360x640", timeout=300)
    assert "coverage" in summary
    rows = (tmp_path / "samples.csv").read_text(encoding="utf-8").splitlines()
    assert rows[0].startswith("seconds,events,swaps,rss,pss,own,allocated,objects,descriptors,")
    assert len(rows) > 3
    assert int(rows[-1].split(",")[1]) >= 2500
    assert (tmp_path / "soak.svg").read_text(encoding="utf-8").count("<polyline") == 8


@pytest.mark.long
def test_a_million_events(tmp_path: Path) -> None:
    soak(tmp_path, "--events", "1000000", "--swap", "60", "--seed", "8", timeout=8 * 3600)


@pytest.mark.long
def test_four_hours_with_a_swap_a_minute(tmp_path: Path) -> None:
    soak(tmp_path, "--hours", "4", "--swap", "60", timeout=4.5 * 3600)
