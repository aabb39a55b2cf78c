"""Each measure of the bench: the kiosk and the bare window in turns, everything seen from outside where it can be."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

import numpy as np

from kiosk import paths
from tests.app.booth import environment, wait_for
from tests.app.x11 import Pixels, Screen

SIZE = (1080, 1920)
"""Of the screen, px."""

BAR = (430, 1780, 110, 110)
"""Left, top, width and height of a square inside a button of the bottom bar, px."""

PANELS = [
    "photonics", "ai", "future-cars", "semiconductors", "startup-festival", "startup-valley", "innovation-fund",
    "downtown", "yangnim-mudeungsan", "biennale-songjeong", "investment", "clock", "democratic-heritage", "biennale",
    "one-month-living",
]  # fmt: skip


class Row(NamedTuple):
    """One line of the table. ``kiosk`` and ``bare`` are medians in ``unit``."""

    what: str
    kiosk: float
    bare: float | None
    unit: str
    limit: str
    met: bool | None


class Program:
    """A program on the screen, and what it costs."""

    def __init__(self, screen: Screen, module: str, *args: object) -> None:
        surroundings = environment(DISPLAY=screen.name, QT_QUICK_BACKEND="software")
        surroundings.pop("PYTHONDONTWRITEBYTECODE", None)
        self.started = time.perf_counter()
        self.process = subprocess.Popen(
            [sys.executable, "-m", module, *map(str, args)],
            env=surroundings,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )

    def say(self, line: str) -> None:
        """A line to a driven kiosk."""
        assert self.process.stdin
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()

    def answer(self) -> Any:
        """Its next answer."""
        assert self.process.stdout
        return json.loads(self.process.stdout.readline())

    def tree(self) -> list[int]:
        """The process and everything it has started."""
        return tree(self.process.pid)

    def end(self) -> None:
        """Leave it."""
        self.process.terminate()
        try:
            self.process.wait(5)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe:
                pipe.close()


def tree(process: int) -> list[int]:
    """A process and its descendants."""
    found = [process]
    for one in found:
        for task in Path(f"/proc/{one}/task").glob("*/children"):
            found += [int(child) for child in task.read_text(encoding="ascii").split()]
    return found


def memory(processes: Sequence[int]) -> float:
    """Memory of processes together, MB: their PSS as it would be if nothing else on the machine shared their files.

    What they share with each other counts once. Plain PSS flatters a small program whose libraries neighbours use.
    """
    own, shared = 0, dict[str, int]()
    for process in processes:
        name = ""
        numbers: dict[str, int] = {}
        for line in Path(f"/proc/{process}/smaps").read_text(encoding="utf-8").splitlines():
            head, _, rest = line.partition(":")
            if " " in head:  # a mapping: addresses, rights, offset, device, inode, name
                cells = line.split(maxsplit=5)
                name = f"{cells[2]} {cells[5]}" if len(cells) > 5 and cells[4] != "0" else ""
                numbers = {}
            elif head in ("Rss", "Private_Clean", "Private_Dirty"):
                numbers[head] = int(rest.split()[0])
                if head == "Private_Dirty":
                    alone = numbers["Private_Clean"] + numbers["Private_Dirty"]
                    own += alone
                    key = name or f"{process} {len(shared)}"
                    shared[key] = max(shared.get(key, 0), numbers["Rss"] - alone)
    return (own + sum(shared.values())) / 1024


def seconds_used(processes: Sequence[int]) -> float:
    """Processor time of processes together, s."""
    ticks = 0
    for process in processes:
        rows = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        ticks += sum(map(int, rows[11:15]))  # with ended children
    return ticks / os.sysconf("SC_CLK_TCK")


@contextmanager
def running(screen: Screen, module: str, *args: object) -> Iterator[Program]:
    """A program that shows something; ended at the end."""
    clean(screen)
    program = Program(screen, module, *args)
    try:
        wait_for(lambda: lit(screen.pixels()), f"{module} shows nothing")
        time.sleep(2.5)  # its duties after the first frame
        yield program
    finally:
        program.end()


def clean(screen: Screen) -> None:
    """Nothing of the last program is on the screen."""
    wait_for(lambda: not screen.shown() and not lit(screen.pixels()), "the screen stays lit", 10)


def lit(pixels: Pixels) -> bool:
    """Whether the picture is there: the name in light, or the bare window's large word. One in a hundred pixels."""
    sample = pixels[40:1400:8, 40:1040:8, 1]
    return float((sample > 150).mean()) > 0.01


