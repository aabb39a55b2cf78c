"""What a check found: a level, a wording's name, the values it speaks of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from kiosk.staff.doctor.words import CHECKS, LEVELS, WORDINGS


class Level(Enum):
    """How bad it is. A problem keeps the kiosk from working; a warning makes it worse than it could be."""

    OK = "ok"
    WARNING = "warning"
    PROBLEM = "problem"


@dataclass(frozen=True)
class Finding:
    """One check's answer. ``code`` names its wording in ``words.py``; the part before the dot names the check."""

    level: Level
    code: str
    values: Mapping[str, object] = field(default_factory=dict)

    def line(self, language: str) -> str:
        """One line: level, check, what was found, the remedy. ``language`` is ``ko`` or ``en``."""
        row = 1 if language == "ko" else 0
        sentence = WORDINGS[self.code][row].format_map(dict(self.values))
        return f"{LEVELS[self.level.value][row]:<8} {CHECKS[self.code.split('.')[0]][row]}: {sentence}"


def ok(code: str, **values: object) -> Finding:
    """Nothing to do."""
    return Finding(Level.OK, code, values)


def warning(code: str, **values: object) -> Finding:
    """Works, but not as well as it could."""
    return Finding(Level.WARNING, code, values)


def problem(code: str, **values: object) -> Finding:
    """Has to be mended first."""
    return Finding(Level.PROBLEM, code, values)
