"""A swap is all or nothing: kill -9 at any moment leaves the old edition or the new one, never a mix."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kiosk.publish.editions import Editions, StoredEditions
from kiosk.publish.files import is_hidden
from tests.publish.killed import generation_of, publish

ROOT = Path(__file__).parents[2]
PATIENCE = 60.0
"""Seconds after which a publisher that gets nothing done is stuck."""


def look(state: Path) -> int:
    """The generation on the screen, read as a player reads it; it must be whole."""
    taken = StoredEditions(state).take()
    assert taken is not None
    edition, use = taken
    generation = generation_of(edition.folder)
    use.close()
    return generation


@pytest.mark.parametrize("kills", [25, pytest.param(500, marks=pytest.mark.long)])
def test_kills_at_random_moments(tmp_path: Path, kills: int) -> None:
    state, moments = tmp_path / "state", random.Random(kills)  # noqa: S311 - the same moments each time
    publish(Editions(state), 1)
    began = time.monotonic()
    publish(Editions(state), 2)
    pace = time.monotonic() - began  # of this disk: moments are spread over two publishes of its own
    seen = 2
    for kill in range(kills):
        with subprocess.Popen(
            [sys.executable, "-m", "tests.publish.killed", "for-ever", str(state), str(seen)],
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
        ) as publisher:
            assert publisher.stdout is not None
            assert publisher.stdout.readline() == "ready\n"
            wanted = seen + kill % 2  # every second publisher gets something done first, however slow the disk
            end = time.monotonic() + moments.uniform(0, 2 * pace)
            try:
                while time.monotonic() < end or (
                    seen < wanted and time.monotonic() < end + PATIENCE
                ):  # a player that looks while the publisher writes
                    generation = look(state)
                    assert generation >= seen, "the screen never goes back"
                    assert publisher.poll() is None, "the publisher goes on until it is killed"
                    seen = generation
            finally:
                publisher.kill()
        editions = StoredEditions(state)
        assert [editions.verify(one.id) for one in editions.list() if editions.verify(one.id)] == []
        generation = look(state)
        assert generation >= seen
        seen = generation
    assert seen >= 2 + kills // 2, "publishing went on between the kills"
    publish(Editions(state), seen + 1)
    assert look(state) == seen + 1
    assert not [path for path in state.rglob("*") if is_hidden(path.name)]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")
def test_a_kill_at_every_single_call(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-m", "tests.publish.killed", "at-every-call", str(tmp_path)], check=True, cwd=ROOT)
    states = sorted(tmp_path.iterdir(), key=lambda path: int(path.name))
    generations = [look(state) for state in states[1:]]
    assert generations == sorted(generations), "old up to the switch, new from there on"
    assert set(generations) == {3, 4}
    assert len(generations) > 100
    for state in states[1:]:
        editions = Editions(state)
        assert not any(editions.verify(one.id) for one in editions.list())
    mended = Editions(states[len(states) // 2])
    publish(mended, 5)
    assert look(mended.state) == 5
    assert not [path for path in mended.state.rglob("*") if is_hidden(path.name)]
