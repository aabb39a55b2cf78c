"""``kiosk import``: replaces the content folder by a pack or a folder on a stick, if everything in it is good."""

from __future__ import annotations

import argparse
import sys
from contextlib import ExitStack
from pathlib import Path


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``kiosk import SOURCE``."""
    parser.add_argument("source", metavar="SOURCE", type=Path, help="a ZIP from kiosk pack, a folder, or a USB stick")
    parser.add_argument("--content", metavar="DIR", type=Path, help="the content folder to replace")
    parser.add_argument("--state", metavar="DIR", type=Path, help="the state folder of the kiosk")


def run(args: argparse.Namespace) -> int:
    """Import. 0 if the content was replaced, 1 if it was not, 130 if it was stopped by hand."""
    from kiosk.content import render
    from kiosk.content.language import system_language
    from kiosk.content.problems import placed
    from kiosk.paths import default_content, default_state
    from kiosk.publish.files import Files
    from kiosk.publish.files_lock import Lock
    from kiosk.publish.files_state import StateError, explained
    from kiosk.publish.packs import previous_of
    from kiosk.publish.packs_import import Tools, import_pack
    from kiosk.publish.packs_source import PackError
    from kiosk.publish.packs_words import step
    from kiosk.publish.pictures import inspect

    language = system_language()
    content = args.content or default_content()
    state = args.state or default_state()
    files = Files()
    try:
        with ExitStack() as stack:
            with explained(state):
                files.make_folders(state)
                stack.enter_context(Lock(files.disk, state / "import.lock"))
            reading = import_pack(args.source, content, Tools(files, inspect, _say, language))
    except KeyboardInterrupt:
        return 130  # as shells say it: 128 and the number of the signal
    except StateError as error:
        _say(f"{error.message}\n    {error.hint}")
        return 1
    except PackError as error:
        _say(render.block(placed(error.finding, args.source.name).in_language(language)))
        return 1
    for problem in reading.problems:
        _say(render.block(problem.in_language(language)))
    if reading.content is None:
        _say(step("refused", language))
        return 1
    previous = previous_of(content)
    if previous.exists():
        where = f' --content "{content}"' if args.content else ""
        _say(step("back", language, command=f'kiosk import "{previous}"{where}'))
    return 0


def _say(line: str) -> None:
    """Print a line; what the terminal's encoding lacks is written as an escape."""
    encoding = sys.stdout.encoding or "utf-8"
    sys.stdout.write(line.encode(encoding, "backslashreplace").decode(encoding) + "\n")
    sys.stdout.flush()
