"""``kiosk publish``: make an edition of a content folder without opening the screen."""

from __future__ import annotations

import argparse
from pathlib import Path

from kiosk import paths
from kiosk.commands.sentences import sentence
from kiosk.commands.terminal import refuse, say
from kiosk.places import command, look, nested, place, trouble

TOLD = 100
"""Problems written; kiosk check tells all."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument(
        "folder", metavar="DIR", nargs="?", type=place, help="the content folder (default: the imported or shipped one)"
    )
    parser.add_argument("--state", metavar="DIR", type=place, help="where editions are kept")


def run(args: argparse.Namespace) -> int:
    """Publish; one line a step, the edition's id last. 0 published, 1 the content has errors, 2 wrong usage or disk."""
    from kiosk.publish.limits import apply

    apply()
    from kiosk.content.language import system_language
    from kiosk.content.render import as_digest
    from kiosk.publish.files_state import StateError
    from kiosk.publish.publisher import publish

    state = args.state or paths.default_state()
    folder = args.folder or paths.shown_content(state)
    if look(folder).kind == "nothing":
        from kiosk.publish.packs import put_back

        if put_back(folder, state):
            say(sentence("publish-back", folder=folder))
    # Before anything is read, which may take minutes.
    language = system_language()
    reason = _unusable(folder, language) or trouble(state, language) or nested(state, folder, language)
    if reason:
        refuse(reason)
        return 2
    try:
        outcome = publish(folder, state, say)
    except StateError as error:
        refuse(" ".join(error.told(language)))
        return 2
    except OSError as error:
        refuse(sentence("publish-unread", folder=error.filename or folder, reason=error.strerror or error))
        return 2
    except MemoryError:
        refuse(sentence("publish-memory"))
        return 2
    if outcome.problems:
        refuse(as_digest(outcome.problems, outcome.reading.files, language, TOLD))
    if outcome.edition is None:
        return 1
    if outcome.held:
        release = command("kiosk", "rollback", "--release", *paths.state_option(args.state))
        say(sentence("publish-held", command=release))
    say(outcome.edition)
    return 0


def _unusable(folder: Path, language: str) -> str:
    """Why a content folder cannot be published, in one sentence; "" if it can be tried."""
    if look(folder).kind == "nothing":
        return sentence("publish-nothing", folder=folder)
    return trouble(folder, language)
