"""Every scene, in both styles, at the shapes the screens use and at shapes they should survive."""

from __future__ import annotations

import itertools
from pathlib import Path

import numpy as np
import pytest

from kiosk.publish.light.bake import bake
from kiosk.publish.light.frame import Frame
from kiosk.publish.light.request import SceneName
from kiosk.publish.light.scenes import SCENES as REGISTRY
from kiosk.publish.light.scenes import growth

from .pictures import GROUND, SCENES, luminance, pixels, request

SHAPES = {"door": (120, 305), "thumb": (296, 104), "strip": (374, 112)}
"""Two fifths of a door and of a strip; a thumbnail."""

SPECTRAL = ("aperture", "prism")
"""Scenes that show the whole spectrum, whatever the hue."""

EXTREMES = ((30, 640), (640, 30), (12, 12))


def test_the_registry_holds_every_scene_of_a_request() -> None:
    assert set(REGISTRY) == set(SCENES)


@pytest.mark.parametrize(("scene", "shape"), list(itertools.product(SCENES, SHAPES)))
def test_light_is_composed_at_every_shape(scene: SceneName, shape: str, fonts: Path) -> None:
    width, height = SHAPES[shape]
    light = luminance(pixels(bake(request(scene, width, height, unit=0.4), fonts)))
    dark = float((light < 0.05).mean())
    assert 0.25 < dark < 0.985, "the picture is blown out or empty"
    assert np.percentile(light, 99.8) > 0.2, "nothing shines"
    assert np.percentile(light, 85) < 0.6, "everything shines"


@pytest.mark.parametrize(("scene", "shape"), list(itertools.product(SCENES, SHAPES)))
def test_solid_uses_black_white_and_yellow_only(scene: SceneName, shape: str, fonts: Path) -> None:
    width, height = SHAPES[shape]
    picture = pixels(bake(request(scene, width, height, style="solid"), fonts)).reshape(-1, 3)
    inks = np.array([(0, 0, 0), (255, 255, 255), (255, 216, 77)])
    pure = [(picture == ink).all(1).mean() for ink in inks]
    assert pure[0] > 0.4
    assert min(pure[1:]) > 0.002
    # What is none of the three is the smoothed edge of a line: seldom, and never another hue.
    mixed = picture[~np.any([(picture == ink).all(1) for ink in inks], axis=0)]
    assert len(mixed) < 0.3 * len(picture)
    assert (np.abs(mixed[:, 0] - mixed[:, 1]) < 0.2 * mixed[:, 0] + 4).all()
    assert (mixed[:, 2] <= mixed[:, 1] + 2).all()


@pytest.mark.parametrize(("scene", "size", "style"), list(itertools.product(SCENES, EXTREMES, ("light", "solid"))))
def test_extreme_shapes_are_survived(scene: SceneName, size: tuple[int, int], style: str, fonts: Path) -> None:
    image = bake(request(scene, *size, style=style, unit=0.5), fonts)
    assert (image.width(), image.height()) == size


@pytest.mark.parametrize("scene", [scene for scene in SCENES if scene not in SPECTRAL])
def test_the_hue_colours_the_light(scene: SceneName, fonts: Path) -> None:
    fields: dict[str, object] = {"unit": 0.5, "hue2": "#44FF44"}
    green = pixels(bake(request(scene, 100, 240, hue="#44FF44", **fields), fonts)).sum((0, 1))
    assert green[1] > 1.1 * green[0]
    assert green[1] > 1.1 * green[2]


@pytest.mark.parametrize("scene", SCENES)
def test_the_seed_changes_the_light(scene: SceneName, fonts: Path) -> None:
    first, second = (pixels(bake(request(scene, 96, 120, seed=seed), fonts)) for seed in (0, 1))
    assert np.abs(first - second).max() > 8


@pytest.mark.parametrize("scene", ["lens", "constellation", "die", "dial"])
def test_the_brightest_point_stands_where_the_lens_focuses(scene: SceneName) -> None:
    asked = request(scene, 540, 960, unit=0.5, region=[296, 0, 240, 560])
    light = luminance(pixels(bake(asked)))
    frame = Frame.of(asked)
    soft = sum(np.roll(np.roll(light, dy, 0), dx, 1) for dy in range(-6, 7) for dx in range(-6, 7))
    y, x = np.unravel_index(int(np.argmax(soft)), soft.shape)
    assert abs(x - frame.cx) < 12
    assert frame.cy + frame.radius * 0.9 < y < frame.focus + 0.25 * frame.radius


def test_the_growth_key_curve_follows_its_formula() -> None:
    asked = request("growth", 540, 960, unit=0.5, region=[0, 0, 540, 560])
    picture = luminance(pixels(bake(asked)))
    left, right, top, base = -54.0, 399.6, -0.0342857 * 560, 560.0
    for y in (540, 436, 334, 216):
        height = (y + 0.5 - top) / (base - top)
        x = left + (right - left) * (1 - height**2.75) ** (1 / 2.75)
        assert growth.key_x(Frame.of(asked), y + 0.5) == pytest.approx(x)
        # The key curve is the innermost one: the first bright stroke from the left.
        first = int(np.argmax(picture[y] > 0.18))
        assert abs(first - x) < 4


def test_a_page_leaves_the_rest_of_the_plate_dark() -> None:
    for scene in ("lens", "die", "columns", "strata", "dial", "constellation", "bowl"):
        asked = request(
            scene, 540, 960, unit=0.5, region=[296, 0, 268, 560], fade=[[0, 0], [75, 0], [215, 1], [510, 1], [665, 0]]
        )
        picture = pixels(bake(asked))
        for edge in (picture[0], picture[-1], picture[:, 0], picture[700:].reshape(-1, 3)):
            assert (edge == GROUND).all(), scene


def test_glyphs_of_a_square_script_stand_in_a_tall_region_and_lie_in_a_wide_one(fonts: Path) -> None:
    tall = luminance(pixels(bake(request("aperture", 300, 700, unit=0.5), fonts)))
    wide = luminance(pixels(bake(request("aperture", 700, 300, unit=0.5), fonts)))
    assert np.flatnonzero((tall > 0.5).any(1))[-1] > 450
    lit = np.flatnonzero((wide > 0.5).any(0))
    assert lit[-1] - lit[0] > 450
    assert lit[0] + lit[-1] == pytest.approx(700, abs=20), "a tile's name stands in the middle"
