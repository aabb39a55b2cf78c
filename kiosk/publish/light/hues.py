"""Colour as light: linear RGB, the seven hues, and the colours one plate is painted with."""

from __future__ import annotations

import colorsys
from dataclasses import dataclass
from typing import Final, TypeAlias

from kiosk.publish.light.request import PlateRequest

Rgb: TypeAlias = tuple[float, float, float]
"""Linear light, 0 to 1 a channel."""

GROUND: Final = "#07080B"
"""The page every plate lies on; design specification, section 2."""

SPECTRUM: Final = ("#66ADFF", "#35DCEB", "#66E28C", "#FFCB45", "#FF9148", "#FF6B66", "#FF7AB8")
"""The seven sections in the order of their dominant wavelengths: AI, start-ups, chips, photonics, food, cars, art."""


def srgb(code: str) -> Rgb:
    """``#RRGGBB`` as 0 to 1, as stored."""
    return (int(code[1:3], 16) / 255, int(code[3:5], 16) / 255, int(code[5:7], 16) / 255)


def linear(code: str) -> Rgb:
    """``#RRGGBB`` as linear light; the sRGB transfer curve of IEC 61966-2-1."""
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in srgb(code))
    return (red, green, blue)


def deep(light: Rgb, power: float = 1.55) -> Rgb:
    """The art's version of a text hue: the same hue, more saturated, equally bright in its strongest channel."""
    peak = max(*light, 1e-6)
    red, green, blue = ((c / peak) ** power * peak for c in light)
    return (red, green, blue)


def mix(first: Rgb, second: Rgb, share: float) -> Rgb:
    """``first`` at 0, ``second`` at 1."""
    keep = 1 - share
    return (
        first[0] * keep + second[0] * share,
        first[1] * keep + second[1] * share,
        first[2] * keep + second[2] * share,
    )


WHITE: Final = linear("#FFF4E2")
"""Light white: warmer than paper, for art only."""

_DEEP_SPECTRUM: Final = tuple(deep(linear(code)) for code in SPECTRUM)


def spectrum(position: float) -> Rgb:
    """The seven hues from 0 (AI blue) to 1 (art magenta), blended softly."""
    place = min(0.9999, max(0.0, position)) * (len(_DEEP_SPECTRUM) - 1)
    index, share = int(place), place - int(place)
    return mix(_DEEP_SPECTRUM[index], _DEEP_SPECTRUM[index + 1], share * share * (3 - 2 * share))


def neighbour(code: str, turn: float = 0.13) -> str:
    """Derive a second hue: ``turn`` of the colour circle onwards, which takes art's rose to food's orange."""
    hue, saturation, value = colorsys.rgb_to_hsv(*srgb(code))
    red, green, blue = colorsys.hsv_to_rgb((hue + turn) % 1, saturation, value)
    return f"#{round(red * 255):02X}{round(green * 255):02X}{round(blue * 255):02X}"


@dataclass(frozen=True, slots=True)
class Light:
    """The colours of one plate, linear: its hue, its second hue, and the warm white of bright cores."""

    hue: Rgb
    hue2: Rgb
    white: Rgb = WHITE

    @classmethod
    def of(cls, request: PlateRequest) -> Light:
        """The colours a request asks for."""
        return cls(deep(linear(request.hue)), deep(linear(request.hue2 or neighbour(request.hue))))

    def pale(self, share: float) -> Rgb:
        """The hue on its way to white: 0 is pure hue, 1 is white."""
        return mix(self.hue, self.white, share)
