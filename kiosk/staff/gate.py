"""``python -m kiosk.staff.gate STATE``: looks at one guess, or for a key, in a process of its own.

The screen never waits for a slow hash or a stick that hangs, and its memory never holds the hash's 128 MiB. The guess
comes by standard input, where no list of processes shows it; the answer is one line of JSON:
``{"kind": "right" | "wrong" | "wait" | "unset" | "broken" | "key" | "none", "wait": seconds, "reason": "..."}``.
"""

from __future__ import annotations

import json
import os
import sys
from dataclasses import asdict
from pathlib import Path

from kiosk.staff.keys import found, sticks
from kiosk.staff.pin import Pin, Verdict


def answer(pin: Pin, guess: str) -> Verdict:
    """Look at ``guess``; without one, whether a key is plugged in, and how long guesses have to wait."""
    if guess:
        return pin.guess(guess)
    pin.pass_on()
    if any(pin.opens(text) for text in found(sticks())):
        return Verdict("key")
    if pin.damaged:
        return pin.guess("")
    return Verdict("none" if pin.is_set else "unset", pin.wait)


def main(state: str) -> int:
    """Answer what standard input asks. Returns 0."""
    os.umask(0o077)  # what is written here is nobody else's
    verdict = answer(Pin(Path(state)), sys.stdin.read(200).strip())
    sys.stdout.write(json.dumps(asdict(verdict)) + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1]))
