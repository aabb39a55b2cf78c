"""What a soak has shown, against promises 8 and 9: kept, broken, or too short to tell."""

from __future__ import annotations

from dataclasses import dataclass, field
from statistics import median

from tests.soak.samples import Sample, column, floors, slope

WARMING_UP = 0.2
"""The part at the start that does not count for slopes: fonts, pictures and pages are met for the first time."""

WARMING_SECONDS = 900.0
"""At least so much of it; a heap needs a while to find its shape."""

TELLING_SECONDS = 2400.0
"""A run shorter than this tells nothing about slopes."""

GROWTH = 0.05
"""Promise 8: the resident memory grows by less than 5 %."""

SLOPE = 1.0
"""Promise 9: MiB an hour."""

ENOUGH = 8
"""Samples at rest from which on they alone tell the slope: the same screen each time, so that nothing else moves it."""

SPREAD = 2
"""Descriptors: pipes of a publisher that runs just now come and go; their level may not move by more than this."""


@dataclass
class Outcome:
    """Everything a soak has to say."""

    rows: list[Sample]
    seed: int
    faults: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    goals: int = 0
    swaps: int = 0
    shown: list[float] = field(default_factory=list)
    """Seconds from each change of the content to its showing."""
    unpublished: int = 0

    @property
    def verdicts(self) -> list[tuple[str, bool | None, str]]:
        """(what, whether it holds, the number); None where the run is too short to tell."""
        end = self.rows[-1].seconds
        warm = max(WARMING_SECONDS, end * WARMING_UP)
        steady = [row for row in self.rows if row.seconds >= warm] or self.rows
        telling = end >= TELLING_SECONDS and len(steady) >= 20
        part = max(1, len(steady) // 8)
        first, last = median(column(steady[:part], "rss")), median(column(steady[-part:], "rss"))
        growth = last / first - 1
        resting = [row for row in steady if row.resting]
        at = "at rest" if len(resting) >= ENOUGH else "floors"
        rise = slope(resting if at == "at rest" else floors(steady, "own"), "own")
        every = slope(steady, "own")
        opened = median(column(steady[-part:], "descriptors")) - median(column(steady[:part], "descriptors"))
        told: list[tuple[str, bool | None, str]] = [
            ("no exception", not self.faults, f"{len(self.faults)}"),
            ("no QML warning", not self.warnings, f"{len(self.warnings)}"),
            ("nothing escaped, closed or left behind", not self.wrong, f"{len(self.wrong)}"),
            ("coverage", not self.missing, f"{self.goals - len(self.missing)} of {self.goals}"),
            ("memory grows < 5 %", growth < GROWTH if telling else None, f"{growth * 100:+.1f} %"),
            (
                "memory < 1 MiB/h",
                rise < SLOPE if telling else None,
                f"{rise:+.2f} MiB/h ({at}; {every:+.2f} all)",
            ),
            ("descriptors flat", abs(opened) <= SPREAD if telling else None, f"{opened:+.0f}"),
        ]
        if self.swaps:
            told.append(("every swap shown", not self.unpublished, f"{len(self.shown)} of {self.swaps}"))
        return told

    @property
    def passed(self) -> bool:
        """Whether no promise is broken."""
        return all(holds is not False for _, holds, _ in self.verdicts)

    def text(self) -> str:
        """The summary that is printed."""
        end = self.rows[-1]
        lines = [
            f"{end.seconds / 60:.1f} min, {end.events} events, {self.swaps} swaps, seed {self.seed}",
            "memory, MiB: "
            + ", ".join(
                f"{word} {getattr(self.rows[0], name):.0f} -> {getattr(end, name):.0f}"
                for word, name in (
                    ("RSS", "rss"),
                    ("PSS", "pss"),
                    ("own", "own"),
                    ("in use", "allocated"),
                )
            ),
            f"frames: {sum(row.frames for row in self.rows)}, "
            f"median {median(column(self.rows, 'frame_median_ms')):.1f} ms, "
            f"99 % {median(column(self.rows, 'frame_99_ms')):.1f} ms, "
            f"longest {max(column(self.rows, 'frame_most_ms')):.0f} ms, "
            f"longest stall {max(column(self.rows, 'stall_most_ms')):.0f} ms",
        ]
        if self.shown:
            lines.append(f"swaps shown after {median(self.shown):.1f} s, at most {max(self.shown):.1f} s")
        for what, holds, number in self.verdicts:
            word = {True: "ok", False: "BROKEN", None: "too short to tell"}[holds]
            lines.append(f"{word:<18} {what}: {number}")
        lines += [f"missing: {goal}" for goal in self.missing]
        lines += [f"wrong: {text}" for text in self.wrong[:10]]
        lines += [f"warning: {text}" for text in list(dict.fromkeys(self.warnings))[:10]]
        lines += [f"fault: {text}" for text in self.faults[:5]]
        return "\n".join(lines)
