"""The staff PIN: how it is kept, and why guessing does not pay. Pure; the screen for it lives elsewhere.

Every guess is written down before it is looked at, so that pulling the plug gains nothing. Time is running time from
``record.py``: no setting of the wall clock shortens a wait, and a wait goes on where it was after a reboot.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import os
import re
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise
from pathlib import Path

from kiosk.staff.record import Record

DIGITS = (6, 12)
"""Length of a PIN. A hundred guesses find one of six digits with a chance of 1 in 10,000."""

GUESSES = 100
"""Wrong guesses that are looked at within ``PERIOD``; further ones are refused unseen."""

PERIOD = 30 * 86_400.0
"""Thirty days, s."""

FIRST_WAIT = 1.0
"""Wait after the first wrong guess, s; each further one doubles it."""

LONGEST_WAIT = 3600.0
"""Longest wait, s: staff who forgot the PIN still get a few tries a day."""

COST, BLOCK, PARALLEL = 2**15, 8, 3
"""scrypt's n, r and p: 32 MiB and as hard as n = 2^17, p = 1 (OWASP)."""

MEMORY = 64 * 1000 * 1000
"""Bytes scrypt may use."""

KEY_BYTES = 32
_KEY_FILE_LIMIT = 256


class Answer(Enum):
    """What became of a guess."""

    RIGHT = "right"
    WRONG = "wrong"
    WAIT = "wait"
    """Not looked at: it is too early."""
    UNSET = "unset"
    """There is no PIN, or its record is damaged: only the key file opens."""
    BLOCKED = "blocked"
    """Not looked at: the guess could not be written down. The key file still opens."""


@dataclass(frozen=True)
class Verdict:
    """An answer, and the seconds until the next guess is looked at."""

    answer: Answer
    wait: float = 0.0


def _scrypt(pin: str, salt: bytes) -> bytes:
    return hashlib.scrypt(pin.encode(), salt=salt, n=COST, r=BLOCK, p=PARALLEL, maxmem=MEMORY, dklen=32)


class Pin:
    """The PIN in a record. ``derive(pin, salt)`` is the slow hash, about 0.3 s: call ``check`` off the screen's thread.

    The whole state is in the record: deleting the file forgets the count of guesses, and the PIN with it.
    """

    def __init__(self, record: Record, derive: Callable[[str, bytes], bytes] = _scrypt) -> None:
        self._record = record
        self._derive = derive

    # ---------------------------------------------------------------- PIN

    @property
    def is_set(self) -> bool:
        """Whether there is a PIN that can be entered."""
        return self._stored() is not None

    def set(self, pin: str) -> str:
        """Set the PIN; for one who has opened the staff screen. Returns why it is refused or cannot be kept, or ""."""
        problem = unfit(pin)
        if problem:
            return problem
        salt = secrets.token_bytes(16)
        before = dict(self._record.values)
        self._record.values |= {"salt": _text(salt), "hash": _text(self._derive(pin, salt)), "row": 0}
        problem = self._record.save()
        if problem:
            self._record.values = before
        return problem

    @property
    def wait(self) -> float:
        """Seconds until the next guess is looked at; 0 if it would be now."""
        now, wrong, row = self._record.clock(), self._wrong(), self._row()
        waits = [0.0]
        if row and wrong:
            waits.append(wrong[-1] + min(FIRST_WAIT * 2.0 ** min(row - 1, 60), LONGEST_WAIT) - now)
        if len(wrong) >= GUESSES:
            waits.append(wrong[-GUESSES] + PERIOD - now)
        return max(waits)

    def check(self, guess: str) -> Verdict:
        """Look at a guess, unless it is too early."""
        stored = self._stored()
        if stored is None:
            return Verdict(Answer.UNSET)
        wait = self.wait
        if wait > 0:
            return Verdict(Answer.WAIT, wait)
        before = dict(self._record.values)
        now = self._record.clock()
        self._record.values |= {"wrong": [*self._wrong(), now][-GUESSES:], "row": self._row() + 1}
        if self._record.save():
            self._record.values = before
            return Verdict(Answer.BLOCKED)
        salt, good = stored
        if not hmac.compare_digest(self._derive(guess[: DIGITS[1] + 1], salt), good):
            return Verdict(Answer.WRONG, self.wait)
        self._record.values |= {"wrong": before.get("wrong", []), "row": 0}
        self._record.save()
        return Verdict(Answer.RIGHT)

    # ---------------------------------------------------------------- key file

    def make_key(self, file: Path) -> str:
        """Write a new key file, such as on a USB stick; an older one opens no more. Returns why it failed, or ""."""
        key = secrets.token_bytes(KEY_BYTES)
        try:
            file.write_text(key.hex() + "\n", encoding="ascii")
        except OSError as error:
            return f"{file} cannot be written: {os.strerror(error.errno) if error.errno else error}"
        before = dict(self._record.values)
        self._record.values["key"] = hashlib.sha256(key).hexdigest()
        problem = self._record.save()
        if problem:
            self._record.values = before
        return problem

    def opens(self, file: Path) -> bool:
        """Tell whether ``file`` holds the key. Needs no limit of guesses: the key is one of 2^256."""
        stored = self._record.values.get("key")
        if not isinstance(stored, str):
            return False
        try:
            if not file.is_file():  # a pipe or a device would never end
                return False
            with file.open("rb") as opened:
                key = bytes.fromhex(opened.read(_KEY_FILE_LIMIT).decode("ascii").strip())
        except (OSError, ValueError):
            return False
        if not hmac.compare_digest(hashlib.sha256(key).hexdigest(), stored):
            return False
        self._record.values["row"] = 0
        self._record.save()
        return True

    # ---------------------------------------------------------------- record

    def _stored(self) -> tuple[bytes, bytes] | None:
        """Salt and hash; None if there is no PIN."""
        try:
            salt = base64.b64decode(self._record.values["salt"], validate=True)
            good = base64.b64decode(self._record.values["hash"], validate=True)
        except (KeyError, TypeError, ValueError, binascii.Error):
            return None
        return (salt, good) if len(salt) == 16 and len(good) == 32 else None

    def _wrong(self) -> list[float]:
        """When wrong guesses were looked at, oldest first; what can only be damage counts as just now."""
        found, now = self._record.values.get("wrong"), self._record.clock()
        times = [
            min(float(time), now) if isinstance(time, (int, float)) else now
            for time in (found if isinstance(found, list) else [])
        ]
        return [time for time in times if now - time < PERIOD]

    def _row(self) -> int:
        """How many wrong guesses in a row."""
        row = self._record.values.get("row", 0)
        return row if isinstance(row, int) and row >= 0 else GUESSES


def unfit(pin: str) -> str:
    """Tell why a PIN is refused, or ""."""
    if not re.fullmatch(rf"[0-9]{{{DIGITS[0]},{DIGITS[1]}}}", pin):
        return f"A PIN has {DIGITS[0]} to {DIGITS[1]} digits."
    steps = {(int(after) - int(before)) % 10 for before, after in pairwise(pin)}
    if len(steps) == 1 and steps <= {0, 1, 9}:
        return "Digits that are all alike or in a row are guessed first. Choose others."
    return ""


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")
