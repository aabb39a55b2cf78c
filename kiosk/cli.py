"""The command line. ``kiosk`` alone shows the kiosk; each other command is a module of ``kiosk.commands``."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path

from kiosk import paths

COMMANDS = {
    "run": "show the kiosk (what kiosk does without a command)",
    "check": "say what is wrong in a content folder, and how to mend it",
    "publish": "make an edition of a content folder without opening the screen",
    "editions": "list the editions that are kept",
    "rollback": "go back to an earlier edition and hold it",
    "pack": "put a content folder into one zip file",
    "import": "replace the content folder by a zip file or a USB stick's folder",
    "new": "copy the starter content into a new folder",
    "schema": "write the JSON Schemas that editors use",
    "pin": "set the PIN of the staff panel, or make a key file",
    "proof": "render every screen into pictures and one contact sheet",
    "doctor": "look whether this machine is ready for a booth",
}
"""Every command with its line in ``kiosk --help``. ``import`` lives in ``import_.py``: the word is Python's."""

EXIT_CODES = {
    "run": "0 left on purpose, 1 no content to show, 2 wrong usage or the system lacks something",
    "check": "0 no errors, 1 errors (with --strict also warnings), 2 wrong usage or no folder",
    "publish": "0 published, 1 the content has errors, 2 wrong usage, or a folder that cannot be read or written",
    "editions": "0 done, 2 wrong usage or a state folder that cannot be read",
    "rollback": "0 done, 1 no such edition, 2 wrong usage or a state folder that cannot be read",
    "pack": "0 packed, 1 nothing was packed, 2 wrong usage or a folder that cannot be read",
    "import": "0 replaced, or the same already there, 1 nothing was replaced, 2 wrong usage, 130 stopped by hand",
    "new": "0 copied, 2 wrong usage or a folder that cannot be written",
    "schema": "0 written, 1 the folder cannot be written, 2 wrong usage or no folder",
    "pin": "0 done, 1 not taken or not written, 2 wrong usage or a folder that cannot be used",
    "proof": "0 nothing to mend, 1 screens or content to mend, 2 wrong usage or no way to write",
    "doctor": "0 ready, perhaps with warnings, 1 something to mend, 2 wrong usage",
}
"""What each command's exit code means, as its help says it."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0 done, 1 the content has errors, 2 wrong usage or system."""
    _write_utf8()
    return _done(lambda: _command(list(sys.argv[1:] if argv is None else argv)))


def _command(args: list[str]) -> int:
    """Find a command and run it."""
    if args[:1] == ["help"]:
        args = [*args[1:2], "--help"]
    name = "run"
    if args and not args[0].startswith("-"):
        name, args = args[0], args[1:]
    if name not in COMMANDS:
        sys.stderr.write(_unknown(name) + "\n")
        return 2
    import argparse

    summary = COMMANDS[name]
    if name == "run":
        parser = argparse.ArgumentParser(
            prog="kiosk",
            description="A touch kiosk driven by a folder of JSON and pictures.",
            epilog="commands:\n" + "\n".join(f"  {command:<10} {line}" for command, line in COMMANDS.items())
            + f"\n\nkiosk COMMAND --help explains each.\n\nexit code: {EXIT_CODES[name]}",
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )  # fmt: skip
    else:
        parser = argparse.ArgumentParser(prog=f"kiosk {name}", description=summary[0].upper() + summary[1:] + ".")
    module = import_module("kiosk.commands." + {"import": "import_"}.get(name, name))
    module.add_arguments(parser)
    if name != "run":
        parser.epilog = f"{parser.epilog or ''}\nexit code: {EXIT_CODES[name]}"
    return int(module.run(parser.parse_args(args)))


def _done(command: Callable[[], int]) -> int:
    """Run a command to the end of its output; what ends it from outside is an exit code, not a traceback."""
    code = 141  # as shells say it: 128 and the number of SIGPIPE
    try:
        try:
            code = command()
        finally:  # --help leaves from within
            sys.stdout.flush()
    except KeyboardInterrupt:  # also while modules are loaded
        return 130
    except paths.NoHomeError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    except BrokenPipeError:  # the reader of our output has gone, as `head` does; the work may be done all the same
        from kiosk.commands.terminal import drop

        drop(sys.stdout)
    except OSError as error:
        if error.filename is not None or error.errno not in (errno.ENOSPC, errno.EIO, errno.EBADF):
            raise
        sys.stderr.write(f"The output cannot be written: {error.strerror}. Send it somewhere else.\n")
        sys.stdout = None
        return 2
    return _told(code)


def _told(code: int) -> int:
    """The exit code of a command that has done its work, as far as its output could be written."""
    if "kiosk.commands.terminal" not in sys.modules:  # not loaded for this: the screen starts without it
        return code
    from kiosk.commands.terminal import refuse, unwritten

    sentence = unwritten()
    if sentence:
        refuse(sentence)
    return 2 if sentence else code


def _unknown(word: str) -> str:
    """What to say where a word stands in a command's place."""
    from difflib import get_close_matches

    from kiosk.places import command, look

    near = get_close_matches(word, COMMANDS, 1)
    if near:
        return f"kiosk: There is no command {word}. Did you mean {near[0]}? kiosk --help lists all commands."
    if word and look(Path(word)).kind == "folder":
        shown = command("kiosk", "--content", word)
        return f"kiosk: {word} is a folder, not a command. To show it: {shown}"
    return f"kiosk: There is no command {word}. kiosk --help lists all commands."


def _write_utf8() -> None:
    """Korean file names and messages on any console: never fail on a character it cannot show."""
    if sys.stdout is None or sys.stderr is None:  # closed by whoever started us
        nowhere = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - for as long as the program runs
        sys.stdout, sys.stderr = sys.stdout or nowhere, sys.stderr or nowhere
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
