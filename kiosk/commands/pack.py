"""``kiosk pack``: a content folder as one ZIP, checked before it is written."""

from __future__ import annotations

import argparse

from kiosk.commands.sentences import sentence
from kiosk.commands.terminal import refuse, say
from kiosk.places import look, place, trouble


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``kiosk pack DIR FILE.zip``."""
    parser.add_argument("folder", metavar="DIR", type=place, help="the content folder")
    parser.add_argument("target", metavar="FILE.zip", type=place, help="the pack to write")
    parser.add_argument("--force", action="store_true", help="replace FILE.zip if it is there")


def run(args: argparse.Namespace) -> int:
    """Check the folder and pack it. 0 if it is packed, 1 if it is refused, 2 without a folder to read."""
    from kiosk.content import render
    from kiosk.content.folder import scan
    from kiosk.content.language import system_language
    from kiosk.content.problems import placed
    from kiosk.content.reader import read
    from kiosk.publish.editions import megabytes
    from kiosk.publish.files import Files
    from kiosk.publish.packs_folder import schemas
    from kiosk.publish.packs_source import PackError
    from kiosk.publish.packs_words import step
    from kiosk.publish.packs_write import require_same, require_target, write_pack
    from kiosk.publish.pictures import inspect
    from kiosk.publish.publisher import lettering
    from kiosk.snapshot import snapshot

    language = system_language()
    reason = trouble(args.folder, language)
    if look(args.folder).kind == "nothing":
        reason = sentence("pack-nothing", folder=args.folder)
    if reason:
        refuse(reason)
        return 2
    try:
        require_target(args.target, args.folder, force=args.force)
        before = snapshot(args.folder)
        reading = read(args.folder, inspect=inspect, draws=lettering())
        say(step("checked", language, summary=render.summary(reading.problems, reading.files, language)))
        for problem in reading.problems:
            say(render.block(problem.in_language(language)))
        if reading.content is None:
            say(step("unpacked", language))
            return 1
        files = {**scan(args.folder).files, **{entry.path: entry for entry in schemas(args.folder)}}
        require_same(args.folder, before, snapshot(args.folder))
        packed = write_pack(files, args.target, Files())
    except PackError as error:
        say(render.block(placed(error.finding, args.target.name or str(args.target)).in_language(language)))
        say(step("unpacked", language))
        return 1
    size = megabytes(args.target.stat().st_size)
    say(step("packed", language, files=packed, size=size, target=args.target))
    return 0
