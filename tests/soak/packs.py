"""``python -m tests.soak.packs --number N``: mutated content folders, published one after another beside the screen.

Promise 2: nothing crashes, the screen never stalls, and what is on it is always the last good edition. Seeded: the
same numbers give the same folders.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")

from kiosk.publish.editions import Editions
from kiosk.publish.publisher import publish
from tests.content.samples import as_bytes, folder, png, texts, written

STALL_MS = 250.0
"""Longest time the event loop may not turn."""

SETTLING = 6.0
"""Seconds of the start that do not count: the first screens are made once."""

ODD: tuple[Any, ...] = (
    *(None, True, 0, -1, 2**40, 2**70, 1e308, "", " ", "5", "../x", "C:\\x", "http://x", "\u202e", "\ud800"),
    *([], {}, [[]], {"ko": ""}, {"xx": "x"}, ["a"] * 300, "x" * 5000, "<img src=http://x>", "%1", "e" + "\u0301" * 50),
)
"""Values that belong nowhere."""

RAW = (b"", b"\0", b"\xff\xfe", b"{", b"]", b",", b"//", b"NaN", b"1e999", b"\xed\xa0\x80", b'"', b"\xef\xbb\xbf")
"""Bytes that break a file's text."""


def good() -> dict[str, Any]:
    """The sample with a picture, so that there is something of every kind to break."""
    files = folder()
    art = {"picture": {"file": "media/a.png", "alt": texts("A")}}
    files["industries/section.json"]["art"] = art
    return files | {"media/a.png": png(8, 8)}


def mutated(chance: random.Random) -> dict[str, bytes]:
    """The files of a folder in which one to four things are wrong, or merely different."""
    files = good()
    for _ in range(chance.choice((1, 1, 1, 2, 4))):
        name = chance.choice(sorted(files))
        way = chance.randrange(10)
        if way < 6 and isinstance(files[name], dict):
            _mutate_value(files[name], chance)
        elif way < 8:
            data = bytearray(_bytes(files[name]))
            at = chance.randrange(len(data) + 1)
            data[at : at + chance.choice((0, 0, 1, 40))] = chance.choice((*RAW, chance.randbytes(3)))
            files[name] = bytes(data if chance.random() < 0.8 else data[:at])
        elif way == 8 and len(files) > 1:
            del files[name]
        else:
            files[chance.choice((f"{name}.json", f"x/{name}", "media/b.png", "industries/new.json"))] = files[name]
    return {name: _bytes(data) for name, data in files.items()}


def _bytes(data: object) -> bytes:
    """As written to the disk: halves of surrogate pairs, too."""
    return (
        json.dumps(data, ensure_ascii=False).encode("utf-8", "surrogatepass")
        if isinstance(data, dict)
        else as_bytes(data)
    )


def _mutate_value(value: Any, chance: random.Random) -> None:
    """One value somewhere inside becomes odd, goes away, moves, or gets another name."""
    while True:
        keys = list(value) if isinstance(value, dict) else list(range(len(value)))
        if not keys:
            return
        key = chance.choice(keys)
        inner = value[key]
        if isinstance(inner, (dict, list)) and inner and chance.random() < 0.75:
            value = inner
            continue
        match chance.randrange(4):
            case 0:
                del value[key]
            case 1 if isinstance(value, dict):
                value[str(key) + chance.choice(("", "s", "_", "\u0301"))] = value.pop(key)
            case 2 if isinstance(value, list):
                value.append(inner)
            case _:
                value[key] = chance.choice(ODD)
        return


def work(root: Path, state: Path, number: int, seed: int) -> dict[str, int]:
    """Publish ``number`` mutated folders; what became of them."""
    counts: Counter[str] = Counter()
    editions = Editions(state)
    current = editions.current()
    assert current is not None
    shown = current.id
    for index in range(number):
        where = root / str(index % 2)
        _emptied(where)
        written(dict(mutated(random.Random(f"{seed} {index}"))), where)  # noqa: S311 - the same folders each time
        outcome = publish(where, state, lambda _: None)
        now = editions.current(quick=True)
        assert now is not None, index
        if outcome.edition is None:
            counts["refused"] += 1
            assert any(problem.severity == "error" and problem.hint for problem in outcome.problems), index
            assert now.id == shown, f"folder {index} was refused and is on the screen"
        else:
            counts["accepted"] += 1
            assert now.id == outcome.edition, index
            shown = now.id
        counts.update(f"error {one.code}" for one in outcome.problems if one.severity == "error")
    return dict(counts)


def _emptied(root: Path) -> None:
    for path in sorted(root.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()


def main() -> int:
    """Run as the arguments say. Returns 0 if the promise is kept, else 1."""
    parser = argparse.ArgumentParser(prog="python -m tests.soak.packs", description=__doc__)
    parser.add_argument("--number", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=2)
    parser.add_argument("--worker", type=Path, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.worker:
        counts = work(args.worker / "mutated", args.worker / "state", args.number, args.seed)
        sys.stdout.write(json.dumps(counts))
        return 0
    with tempfile.TemporaryDirectory(prefix="kiosk-packs-") as folder_:
        return _beside_the_screen(Path(folder_), args)


def _beside_the_screen(root: Path, args: argparse.Namespace) -> int:
    from tests.soak.booth import Booth
    from tests.soak.samples import Frames

    content = written(good(), root / "content")
    publish(content, root / "state", lambda _: None)
    booth = Booth(content, root / "state", (540, 960), bake=False)
    frames = Frames(booth.window)
    options = ["--number", str(args.number), "--seed", str(args.seed), "--worker", str(root)]
    began = time.monotonic()
    stalls: list[float] = []

    running: list[subprocess.Popen[bytes]] = []

    def begun() -> None:
        duties = booth.player._duties
        assert duties is not None
        duties._watch.stop()  # the worker publishes, folder after folder, without waiting for them to come to rest
        duties._publisher.stop()
        booth.session.wake()
        booth.timer = booth.later(1000, look)  # type: ignore[attr-defined]

    def look() -> None:
        booth.player.follow()
        stall = frames.take()[4]
        if time.monotonic() - began < SETTLING:
            return
        if not running:
            command = [sys.executable, "-m", "tests.soak.packs", *options]
            running.append(subprocess.Popen(command, stdout=subprocess.PIPE, cwd=Path(__file__).parents[2]))
            return
        stalls.append(stall)
        if running[0].poll() is not None:
            booth.end()

    booth.run(begun)
    worker = running[0]
    assert worker.stdout is not None
    counts = json.loads(worker.stdout.read() or "{}")
    kept = worker.returncode == 0 and max(stalls) <= STALL_MS and not booth.complaints.faults
    codes = sum(name.startswith("error ") for name in counts)
    sys.stdout.write(
        f"{args.number} mutated folders in {time.monotonic() - began:.0f} s: {counts.get('refused', 0)} refused with "
        f"{codes} kinds of errors, {counts.get('accepted', 0)} accepted; worker's exit code {worker.returncode}\n"
        f"screen: {len(stalls)} looks, longest stall {max(stalls):.0f} ms, {len(booth.complaints.faults)} faults, "
        f"{len(booth.complaints.warnings)} Qt warnings\n{'ok' if kept else 'BROKEN'}\n"
    )
    return 0 if kept else 1


if __name__ == "__main__":
    raise SystemExit(main())
