"""``kiosk``: show the content, full screen or in a window."""

from __future__ import annotations

import argparse
import re
import sys

from kiosk import paths
from kiosk.commands.sizes import size
from kiosk.places import place


def _tag(text: str) -> str:
    if text and not re.fullmatch(r"[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*", text):
        raise argparse.ArgumentTypeError(f"{text} is not a language tag; write it as ko or zh-CN")
    return text


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    from kiosk import __version__

    parser.add_argument(
        "--content", metavar="DIR", type=place, help="the content folder (default: the imported or shipped one)"
    )
    parser.add_argument("--state", metavar="DIR", type=place, help="where editions, baked art and logs are kept")
    parser.add_argument("--language", metavar="TAG", type=_tag, default="", help="the start language: ko, en, ja, zh")
    parser.add_argument("--size", metavar="WxH", type=size, help="size of the panel in px, such as 1080x1920")
    parser.add_argument("--windowed", action="store_true", help="demo mode: a window with a title bar; Esc leaves it")
    parser.add_argument("--autoplay", action="store_true", help="walk through every panel until touched")
    parser.add_argument("--renderer", choices=("software", "gpu"), default="software", help="gpu only with a real one")
    parser.add_argument("--supervised", action="store_true", help="restart the kiosk when it dies or freezes")
    parser.add_argument("--heartbeat", action="store_true", help=argparse.SUPPRESS)  # started by the supervisor
    parser.add_argument("--safe", action="store_true", help=argparse.SUPPRESS)  # only the built-in safe screen
    parser.add_argument("--version", action="version", version=f"kiosk {__version__}")


def child_arguments(args: argparse.Namespace) -> list[str]:
    """Write parsed arguments down again for a child that is supervised: all but ``--supervised`` and ``--heartbeat``.

    A value is joined to its option: one that begins with a hyphen would be taken for another option.
    """
    values = {
        "--content": args.content,
        "--state": args.state,
        "--language": args.language,
        "--size": f"{args.size[0]}x{args.size[1]}" if args.size else None,
        "--renderer": args.renderer,
    }
    switches = {"--windowed": args.windowed, "--autoplay": args.autoplay, "--safe": args.safe}
    given = [f"{option}={value}" for option, value in values.items() if value not in (None, "")]
    return given + [option for option, wanted in switches.items() if wanted]


def run(args: argparse.Namespace) -> int:
    """Open the screen until it is left or told to end.

    Returns 0 when it was left on purpose, 1 without content to show, 2 if the system lacks something. Under a
    supervisor (``--heartbeat``) a signal's end is ``memory.TOLD`` and its number, a wish for a fresh start ``AGAIN``.
    """
    from kiosk.player import system

    sentence = system.problem()
    if sentence:
        sys.stderr.write(sentence + "\n")
        return 2
    system.keep_memory_low()
    state = args.state or paths.default_state()
    content = args.content or paths.shown_content(state)
    if args.supervised:
        from kiosk.staff.supervisor import supervise

        return supervise(child_arguments(args), state)
    if args.safe:
        from kiosk.player.safety import SafeSettings, play_safe

        return play_safe(SafeSettings(state, args.size, args.windowed, args.heartbeat))

    def restore() -> None:
        from kiosk.publish.packs import put_back

        put_back(content, state)  # what an interrupted import has moved away

    from kiosk.player.app import play
    from kiosk.player.settings import Settings

    return play(
        Settings(
            content=content,
            state=state,
            language=args.language,
            size=args.size,
            windowed=args.windowed,
            autoplay=args.autoplay,
            renderer=args.renderer,
            supervised=args.heartbeat,
        ),
        restore,
    )
