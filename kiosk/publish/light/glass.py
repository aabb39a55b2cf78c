"""Exact refraction through one disc of glass, seen from above: Snell's law in, across, out, and one reflection."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from kiosk.publish.light.curves import Floats
from kiosk.publish.light.darkroom import Plate
from kiosk.publish.light.hues import WHITE, Light, Rgb, mix

RIM_PIECES = 260


@dataclass(frozen=True, slots=True)
class Disc:
    """A round glass: centre and radius in px."""

    x: float
    y: float
    r: float

    def top(self, x: float) -> float:
        """Y where a falling ray at ``x`` meets the glass; the ray must hit it."""
        return self.y - math.sqrt(max(0.0, self.r**2 - (x - self.x) ** 2))


@dataclass(frozen=True, slots=True)
class Trace:
    """Where falling rays go: points and directions are n x 2, px."""

    entry: Floats
    exit: Floats
    out: Floats
    """Unit direction behind the glass."""
    cosine: Floats
    """Cosine of the angle of arrival: 1 in the middle, 0 at the rim. Glancing rays pass on less light."""
    back: Floats
    """Where the part reflected at the exit meets the rim again."""


def trace(xs: Floats, disc: Disc, index: float) -> Trace:
    """Follow rays that fall straight down at ``xs`` through a disc of refractive ``index``; every ray must hit it."""
    centre = np.array([disc.x, disc.y])
    down = np.tile([0.0, 1.0], (len(xs), 1))
    entry = np.c_[xs, disc.y - np.sqrt(np.maximum(0, disc.r**2 - (xs - disc.x) ** 2))]
    outward = (entry - centre) / disc.r
    cosine = -(down * outward).sum(1)
    inside = _refract(down, outward, 1 / index)
    leave = _chord(entry, inside, centre)
    inward = -(leave - centre) / disc.r
    out = _refract(inside, inward, index)
    reflected = inside + 2 * -(inside * inward).sum(1)[:, None] * inward
    return Trace(entry, leave, out, cosine, _chord(leave, reflected, centre))


def _refract(ray: Floats, normal: Floats, ratio: float) -> Floats:
    """Snell's law as vectors; ``normal`` looks against the ray. Rays at the critical angle run along the surface."""
    cosine = -(ray * normal).sum(1)
    root = np.sqrt(np.maximum(0, 1 - ratio**2 * (1 - cosine**2)))
    bent = ratio * ray + (ratio * cosine - root)[:, None] * normal
    return np.asarray(bent / np.hypot(*bent.T)[:, None])


def _chord(start: Floats, ray: Floats, centre: Floats) -> Floats:
    """The other end of the chord that starts at ``start`` on the rim and runs along ``ray``."""
    length = -2 * ((start - centre) * ray).sum(1)
    return np.asarray(start + ray * length[:, None])


@dataclass(frozen=True, slots=True)
class Beam:
    """How the light behind the glass is drawn: its colour, brightness and reach."""

    light: Rgb
    gain: float
    far: float
    """Length of the rays that leave, px."""
    decay: float = 1.0
    """How much faster than usual they run out."""
    reflection: float = 0.25
    """Share of the internal reflection."""


def paint_beam(plate: Plate, path: Trace, gains: Floats, beam: Beam) -> None:
    """Draw the rays across the glass, behind it, and the faint reflection inside."""
    light = beam.light
    for q in range(len(gains)):
        gain = float(gains[q]) * beam.gain
        (ex, ey), (ox, oy), (dx, dy), (bx, by) = (v[q].tolist() for v in (path.entry, path.exit, path.out, path.back))
        plate.ray((ex, ey), (ox, oy), [(0, mix(light, WHITE, 0.25), 0.20 * gain), (1, light, 0.40 * gain)], 1.3)
        passed = gain * (0.3 + 0.7 * max(0.0, float(path.cosine[q])))
        fades = (0.06, 0.40), (0.22, 0.17), (0.5, 0.05), (1.0, 0.0)
        stops = [(0.0, mix(light, WHITE, 0.12), 0.52 * passed)]
        stops += [(place / (beam.decay if level else 1), light, level * passed) for place, level in fades]
        plate.ray((ox, oy), (ox + dx * beam.far, oy + dy * beam.far), stops, 1.4)
        share = 0.10 * gain * beam.reflection
        plate.ray((ox, oy), (bx, by), [(0, light, share), (1, light, share * 0.3)], 1.1)


def paint_rim(plate: Plate, disc: Disc, light: Light) -> None:
    """The outline of the glass: a hairline, brighter at the poles."""
    angles = np.linspace(0, 2 * math.pi, RIM_PIECES + 1)
    up, down = np.maximum(0, -np.sin(angles)), np.maximum(0, np.sin(angles))
    points = np.c_[disc.x + disc.r * np.cos(angles), disc.y + disc.r * np.sin(angles)]
    plate.curve(points, mix(light.white, light.hue, 0.35), 0.10 + 0.50 * up**3 + 0.25 * down**8, 1.6, run=2)


def solid_paths(
    xs: Floats, disc: Disc, index: float, far: float
) -> Sequence[tuple[list[float], list[float], list[float]]]:
    """Entry, exit and far end of each ray, for a solid picture."""
    path = trace(xs, disc, index)
    ends = path.exit + path.out * far
    return [(a.tolist(), b.tolist(), c.tolist()) for a, b, c in zip(path.entry, path.exit, ends, strict=True)]
