"""``kiosk check``: tell everything that is wrong with a content folder, as a compiler would."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TextIO

from kiosk import paths
from kiosk.content.glyphs import shipped
from kiosk.content.language import system_language
from kiosk.content.problems import Finding, count
from kiosk.content.reader import Reading, read
from kiosk.content.render import as_json, as_text

WRONG_USAGE = 2
"""Exit code where there is no folder to check."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument(
        "folder",
        nargs="?",
        metavar="DIR",
        type=Path,
        help="the content folder; default: ./content, else the shipped one",
    )
    parser.add_argument("--format", choices=("text", "json"), default="text", help="how problems are written")
    parser.add_argument("--strict", action="store_true", help="exit 1 on warnings, too")


def run(args: argparse.Namespace) -> int:
    """Check the folder and write every problem to standard output.

    Returns:
        0 with nothing but warnings, 1 with errors (with ``--strict`` also with warnings), 2 without a folder.
    """
    folder = args.folder or default_folder()
    language = system_language()
    reading = read(folder, draws=shipped(paths.assets() / "fonts"), inspect=_inspect)
    reason = next((item for item in reading.problems if item.code in ("folder-missing", "folder-not")), None)
    if reason:
        said = reason.in_language(language)
        _write(sys.stderr, f"kiosk check: {said.message} {said.hint}")
        return WRONG_USAGE
    _write(sys.stdout, told(reading, args.format, language, in_colour=_in_colour(sys.stdout, os.environ)))
    errors, warnings = count(reading.problems)
    return 1 if errors or (args.strict and warnings) else 0


def default_folder() -> Path:
    """``content`` where the command runs, else the content that came with the program."""
    here = Path("content")
    return here if here.is_dir() else paths.default_content()


def told(reading: Reading, form: str, language: str, *, in_colour: bool) -> str:
    """What the command prints."""
    if form == "json":
        return as_json(reading.problems, language)
    return as_text(reading.problems, reading.files, language, reading.documents if in_colour else None)


def _inspect(picture: Path) -> Iterable[Finding]:
    # Decoding libraries are loaded only for content that has pictures.
    from kiosk.publish.pictures import inspect

    return inspect(picture)


def _in_colour(stream: TextIO, environment: Mapping[str, str]) -> bool:
    """Whether to write colours: FORCE_COLOR asks for them, NO_COLOR forbids them, else on a terminal."""
    if environment.get("FORCE_COLOR"):
        return True
    if environment.get("NO_COLOR") or environment.get("TERM") == "dumb":
        return False
    return stream.isatty()


def _write(stream: TextIO, text: str) -> None:
    """Write ``text`` and a line end; what the terminal's encoding lacks is written as an escape."""
    encoding = stream.encoding or "utf-8"
    stream.write(text.encode(encoding, "backslashreplace").decode(encoding) + "\n")
