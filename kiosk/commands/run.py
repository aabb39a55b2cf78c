"""``kiosk``: show the content, full screen or in a window."""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path

from kiosk import paths


def _size(text: str) -> tuple[int, int]:
    match = re.fullmatch(r"(\d{3,4})[xX](\d{3,4})", text)
    if not match or not (240 <= int(match[1]) <= 8192 and 240 <= int(match[2]) <= 8192):
        raise argparse.ArgumentTypeError(f"{text} is not a size; write it as 1080x1920")
    return int(match[1]), int(match[2])


def _tag(text: str) -> str:
    if text and not re.fullmatch(r"[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*", text):
        raise argparse.ArgumentTypeError(f"{text} is not a language tag; write it as ko or zh-CN")
    return text


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    from kiosk import __version__

    parser.add_argument("--content", metavar="DIR", type=Path, help="the content folder (default: the shipped one)")
    parser.add_argument("--state", metavar="DIR", type=Path, help="where editions, baked art and logs are kept")
    parser.add_argument("--language", metavar="TAG", type=_tag, default="", help="the start language: ko, en, ja, zh")
    parser.add_argument("--size", metavar="WxH", type=_size, help="size of the panel in px, such as 1080x1920")
    parser.add_argument("--windowed", action="store_true", help="demo mode: a window with a title bar; Esc leaves it")
    parser.add_argument("--autoplay", action="store_true", help="walk through every panel until touched")
    parser.add_argument("--renderer", choices=("software", "gpu"), default="software", help="gpu only with a real one")
    parser.add_argument("--supervised", action="store_true", help="restart the kiosk when it dies or freezes")
    parser.add_argument("--heartbeat", action="store_true", help=argparse.SUPPRESS)  # started by the supervisor
    parser.add_argument("--safe", action="store_true", help=argparse.SUPPRESS)  # only the built-in safe screen
    parser.add_argument("--version", action="version", version=f"kiosk {__version__}")


def run(args: argparse.Namespace) -> int:
    """Open the screen until it is left: 0 left on purpose, 1 no content to show, 2 the system lacks something."""
    from kiosk.player import system

    sentence = system.problem()
    if sentence:
        sys.stderr.write(sentence + "\n")
        return 2
    system.keep_memory_low()
    content = args.content or paths.default_content()
    state = args.state or paths.default_state()
    if args.supervised:
        from kiosk.staff.supervisor import supervise

        return supervise(sys.argv[1:], state)
    if args.safe:
        from kiosk.player.safety import SafeSettings, play_safe

        return play_safe(SafeSettings(state, args.size, args.windowed, args.heartbeat))
    if not content.exists():
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
        )
    )
