"""``kiosk editions``: what was published, newest first."""

from __future__ import annotations

import argparse

from kiosk.places import place, trouble


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``kiosk editions``."""
    parser.add_argument("--state", metavar="DIR", type=place, help="the state folder of the kiosk")


def run(args: argparse.Namespace) -> int:
    """List the editions, one a line: id, when it was published, files, size, and which one is on the screen.

    Where they were made from more than one content folder, each line ends in its own. What is named like an edition and
    is none goes to standard error. 0, or 2 where the state folder cannot be read.
    """
    from kiosk.commands.sentences import sentence
    from kiosk.commands.terminal import refuse, say
    from kiosk.content.language import system_language
    from kiosk.content.problems import visible
    from kiosk.paths import default_state
    from kiosk.publish.editions import StateError, StoredEditions, megabytes

    state = args.state or default_state()
    language = system_language()
    reason = trouble(state, language) or trouble(state / "editions", language)
    if reason:
        refuse(reason)
        return 2
    try:
        stored = StoredEditions(state)
        editions, unlisted = stored.list(), stored.unlisted()
    except StateError as error:
        refuse(" ".join(error.told(language)))
        return 2
    if not editions:
        say(sentence("editions-none"))
    several = len({one.manifest.content for one in editions}) > 1
    rows = [
        (
            one.id,
            one.manifest.published.astimezone().strftime("%Y-%m-%d %H:%M"),
            f"{len(one.manifest.files)} {'file' if len(one.manifest.files) == 1 else 'files'}",
            megabytes(one.manifest.size),
            ", ".join(
                word for word in (one.current and "current", one.held and "held", one.damage and "damaged") if word
            ),
            visible(one.manifest.content) if several else "",
        )
        for one in editions
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(5)] if rows else []
    for row in rows:
        cells = [cell.rjust(width) for cell, width in zip(row[:4], widths, strict=False)]
        say("  ".join([*cells, row[4].ljust(widths[4]), row[5]]).rstrip())
    for name, reason in unlisted.items():
        refuse(sentence("editions-left", edition=name, reason=reason))
    return 0
