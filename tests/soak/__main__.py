"""``python -m tests.soak --hours N``: run the kiosk under random hands and content swaps, and judge it."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")

from kiosk.publish.publisher import publish
from tests.soak.booth import Booth
from tests.soak.coverage import Coverage, goals
from tests.soak.plot import draw
from tests.soak.samples import Frames, Samples
from tests.soak.summary import Outcome
from tests.soak.variants import EXTRA, Variants
from tests.soak.visitor import Visitor

UNHURRIED = 150.0
"""Seconds a short run has at least for seeing everything, on however slow a machine."""

LONG = 20_000
"""Events from which on a run looks at memory four times a minute only: what it keeps of it is memory, too."""

WAITING_MS = 40
"""Between two looks at whether it is time to go on."""

QUIET_EVERY, QUIET_SECONDS = 5, 1.5
"""After every so many visits nobody comes for so long: what the kiosk does when it is left alone is done, and
memory is looked at then."""


def main() -> int:
    """Run as the arguments say. Returns 0 if no promise is broken, else 1."""
    parser = argparse.ArgumentParser(prog="python -m tests.soak", description=__doc__)
    parser.add_argument("--hours", type=float, default=0.0, help="how long")
    parser.add_argument("--events", type=int, default=0, help="or: until so many events were sent")
    parser.add_argument("--swap", type=float, default=300.0, metavar="SECONDS", help="time between swaps; 0 for none")
    parser.add_argument("--pause", type=int, metavar="MS", help="between actions (default: 100, with --events 0)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--size", default="1080x1920", help="of the panel in px")
    parser.add_argument("--bake", action="store_true", help="bake plates that are missing, as the kiosk does")
    parser.add_argument("--out", type=Path, help="folder for samples.csv, soak.svg and summary.txt")
    args = parser.parse_args()
    if not args.hours and not args.events:
        parser.error("say --hours or --events")
    with tempfile.TemporaryDirectory(prefix="kiosk-soak-") as work:
        out = args.out or Path(work)
        out.mkdir(parents=True, exist_ok=True)
        outcome = Soak(args, Path(work), out).run()
        draw(outcome.rows, out / "soak.svg")
        text = outcome.text()
        (out / "summary.txt").write_text(text + "\n", encoding="utf-8")
        sys.stdout.write(text + "\n")
        return 0 if outcome.passed else 1


class Soak:
    """One run."""

    def __init__(self, args: argparse.Namespace, work: Path, out: Path) -> None:
        self._args = args
        self._variants = Variants(work / "content")
        publish(self._variants.folder, work / "state", lambda _: None)
        width, height = (int(part) for part in args.size.split("x"))
        self._booth = Booth(self._variants.folder, work / "state", (width, height), bake=args.bake)
        self._coverage = Coverage()
        thorough = bool(args.hours) or args.events >= LONG
        self._goals = goals(self._booth.session, swaps=bool(args.swap), thorough=thorough)
        self._visitor = Visitor(self._booth, self._coverage, args.seed, eager=not thorough)
        self._frames = Frames(self._booth.window)
        self._samples = Samples(out / "samples.csv", self._frames)
        self._outcome = Outcome([], args.seed)
        self._swapped = self._swap_due = self._read_due = self._quiet_until = 0.0
        self._visits = 0
        self._before = ("attract", "", 0, False)

    def run(self) -> Outcome:
        """Run to the end and take everything down in order."""
        booth = self._booth
        session = booth.session
        session.editionChanged.connect(self._shown)
        for changed in (session.placeChanged, session.sheetChanged, session.comfortChanged, session.idleChanged):
            changed.connect(lambda: self._coverage.look(session))
        session.visitEnded.connect(self._visit_ended)
        session.announced.connect(lambda _: self._coverage.saw("event", "panel taken away"))
        booth.run(self._begun)
        self._frames.stop()
        outcome = self._outcome
        outcome.rows = self._samples.close()
        outcome.faults, outcome.warnings = booth.complaints.faults, booth.complaints.warnings
        outcome.wrong = self._visitor.wrong
        outcome.missing = self._coverage.missing(self._goals)
        outcome.goals = sum(len(names) for names in self._goals.values())
        outcome.swaps = self._variants.number
        outcome.unpublished = self._variants.number - len(outcome.shown)
        return outcome

    def _begun(self) -> None:
        args, booth = self._args, self._booth
        self._start = time.monotonic()
        self._swap_due = self._start + min(args.swap, 3.0)
        self._pause = (0 if args.events else 100) if args.pause is None else args.pause
        self._timers = [
            booth.later(self._pause, self._act),
            booth.later(1000 if args.hours < 0.2 and args.events < LONG else 15_000, self._sample),
        ]

    def _visit_ended(self) -> None:
        self._coverage.saw("event", "reset")
        self._visits += 1
        if self._visits % QUIET_EVERY == 0:
            self._quiet_until = time.monotonic() + QUIET_SECONDS

    def _act(self) -> None:
        now = time.monotonic()
        reading = bool(self._swapped) and self._variants.number % 4 == 2
        # While nobody acts, nobody looks for what to do a thousand times a second either: the publisher needs the core.
        self._timers[0].setInterval(WAITING_MS if reading or now < self._quiet_until else self._pause)
        if now < self._quiet_until:
            return
        if self._quiet_until:
            self._quiet_until = 0.0
            self._samples.take(self._visitor.events, self._variants.number, resting=True)
        if reading:
            if now >= self._read_due:  # while it is being taken away
                self._read_due = now + 0.2
                if self._booth.session.waiting:
                    self._visitor.stand_still()
                else:
                    self._visitor.read(EXTRA)
        else:
            self._visitor.act()
        self._look()
        args = self._args
        events = self._visitor.events
        if args.hours:
            over = now - self._start > args.hours * 3600
        else:  # a short run may go on a little to see the rest
            late = events >= args.events * 8 and now - self._start > UNHURRIED
            over = late or (events >= args.events and not self._coverage.missing(self._goals))
        if over and not self._swapped:
            for timer in self._timers:
                timer.stop()
            self._sample()
            self._booth.end()
        elif args.swap and not over and not self._swapped and now >= self._swap_due:
            self._swap_due = now + args.swap
            self._variants.swap()
            self._swapped = time.monotonic()

    def _shown(self) -> None:
        if self._swapped:
            self._outcome.shown.append(time.monotonic() - self._swapped)
            self._swapped = 0.0
            self._coverage.saw("event", "edition swapped")

    def _look(self) -> None:
        """Note what is on the screen, and what has become of what was."""
        session, saw = self._booth.session, self._coverage.saw
        self._coverage.look(session)
        saw("staff", self._booth.desk.stage or "shut")
        now = (str(session.screen), str(session.sheet), int(session.pageNumber), bool(session.canGoBack))
        was, self._before = self._before, now
        if was[0] == "attract" and now[0] == "home":
            saw("event", "wake")
        if was[1] and not now[1]:
            saw("event", "sheet closed")
        if was[0] in ("section", "panel") and was[3] and now[0] == "home" and session.idleStage == "active":
            saw("event", "back")
        if now[2] > 0:
            saw("event", "page turned")
        if session.idleStage == "warning" or self._coverage.seen.get("idle", {}).get("warning"):
            saw("event", "warning")

    def _sample(self) -> None:
        self._samples.take(self._visitor.events, self._variants.number)


if __name__ == "__main__":
    raise SystemExit(main())
