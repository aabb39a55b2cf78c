"""``kiosk pin``: sets the PIN of the staff panel, and makes key files."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.places import command, look, place, trouble

if TYPE_CHECKING:
    from kiosk.staff.pin import Pin

EPILOG = """\
With a PIN, who opens Help on the screen and holds its heading for three seconds is asked for it, and so is who holds
Ctrl+Shift+Q. The staff panel behind it shows what is wrong with the content, loads it anew, and leaves the kiosk.
Without a PIN there is no staff panel, and Ctrl+Shift+Q leaves at once.
Wrong guesses make the next one wait: 1 s, 2 s, 4 s, up to 9 hours, and at most 100 in 30 days of running time.
A key file on a USB stick opens the panel without a PIN.

The new PIN is asked for twice, or read from standard input: kiosk pin < file
"""


_RIGHTS = "Check the disk, and this user's rights there: it should be the user who runs the kiosk."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``kiosk pin``."""
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.epilog = EPILOG
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--key", metavar="DIR", type=place, help="write a key file into this folder, a USB stick's")
    what.add_argument("--show", action="store_true", help="say whether there is a PIN, and how many key files")
    what.add_argument("--remove", action="store_true", help="no PIN, no key files, and no staff panel any more")
    parser.add_argument("--state", metavar="DIR", type=place, help="the state folder of the kiosk")


def run(args: argparse.Namespace) -> int:
    """Set, show or remove. 0 done, 1 not taken or not written, 2 wrong usage or a folder that cannot be used."""
    import os

    from kiosk.commands.terminal import refuse
    from kiosk.paths import default_state, state_option
    from kiosk.staff.pin import Pin

    state = args.state or default_state()
    sentence = trouble(state) or trouble(state / "staff")
    if args.key and look(args.key).kind != "folder":
        sentence = trouble(args.key) or f"There is no folder {args.key}. Name the USB stick's folder."
    if sentence:
        refuse(sentence)
        return 2
    os.umask(0o077)  # what is written from here on is nobody else's
    given = state_option(args.state)
    if args.show:
        return _show(Pin(state), given)
    if args.remove:
        return _remove(state)
    if args.key:
        return _key(state, args.key, command("kiosk", "pin", *given))
    return _set(state)


def _show(pin: Pin, given: tuple[str, ...]) -> int:
    from kiosk.commands.terminal import say

    setting = command("kiosk", "pin", *given)
    if pin.damaged:
        say(f"The PIN cannot be read. Set a new one, as the user who runs the kiosk: {setting}")
        return 1
    if not pin.is_set:
        say(f"There is no PIN, and no staff panel. To set one: {setting}")
        return 0
    keys = {0: "no key file", 1: "one key file"}.get(pin.keys, f"{pin.keys} key files")
    wait = f"; the next guess is looked at in {pin.wait} s" if pin.wait else ""
    say(f"There is a PIN, and {keys}{wait}.")
    return 0


def _remove(state: Path) -> int:
    from kiosk.commands.terminal import refuse, say

    file = state / "staff" / "pin.json"
    try:
        file.unlink(missing_ok=True)
    except OSError as error:
        refuse(f"{file} cannot be deleted: {error.strerror or error}. {_RIGHTS}")
        return 1
    say("There is no PIN any more, no key file opens anything, and there is no staff panel.")
    return 0


def _key(state: Path, folder: Path, setting: str) -> int:
    import os
    import secrets

    from kiosk.commands.terminal import refuse, say
    from kiosk.staff.keys import KEY_FILE, add
    from kiosk.staff.pin import Pin

    if not Pin(state).is_set:
        refuse(f"A key file stands in for a PIN; set one first: {setting}")
        return 1
    file, key = folder / KEY_FILE, secrets.token_hex(32)
    mask = os.umask(0o022)  # whoever runs the kiosk reads it, whoever has plugged it in
    try:
        add(folder, key)
    except OSError as error:
        refuse(f"{file} cannot be written: {error.strerror or error}. {_RIGHTS}")
        return 1
    finally:
        os.umask(mask)
    sentence = Pin(state).know(key)  # now that there is a stick
    if sentence:
        refuse(f"{sentence}. {_RIGHTS}")
        return 1
    _hand_over(state)
    say(f"{file} opens the staff panel where the PIN is asked for. Keep the stick as you keep a key.")
    say("It is looked for at the top of what is mounted below /media, /run/media or /mnt, or on Windows' drives.")
    return 0


def _set(state: Path) -> int:
    from kiosk.commands.terminal import refuse, say
    from kiosk.staff.pin import Pin, unfit

    first = _read("New PIN: ")
    if first is None:
        refuse("No PIN was given, and nothing has changed.")
        return 1
    sentence = unfit(first)
    if not sentence and _by_hand() and _read("Once more: ") != first:
        sentence = "These were two different PINs. Nothing has changed."
    if not sentence:
        sentence = Pin(state).set(first)
        sentence = sentence and f"{sentence}. {_RIGHTS}"
    if sentence:
        refuse(sentence)
        return 1
    _hand_over(state)
    say(f"The PIN is set, for the kiosk with the state folder {state}.")
    say("On the screen: open Help, and hold its heading for three seconds.")
    return 0


def _hand_over(state: Path) -> None:
    """Give what root has written to the user whose state folder this is: the kiosk has to read it."""
    import os

    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        return
    owner = state.stat()
    for path in (state / "staff", state / "staff" / "pin.json"):
        os.chown(path, owner.st_uid, owner.st_gid)


def _by_hand() -> bool:
    return sys.stdin is not None and sys.stdin.isatty()


def _read(prompt: str) -> str | None:
    """A line nobody sees, or the first line of standard input where that is no terminal; None at its end."""
    if sys.stdin is None:
        return None
    if not _by_hand():
        try:
            line = sys.stdin.readline(200)
        except UnicodeDecodeError:
            return "?"  # no digits, whatever it is
        return line.strip() if line else None
    from getpass import getpass

    try:
        return getpass(prompt).strip()
    except EOFError:
        return None
