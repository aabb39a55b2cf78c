"""The PIN of the staff panel: kept as a hash, guessed at most a hundred times in thirty days.

Time is the record's: seconds the machine has certainly been running. No restart, no power cut and no setting of the
wall clock makes a wait shorter.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any

from kiosk.places import look
from kiosk.publish.files import Files
from kiosk.staff.moment import Moment, now
from kiosk.staff.record import Record

DIGITS = (6, 12)
"""Fewest and most digits. A hundred guesses find one of a million with a chance of 1 in 10,000."""

COST = {"n": 2**17, "r": 8, "p": 1}
"""scrypt, OWASP Password Storage Cheat Sheet: 128 MiB and about half a second a guess."""

_MEMORY = 192 << 20
"""Bytes scrypt may take: a little over what ``COST`` needs."""

FIRST_WAIT, LONGEST_WAIT = 1.0, 9 * 3600.0
"""Seconds after the first wrong guess, doubled by each further one in a row, up to nine hours."""

SPENT, WINDOW = 100, 30 * 86_400.0
"""Wrong guesses within so many seconds after which nothing is guessed any more, whatever was right in between."""

_HEX = re.compile("(?:[0-9a-f]{2})+")

KEYS = 8
"""Key files that are known at a time; an older one is forgotten."""


@dataclass(frozen=True)
class Verdict:
    """What has become of a guess: ``right``, ``wrong``, ``wait``, ``unset``, or ``broken`` with the ``reason``.

    ``wait``: whole seconds until the next guess is looked at; 0 if it may come at once.
    """

    kind: str
    wait: int = 0
    reason: str = ""


class Pin:
    """The PIN and the key files of one state folder."""

    def __init__(self, state: Path, clock: Callable[[], Moment] = now, files: Files | None = None) -> None:
        self._again = partial(Record, state / "staff" / "pin.json", clock, files)
        self._record = self._again()
        there = look(self._record.path).kind != "nothing"
        self._damaged = self._record.damaged or (there and not _sound(self._record.values))

    @property
    def is_set(self) -> bool:
        """Whether there is a PIN to guess."""
        return self._hash is not None

    @property
    def damaged(self) -> bool:
        """Whether the file cannot be read: nothing opens the panel until a new PIN is set."""
        return self._damaged

    @property
    def keys(self) -> int:
        """How many key files are known."""
        return len(self._list("keys"))

    @property
    def wait(self) -> int:
        """Whole seconds until a guess is looked at, rounded up."""
        if self._damaged:
            return 0
        left = max(self._streak_wait(), self._budget_wait())
        return int(-(-left // 1))

    # ---------------------------------------------------------------- setting

    def set(self, pin: str) -> str:
        """Take a new PIN; waits and counts of the old one end. Returns why it could not be written, or ""."""
        salt = secrets.token_bytes(16)
        self._record.values = {
            "pin": {"salt": salt.hex(), "hash": _stretched(pin, salt).hex()},
            "keys": [] if self._damaged else self._list("keys"),
        }
        self._damaged = False
        return self._record.save()

    def know(self, key: str) -> str:
        """Take a key's text as one that opens. Returns why it could not be written down, or ""."""
        self._record.values["keys"] = [*self._list("keys"), _fingerprint(key)][-KEYS:]
        return self._record.save()

    # ---------------------------------------------------------------- asking

    def guess(self, pin: str) -> Verdict:
        """Look at a guess.

        It is counted as wrong, on the disk, before it is looked at: pulling the plug gains nothing.
        """
        if self.damaged:
            remedy = "Set a new PIN with kiosk pin, as the user who runs the kiosk."
            return Verdict("broken", reason=f"{self._record.path} is damaged, or not this user's. {remedy}")
        kept = self._hash
        if kept is None:
            return Verdict("unset")
        if self.wait:
            return Verdict("wait", self.wait)
        values, clock = self._record.values, self._record.clock()
        before = dict(values)
        streak = self._streak + 1
        values["streak"] = streak
        values["until"] = clock + min(FIRST_WAIT * 2.0 ** min(streak - 1, 40), LONGEST_WAIT)
        values["wrong"] = [*self._wrong(), clock][-SPENT:]
        trouble = self._record.save()
        if trouble:
            self._record.values = before
            return Verdict("broken", reason=f"{trouble}. Without it no guess is looked at; use a key file.")
        if not hmac.compare_digest(_stretched(pin, kept[0]), kept[1]):
            return Verdict("wrong", self.wait)
        self._forgive(clock)
        return Verdict("right")

    def _forgive(self, clock: float) -> None:
        """Count the guess made at ``clock`` as right: what was wrong before it stays counted.

        So staff who come in between give a stranger no new guesses. Read anew: meanwhile somebody may have set another
        PIN, made a key, or removed everything.
        """
        fresh = self._again()
        if fresh.values.get("pin") == self._record.values.get("pin"):
            wrong = [at for at in fresh.values.get("wrong", []) if at != clock]
            fresh.values |= {"streak": 0, "until": 0.0, "wrong": wrong}
            fresh.save()
            self._record = fresh

    def opens(self, text: str) -> bool:
        """Whether a line of a key file is one of the keys. They are too long to be guessed, so nothing is counted."""
        lines = [] if self._damaged else [_fingerprint(line.strip()) for line in text.splitlines()]
        return any(hmac.compare_digest(line, key) for line in lines for key in self._list("keys"))

    # ---------------------------------------------------------------- what is kept

    @property
    def _hash(self) -> tuple[bytes, bytes] | None:
        kept = self._record.values.get("pin")
        return (bytes.fromhex(kept["salt"]), bytes.fromhex(kept["hash"])) if kept and not self._damaged else None

    @property
    def _streak(self) -> int:
        return int(self._record.values.get("streak", 0))

    def _list(self, name: str) -> list[Any]:
        found: list[Any] = self._record.values.get(name, [])
        return found

    def _wrong(self) -> list[float]:
        """When the wrong guesses that still count were made, oldest first."""
        clock = self._record.clock()
        return [at for at in self._list("wrong") if clock - at < WINDOW]

    def _streak_wait(self) -> float:
        return float(max(0.0, self._record.values.get("until", 0.0) - self._record.clock()))

    def _budget_wait(self) -> float:
        wrong = self._wrong()
        return wrong[-SPENT] + WINDOW - self._record.clock() if len(wrong) >= SPENT else 0.0

    def pass_on(self) -> None:
        """Write down how much time has passed, while that matters: a reboot must not begin it anew."""
        if not self._damaged and self._wrong():
            self._record.save()


