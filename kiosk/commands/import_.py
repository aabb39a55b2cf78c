"""``kiosk import``: replaces the content folder by a pack or a folder on a stick, if everything in it is good."""

from __future__ import annotations

import argparse
from contextlib import ExitStack
from pathlib import Path

from kiosk.commands.sentences import sentence
from kiosk.commands.terminal import refuse, say
from kiosk.places import command, here, lies_in, look, nested, option, place, trouble


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``kiosk import SOURCE``."""
    parser.add_argument("source", metavar="SOURCE", type=place, help="a ZIP from kiosk pack, a folder, or a USB stick")
    parser.add_argument(
        "--content",
        metavar="DIR",
        type=place,
        help="the content folder to replace; default: the folder content in the state folder, which kiosk shows from "
        "its next start on, or a checkout's own content",
    )
    parser.add_argument("--state", metavar="DIR", type=place, help="the state folder of the kiosk")
    kept = "The content before is kept beside it, as DIR.previous; import that folder, and the two change places."
    parser.description = f"{parser.description} {kept}"


def run(args: argparse.Namespace) -> int:
    """Import. 0 if the content is there now, 1 if nothing was replaced, 2 for wrong usage, 130 if stopped by hand."""
    from kiosk.publish.limits import give_way

    give_way()  # beside a screen, perhaps: decoding pictures must not cost it a frame
    from kiosk.content import render
    from kiosk.content.language import system_language
    from kiosk.content.problems import placed
    from kiosk.paths import default_state, import_target, state_option
    from kiosk.publish.files import Files
    from kiosk.publish.files_lock import Lock
    from kiosk.publish.files_state import StateError, explained
    from kiosk.publish.packs import previous_of
    from kiosk.publish.packs_import import Tools, import_pack
    from kiosk.publish.packs_source import PackError
    from kiosk.publish.packs_words import step
    from kiosk.publish.pictures import inspect

    language = system_language()
    state = args.state or default_state()
    content = args.content or import_target(state)
    # Replacing the content would take the state away, or the folder from under the shell.
    previous = previous_of(content)
    reason = trouble(state, language) or nested(state, content, language) or _inside(content, args.source)
    reason = reason or _doomed(args.source, previous) or _underfoot(content, previous)
    if reason:
        refuse(reason)
        return 2
    files = Files()
    try:
        with ExitStack() as stack:
            with explained(state):
                files.make_folders(state)
                stack.enter_context(Lock(files.disk, state / "import.lock"))
            outcome = import_pack(args.source, content, Tools(files, inspect, say, language))
    except KeyboardInterrupt:
        return 130  # as shells say it: 128 and the number of the signal
    except StateError as error:
        say("\n    ".join(error.told(language)))
        return 1
    except PackError as error:
        say(render.block(placed(error.finding, args.source.name or str(args.source)).in_language(language)))
        return 1
    for problem in outcome.reading.problems:
        say(render.block(problem.in_language(language)))
    if not outcome.done:
        say(step("refused", language))
        return 1
    if outcome.reading.content is None:
        say(step("unfit", language))
    if previous.is_dir() and any(previous.iterdir()):
        given = (
            *option("--content", args.content, import_target(state)),
            *state_option(args.state),
        )
        say(step("back", language, command=command("kiosk", "import", previous, *given)))
    return 0


def _inside(content: Path, source: Path) -> str:
    """Say in one sentence that the content would be copied into what it is copied from; "" if it would not."""
    if look(source).kind == "folder" and lies_in(content, source) and not lies_in(source, content):
        return sentence("import-inside", content=content, source=source)
    return ""


def _doomed(source: Path, previous: Path) -> str:
    """Say in one sentence that the pack lies in what the import is about to delete; "" if it does not."""
    if look(source).kind != "nothing" and lies_in(source, previous) and not lies_in(previous, source):
        return sentence("import-doomed", source=source, previous=previous)
    return ""


def _underfoot(*folders: Path) -> str:
    """Say in one sentence that the command runs in a folder an import moves or deletes; "" if it does not."""
    at = here()
    folder = next((one for one in folders if at and lies_in(at, one)), None)
    return "" if folder is None else sentence("import-underfoot", folder=folder)
