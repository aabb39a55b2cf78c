"""``python -m tests.bench [MEASURE-COUNT] [REST-SECONDS]``: print the table."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from tests.app.x11 import MISSING, screen
from tests.bench.measures import SIZE, Row
from tests.bench.table import rows


def line(row: Row) -> str:
    """A row of the table."""
    beside = "" if row.bare is None else f"{row.bare:.1f}"
    verdict = {True: "met", False: "NOT MET", None: ""}[row.met]
    return f"{row.what:<48} {row.kiosk:>9.1f} {beside:>9} {row.unit:<12} {row.limit:<18} {verdict}"


def main() -> int:
    """Measure and print. 0 if every limit is met, 1 if not, 2 without a screen."""
    if MISSING:
        sys.stderr.write(MISSING + "\n")
        return 2
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    rest = float(sys.argv[2]) if len(sys.argv) > 2 else 60.0
    out = sys.stdout
    out.write(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}, {SIZE[0]}x{SIZE[1]}, medians of {count}\n")
    out.write(f"{'':<48} {'kiosk':>9} {'beside':>9}\n")
    bad = False
    with tempfile.TemporaryDirectory() as scratch, screen(*SIZE, Path(scratch) / "screen") as shown:
        for row in rows(shown, Path(scratch), count=count, rest=rest):
            out.write(line(row) + "\n")
            out.flush()
            bad |= row.met is False
    return int(bad)


if __name__ == "__main__":
    sys.exit(main())