def start(screen: Screen, module: str, *args: object) -> float:
    """From the start of the process to its first picture, ms."""
    clean(screen)
    program = Program(screen, module, *args)
    try:
        while not lit(screen.pixels()):
            assert program.process.poll() is None, f"{module} has ended"
            assert time.perf_counter() - program.started < 60, f"{module} shows nothing"
            time.sleep(0.001)
        return (time.perf_counter() - program.started) * 1000
    finally:
        program.end()


def part(screen: Screen, box: tuple[int, int, int, int]) -> Pixels:
    """A part of the screen."""
    left, top, width, height = box
    return screen.pixels()[top : top + height, left : left + width].copy()


def tap(screen: Screen, box: tuple[int, int, int, int]) -> float:
    """From a press in the middle of a box to the first changed pixel in it, ms."""
    left, top, width, height = box
    before = part(screen, box)
    pressed = time.perf_counter()
    screen.press(left + width // 2, top + height // 2)
    while np.array_equal(part(screen, box), before):
        assert time.perf_counter() - pressed < 10, "nothing answers to the press"
    took = (time.perf_counter() - pressed) * 1000
    screen.release(left + width // 2, top + height // 2)
    return took


def alternating(count: int, first: Callable[[], float], second: Callable[[], float]) -> tuple[float, float]:
    """Medians of two measures taken in turns."""
    pairs = [(first(), second()) for _ in range(count)]
    return median(one for one, _ in pairs), median(other for _, other in pairs)


def settled(program: Program, seconds: float = 30) -> None:
    """Publisher and baker have ended."""
    wait_for(lambda: len(program.tree()) == 1, "the processes beside the player do not end", seconds)


def idle(program: Program, seconds: float) -> float:
    """Share of one core used by all its processes, %."""
    before = seconds_used(program.tree())
    time.sleep(seconds)
    return (seconds_used(program.tree()) - before) / seconds * 100


def slow(program: Program, lines: Sequence[str], seconds: float) -> tuple[int, int, int, float]:
    """Frames of an animation that lines begin: how many, over 16.7 ms, late, and what the new page's first one took.

    The first frame of a new page is the answer to the tap, not part of the animation; it is told apart.
    """
    program.say("frames")
    for line in lines:
        program.say(line)
    time.sleep(seconds)
    program.say("told")
    told = program.answer()
    work, gaps = told["work"], told["gaps"]
    first = max(work[:2], default=0.0) if lines else 0.0
    if lines:
        work, gaps = work[2:], gaps[2:]
    late = sum(25 < gap < 500 for gap in gaps)  # a longer one is a rest
    return len(work), sum(one > 16.7 for one in work), late, first


def published(folder: Path) -> tuple[Path, Path]:
    """A copy of the shipped content, and a state folder with its edition and warm caches' place."""
    content = Path(shutil.copytree(paths.default_content(), folder / "content"))
    state = folder / "state"
    made = [sys.executable, "-m", "kiosk", "publish", str(content), "--state", str(state)]
    subprocess.run(made, env=environment(), check=True, stdout=subprocess.DEVNULL)
    return content, state


def visit_everything(program: Program, languages: Sequence[str] = ("ko",)) -> None:
    """Every panel, one after another."""
    program.say("wake")
    for language in languages:
        program.say(f'setLanguage "{language}"')
        for panel in PANELS:
            program.say(f'openPanel "{panel}"')
            time.sleep(0.8)
    program.say("home")
    time.sleep(1)
