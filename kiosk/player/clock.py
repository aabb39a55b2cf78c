"""Hours between two times, for the clock block: up from a start, or down to an end."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any


def hours(start: str, end: str, direction: str, now: datetime, tag: str) -> dict[str, Any]:
    """``{"number", "total", "ratio", "over"}``: whole hours as text in the language ``tag``, and 0..1 of the way.

    ``start`` and ``end`` are ISO 8601 with an offset, as the publisher checked. A wall clock set before 1990 is taken
    as wrong (an empty battery starts at 1970) and counts nothing.
    """
    first, last = datetime.fromisoformat(start), datetime.fromisoformat(end)
    at = now if now.year >= 1990 else (first if direction == "up" else last)
    total = (last - first).total_seconds() / 3600
    gone = min(max((at.astimezone(UTC) - first).total_seconds() / 3600, 0.0), total)
    shown = gone if direction == "up" else total - gone
    return {
        "number": grouped(int(shown), tag),
        "total": grouped(int(total), tag),
        "ratio": shown / total,
        "over": at.astimezone(UTC) >= last,
    }


def grouped(value: int, tag: str) -> str:
    """An integer with thousands separated, as the facts are printed: not in Chinese."""
    return str(value) if tag.startswith("zh") else f"{value:,}"
