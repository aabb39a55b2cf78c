"""How a visitor wants the kiosk to be: text size, contrast, reach, stillness, speech. Pure values.

They hold for the visit and vanish with the reset; nothing of them is stored.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

TEXT_SCALES = (1.0, 1.5, 2.0)
"""Normal, large, largest: of everything, not of text alone (R9)."""

RATES = (-0.6, -0.3, 0.0, 0.3, 0.6)
"""Speech rates in Qt's range of -1 to 1."""

VOLUMES = (0.1, 0.19, 0.36, 0.65, 1.0)
"""Amplitudes in steps of 3.7 to 5.6 dB over 20 dB (R35: range at least 18 dB, steps at most 6 dB)."""


@dataclass(frozen=True)
class Comfort:
    """One visitor's settings; the defaults are the state at boot."""

    text_scale: float = 1.0
    contrast: bool = False
    low: bool = False
    still: bool = False
    speech: bool = False
    rate: int = 2
    volume: int = 2

    @property
    def slow(self) -> bool:
        """Whether the longer idle times apply (R18)."""
        return self.text_scale > 1 or self.low or self.speech or self.contrast

    def with_text_scale(self, scale: float) -> Comfort:
        """The nearest allowed text scale."""
        return replace(self, text_scale=min(TEXT_SCALES, key=lambda allowed: abs(allowed - scale)))

    def with_rate(self, step: int) -> Comfort:
        """Speech slower (-1) or faster (+1), within the list."""
        return replace(self, rate=max(0, min(len(RATES) - 1, self.rate + step)))

    def with_volume(self, step: int) -> Comfort:
        """Speech quieter (-1) or louder (+1), within the list."""
        return replace(self, volume=max(0, min(len(VOLUMES) - 1, self.volume + step)))
