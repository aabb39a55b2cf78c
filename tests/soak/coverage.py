"""What has been seen, and what has to be: every place, sheet, language, setting and action."""

from __future__ import annotations

from dataclasses import dataclass, field

from kiosk.player.comfort import RATES, TEXT_SCALES, VOLUMES
from kiosk.player.session import KioskSession
from tests.soak.variants import EXTRA

SHEETS = ("language", "text", "help", "stop")
"""The sheets the interface has a way to."""

ACTIONS = (
    "tap",
    "control",
    "swipe",
    "edge swipe",
    "two fingers",
    "five fingers",
    "long press",
    "stuck finger",
    "cancelled touch",
    "mouse",
    "right click",
    "double click",
    "key",
    "forbidden key",
    "close request",
    "walk away",
    "stay",
    "staff called",
)
"""Everything the random visitor does."""

EVENTS = ("wake", "reset", "warning", "sheet closed", "back", "page turned", "edition swapped", "panel taken away")
"""What has to happen on the screen in the course of it."""


@dataclass
class Coverage:
    """Counts by kind and name."""

    seen: dict[str, dict[str, int]] = field(default_factory=dict)

    def saw(self, kind: str, name: object) -> None:
        names = self.seen.setdefault(kind, {})
        names[str(name)] = names.get(str(name), 0) + 1

    def look(self, session: KioskSession) -> None:
        """Note everything that is on the screen now."""
        self.saw("screen", session.screen)
        self.saw("language", session.language)
        if session.screen in ("section", "panel"):
            self.saw(str(session.screen), session.place)
        if session.sheet:
            self.saw("sheet", session.sheet)
        self.saw("idle", session.idleStage)
        comfort = session.comfort
        for name in ("contrast", "low", "still", "speech"):
            self.saw(name, getattr(comfort, name))
        self.saw("text scale", comfort.text_scale)
        self.saw("rate", comfort.rate)
        self.saw("volume", comfort.volume)

    def missing(self, goals: dict[str, set[str]]) -> list[str]:
        """Goals not reached, as ``kind name``."""
        return [
            f"{kind} {name}"
            for kind, names in goals.items()
            for name in sorted(names)
            if name not in self.seen.get(kind, {})
        ]


def goals(session: KioskSession, *, swaps: bool, thorough: bool = True) -> dict[str, set[str]]:
    """Everything the shipped content and the interface offer. Without ``swaps`` nothing of them is asked for.

    A run that is not ``thorough`` need not try every way the screen can be set: random hands come to these only by
    turning the sheet's pages, to some by pressing the same button several times in one visit.
    """
    sections = session.all_sections()
    panels = {panel["id"] for section in sections for panel in section["panels"]}
    events = set(EVENTS) - (set() if swaps else {"edition swapped", "panel taken away"})
    return {
        "screen": {"attract", "home", "section", "panel"},
        "section": {section["id"] for section in sections},
        "panel": panels | ({EXTRA} if swaps else set()),
        "sheet": set(SHEETS),
        "language": {language["tag"] for language in session.languages},
        "idle": {"attract", "active", "warning"},
        **{name: {"pin", "panel"} for name in ("staff",) if thorough},
        "contrast": {"True", "False"},
        **{name: {"True", "False"} for name in ("low", "still", "speech") if thorough},
        "text scale": {str(scale) for scale in TEXT_SCALES if thorough},
        "rate": {str(rate) for rate in range(len(RATES)) if thorough},
        "volume": {str(volume) for volume in range(len(VOLUMES)) if thorough},
        "action": set(ACTIONS),
        "event": events,
    }
