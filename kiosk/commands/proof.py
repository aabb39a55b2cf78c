"""``kiosk proof``: every screen of a content folder as pictures, and one contact sheet to be sent round."""

from __future__ import annotations

import argparse
import os
import sys
import time

from kiosk.commands.check import add_folder, default_folder
from kiosk.commands.sizes import sizes
from kiosk.commands.terminal import columns, in_colour, put, refuse, write
from kiosk.places import lies_in, look, place, trouble

WRONG_USAGE = 2
"""Exit code where nothing can be drawn for a reason outside the content."""

SIZES = ((1080, 1920), (1920, 1080))

JOBS_LIMIT = 64
"""Most processes that draw: each takes 150 MB."""

EPILOG = """\
Draws every screen of the folder in every language, upright and across, without opening a window, and looks
for what a visitor should not meet: text that is cut short or overlaps, characters no font draws, missing
translations, contrast under 4.5:1. Open index.html in any browser; it needs no network. Each small picture
leads to the full one beside it, so send the whole folder round, or only index.html. Art for other panel sizes
is baked once and kept in the state folder, where the kiosk finds it, too; nothing else is written there.

examples:
  kiosk proof --out proof                                the content of this booth, everything
  kiosk proof new-content --out proof --languages ko     one language
  kiosk proof --out proof --sizes 2160x3840              another panel
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``kiosk proof [DIR] --out DIR``."""
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.epilog = EPILOG
    add_folder(parser)
    parser.add_argument("--out", metavar="DIR", type=place, required=True, help="where pictures and index.html go")
    parser.add_argument("--state", metavar="DIR", type=place, help="the state folder, where baked art is kept")
    parser.add_argument(
        "--languages", metavar="TAG,TAG", type=_tags, default=(), help="such as ko,en; default: all of the content"
    )
    parser.add_argument(
        "--sizes", metavar="WxH,WxH", type=sizes, default=SIZES, help="panels in px; default: 1080x1920,1920x1080"
    )
    parser.add_argument(
        "--jobs", metavar="N", type=_jobs, default=0, help="processes that draw; default: one for each processor"
    )


def _jobs(text: str) -> int:
    number = int(text) if text.isdecimal() and len(text) <= len(str(JOBS_LIMIT)) else 0
    if not 1 <= number <= JOBS_LIMIT:
        raise argparse.ArgumentTypeError(f"{text} is no number of processes; write 1 to {JOBS_LIMIT}")
    return number


def run(args: argparse.Namespace) -> int:
    """Draw and report. 0 nothing to mend, 1 screens or content to mend, 2 wrong usage or no way to write."""
    from kiosk.content.language import system_language
    from kiosk.content.render import as_text
    from kiosk.paths import default_state
    from kiosk.publish.files_state import StateError
    from kiosk.staff.proof.proof import ProofError, Wish, prove

    if args.state:
        os.environ["KIOSK_STATE"] = str(args.state)  # what draws looks for baked art in the default one
    folder = args.folder or default_folder(default_state())
    sentence = trouble(args.state) if args.state else ""
    if look(folder).kind == "nothing":
        sentence = f"There is no folder {folder}. Name the content folder: kiosk proof DIR --out DIR."
    sentence = sentence or trouble(folder)
    if not sentence and lies_in(args.out, folder):
        sentence = f"{args.out} lies in the content folder {folder}, and would become content. Name another with --out."
    if sentence:
        refuse(sentence)
        return WRONG_USAGE
    progress = Progress()
    started = time.monotonic()
    try:
        proof = prove(Wish(folder, args.out, args.languages, args.sizes, args.jobs), progress.step)
    except (ProofError, StateError) as error:
        progress.end()
        refuse(str(error))
        return WRONG_USAGE
    except OSError as error:
        progress.end()
        remedy = "Check the disk and this user's rights there, and prove again."
        refuse(f"{error.filename or folder} cannot be read: {error.strerror or error}. {remedy}")
        return WRONG_USAGE
    progress.end()
    language = system_language()
    coloured = in_colour(sys.stdout, os.environ)
    documents = proof.reading.documents if coloured else None
    if proof.sheet is None:
        write(sys.stdout, as_text(proof.problems, proof.reading.files, language, documents, columns(sys.stdout)))
        return 1
    for screen in proof.screens:
        for flag in screen.flags:
            level = "error" if flag.error else "warning"
            write(sys.stdout, f"{screen.file}: {level}[{flag.kind}] {flag.message}")
    write(sys.stdout, f"{len(proof.screens)} screens in {time.monotonic() - started:.0f} s, {proof.errors} to mend")
    write(sys.stdout, str(proof.sheet))
    return 1 if proof.errors else 0


class Progress:
    """How far it is: one line that is written over on a terminal, else a plain line every tenth."""

    WIDTH = 30

    def __init__(self) -> None:
        self._terminal = sys.stderr.isatty()
        self._told = 0
        self._open = False

    def step(self, done: int, total: int, name: str) -> None:
        """One screen more; ``total`` is a guess that gets better."""
        if self._terminal:
            filled = "#" * round(self.WIDTH * done / total)
            put(sys.stderr, f"\r[{filled:<{self.WIDTH}}] {done}/{total}  {name[:40]:<40}")
            self._open = True
        elif done * 10 // total > self._told:
            self._told = done * 10 // total
            write(sys.stderr, f"{done} of about {total} screens")

    def end(self) -> None:
        """Leave the line."""
        if self._open:
            put(sys.stderr, "\n")
            self._open = False


def _tags(text: str) -> tuple[str, ...]:
    tags = tuple(dict.fromkeys(tag.strip() for tag in text.split(",") if tag.strip()))
    if not tags:
        raise argparse.ArgumentTypeError(f"{text!r} names no language; write it as ko,en")
    return tags
