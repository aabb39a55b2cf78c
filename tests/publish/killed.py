"""Publishers that are killed: run as processes of their own by the tests."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from kiosk.publish.editions import Editions
from kiosk.publish.files import Files, Source
from tests.publish.faults import CountingDisk, DeadlyDisk

FILES = 6


def files_of(generation: int) -> dict[str, Source]:
    """An edition whose every file says which generation it is of; the largest has 40 kB."""
    return {f"{number}/part.json": f"{generation} ".encode() * 10 ** (number % 5) for number in range(FILES)}


def generation_of(folder: Path) -> int:
    """The one generation all files are of."""
    found = {part for number in range(FILES) for part in (folder / f"{number}/part.json").read_bytes().split()}
    (generation,) = found
    return int(generation)


def publish(editions: Editions, generation: int) -> None:
    """Write, switch, prune."""
    edition = editions.write(files_of(generation), content="/content", fingerprint=str(generation))
    editions.switch(edition, content="/content", fingerprint=str(generation))
    editions.prune(keep=2)


def for_ever(state: Path, generation: int) -> None:
    """Publish one generation after another until killed."""
    editions = Editions(state)
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    while True:
        generation += 1
        publish(editions, generation)


def at_every_call(folder: Path) -> None:
    """For every system call of a publish: a state in ``folder/<call>`` whose publisher was killed before it."""
    before = Editions(folder / "0", Files(CountingDisk()))
    for generation in (1, 2, 3):
        publish(before, generation)
    for at in range(1, 1000):
        state = folder / str(at)
        shutil.copytree(before.state, state)
        child = os.fork()
        if child == 0:
            publish(Editions(state, Files(DeadlyDisk(at))), 4)
            os._exit(0)
        if os.waitpid(child, 0)[1] == 0:
            return


if __name__ == "__main__":
    if sys.argv[1] == "for-ever":
        for_ever(Path(sys.argv[2]), int(sys.argv[3]))
    else:
        at_every_call(Path(sys.argv[2]))
