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

    from kiosk.commands.terminal import refuse, say
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
    pin = Pin(state)
    given = state_option(args.state)
    if args.show:
        say(_shown(pin, given))
        return 0
    if args.remove:
        return _removed(state)
    if args.key:
        return _key(pin, args.key, command("kiosk", "pin", *given))
    return _set(pin)


def _shown(pin: Pin, given: tuple[str, ...]) -> str:
    keys = {0: "no key file", 1: "one key file"}.get(pin.keys, f"{pin.keys} key files")
    if pin.damaged:
        return f"The PIN cannot be read. Set a new one: {command('kiosk', 'pin', *given)}"
    if not pin.is_set:
        return f"There is no PIN, and no staff panel. To set one: {command('kiosk', 'pin', *given)}"
    wait = f"; the next guess is looked at in {pin.wait} s" if pin.wait else ""
    return f"There is a PIN, and {keys}{wait}."


def _removed(state: Path) -> int:
    from kiosk.commands.terminal import refuse, say

    file = state / "staff" / "pin.json"
    try:
        file.unlink(missing_ok=True)
    except OSError as error:
        refuse(f"{file} cannot be deleted: {error.strerror or error}. Do it as the user who runs the kiosk.")
        return 1
    say("There is no PIN any more, no key file opens anything, and there is no staff panel.")
    return 0


def _key(pin: Pin, folder: Path, setting: str) -> int:
    from kiosk.commands.terminal import refuse, say
    from kiosk.staff.keys import KEY_FILE

    if not pin.is_set:
        refuse(f"A key file stands in for a PIN; set one first: {setting}")
        return 1
    text, sentence = pin.new_key()
    if not sentence:
        try:
            (folder / KEY_FILE).write_text(text + "\n", encoding="ascii")
        except OSError as error:
            sentence = f"{folder / KEY_FILE} cannot be written: {error.strerror or error}"
    if sentence:
        refuse(f"{sentence}. Check the disk and this user's rights there.")
        return 1
    say(f"{folder / KEY_FILE} opens the staff panel where the PIN is asked for. Keep the stick as you keep a key.")
    return 0


def _set(pin: Pin) -> int:
    from kiosk.commands.terminal import refuse, say
    from kiosk.staff.pin import unfit

    first = _read("New PIN: ")
    sentence = unfit(first)
    if not sentence and sys.stdin.isatty() and _read("Once more: ") != first:
        sentence = "These were two different PINs. Nothing has changed."
    sentence = sentence or pin.set(first)
    if sentence:
        refuse(sentence)
        return 1
    say("The PIN is set. On the screen: open Help, and hold its heading for three seconds.")
    return 0


def _read(prompt: str) -> str:
    """A line nobody sees, or the first line of standard input where that is no terminal."""
    if not sys.stdin.isatty():
        return sys.stdin.readline(200).strip()
    from getpass import getpass

    return getpass(prompt).strip()
