"""The plates that ship with the program: what the interface asks for at the two usual sizes, collected and baked.

``python -m kiosk.staff.plates --out assets/plates`` walks through the default content in every language, bakes what is
missing, removes what is no longer asked for and writes ``index.json``. Run it after a change of the default content,
of a page's layout or of a scene; a second run bakes nothing.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, Final

from kiosk import paths
from kiosk.content.reader import read
from kiosk.player.edition_view import EditionView
from kiosk.player.interface import type_name
from kiosk.player.plates import INDEX, KEPT, PlateShelf
from kiosk.publish.compose import compose
from kiosk.publish.light.request import PlateRequest, stands
from kiosk.staff.proof.stage import Messages, Stage, prepare
from kiosk.staff.proof.walk import walk

SIZES: Final = ((1080, 1920), (1920, 1080))
"""Panels whose plates ship, px. All others are shown cropped from these until their own are baked."""

COMFORTS: Final = ("", "contrast", "low")
"""How a visitor may have set the kiosk; all are walked through. Larger text asks for no plate that is not among these:
its pages have no room for art."""

Request = dict[str, Any]


def collect(edition: EditionView, sizes: Iterable[tuple[int, int]] = SIZES) -> list[Request]:
    """Everything the interface asks of the plate shelf on any screen, in any language, in any of ``COMFORTS``.

    Needs a QGuiApplication; see ``kiosk.staff.proof.stage.prepare``.
    """
    shelf = PlateShelf([])
    for size in sizes:
        stage = Stage(edition, size, shelf)
        for comfort in COMFORTS:
            for language in edition.languages:
                for screen in walk(stage, language["tag"]):
                    if screen.kind == "home":
                        _choose(stage, comfort)
                    elif screen.kind == "attract":
                        _every_name(stage)
        stage.close()
    return sorted(shelf.asked, key=lambda request: PlateRequest.from_json(request).key)


def _choose(stage: Stage, comfort: str) -> None:
    session = stage.session
    session.setContrast(comfort == "contrast")
    session.setLow(comfort == "low")
    stage.settle()


def _every_name(stage: Stage) -> None:
    """Let each of the names in light have its turn."""
    for item in list(stage.items()):
        if type_name(item) == "AttractScreen":
            for turn in range(len(stage.session.kiosk["lightNames"])):
                item.setProperty("turn", turn)
                stage.settle()
            item.setProperty("turn", 0)


def bake(requests: Iterable[Request], out: Path, jobs: int = 2) -> Iterator[Request]:
    """Bake plates into ``out`` in ``jobs`` processes; each report is given out as it comes.

    A report is ``{"key", "seconds"}``, or has an ``"error"`` for a plate that could not be made.
    """
    environment = {**os.environ, **paths.python()}
    command = [sys.executable, "-m", "kiosk.publish.light", "--out", str(out)]
    command += ["--fonts", str(paths.assets() / "fonts")]
    wanted = list(requests)
    running = []
    for job in range(min(jobs, len(wanted))):
        with tempfile.TemporaryFile("w+", encoding="utf-8") as orders:
            orders.writelines(json.dumps(request) + "\n" for request in wanted[job::jobs])
            orders.seek(0)
            running.append(
                subprocess.Popen(  # noqa: S603 - our own program
                    command, stdin=orders, stdout=subprocess.PIPE, text=True, encoding="utf-8", env=environment
                )
            )
    try:
        for process in running:
            assert process.stdout is not None  # noqa: S101 - a pipe was asked for
            for line in process.stdout:
                yield json.loads(line)
    finally:
        for process in running:
            process.terminate()
            process.communicate()


def index(requests: Iterable[Request]) -> str:
    """The text of ``index.json``: what the shelf needs to know of each plate to find a stand-in."""
    rows = {PlateRequest.from_json(request).key: {name: request[name] for name in KEPT} for request in requests}
    lines = (f"{json.dumps(key)}: {json.dumps(rows[key], ensure_ascii=False, sort_keys=True)}" for key in sorted(rows))
    return "{\n" + ",\n".join(lines) + "\n}\n"


def ship(out: Path, say: Callable[[str], None], jobs: int = 2) -> int:
    """Collect, bake and index the plates of the default content. Returns the number of plates that failed."""
    content = read(paths.default_content()).content
    if content is None:
        say("The default content has errors; kiosk check tells them.")
        return 1
    with tempfile.TemporaryDirectory() as folder:
        for name, data in compose(content, lambda picture: picture.read_bytes()).items():
            (Path(folder) / name).parent.mkdir(parents=True, exist_ok=True)
            (Path(folder) / name).write_bytes(data)
        with Messages() as messages:
            requests = collect(EditionView(Path(folder)))
    if messages.lines:
        # A page that does not load asks for nothing: its plates would be thrown away.
        say("The interface warns; mend it first: " + messages.lines[0])
        return 1
    keys = {PlateRequest.from_json(request).key for request in requests}
    missing = [request for request in requests if not stands(out / f"{PlateRequest.from_json(request).key}.jpg")]
    say(f"{len(requests)} plates, {len(missing)} to bake")
    out.mkdir(parents=True, exist_ok=True)
    failed = 0
    for number, report in enumerate(bake(missing, out, jobs), start=1):
        failed += "error" in report
        say(f"{number}/{len(missing)} {report.get('error') or report['key']} {report.get('seconds', '')}".rstrip())
    for file in out.glob("*.jpg"):
        if file.stem not in keys:
            file.unlink()
    (out / INDEX).write_text(index(requests), encoding="utf-8", newline="\n")
    total = sum(file.stat().st_size for file in out.glob("*.jpg"))
    say(f"{total / 1e6:.1f} MB in {out}")
    return failed


def main(argv: list[str] | None = None) -> int:
    """Bake the shipped plates. 0 done, 1 if a plate failed."""
    parser = argparse.ArgumentParser(prog="python -m kiosk.staff.plates", description="Bake the plates that ship.")
    parser.add_argument("--out", type=Path, required=True, help="folder for the plates, such as assets/plates")
    parser.add_argument("--jobs", type=int, default=2, help="processes that bake at the same time")
    options = parser.parse_args(argv)
    application = prepare()
    failed = ship(options.out, lambda line: print(line, flush=True), max(1, options.jobs))  # noqa: T201 - a command
    del application
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
