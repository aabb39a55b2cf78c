"""``kiosk publish``: make an edition of a content folder without opening the screen."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from kiosk import paths

TOLD = 100
"""Problems written; kiosk check tells all."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument(
        "folder", metavar="DIR", nargs="?", type=Path, help="the content folder (default: the shipped one)"
    )
    parser.add_argument("--state", metavar="DIR", type=Path, help="where editions are kept")


def run(args: argparse.Namespace) -> int:
    """Publish; one line a step, the edition's id last. 0 published, 1 the content has errors, 2 wrong usage or disk."""
    from kiosk.publish.limits import apply

    apply()
    from kiosk.content.language import system_language
    from kiosk.content.render import as_digest
    from kiosk.publish.files_state import StateError
    from kiosk.publish.publisher import publish

    folder = args.folder or paths.default_content()
    state = args.state or paths.default_state()
    if not folder.exists():
        from kiosk.publish.packs import put_back

        if put_back(folder, state):
            _say(f"put {folder} back, which an interrupted import had moved away")
    if not folder.is_dir():
        sys.stderr.write(f"There is no folder {folder}. Name the content folder: kiosk publish DIR.\n")
        return 2
    try:
        outcome = publish(folder, state, _say)
    except StateError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    except OSError as error:
        sys.stderr.write(f"{error.filename or folder} cannot be read: {error.strerror}. Publish again.\n")
        return 2
    except MemoryError:
        sys.stderr.write("Publishing needs more memory than it may use. Take out the largest pictures.\n")
        return 2
    if outcome.problems:
        sys.stderr.write(as_digest(outcome.problems, outcome.reading.files, system_language(), TOLD) + "\n")
    if outcome.edition is None:
        return 1
    if outcome.held:
        _say("another edition is held; release it with: kiosk rollback --release")
    _say(outcome.edition)
    return 0


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()
