"""The scenes: each bends the comb of falling rays its own way. A closed registry, one short file each.

``paint`` draws a scene with light on a ``Plate``; ``solid`` draws the same construction for high contrast with nine
solid rays on a ``Board``. ``rng`` is the scene's own, so that equal requests draw equal pictures.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import numpy as np

from kiosk.publish.light.board import Board
from kiosk.publish.light.darkroom import Plate
from kiosk.publish.light.develop import Recipe
from kiosk.publish.light.frame import Frame
from kiosk.publish.light.hues import Light
from kiosk.publish.light.request import SceneName
from kiosk.publish.light.scenes import (
    aperture,
    bowl,
    brush,
    columns,
    constellation,
    dial,
    die,
    feast,
    growth,
    lens,
    prism,
    road,
    route,
    strata,
)

PLAIN: Final = Recipe()


@dataclass(frozen=True, slots=True)
class Scene:
    """One construction: how it is painted, drawn solid, developed, and which random numbers it starts from."""

    paint: Callable[[Plate, Frame, Light, np.random.Generator], None]
    solid: Callable[[Board, Frame], None]
    seed: int
    recipe: Recipe = PLAIN


SCENES: Final[dict[SceneName, Scene]] = {
    "aperture": Scene(
        aperture.paint,
        aperture.solid,
        3,
        Recipe(exposure=3.3, bloom=0.30, weights=(1, 0.8, 0.4, 0.2, 0.1, 0.06), crosstalk=0.05),
    ),
    "lens": Scene(lens.paint, lens.solid, 5),
    "prism": Scene(prism.paint, prism.solid, 5),
    "constellation": Scene(constellation.paint, constellation.solid, 21),
    "die": Scene(die.paint, die.solid, 30),
    "road": Scene(road.paint, road.solid, 6, Recipe(bloom=0.36)),
    "growth": Scene(growth.paint, growth.solid, 11),
    "brush": Scene(brush.paint, brush.solid, 4),
    "bowl": Scene(bowl.paint, bowl.solid, 12),
    "feast": Scene(feast.paint, feast.solid, 4),
    "columns": Scene(columns.paint, columns.solid, 7),
    "dial": Scene(dial.paint, dial.solid, 2),
    "strata": Scene(strata.paint, strata.solid, 9),
    "route": Scene(route.paint, route.solid, 9, Recipe(bloom=0.26, weights=(1, 0.7, 0.4, 0.2, 0.12, 0.08))),
}
