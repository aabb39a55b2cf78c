"""The table: every measure against its limit."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from tests.app.booth import wait_for
from tests.app.x11 import Screen
from tests.bench import chromium
from tests.bench.measures import (
    BAR,
    Row,
    alternating,
    idle,
    memory,
    part,
    published,
    running,
    settled,
    slow,
    start,
    tap,
    visit_everything,
)

BARE = "tests.bench.bare"
DRIVEN = "tests.bench.driven"
SQUARE = (410, 1510, 110, 110)
"""Inside the bare window's square, px."""


def rows(screen: Screen, folder: Path, *, count: int = 5, rest: float = 60.0) -> Iterator[Row]:
    """Measure everything, medians of ``count``, resting screens for ``rest`` seconds."""
    content, state = published(folder)
    args = ("--content", content, "--state", state, "--language", "ko")
    for module, more in ((BARE, ()), ("kiosk", args), ("kiosk", args)):
        start(screen, module, *more)  # caches of the system, of Python and of QML
    yield _start(screen, args, count)
    yield _tap(screen, args, count)
    yield from _memory(screen, folder, state, args)
    with running(screen, DRIVEN, *args) as kiosk:
        settled(kiosk)
        yield from _rest(kiosk, rest)
        yield _language(kiosk, count)
        yield from _frames(kiosk, count)
        yield _edit(kiosk, screen, content, count)


def _start(screen: Screen, args: tuple[object, ...], count: int) -> Row:
    ours, bare = alternating(count, lambda: start(screen, "kiosk", *args), lambda: start(screen, BARE))
    return Row("start to first picture", ours, bare, "ms", "1.6 x bare", ours <= 1.6 * bare)


def _tap(screen: Screen, args: tuple[object, ...], count: int) -> Row:
    with running(screen, DRIVEN, *args) as kiosk:
        kiosk.say("wake")
        time.sleep(4)
        taken = []
        for _ in range(count * 4):
            taken.append(tap(screen, BAR))
            time.sleep(0.4)
            kiosk.say("closeSheet")
            time.sleep(0.9)
        ours = median(taken)
    with running(screen, BARE):
        taken = []
        for _ in range(count * 4):
            taken.append(tap(screen, SQUARE))
            time.sleep(0.4)
        bare = median(taken)
    return Row("tap to first changed pixels", ours, bare, "ms", "bare + 10 ms", ours <= bare + 10)


def _memory(screen: Screen, folder: Path, state: Path, args: tuple[object, ...]) -> Iterator[Row]:
    with running(screen, BARE) as window:
        bare = memory(window.tree())
    with running(screen, DRIVEN, *args) as kiosk:
        visit_everything(kiosk)
        settled(kiosk)
        ours = memory(kiosk.tree())
    yield Row("memory after every panel", ours, bare, "MB", "2 x bare", ours <= 2 * bare)
    if chromium.PROGRAM:
        theirs = chromium.memory(screen, state, folder / "chromium")
        yield Row("the same beside Chromium --kiosk", ours, theirs, "MB", "half of Chromium", ours < theirs / 2)


def _rest(kiosk: object, rest: float) -> Iterator[Row]:
    from tests.bench.measures import Program

    assert isinstance(kiosk, Program)
    yield Row("attract screen at rest", idle(kiosk, rest), None, "% of a core", "7 %", None)
    for what, lines, limit in (
        ("home screen at rest", ["wake"], 7.0),
        ("panel at rest", ['openPanel "photonics"'], 7.0),
        ("panel at rest in still light", ["setStill true"], 1.0),
    ):
        for line in lines:
            kiosk.say(line)
        time.sleep(4)
        kiosk.say("hold true")  # nobody touches it while it is measured
        used = idle(kiosk, rest)
        kiosk.say("hold false")
        yield Row(what, used, None, "% of a core", f"{limit:g} %", used < limit)
    kiosk.say("setStill false")


def _language(kiosk: object, count: int) -> Row:
    from tests.bench.measures import Program

    assert isinstance(kiosk, Program)
    taken = []
    for _ in range(count):
        for tag in ("en", "ja", "zh", "ko"):
            kiosk.say(f'timed setLanguage "{tag}"')
            taken.append(float(kiosk.answer()))
            time.sleep(0.5)
    ours = median(taken)
    return Row("language switch", ours, None, "ms", "100 ms", ours < 100)


def _frames(kiosk: object, count: int) -> Iterator[Row]:
    from tests.bench.measures import Program

    assert isinstance(kiosk, Program)
    for what, before, lines, seconds in (
        ("attract", "startOver", [], 6.0),
        ("attract to home", "startOver", ["wake"], 2.5),
        ("home to section", "home", ['openSection "industries"'], 1.5),
        ("section to panel", 'openSection "industries"', ['openPanel "photonics"'], 1.5),
        ("sheet", "home", ['openSheet "text"'], 1.0),
    ):
        frames, over, late = 0, 0, 0
        firsts: list[float] = []
        for _ in range(count):
            if before != "startOver":
                kiosk.say("wake")
            kiosk.say(before)
            time.sleep(2)
            number, slow_ones, late_ones, first = slow(kiosk, lines, seconds)
            frames, over, late = frames + number, over + slow_ones, late + late_ones
            firsts.append(first)
        share = over / max(1, frames) * 100
        yield Row(f"{what}: frames over 16.7 ms", share, None, f"% of {frames}", "1 %", share < 1)
        yield Row(f"{what}: frames that come late", late / max(1, frames) * 100, None, f"% of {frames}", "", None)
        if lines:
            yield Row(f"{what}: drawing the new page first", median(firsts), None, "ms", "", None)


def _edit(kiosk: object, screen: Screen, content: Path, count: int) -> Row:
    from tests.bench.measures import Program

    assert isinstance(kiosk, Program)
    kiosk.say("wake")
    kiosk.say('openPanel "photonics"')
    kiosk.say("setStill true")
    time.sleep(3)
    file = content / "industries" / "photonics.json"
    good = file.read_text(encoding="utf-8")
    title = (72, 180, 500, 300)
    taken = []
    for number in range(count):
        before = part(screen, title)
        now = time.perf_counter()
        file.write_text(good.replace('"title": {"ko": "', f'"title": {{"ko": "{number}'), encoding="utf-8")
        wait_for(lambda before=before: (part(screen, title) != before).mean() > 0.005, "the edit is not shown")
        taken.append(time.perf_counter() - now)
        time.sleep(2)
    ours = median(taken)
    return Row("edit to screen", ours, None, "s", "5 s", ours < 5)
