"""A content folder in, pictures of every screen and a contact sheet out; drawn by several processes at once."""

from __future__ import annotations

import json
import os
import queue
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kiosk import paths
from kiosk.content.problems import Problem
from kiosk.content.reader import Reading
from kiosk.places import unwritable
from kiosk.publish.publisher import publish
from kiosk.staff.proof.contact_sheet import SHEET, contact_sheet
from kiosk.staff.proof.render import Proofed
from kiosk.staff.proof.translations import borrowed

Step = Callable[[int, int, str], None]
"""Takes how many screens are done, about how many there are, and the name of the last one."""


SILENCE = 300.0
"""Longest time in which no process has drawn anything, s: a first screen whose art is baked, on a slow machine."""


class ProofError(Exception):
    """The proof cannot be made. The message names the place, the problem and the remedy."""


@dataclass(frozen=True)
class Wish:
    """What to prove: a content folder, where to, in which languages (empty: all) and sizes, px."""

    folder: Path
    out: Path
    languages: tuple[str, ...] = ()
    sizes: tuple[tuple[int, int], ...] = ((1080, 1920), (1920, 1080))
    jobs: int = 0
    """Processes that draw at the same time; 0 for as many as there are processors."""


@dataclass(frozen=True)
class Proof:
    """What came of it. ``sheet`` is None where the content has errors: then there is nothing to draw."""

    reading: Reading
    problems: tuple[Problem, ...]
    screens: tuple[Proofed, ...] = ()
    sheet: Path | None = None

    @property
    def errors(self) -> int:
        """How many screens have something that must be mended."""
        return sum(any(flag.error for flag in screen.flags) for screen in self.screens)


def prove(wish: Wish, step: Step) -> Proof:
    """Publish the folder aside, draw every screen of it, and write the contact sheet.

    Raises:
        ProofError: for a language the content does not have, a folder that cannot be written, or a drawing process
            that ends before its work is done or gives no sign.
    """
    _require_writable(wish.out)
    with tempfile.TemporaryDirectory(prefix="kiosk-proof-") as state:
        outcome = publish(wish.folder, Path(state), lambda _line: None)
        content = outcome.reading.content
        if outcome.edition is None or content is None:
            return Proof(outcome.reading, outcome.problems)
        tags = wish.languages or content.tags
        for tag in tags:
            if tag not in content.tags:
                raise ProofError(f"The content has no language {tag}. Choose from {', '.join(content.tags)}.")
        lent = borrowed(outcome.reading)
        common = {
            "edition": str(Path(state) / "editions" / outcome.edition),
            "out": str(wish.out.resolve()),
            "plates": str(_plates(Path(state))),
        }
        jobs = [
            {**common, "language": tag, "size": size, "borrowed": lent.get(tag, []), "safe": tag == tags[0]}
            for size in wish.sizes
            for tag in tags
        ]
        first = 3 + 3 + sum(1 + len(section.panels) for section in content.sections)
        stops = sum(len(getattr(e.panel, "stops", ())) for section in content.sections for e in section.panels)
        screens = tuple(_drawn(jobs, wish.jobs or os.cpu_count() or 1, first + stops, step))
    order = {screen.name: place for place, screen in reversed(list(enumerate(screens)))}
    ranked = sorted(
        screens,
        key=lambda one: (order[one.name], wish.sizes.index(one.size), tags.index(one.language)),
    )
    sheet = wish.out / SHEET
    text = contact_sheet(ranked, outcome.problems, wish.folder, outcome.edition)
    try:
        sheet.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise ProofError(f"{sheet} cannot be written ({error.strerror}). Make room, or name another --out.") from error
    return Proof(outcome.reading, outcome.problems, tuple(ranked), sheet)


def _require_writable(out: Path) -> None:
    reason = unwritable(out)
    if reason:
        raise ProofError(f"{out} cannot be written ({reason}). Name another folder with --out.")


def _plates(aside: Path) -> Path:
    """Where plates in other sizes are kept: with the kiosk's own, else aside."""
    kept = paths.default_state() / "plates"
    return aside / "plates" if unwritable(kept) else kept


def _drawn(jobs: Sequence[dict[str, Any]], workers: int, first_pages: int, step: Step) -> Iterator[Proofed]:
    """Every screen, as the processes draw them."""
    waiting: queue.SimpleQueue[dict[str, Any]] = queue.SimpleQueue()
    for job in jobs:
        waiting.put(job)
    said: queue.SimpleQueue[dict[str, Any] | None] = queue.SimpleQueue()
    processes = [_process() for _ in range(min(workers, len(jobs)))]
    threads = [threading.Thread(target=_feed, args=(one, waiting, said), daemon=True) for one in processes]
    for thread in threads:
        thread.start()
    done, left = 0, len(processes)
    seen = 0
    try:
        while left:
            try:
                line = said.get(timeout=SILENCE)
            except queue.Empty:
                raise ProofError(f"Nothing was drawn for {SILENCE:.0f} s. Try again with --jobs 1.") from None
            if line is None:
                left -= 1
            elif "error" in line:
                raise ProofError(line["error"])
            else:
                screen = Proofed.from_json(line)
                seen += 1
                done += screen.page == 1
                step(seen, max(seen, round(seen / max(1, done) * first_pages * len(jobs))), screen.file)
                yield screen
    finally:
        for process, thread in zip(processes, threads, strict=True):
            process.kill()
            thread.join()  # it has the end of what the process says; only then may that be closed
            process.communicate()


def _process() -> subprocess.Popen[str]:
    environment = {**os.environ, **paths.python()}
    return subprocess.Popen(
        [sys.executable, "-m", "kiosk.staff.proof.render"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8", env=environment,
    )  # fmt: skip


def _feed(
    process: subprocess.Popen[str],
    waiting: queue.SimpleQueue[dict[str, Any]],
    said: queue.SimpleQueue[dict[str, Any] | None],
) -> None:
    """Give a process one job after another, and pass on what it says."""
    assert process.stdin is not None  # noqa: S101 - pipes were asked for
    assert process.stdout is not None  # noqa: S101 - it is a pipe
    while not waiting.empty():
        try:
            job = waiting.get_nowait()
        except queue.Empty:
            break
        try:
            process.stdin.write(json.dumps(job) + "\n")
            process.stdin.flush()
        except OSError:
            said.put({"error": _ended(job)})
            break
        for text in process.stdout:
            line = json.loads(text)
            if "done" in line:
                break
            said.put(line)
        else:
            said.put({"error": _ended(job)})
            break
    said.put(None)


def _ended(job: dict[str, Any]) -> str:
    size = "x".join(str(side) for side in job["size"])
    return f"Drawing {job['language']} at {size} ended early; standard error says why. Try again with --jobs 1."
