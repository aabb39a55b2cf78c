"""What a visitor may meet: panels of several sizes and heights, and every way the kiosk can be set."""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace
from itertools import product

LANGUAGES = ("ko", "en", "ja", "zh")
PORTRAIT, WIDE = (1080, 1920), (1920, 1080)


@dataclass(frozen=True)
class Panel:
    """A screen in a booth. ``inches`` across, ``size`` in px, ``edge`` its lower edge in mm above the floor."""

    inches: float = 43
    size: tuple[int, int] = PORTRAIT
    edge: int = 750

    @property
    def mm(self) -> float:
        """Millimetres of one px."""
        return self.inches * 25.4 / math.hypot(*self.size)

    def height(self, y: float) -> float:
        """Height above the floor of a line of the screen, mm."""
        return self.edge + (self.size[1] - y) * self.mm

    def __str__(self) -> str:
        return f"{self.inches:g} in {'portrait' if self.size[0] < self.size[1] else 'landscape'} at {self.edge} mm"


@dataclass(frozen=True)
class Setting:
    """A panel and what the visitor chose."""

    panel: Panel = field(default_factory=Panel)
    language: str = "ko"
    scale: float = 1.0
    contrast: bool = False
    low: bool = False
    speech: bool = False

    def __str__(self) -> str:
        chosen = [name for name in ("contrast", "low", "speech") if getattr(self, name)]
        return " ".join([str(self.panel), self.language, f"{self.scale:.0%}", *chosen])


PANELS = tuple(Panel(inches, size) for inches, size in product((32, 43, 55), (PORTRAIT, WIDE)))
"""The panels the requirements ask for: three sizes, two orientations."""


def everything(panel: Panel) -> list[Setting]:
    """Every way one of them can be set: 4 languages, 2 sizes, 2 themes."""
    return [
        Setting(panel, language, scale, contrast)
        for language, scale, contrast in product(LANGUAGES, (1.0, 2.0), (False, True))
    ]


_P, _W = PORTRAIT, WIDE
_SAMPLE: tuple[tuple[int, tuple[int, int], str, float, bool], ...] = (
    (32, _P, "ko", 2.0, True),
    (43, _W, "ko", 1.0, False),
    (55, _P, "ko", 1.0, True),
    (32, _W, "en", 2.0, True),
    (43, _W, "en", 1.0, False),
    (55, _P, "en", 2.0, False),
    (32, _P, "ja", 1.0, False),
    (43, _P, "ja", 2.0, False),
    (55, _W, "ja", 1.0, True),
    (32, _W, "zh", 2.0, True),
    (43, _P, "zh", 1.0, True),
    (55, _W, "zh", 2.0, False),
)


def sample() -> list[Setting]:
    """Twelve of them, in which every two values of two different choices meet at least once."""
    return [
        Setting(Panel(inches, size), language, scale, contrast) for inches, size, language, scale, contrast in _SAMPLE
    ]


def lowered(settings: list[Setting]) -> list[Setting]:
    """The same with everything brought down."""
    return [replace(setting, low=True) for setting in settings]
