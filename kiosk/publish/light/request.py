"""What to draw: a plate request, its limits, its JSON form and its cache key; and whether it stands.

Standard library only, so that the player can name the plates it wants without loading the darkroom.
"""

from __future__ import annotations

import dataclasses
import json
import math
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Literal, TypeAlias, get_args

from kiosk.publish.digest import sha256

CODE_VERSION: Final = 1
"""Raise it whenever a scene or the darkroom draws differently: every key changes and plates are baked anew."""

WIDTH_LIMIT: Final = 7680
HEIGHT_LIMIT: Final = 7680
AREA_LIMIT: Final = 7680 * 4320
"""Largest plate, px and px²: an 8K screen in either orientation."""

POINTS_LIMIT: Final = 200
"""Most corner points, fade steps or rail numbers in one request; a tour of twelve stops needs about fifty."""

TEXT_LIMIT: Final = 24
"""Most characters an aperture cuts out."""

SceneName: TypeAlias = Literal[
    "aperture", "lens", "prism", "constellation", "die", "road", "growth",
    "brush", "bowl", "feast", "columns", "dial", "strata", "route",
]  # fmt: skip
Style: TypeAlias = Literal["light", "solid"]
Point: TypeAlias = tuple[float, float]
Region: TypeAlias = tuple[float, float, float, float]
Quiet: TypeAlias = tuple[float, float, float, float]

_HUE = re.compile(r"#[0-9A-Fa-f]{6}")


class RequestError(ValueError):
    """A plate request nobody can fulfil. The message names the field, the problem and the remedy."""


@dataclass(frozen=True, slots=True)
class PlateRequest:
    """One plate of light art. Everything is in px of the plate unless it says otherwise.

    Raises:
        RequestError: when a value is out of its range.
    """

    scene: SceneName
    width: int
    height: int
    unit: float = 1.0
    """px per design unit: 1.0 at 1080x1920 and 1920x1080. Stroke widths and pitches are given in units."""
    hue: str = "#FFCB45"
    hue2: str = ""
    """A second hue for scenes that travel between two; empty: derived from ``hue``."""
    style: Style = "light"
    """``light``, or ``solid`` for high contrast: black, white rays in, yellow rays out, no glow, no gradient.

    A solid plate has no masks: ``quiet`` and ``fade`` do nothing, it ends where the plate ends."""
    region: Region = (0.0, 0.0, 0.0, 0.0)
    """x, y, w, h of the art's body. All zero: the whole plate, composed as a tile. Light may spill out of it."""
    quiet: tuple[Quiet, ...] = ()
    """Reading columns (x0, x1, y, k): left of x0 light is at most the share k, rising to 1 at x1, below y."""
    fade: tuple[Point, ...] = ()
    """A vertical mask: (y, share of the light), smooth between the steps, in rising y."""
    points: tuple[Point, ...] = ()
    """``route``: the corner points of the line, see ``kiosk.publish.route``."""
    rail: tuple[float, ...] = ()
    """``route``: further combs for the day, flat groups of five: x0, x1, y0, y1, number of rays."""
    text: str = ""
    """``aperture``: the characters to cut out; a line feed starts a new line."""
    seed: int = 0
    """Added to the scene's own seed; 0 is the approved picture."""

    def __post_init__(self) -> None:
        if self.region == (0.0, 0.0, 0.0, 0.0):
            object.__setattr__(self, "region", (0.0, 0.0, float(self.width), float(self.height)))
        for problem in _problems(self):
            raise RequestError(problem)

    @property
    def tile(self) -> bool:
        """Whether the body fills the plate: a door, a thumbnail, a strip; otherwise it is part of a page."""
        return self.region == (0.0, 0.0, float(self.width), float(self.height))

    @property
    def key(self) -> str:
        """Twenty hexadecimal digits that name the finished plate; equal requests have equal keys."""
        canonical = json.dumps([CODE_VERSION, _rounded(self.to_json())], sort_keys=True, separators=(",", ":"))
        return sha256(canonical.encode()).hexdigest()[:20]

    def to_json(self) -> dict[str, object]:
        """The request as JSON values; ``from_json`` reads it back."""
        return {field.name: _plain(getattr(self, field.name)) for field in dataclasses.fields(self)}

    @classmethod
    def from_json(cls, obj: object) -> PlateRequest:
        """Build a request from decoded JSON.

        Raises:
            RequestError: when ``obj`` is no object, lacks scene, width or height, or has an unknown or wrong field.
        """
        if not isinstance(obj, dict):
            raise RequestError("a plate request must be a JSON object; write {...}.")
        unknown = sorted(str(name) for name in obj if name not in _READERS)
        if unknown:
            raise RequestError(f"{unknown[0]}: is no field of a plate request; remove it.")
        missing = [name for name in ("scene", "width", "height") if name not in obj]
        if missing:
            raise RequestError(f"{missing[0]}: is missing; add it.")
        return cls(**{name: _READERS[name](name, value) for name, value in obj.items()})


