"""``kiosk rollback``: shows an earlier edition and holds it until the content changes."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from kiosk.commands.sentences import sentence
from kiosk.content.problems import visible
from kiosk.places import command, look, place, trouble

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from kiosk.publish.editions import Edition, Editions


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``kiosk rollback``."""
    parser.add_argument(
        "edition", metavar="ID", nargs="?", help="the edition, or its first digits; default: the one before"
    )
    parser.add_argument("--release", action="store_true", help="show the newest edition again")
    parser.add_argument("--state", metavar="DIR", type=place, help="the state folder of the kiosk")


def run(args: argparse.Namespace) -> int:
    """Go back, or forward again.

    0 if the pointer was switched, 1 with one sentence if not, 2 for wrong usage or a state folder that cannot be read.
    """
    from kiosk.commands.terminal import refuse, say
    from kiosk.content.language import system_language
    from kiosk.paths import default_state, state_option
    from kiosk.publish.editions import Editions, StateError

    state = args.state or default_state()
    language = system_language()
    editions, reason = Editions(state), _misuse(args) or _unusable(args, state, language)
    found: Sequence[Edition] = ()
    try:
        found = () if reason else editions.list()
    except StateError as error:
        reason = " ".join(error.told(language))
    if reason:
        refuse(reason)
        return 2
    given = state_option(args.state)
    try:
        if args.release:  # which would make the folder
            newest = editions.release() if look(editions.folder).kind == "folder" else None
            say(_released(editions, found, newest))
            return 0
        chosen = _chosen(editions, found, args.edition, command("kiosk", "editions", *given))
        if isinstance(chosen, str):
            say(chosen)
            return 1
        editions.hold(chosen.id)
    except StateError as error:
        say(" ".join(error.told(language)))
        return 1
    when = chosen.manifest.published.astimezone().strftime("%Y-%m-%d %H:%M")
    several = len({one.manifest.content for one in found}) > 1
    key = "rollback-shown/from" if several else "rollback-shown"
    say(sentence(key, edition=chosen.id, when=when, folder=visible(chosen.manifest.content)))
    say(sentence("rollback-release", command=command("kiosk", "rollback", "--release", *given)))
    return 0


def _released(editions: Editions, found: Sequence[Edition], newest: str | None) -> str:
    """Say what is shown now; where another content was shown than the one that was held, of which."""
    if newest is None:
        return sentence("rollback-free")
    pointer = editions.pointer()
    folder = next((visible(one.manifest.content) for one in found if one.id == newest), "")
    if pointer and pointer.edition != newest:
        return sentence("rollback-released/from", edition=newest, folder=folder)
    return sentence("rollback-released", edition=newest)


def _misuse(args: argparse.Namespace) -> str:
    """Say in one sentence what is wrong with the arguments; "" if nothing is."""
    if args.release and args.edition is not None:
        return sentence("rollback-both")
    if args.edition is not None and not args.edition.strip():
        return sentence("rollback-empty")
    return ""


def _unusable(args: argparse.Namespace, state: Path, language: str) -> str:
    """Say in one sentence why a state folder is none; "" if it may be one."""
    if args.state and look(state).kind == "nothing":
        return sentence("rollback-state", folder=state)
    return trouble(state, language) or trouble(state / "editions", language)


def _chosen(editions: Editions, found: Sequence[Edition], wish: str | None, listing: str) -> Edition | str:
    """Find the edition whose id begins with ``wish``, or the newest intact one that is older than the current one.

    One made from the same content folder comes before any other. Where nothing says which is current, it is the one a
    kiosk shows then. ``found`` are all editions; ``listing`` is the command that lists them. Where there is none, a
    sentence says so.
    """
    from kiosk.publish.editions_manifest import made_from

    if wish is None:
        now = next((one for one in found if one.current), None) or editions.current(quick=True)
        older = [one for one in found if not one.damage and now and one.manifest.number < now.manifest.number]
        if not older:
            return sentence("rollback-first", command=listing)
        same = [one for one in older if now and made_from(one.manifest, now.manifest.content)]
        return (same or older)[0]
    matches = [one for one in found if one.id.startswith(wish.lower())]
    if len(matches) != 1:
        key = "rollback-several" if matches else "rollback-unknown"
        return sentence(key, number=len(matches), wish=wish, command=listing)
    return matches[0]
