"""``python -m tests.soak.publishing``: a pack of 500 files and 200 pictures, published beside the moving screen.

The interface may not stall for more than 50 ms. The same time is measured without a publish, too: what a busy machine
does to the screen by itself is no fault of the publisher.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")

from kiosk.publish.publisher import publish
from tests.content.samples import folder, texts, written
from tests.publish import pictures_made as made
from tests.soak.booth import Booth
from tests.soak.samples import Frames

STALL_MS = 50.0


def pack(files: int, pictures: int) -> dict[str, Any]:
    """A folder of so many files, the pictures of 1600 x 1200 px each among them."""
    content = folder()
    photograph = made.photograph(1600, 1200)
    for number in range(pictures):
        photograph.putpixel((number % 1600, 700), (number % 256, 1, 2))
        content[f"media/p{number}.jpg"] = made.encoded(photograph, "JPEG", quality=88)
    for number in range(files - len(content)):
        panel = {"kind": "story", "title": texts(f"Panel {number}"), "text": [texts("Light becomes industry.")]}
        if number < pictures:
            panel["art"] = {"picture": {"file": f"media/p{number}.jpg", "alt": texts("A picture")}}
        content[f"city-{number % 8}/p-{number}.json"] = panel
    for number in range(8):
        content[f"city-{number}/section.json"] = {"title": texts("City"), "hue": "ai", "art": {"scene": "lens"}}
    return content


def main() -> int:
    """Run as the arguments say. Returns 0 if the promise is kept, else 1."""
    parser = argparse.ArgumentParser(prog="python -m tests.soak.publishing", description=__doc__)
    parser.add_argument("--files", type=int, default=500)
    parser.add_argument("--pictures", type=int, default=200)
    parser.add_argument("--size", default="1080x1920")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="kiosk-publishing-") as work:
        return _run(Path(work), args)


def _run(root: Path, args: argparse.Namespace) -> int:
    content = written(folder(), root / "content")
    publish(content, root / "state", lambda _: None)
    width, height = (int(part) for part in args.size.split("x"))
    booth = Booth(content, root / "state", (width, height), bake=False)
    frames = Frames(booth.window)
    written(pack(args.files, args.pictures), root / "next")
    phases: dict[str, list[float]] = {"resting": [], "publishing": []}
    times = {"begun": 0.0, "changed": 0.0, "shown": 0.0}

    def begun() -> None:
        times["begun"] = time.monotonic()
        booth.session.editionChanged.connect(lambda: times.update(shown=time.monotonic()))
        booth.timer = booth.later(100, look)  # type: ignore[attr-defined]

    def look() -> None:
        now = time.monotonic()
        stall = frames.take()[4]
        if now - times["begun"] < 4:  # the rest of the start
            return
        phases["publishing" if times["changed"] else "resting"].append(stall)
        if not times["changed"] and now - times["begun"] > 24:
            content.rename(root / "before")
            (root / "next").rename(content)
            times["changed"] = now
        if times["shown"] or (times["changed"] and now - times["changed"] > 1200):
            booth.end()

    booth.run(begun)
    resting, publishing = max(phases["resting"]), max(phases["publishing"])
    over = sum(stall > STALL_MS for stall in phases["publishing"])
    took = times["shown"] - times["changed"]
    sys.stdout.write(
        json.dumps({"files": args.files, "pictures": args.pictures, "seconds until shown": round(took, 1)}) + "\n"
        f"longest stall: {resting:.0f} ms in 20 s without a publish, {publishing:.0f} ms while publishing, "
        f"{over} of {len(phases['publishing'])} looks over {STALL_MS:.0f} ms\n"
    )
    kept = took > 0 and publishing <= max(STALL_MS, resting)
    sys.stdout.write("ok\n" if kept else "BROKEN\n")
    return 0 if kept else 1


if __name__ == "__main__":
    raise SystemExit(main())
