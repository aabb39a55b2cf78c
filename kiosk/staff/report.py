"""``python -m kiosk.staff.report CONTENT --state DIR``: what the staff panel shows, as JSON, from its own process.

``{"files", "fine", "warnings", "errors", "rows": [{"severity", "message", "hint", "place"}, ...], "more", "published",
"held"}``: rows worst first, ``more`` how many are left out, ``published`` the time of the edition shown (local
``YYYY-MM-DD HH:MM``, or ""), ``held`` whether staff have gone back to it by hand.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from kiosk import paths
from kiosk.content.glyphs import shipped
from kiosk.content.problems import count, visible
from kiosk.content.reader import read
from kiosk.publish.editions_reading import StoredEditions
from kiosk.publish.limits import apply
from kiosk.publish.pictures import inspect

ROWS = 12
"""Most messages that are shown: they come up within 20 ms, sixty took 160. The rest is told by ``kiosk check``."""

LONGEST = 300
"""Letters of a message that are shown."""


def report(content: Path, state: Path, language: str) -> dict[str, Any]:
    """Check the content as ``kiosk check`` does, and say from when the edition shown is."""
    reading = read(content, draws=shipped(paths.assets() / "fonts"), inspect=inspect)
    found = sorted(reading.problems, key=lambda problem: problem.severity == "warning")
    errors, warnings = count(found)
    rows = []
    for problem in (one.in_language("ko" if language == "ko" else "en") for one in found[:ROWS]):
        message = visible(f"{problem.field}: {problem.message}" if problem.field else problem.message)
        rows.append(
            {
                "severity": problem.severity,
                "message": message if len(message) <= LONGEST else message[:LONGEST] + " …",
                "hint": visible(problem.hint)[:LONGEST],
                "place": "" if problem.file == "." else visible(f"{problem.file}:{problem.line}"),
            }
        )
    edition = StoredEditions(state).current(str(content.absolute()), quick=True)
    return {
        "files": reading.files,
        "fine": max(0, reading.files - len({problem.file for problem in found} & set(reading.documents))),
        "warnings": warnings,
        "errors": errors,
        "rows": rows,
        "more": len(found) - len(rows),
        "published": edition.manifest.published.astimezone().strftime("%Y-%m-%d %H:%M") if edition else "",
        "held": edition is not None and edition.held,
    }


def main(argv: list[str]) -> int:
    """Print the report. Returns 0."""
    parser = argparse.ArgumentParser()
    parser.add_argument("content", type=Path)
    parser.add_argument("--state", type=Path, required=True)
    parser.add_argument("--language", default="en")
    args = parser.parse_args(argv)
    apply()  # pictures are decoded here, whatever they are
    sys.stdout.write(json.dumps(report(args.content, args.state, args.language)) + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
