"""The lines a ray can take: easing, smooth noise, splines, softened polylines."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TypeAlias

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats: TypeAlias = NDArray[np.float64]


def smoothstep(values: ArrayLike) -> Floats:
    """0 below 0, 1 above 1, a soft S between."""
    t = np.clip(np.asarray(values, float), 0, 1)
    return np.asarray(t * t * (3 - 2 * t))


def smooth_noise(count: int, scale: float, rng: np.random.Generator, octaves: int = 3) -> Floats:
    """``count`` values from 0 to 1 that wander; ``scale`` is the length of the slowest wave in values."""
    total = np.zeros(count)
    for octave in range(octaves):
        knots = rng.random(int(count / scale * 2**octave) + 4)
        place = np.linspace(0, len(knots) - 2.001, count)
        index = place.astype(int)
        share = smoothstep(place - index)
        total += 0.5**octave * (knots[index] * (1 - share) + knots[index + 1] * share)
    return np.asarray((total - total.min()) / max(1e-9, float(np.ptp(total))))


def resample(points: ArrayLike, step: float) -> Floats:
    """The polyline through ``points`` (n x 2) with a point about every ``step`` px of its length."""
    line = np.asarray(points, float)
    keep = np.r_[True, np.hypot(*np.diff(line, axis=0).T) > 1e-6]
    line = line[keep]
    along = np.r_[0, np.cumsum(np.hypot(*np.diff(line, axis=0).T))]
    place = np.linspace(0, along[-1], max(2, int(along[-1] / step) + 1))
    return np.column_stack([np.interp(place, along, line[:, 0]), np.interp(place, along, line[:, 1])])


def soften(points: ArrayLike, sigma: float, step: float = 3.0) -> Floats:
    """A polyline whose corners are rounded by a Gaussian of ``sigma`` px; both ends stay where they are."""
    line = resample(points, step)
    reach = min(int(3 * sigma / step), len(line) - 1)
    if reach < 1:
        return line
    kernel = np.exp(-0.5 * ((np.arange(-reach, reach + 1) * step / sigma) ** 2))
    kernel /= kernel.sum()
    out = np.empty_like(line)
    for axis in (0, 1):
        v = line[:, axis]
        mirrored = np.concatenate([2 * v[0] - v[1 : reach + 1][::-1], v, 2 * v[-1] - v[-reach - 1 : -1][::-1]])
        out[:, axis] = np.convolve(mirrored, kernel, "valid")
    return out


def spline(points: Sequence[tuple[float, float]], count: int) -> Floats:
    """Centripetal Catmull-Rom curve through ``points``, as ``count`` points of equal distance."""
    p = np.asarray(points, float)
    p = np.vstack([2 * p[0] - p[1], p, 2 * p[-1] - p[-2]])
    pieces = []
    for i in range(1, len(p) - 2):
        p0, p1, p2, p3 = p[i - 1 : i + 3]
        knots = np.cumsum([0.0, *(math.hypot(*(b - a)) ** 0.5 for a, b in ((p0, p1), (p1, p2), (p2, p3)))])
        t0, t1, t2, t3 = (float(k) for k in knots)
        t = np.linspace(t1, t2, 80, endpoint=False)[:, None]
        a1 = (t1 - t) / (t1 - t0) * p0 + (t - t0) / (t1 - t0) * p1
        a2 = (t2 - t) / (t2 - t1) * p1 + (t - t1) / (t2 - t1) * p2
        a3 = (t3 - t) / (t3 - t2) * p2 + (t - t2) / (t3 - t2) * p3
        b1 = (t2 - t) / (t2 - t0) * a1 + (t - t0) / (t2 - t0) * a2
        b2 = (t3 - t) / (t3 - t1) * a2 + (t - t1) / (t3 - t1) * a3
        pieces.append((t2 - t) / (t2 - t1) * b1 + (t - t1) / (t2 - t1) * b2)
    curve = np.vstack([*pieces, p[-2:-1]])
    along = np.r_[0, np.cumsum(np.hypot(*np.diff(curve, axis=0).T))]
    place = np.linspace(0, along[-1], count)
    return np.column_stack([np.interp(place, along, curve[:, 0]), np.interp(place, along, curve[:, 1])])


def normals(curve: Floats) -> Floats:
    """Unit normals of a curve (n x 2), to its right when it runs downwards on the screen."""
    tangent = np.gradient(curve, axis=0)
    tangent /= np.maximum(1e-9, np.hypot(*tangent.T))[:, None]
    return np.column_stack([-tangent[:, 1], tangent[:, 0]])


def smooth_normals(curve: Floats, window: int = 21, passes: int = 3) -> Floats:
    """Normals averaged along the curve, so that hairs do not bunch where the curve turns sharply."""
    out = normals(curve)
    kernel = np.ones(window) / window
    for _ in range(passes):
        out = np.column_stack([np.convolve(np.pad(out[:, a], window // 2, "edge"), kernel, "valid") for a in (0, 1)])
    return out