def stands(plate: Path) -> bool:
    """Whether a finished plate is at ``plate``. An empty file is none: a power cut may have left it."""
    try:
        return plate.is_file() and plate.stat().st_size > 0
    except OSError:
        return False


def _problems(request: PlateRequest) -> list[str]:
    """Every rule the request breaks, as messages."""
    wide, high = request.width, request.height
    numbers = [request.unit, *request.region, *request.rail]
    numbers += [value for row in (*request.quiet, *request.fade, *request.points) for value in row]
    rows = (request.quiet, request.fade, request.points, request.rail)
    checks = [
        (
            request.scene in get_args(SceneName),
            f"scene: {request.scene!r} is not one of {', '.join(get_args(SceneName))}.",
        ),
        (request.style in get_args(Style), f"style: {request.style!r} is neither 'light' nor 'solid'."),
        (
            8 <= wide <= WIDTH_LIMIT and 8 <= high <= HEIGHT_LIMIT and wide * high <= AREA_LIMIT,
            f"width, height: {wide}x{high} px is outside 8x8 to 7680x4320; ask for a smaller plate.",
        ),
        (all(map(math.isfinite, numbers)), "a number is not finite; use plain numbers."),
        (all(abs(value) <= 1e5 for value in numbers), "a number is beyond 100,000; check the layout."),
        (0.1 <= request.unit <= 8, f"unit: {request.unit} px is outside 0.1 to 8."),
        (bool(_HUE.fullmatch(request.hue)), f"hue: {request.hue!r} is not #RRGGBB."),
        (
            request.hue2 == "" or bool(_HUE.fullmatch(request.hue2)),
            f"hue2: {request.hue2!r} is neither empty nor #RRGGBB.",
        ),
        (request.region[2] >= 8 and request.region[3] >= 8, "region: is smaller than 8x8 px; enlarge it."),
        (all(len(row) <= POINTS_LIMIT for row in rows), f"a list has more than {POINTS_LIMIT} entries; shorten it."),
        (len(request.rail) % 5 == 0, "rail: is not made of groups of five (x0, x1, y0, y1, count)."),
        (all(1 <= count <= 200 for count in request.rail[4::5]), "rail: a comb has 1 to 200 rays."),
        (len(request.text) <= TEXT_LIMIT, f"text: is longer than {TEXT_LIMIT} characters; shorten it."),
        (request.scene != "aperture" or bool(request.text.strip()), "text: is empty; an aperture needs characters."),
        (request.scene != "route" or len(request.points) >= 2, "points: a route needs at least two."),
        (0 <= request.seed < 2**31, f"seed: {request.seed} is outside 0 to 2147483647."),
    ]
    return [message for passed, message in checks if not passed]


def _number(name: str, value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise RequestError(f"{name}: {value!r} is not a number.")
    return float(value)


def _whole(name: str, value: object) -> int:
    number = _number(name, value)
    if not math.isfinite(number) or number != int(number):
        raise RequestError(f"{name}: {value!r} is not a whole number.")
    return int(number)


def _string(name: str, value: object) -> str:
    if not isinstance(value, str):
        raise RequestError(f"{name}: {value!r} is not a text.")
    return value


def _list(name: str, value: object) -> list[object]:
    if not isinstance(value, list | tuple):
        raise RequestError(f"{name}: {value!r} is not a list.")
    return list(value)


def _numbers(name: str, value: object) -> tuple[float, ...]:
    return tuple(_number(name, item) for item in _list(name, value))


def _row(name: str, value: object, length: int) -> tuple[float, ...]:
    row = _numbers(name, value)
    if len(row) != length:
        raise RequestError(f"{name}: {value!r} does not have {length} numbers.")
    return row


_READERS: Final[dict[str, Callable[[str, object], Any]]] = {
    "scene": _string,
    "width": _whole,
    "height": _whole,
    "unit": _number,
    "hue": _string,
    "hue2": _string,
    "style": _string,
    "region": lambda name, value: _row(name, value, 4),
    "quiet": lambda name, value: tuple(_row(name, item, 4) for item in _list(name, value)),
    "fade": lambda name, value: tuple(_row(name, item, 2) for item in _list(name, value)),
    "points": lambda name, value: tuple(_row(name, item, 2) for item in _list(name, value)),
    "rail": _numbers,
    "text": _string,
    "seed": _whole,
}


def _plain(value: object) -> object:
    """Tuples as lists, all the way down."""
    return [_plain(item) for item in value] if isinstance(value, tuple) else value


def _rounded(value: object) -> object:
    """Numbers to one decimal, so that layout noise below a tenth of a px does not bake a second plate.

    The unit and the shares k and of a fade live between 0 and 8, so they keep three.
    """
    if isinstance(value, dict):
        return {
            name: _fine(item) if name in ("unit", "quiet", "fade") else _rounded(item) for name, item in value.items()
        }
    if isinstance(value, list):
        return [_rounded(item) for item in value]
    return round(value, 1) + 0.0 if isinstance(value, float) else value


def _fine(value: object) -> object:
    if isinstance(value, list):
        return [_fine(item) for item in value]
    return round(value, 3) + 0.0 if isinstance(value, float) else value
