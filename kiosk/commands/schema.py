"""``kiosk schema``: write the JSON Schemas that content files name in ``$schema``."""

from __future__ import annotations

import argparse
from pathlib import Path

from kiosk.commands.terminal import refuse, say
from kiosk.content.schema import as_file, schemas
from kiosk.places import look, place

WRONG_USAGE = 2
"""Exit code where there is no folder to write to."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument("--out", metavar="DIR", type=place, help="the folder to write to; default: ./content/schema")


def run(args: argparse.Namespace) -> int:
    """Write one file for each kind of content file and print its name.

    Returns:
        0, or 2 where there is no ``./content`` and no ``--out``, or 1 where the folder cannot be written.
    """
    out: Path = args.out or Path("content", "schema")
    if args.out is None and look(out.parent).kind != "folder":
        refuse("kiosk schema: There is no folder content here. Name a folder with --out DIR.")
        return WRONG_USAGE
    try:
        out.mkdir(parents=True, exist_ok=True)
        for name, schema in schemas().items():
            (out / name).write_text(as_file(schema), encoding="utf-8", newline="\n")
            say(str(out / name))
    except OSError as error:
        refuse(f"kiosk schema: {out} cannot be written: {error.strerror}. Name another with --out DIR.")
        return 1
    return 0
