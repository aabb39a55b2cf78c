"""How often the kiosk has crashed of late, and whether the safe screen is due. Pure; time comes from the record."""

from __future__ import annotations

from kiosk.staff.record import Record

LIMIT = 3
"""Crashes within ``WINDOW`` that bring the safe screen (as SpinetiX does)."""

WINDOW = 30 * 60.0
"""Seconds of running time a crash counts."""

REST = 10 * 60.0
"""Seconds after the last crash until the real kiosk is tried again."""

_KEPT = 20


class Crashes:
    """The crashes in a record. Each is kept as ``[seconds of the record's clock, reason]``."""

    def __init__(self, record: Record) -> None:
        self._record = record

    @property
    def recent(self) -> list[str]:
        """The reasons of the crashes that count, oldest first."""
        return [reason for age, reason in self._aged() if age < WINDOW]

    @property
    def rest(self) -> float:
        """Seconds for which only the safe screen is shown; 0 if the real kiosk may run."""
        ages = [age for age, _ in self._aged() if age < WINDOW]
        return max(0.0, REST - ages[-1]) if len(ages) >= LIMIT else 0.0

    def add(self, reason: str) -> str:
        """Count a crash now. Returns why it could not be written down, or ""; it counts all the same."""
        kept = self._record.values.get("crashes")
        crashes = [*(kept if isinstance(kept, list) else []), [self._record.clock(), reason]]
        self._record.values["crashes"] = crashes[-_KEPT:]
        return self._record.save()

    def pass_on(self) -> None:
        """Write down how much time has passed, while that matters: a reboot must not begin the wait anew."""
        if self.recent:
            self._record.save()

    def _aged(self) -> list[tuple[float, str]]:
        """(age in seconds, reason) of every crash that can be read."""
        clock, found = self._record.clock(), self._record.values.get("crashes")
        return [
            (max(0.0, clock - entry[0]), str(entry[1]))
            for entry in (found if isinstance(found, list) else [])
            if isinstance(entry, list) and len(entry) == 2
            if isinstance(entry[0], (int, float)) and 0 <= entry[0] < 1e12  # JSON holds ints beyond any float
        ]
