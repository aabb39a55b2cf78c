"""``kiosk doctor``: look whether this machine is ready for a booth."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``kiosk doctor``."""
    parser.add_argument("--content", metavar="DIR", type=Path, help="the content folder (default: the shipped one)")
    parser.add_argument("--state", metavar="DIR", type=Path, help="where editions, baked art and logs are kept")
    parser.add_argument("--service", action="store_true", help="print a systemd unit that keeps the kiosk running")


def run(args: argparse.Namespace) -> int:
    """Print one line a check with its remedy, or the unit. 0 fine or warnings, 1 problems."""
    from kiosk import paths

    if args.service:
        from kiosk.staff.service import unit

        sys.stdout.write(unit(args.content, args.state))
        return 0
    from kiosk.content.language import system_language
    from kiosk.staff.doctor.examine import examine, failed, report

    findings = examine(args.content or paths.default_content(), args.state or paths.default_state())
    sys.stdout.write(report(findings, system_language()) + "\n")
    return 1 if failed(findings) else 0
