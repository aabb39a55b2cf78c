"""From collected light to pixels: bloom, masks, exposure, tone curve, dither.

Numbers from the design specification, section 6. The work goes channel by channel, so that a page of 1080x1920
stays below 0.4 GB.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np
from PySide6.QtGui import QImage

from kiosk.publish.light.curves import smoothstep
from kiosk.publish.light.darkroom import Pixels
from kiosk.publish.light.hues import GROUND, linear
from kiosk.publish.light.request import Point, Quiet

LUMINANCE: Final = np.array([0.2126, 0.7152, 0.0722], np.float32)
"""Weights of linear red, green and blue in luminance; ITU-R BT.709."""

QUIET_RISE: Final = 140.0
"""Design units over which a quiet column closes below its upper edge."""

LIT: Final = 0.25
"""Code values above the ground from which a pixel counts as lit and is dithered."""

GRAIN: Final = 0.6
"""Standard deviation of the dither, code values."""

BANDS: Final = 256
"""Rows developed at a time."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """How a scene is developed."""

    exposure: float = 2.4
    bloom: float = 0.34
    """Share of the bloom in the sum; the sharp picture keeps 1 - bloom / 2."""
    weights: tuple[float, ...] = (1, 0.8, 0.5, 0.3, 0.2, 0.12)
    """Share of each octave of blur, from 2 units upwards."""
    crosstalk: float = 0.07
    """Share of luminance that leaks into all channels, so that bright cores go white as on film."""


def bloom(sheet: Pixels, weights: Sequence[float], unit: float) -> Pixels:
    """Light scattered by a lens: a pyramid of halvings, each blurred, added up from coarse to fine.

    ``weights`` belong to radii of 2, 4, 8 ... design units. At another unit the pyramid has more or fewer levels, and
    each takes the weight of its radius in units, so a 4K plate glows as wide as an HD plate.
    """
    octaves = math.log2(unit)
    levels = max(1, len(weights) + math.ceil(octaves))
    places = np.arange(len(weights))
    shares = np.array(
        [np.interp(level - octaves, places, weights) if level - octaves > -1 else 0 for level in range(levels)]
    )
    return np.dstack([_glow(sheet[:, :, channel], shares / shares.sum()) for channel in range(3)])


def _glow(plane: Pixels, shares: np.ndarray) -> Pixels:
    pyramid = [plane]
    for _ in shares:
        pyramid.append(_blur(_half(pyramid[-1])))
    total = pyramid[-1] * np.float32(shares[-1])
    for level in range(len(shares) - 1, 0, -1):
        total = _double(total, pyramid[level].shape)
        total += pyramid[level] * np.float32(shares[level - 1])
    return _double(total, plane.shape)


def _half(plane: Pixels) -> Pixels:
    high, wide = plane.shape
    plane = np.pad(plane, ((0, high % 2), (0, wide % 2)), mode="edge")
    return (plane[0::2, 0::2] + plane[1::2, 0::2] + plane[0::2, 1::2] + plane[1::2, 1::2]) * np.float32(0.25)


def _blur(plane: Pixels) -> Pixels:
    """Binomial 1 4 6 4 1 along both axes; the edge repeats."""
    for axis in (0, 1):
        size = plane.shape[axis]
        padded = np.pad(plane, [(2, 2) if a == axis else (0, 0) for a in (0, 1)], mode="edge")
        rows = [padded[i : i + size] if axis == 0 else padded[:, i : i + size] for i in range(5)]
        plane = rows[2] * np.float32(6)
        plane += (rows[1] + rows[3]) * np.float32(4)
        plane += rows[0]
        plane += rows[4]
        plane *= np.float32(1 / 16)
    return plane


def _double(plane: Pixels, shape: tuple[int, ...]) -> Pixels:
    return _blur(np.repeat(np.repeat(plane, 2, 0), 2, 1)[: shape[0], : shape[1]])


def fade_mask(height: int, fade: Sequence[Point]) -> Pixels:
    """A share of light per row (height x 1), smooth between the steps, constant beyond them."""
    rows = np.arange(height, dtype=float)
    mask = np.full(height, fade[0][1])
    for (y0, first), (y1, second) in pairwise(fade):
        share = smoothstep((rows - y0) / max(1.0, y1 - y0))
        mask = np.where(rows >= y0, first + (second - first) * share, mask)
    return mask.astype(np.float32)[:, None]


def quiet_mask(width: int, height: int, quiet: Quiet, unit: float) -> Pixels:
    """A share of light per pixel (height x width) that keeps a reading column dark."""
    x0, x1, top, share = quiet
    across = smoothstep((np.arange(width) - x0) / max(1.0, x1 - x0))
    down = smoothstep((np.arange(height) - top) / (QUIET_RISE * unit))
    return (1 - (1 - share) * (1 - across)[None, :] * down[:, None]).astype(np.float32)


def develop(sheet: Pixels, recipe: Recipe, seed: int, unit: float, mask: Pixels | None = None) -> QImage:
    """Bloom, mask, expose and print a sheet on the ground colour; RGB888, dithered by half a code value where lit.

    ``mask`` is a share of light per pixel or row. The sheet is used up: its values are changed in place.
    """
    if recipe.bloom:
        glow = bloom(sheet, recipe.weights, unit)
        sheet *= np.float32(1 - recipe.bloom * 0.5)
        glow *= np.float32(recipe.bloom)
        sheet += glow
        del glow
    if mask is not None:
        sheet *= mask[..., None]
    height, width = sheet.shape[:2]
    out = np.empty((height, width, 3), np.uint8)
    rng = np.random.default_rng(seed)
    for top in range(0, height, BANDS):
        out[top : top + BANDS] = _print(sheet[top : top + BANDS] * np.float32(recipe.exposure), recipe.crosstalk, rng)
    return QImage(out.tobytes(), width, height, width * 3, QImage.Format.Format_RGB888).copy()


def _grain(height: int, width: int, rng: np.random.Generator) -> Pixels:
    """Grey noise of about half a code value, softened by one pixel so that a JPEG file keeps it."""
    noise = rng.standard_normal((height, width + 1), np.float32)
    noise = noise[:, 1:] + noise[:, :-1]
    noise[1:] += noise[:-1].copy()
    return noise * np.float32(GRAIN / 2)


def _print(band: Pixels, crosstalk: float, rng: np.random.Generator) -> np.ndarray:
    luminance = (band @ LUMINANCE)[..., None]
    band = 1 - np.exp(-(band * np.float32(1 - crosstalk) + luminance * np.float32(crosstalk)))
    ground = np.array(linear(GROUND), np.float32)
    band = ground + (1 - ground) * band
    code = np.where(band <= 0.0031308, band * 12.92, 1.055 * np.power(np.maximum(band, 1e-8), 1 / 2.4) - 0.055) * 255
    base = np.array([int(GROUND[i : i + 2], 16) for i in (1, 3, 5)], np.float32)
    lit = (code - base).max(2, keepdims=True) > LIT
    code = np.where(lit, code + _grain(code.shape[0], code.shape[1], rng)[..., None], base)
    printed: np.ndarray = np.clip(np.round(code), 0, 255).astype(np.uint8)
    return printed
