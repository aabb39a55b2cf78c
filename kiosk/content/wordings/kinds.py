"""The row of the wording tables."""

from __future__ import annotations

from typing import Literal, NamedTuple

Severity = Literal["error", "warning"]
"""An error keeps the folder off the screen; a warning is shown to staff and changes nothing."""


class Wording(NamedTuple):
    """One problem's sentences: what is wrong, and the remedy, in English and Korean."""

    severity: Severity
    message: str
    hint: str
    korean_message: str
    korean_hint: str

    def texts(self, language: str) -> tuple[str, str]:
        """Message and hint in ``language``: Korean for ``ko``, else English."""
        return (self.korean_message, self.korean_hint) if language == "ko" else (self.message, self.hint)


def error(message: str, hint: str, korean_message: str, korean_hint: str) -> Wording:
    """A row whose problem keeps the folder off the screen."""
    return Wording("error", message, hint, korean_message, korean_hint)


def warning(message: str, hint: str, korean_message: str, korean_hint: str) -> Wording:
    """A row whose problem is only told."""
    return Wording("warning", message, hint, korean_message, korean_hint)
