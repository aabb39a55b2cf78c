"""``kiosk new``: a copy of the starter content to make one's own."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from kiosk import paths


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("folder", metavar="DIR", type=Path, help="a folder that does not exist yet, or is empty")


def run(args: argparse.Namespace) -> int:
    """Copy; 0 done, 2 if the folder holds something already or cannot be written."""
    import shutil

    folder: Path = args.folder
    try:
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            sys.stderr.write(f"{folder} is not empty. Name a new folder.\n")
            return 2
        shutil.copytree(paths.default_content(), folder, dirs_exist_ok=True)
    except OSError as error:
        sys.stderr.write(f"{folder} cannot be written: {error.strerror}. Name another folder.\n")
        return 2
    sys.stdout.write(f"{folder} holds the starter content now. Show it with: kiosk --windowed --content {folder}\n")
    return 0
