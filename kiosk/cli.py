"""The command line. ``kiosk`` alone shows the kiosk; each other command is a module of ``kiosk.commands``."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module

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
    "proof": "render every screen into pictures and one contact sheet",
    "doctor": "look whether this machine is ready for a booth",
}
"""Every command with its line in ``kiosk --help``. ``import`` lives in ``import_.py``: the word is Python's."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0 done, 1 the content has errors, 2 wrong usage or system."""
    args = list(sys.argv[1:] if argv is None else argv)
    name = args[0] if args and args[0] in COMMANDS else "run"
    if args[:1] == [name]:
        args = args[1:]
    _write_utf8()
    import argparse

    summary = COMMANDS[name]
    if name == "run":
        parser = argparse.ArgumentParser(
            prog="kiosk",
            description="A touch kiosk driven by a folder of JSON and pictures.",
            epilog="commands:\n" + "\n".join(f"  {command:<10} {line}" for command, line in COMMANDS.items())
            + "\n\nkiosk COMMAND --help explains each.",
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )  # fmt: skip
    else:
        parser = argparse.ArgumentParser(prog=f"kiosk {name}", description=summary[0].upper() + summary[1:] + ".")
    module = import_module("kiosk.commands." + {"import": "import_"}.get(name, name))
    module.add_arguments(parser)
    try:
        return int(module.run(parser.parse_args(args)))
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:  # the reader of our output has gone, as `head` does
        sys.stdout = None
        return 0


def _write_utf8() -> None:
    """Korean file names and messages on any console: never fail on a character it cannot show."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
