"""The demo that walks by itself, on a real screen, with a clock that runs fast."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from tests.app.booth import environment, wait_for
from tests.app.x11 import Screen

WALK = """
import sys
from kiosk.player import app, autoplay
autoplay.STEP_MS = 60
show = app.Player.show
def watched(player):
    session = player.session
    session.placeChanged.connect(lambda: print(session.screen, session.place, flush=True))
    show(player)
app.Player.show = watched
from kiosk.cli import main
sys.exit(main(sys.argv[1:]))
"""
"""The program with steps of 60 ms, telling each place it comes to."""


def test_it_visits_every_panel_over_and_over_until_touched(
    display: Screen, content: Path, published: Path, edition_folder: Path, tmp_path: Path
) -> None:
    sections = sorted(
        json.loads(file.read_text(encoding="utf-8"))["id"] for file in (edition_folder / "ko/sections").iterdir()
    )
    panels = sorted(file.stem for file in (edition_folder / "ko/panels").iterdir())
    told = tmp_path / "places.txt"

    def places() -> list[str]:
        return told.read_text(encoding="utf-8").splitlines()

    def visited(kind: str) -> dict[str, int]:
        names = [line.split()[1] for line in places() if line.startswith(kind)]
        return {name: names.count(name) for name in names}

    with told.open("wb") as out:
        walker = subprocess.Popen(
            [sys.executable, "-c", WALK, "--autoplay", "--content", str(content), "--state", str(published)],
            env=environment(DISPLAY=display.name),
            stdout=out,
            stderr=subprocess.DEVNULL,
        )
    try:
        wait_for(lambda: len(visited("panel")) == len(panels) and max(visited("panel").values()) >= 2, "another round")
        assert sorted(visited("panel")) == panels
        assert sorted(visited("section")) == sections

        display.click(540, 20)  # the head of every page: nothing to press there
        wait_for(lambda: _rests(walker, places), "the walk stops when somebody touches")
        walker.terminate()
        assert walker.wait(5) == 0
    finally:
        walker.kill()
        walker.wait()


def _rests(walker: subprocess.Popen[bytes], places: object) -> bool:
    """Whether no place has been come to in 10 steps' time."""
    assert callable(places)
    before = len(places())
    try:
        walker.wait(0.6)
    except subprocess.TimeoutExpired:
        return len(places()) == before
    raise AssertionError("the walker has ended")
