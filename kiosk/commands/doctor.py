"""``kiosk doctor``: look whether this machine is ready for a booth."""

from __future__ import annotations

import argparse
import sys

from kiosk.places import place


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``kiosk doctor``."""
    parser.add_argument(
        "--content", metavar="DIR", type=place, help="the content folder (default: the imported or shipped one)"
    )
    parser.add_argument("--state", metavar="DIR", type=place, help="where editions, baked art and logs are kept")
    parser.add_argument("--service", action="store_true", help="print a systemd unit that keeps the kiosk running")


def run(args: argparse.Namespace) -> int:
    """Print one line a check with its remedy, or the unit. 0 fine or warnings, 1 problems, 2 no unit can be written."""
    from kiosk import paths
    from kiosk.commands.terminal import put, refuse, write

    if args.service:
        from kiosk.staff.service import UnitError, unit

        try:
            put(sys.stdout, unit(args.content, args.state))
        except UnitError as error:
            refuse(str(error))
            return 2
        return 0
    from kiosk.content.language import system_language
    from kiosk.staff.doctor.examine import examine, failed, report

    state = args.state or paths.default_state()
    findings = examine(args.content or paths.shown_content(state), state)
    write(sys.stdout, report(findings, system_language()))
    return 1 if failed(findings) else 0
