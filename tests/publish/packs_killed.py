"""Imports that are killed: run as a process of its own by the tests."""

from __future__ import annotations

import json
import os
import shutil
import sys
from pathlib import Path

from kiosk.publish.files import Files
from kiosk.publish.packs_import import Tools, import_pack
from tests.publish import packs_made as made
from tests.publish.faults import DeadlyDisk

ROOT = Path(__file__).parents[2]

TITLES = {"Old": "Older", "New": "Old"}
"""What is kept beside each content."""


def title_of(content: Path) -> str:
    return str(json.loads((content / "kiosk.json").read_bytes())["name"]["en"])


def at_every_call(folder: Path) -> None:
    """For every system call of an import: a ``folder/<call>`` whose importer was killed before it."""
    made.written(made.content("Old"), folder / "0" / "content")
    made.written(made.content("Older"), folder / "0" / "content.previous")
    stick = made.written(made.content("New"), folder / "stick")
    for at in range(1, 1000):
        shutil.copytree(folder / "0", folder / str(at))
        child = os.fork()
        if child == 0:
            tools = Tools(Files(DeadlyDisk(at)), lambda _: [], lambda _: None)
            import_pack(stick, folder / str(at) / "content", tools)
            os._exit(0)
        if os.waitpid(child, 0)[1] == 0:
            return


if __name__ == "__main__":
    at_every_call(Path(sys.argv[1]))