def unfit(pin: str) -> str:
    """Why something can be no PIN, in one sentence; "" if it can."""
    fewest, most = DIGITS
    if not (pin.isascii() and pin.isdigit()):
        return f"A PIN has digits only, {fewest} to {most} of them: the screen has no other keys."
    if not fewest <= len(pin) <= most:
        return f"A PIN has {fewest} to {most} digits; this has {len(pin)}."
    steps = {int(after) - int(before) for before, after in pairwise(pin)}
    if steps in ({0}, {1}, {-1}):
        return "This PIN is the first anybody would try. Choose digits that do not follow one another."
    return ""


def _sound(values: dict[str, Any]) -> bool:
    """Whether what was kept is what is kept here; anything else opens nothing."""
    wrong, keys, pin = values.get("wrong", []), values.get("keys", []), values.get("pin")
    return (
        isinstance(wrong, list)
        and all(_is_number(value) for value in (*wrong, values.get("until", 0), values.get("streak", 0)))
        and isinstance(keys, list)
        and all(isinstance(key, str) and _HEX.fullmatch(key) for key in keys)
        and isinstance(pin, dict)
        and all(_HEX.fullmatch(str(pin.get(name))) for name in ("salt", "hash"))
    )


def _is_number(value: object) -> bool:
    """Whether a value can be a time or a count: JSON holds infinities, and ints beyond any float."""
    return isinstance(value, (int, float)) and 0 <= value < 1e12


def _stretched(pin: str, salt: bytes) -> bytes:
    return hashlib.scrypt(pin.encode("utf-8", "replace"), salt=salt, dklen=32, maxmem=_MEMORY, **COST)


def _fingerprint(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()
