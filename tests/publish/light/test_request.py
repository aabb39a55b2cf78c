"""What a request accepts, what it says when it does not, and what its key depends on."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from kiosk.publish.light.request import PlateRequest, RequestError

from .pictures import request

BASE = {
    "scene": "lens", "width": 1080, "height": 1920, "unit": 1.0, "hue": "#FFCB45", "hue2": "", "style": "light",
    "region": [592, 0, 536, 1120], "quiet": [[520, 800, 880, 0.16]], "fade": [[0, 0], [430, 1]],
    "points": [], "rail": [], "text": "", "seed": 0,
}  # fmt: skip

OTHER = {
    "scene": "die", "width": 1081, "height": 1921, "unit": 1.001, "hue": "#FFCB46", "hue2": "#FFCB45", "style": "solid",
    "region": [592, 0, 536, 1121], "quiet": [[520, 800, 880, 0.17]], "fade": [[0, 0], [430, 0.98]],
    "points": [[1, 2]], "rail": [1, 2, 3, 4, 5], "text": "光", "seed": 1,
}  # fmt: skip


def test_a_request_survives_json() -> None:
    first = PlateRequest.from_json(BASE)
    assert PlateRequest.from_json(json.loads(json.dumps(first.to_json()))) == first


@pytest.mark.parametrize("field", sorted(BASE))
def test_the_key_depends_on_every_field(field: str) -> None:
    assert PlateRequest.from_json(BASE | {field: OTHER[field]}).key != PlateRequest.from_json(BASE).key


def test_the_key_is_twenty_digits_and_ignores_layout_noise() -> None:
    first = PlateRequest.from_json(BASE)
    moved = PlateRequest.from_json(BASE | {"region": [592.04, -0.01, 536, 1120]})
    assert first.key == moved.key
    assert len(first.key) == 20
    assert int(first.key, 16) >= 0


def test_the_key_is_the_same_in_another_process() -> None:
    code = (
        "import sys, json; from kiosk.publish.light.request import PlateRequest as R;"
        "print(R.from_json(json.loads(sys.argv[1])).key);"
        "assert not {'numpy', 'PySide6', 'PIL', 'pydantic'} & set(sys.modules), 'the player would load them too'"
    )
    out = subprocess.run([sys.executable, "-c", code, json.dumps(BASE)], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == PlateRequest.from_json(BASE).key


def test_no_region_means_the_whole_plate() -> None:
    tile = request("lens", 296, 752)
    assert tile.tile
    assert tile.region == (0, 0, 296, 752)
    assert not PlateRequest.from_json(BASE).tile


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"scene": "laser"}, "scene: 'laser' is not one of aperture, lens, prism"),
        ({"style": "neon"}, "style: 'neon' is neither 'light' nor 'solid'."),
        ({"width": 9000}, "width, height: 9000x1920 px is outside 8x8 to 7680x4320; ask for a smaller plate."),
        ({"width": 7680, "height": 7680}, "7680x7680 px is outside"),
        ({"width": 4}, "width, height: 4x1920 px is outside"),
        ({"width": 10.5}, "width: 10.5 is not a whole number."),
        ({"width": True}, "width: True is not a number."),
        ({"hue": "yellow"}, "hue: 'yellow' is not #RRGGBB."),
        ({"hue2": "#12345"}, "hue2: '#12345' is neither empty nor #RRGGBB."),
        ({"unit": 0}, "unit: 0.0 px is outside 0.1 to 8."),
        ({"unit": float("nan")}, "a number is not finite; use plain numbers."),
        ({"region": [0, 0, 5, 5]}, "region: is smaller than 8x8 px; enlarge it."),
        ({"region": [0, 0, 5]}, "region: [0, 0, 5] does not have 4 numbers."),
        ({"fade": [[1, 2, 3]]}, "fade: [1, 2, 3] does not have 2 numbers."),
        ({"points": "a"}, "points: 'a' is not a list."),
        ({"points": [[0, 1e9]]}, "a number is beyond 100,000; check the layout."),
        ({"points": [[0, 1]] * 201}, "a list has more than 200 entries; shorten it."),
        ({"rail": [1, 2, 3]}, "rail: is not made of groups of five"),
        ({"rail": [1, 2, 3, 4, 1e4]}, "rail: a comb has 1 to 200 rays."),
        ({"text": 5}, "text: 5 is not a text."),
        ({"text": "a" * 25}, "text: is longer than 24 characters; shorten it."),
        ({"scene": "aperture"}, "text: is empty; an aperture needs characters."),
        ({"scene": "route"}, "points: a route needs at least two."),
        ({"seed": -1}, "seed: -1 is outside 0 to 2147483647."),
        ({"color": "#FFCB45"}, "color: is no field of a plate request; remove it."),
    ],
)
def test_a_wrong_field_is_named(change: dict[str, object], message: str) -> None:
    with pytest.raises(RequestError) as error:
        PlateRequest.from_json(BASE | change)
    assert message in str(error.value)


def test_a_missing_field_is_named() -> None:
    with pytest.raises(RequestError, match="height: is missing; add it"):
        PlateRequest.from_json({"scene": "lens", "width": 100})


@pytest.mark.parametrize("value", [None, [], "lens", 5])
def test_what_is_no_object_is_no_request(value: object) -> None:
    with pytest.raises(RequestError, match="a plate request must be a JSON object"):
        PlateRequest.from_json(value)
