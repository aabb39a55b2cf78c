"""``kiosk check``: tell everything that is wrong with a content folder, as a compiler would."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable
from pathlib import Path

from kiosk import paths
from kiosk.commands.terminal import columns, in_colour, refuse, write
from kiosk.content.glyphs import shipped
from kiosk.content.language import system_language
from kiosk.content.problems import Finding, count
from kiosk.content.reader import Reading, read
from kiosk.content.render import as_json, as_text
from kiosk.places import look, place, refusal

WRONG_USAGE = 2
"""Exit code where there is no folder to check."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    add_folder(parser)
    parser.add_argument("--format", choices=("text", "json"), default="text", help="how problems are written")
    parser.add_argument("--strict", action="store_true", help="exit 1 on warnings, too")


def run(args: argparse.Namespace) -> int:
    """Check the folder and write every problem to standard output.

    Returns:
        0 with nothing but warnings, 1 with errors (with ``--strict`` also with warnings), 2 without a folder.
    """
    folder = args.folder or default_folder(paths.default_state())
    language = system_language()
    seen = look(folder)
    if seen.kind == "refused":
        refuse(f"kiosk check: {refusal(folder, seen.reason, language)}")
        return WRONG_USAGE
    reading = read(folder, draws=shipped(paths.assets() / "fonts"), inspect=_inspect)
    reason = next((item for item in reading.problems if item.code in ("folder-missing", "folder-not")), None)
    if reason:
        said = reason.in_language(language)
        refuse(f"kiosk check: {said.message} {said.hint}")
        return WRONG_USAGE
    write(sys.stdout, told(reading, args.format, language, coloured=in_colour(sys.stdout, os.environ)))
    errors, warnings = count(reading.problems)
    return 1 if errors or (args.strict and warnings) else 0


def add_folder(parser: argparse.ArgumentParser) -> None:
    """Add the argument ``folder``; where none is named, ``default_folder`` says which one."""
    parser.add_argument(
        "folder",
        nargs="?",
        metavar="DIR",
        type=place,
        help="the content folder; default: ./content, else the imported or shipped one",
    )


def default_folder(state: Path) -> Path:
    """``content`` where the command runs, else what a kiosk with this state folder shows."""
    here = Path("content")
    return here if look(here).kind == "folder" else paths.shown_content(state)


def told(reading: Reading, form: str, language: str, *, coloured: bool) -> str:
    """What the command prints."""
    if form == "json":
        unicode = (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"
        return as_json(reading.problems, language, ascii_only=not unicode)
    documents = reading.documents if coloured else None
    return as_text(reading.problems, reading.files, language, documents, columns(sys.stdout))


def _inspect(picture: Path) -> Iterable[Finding]:
    # Decoding libraries are loaded only for content that has pictures.
    from kiosk.publish.pictures import inspect

    return inspect(picture)
