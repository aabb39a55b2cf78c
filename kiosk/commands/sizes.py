"""A panel's size on the command line, the same for every command that takes one."""

from __future__ import annotations

import argparse
import re

LEAST, MOST = 320, 7680
"""Pixels a side can have: from the smallest screen with room for the interface to an 8K panel."""


def size(text: str) -> tuple[int, int]:
    """Read ``1080x1920`` as width and height in px; for the ``type`` of an argument."""
    match = re.fullmatch(r"\s*(\d{1,9})[xX×](\d{1,9})\s*", text, re.ASCII)
    if not match:
        raise argparse.ArgumentTypeError(f"{text} is not a size; write it as 1080x1920")
    width, height = int(match[1]), int(match[2])
    if not (LEAST <= width <= MOST and LEAST <= height <= MOST):
        raise argparse.ArgumentTypeError(
            f"{text.strip()} is outside {LEAST}x{LEAST} to {MOST}x{MOST}; write the panel's size in px"
        )
    return width, height


def sizes(text: str) -> tuple[tuple[int, int], ...]:
    """Read several, with commas between them; one that is there twice counts once."""
    return tuple(dict.fromkeys(size(part) for part in text.split(",")))
