"""A full or read-only disk: the screen runs, the log is capped, and publishing goes on when there is room (promise 17).

The kiosk runs in a namespace of its own, whose state folder is a small disk in memory.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kiosk.publish.publisher import publish
from tests.content.samples import folder, texts, written
from tests.staff.booth import ROOT, environment, wait_for

NAMESPACE = ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c"]


def _possible() -> bool:
    if sys.platform != "linux" or not shutil.which("unshare"):
        return False
    return subprocess.run([*NAMESPACE, "mount -t tmpfs tmpfs /mnt"], capture_output=True, check=False).returncode == 0


pytestmark = pytest.mark.skipif(not _possible(), reason="this system mounts no disk for a test")


@contextmanager
def kiosk(work: Path, options: str, prepare: str) -> Iterator[subprocess.Popen[bytes]]:
    """A kiosk whose state is a disk of 40 MB with an edition on it; ``prepare`` is done to it before the start."""
    state, log = work / "state", (work / "log").open("wb")
    script = (
        f"mount -t tmpfs -o size=40m tmpfs {state} && cp -r {work}/published/. {state} && {prepare} && "
        f"mount -o remount,{options} {state} && "
        f"exec {sys.executable} -m kiosk --content {work}/content --state {state} --size 540x960"
    )
    state.mkdir()
    with log, subprocess.Popen([*NAMESPACE, script], env=environment(), cwd=ROOT, stderr=log) as player:
        try:
            yield player
            assert player.poll() is None, "the screen runs"
            player.terminate()
            assert player.wait(30) == 0
        finally:
            player.kill()


def _said(work: Path) -> str:
    return (work / "log").read_text("utf-8")


@pytest.fixture
def work(tmp_path: Path) -> Path:
    """An edition, and content that has changed since."""
    content = written(folder(), tmp_path / "content")
    publish(content, tmp_path / "published", lambda _: None)
    changed = folder()
    changed["industries/photonics.json"]["title"] = texts("Lasers")
    written(changed, content)
    return tmp_path


@pytest.mark.parametrize("room", [False, pytest.param(True, marks=pytest.mark.long)], ids=["stays", "has room again"])
def test_a_full_disk(work: Path, room: bool) -> None:
    with kiosk(work, "rw", f"head -c 36m /dev/zero > {work}/state/filler; true") as player:
        wait_for(lambda: "publishing was not possible; the last good edition stays" in _said(work), "the publisher")
        assert f"ERROR content: The disk with {work}/state has " in _said(work)
        assert " free; the new edition needs " in _said(work)
        assert "Traceback" not in _said(work)
        if room:  # the folder has not changed, and yet it is published in the end
            Path(f"/proc/{player.pid}/root{work}/state/filler").unlink()
            wait_for(lambda: "showing edition" in _said(work), "the next try")


def test_a_read_only_disk(work: Path) -> None:
    with kiosk(work, "ro", "true"):
        wait_for(lambda: "publishing was not possible; the last good edition stays" in _said(work), "the publisher")
        assert f"WARNING no log file: {work}/state cannot be written: Read-only file system" in _said(work)
        assert "Give this user the right to write there, or name another folder with --state." in _said(work)
        assert "Traceback" not in _said(work)
