"""One request in, one picture out; and the file it is kept in."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Final

import numpy as np
from PIL import Image
from PySide6.QtGui import QImage

from kiosk.publish.files import Files
from kiosk.publish.light.board import Board
from kiosk.publish.light.darkroom import Plate
from kiosk.publish.light.develop import develop, fade_mask, quiet_mask
from kiosk.publish.light.frame import Frame
from kiosk.publish.light.glyphs import outlines
from kiosk.publish.light.hues import Light
from kiosk.publish.light.request import PlateRequest, Style
from kiosk.publish.light.scenes import SCENES

COARSEST: Final[dict[Style, float]] = {"light": 110.0, "solid": 24.0}
"""Quantiser step of the finest detail, code values. Light hides it in its own glow; solid lines on black would not."""

STEEPNESS: Final = 2.0
"""How the step grows from 1 for slow changes, where bands would show, to the coarsest."""


def quantiser(style: Style) -> list[int]:
    """The 64 quantiser steps of a JPEG file, row by row: 1 at the slowest change, rising with the frequency."""
    share = np.add.outer(np.arange(8), np.arange(8)) / 14
    steps: list[int] = np.round(1 + (COARSEST[style] - 1) * share**STEEPNESS).astype(int).ravel().tolist()
    return steps


def bake(request: PlateRequest, fonts: Path | None = None) -> QImage:
    """Draw one plate: the same request gives the same pixels.

    ``fonts`` is the folder of the program's fonts; only ``aperture`` reads it, and needs a running QGuiApplication.

    Raises:
        RequestError: when the characters cannot be set in the program's font.
    """
    scene = SCENES[request.scene]
    glyphs = outlines(request, fonts or Path()) if request.scene == "aperture" else ()
    frame = Frame.of(request, glyphs)
    if request.style == "solid":
        board = Board(request.width, request.height, frame.unit)
        scene.solid(board, frame)
        return board.image()
    seed = scene.seed + request.seed
    plate = Plate(request.width, request.height, frame.unit)
    scene.paint(plate, frame, Light.of(request), np.random.default_rng(seed))
    sheet = plate.pixels()
    before, after = None, None
    if request.fade:
        # Half of the fade before the bloom, half after: light ends softly, and the bloom ends with it.
        before = after = np.sqrt(fade_mask(request.height, request.fade))
        sheet *= before[..., None]
    for quiet in request.quiet:
        mask = quiet_mask(request.width, request.height, quiet, request.unit)
        after = mask if after is None else after * mask
    return develop(sheet, scene.recipe, seed, frame.unit, after)


def encode(image: QImage, style: Style = "light") -> bytes:
    """The picture as a JPEG file, the same bytes for the same pixels.

    Red, green and blue are stored as they are, without the usual change to luminance and colour differences: fine
    coloured strokes keep their edges, and the ground colour comes back exactly, so a plate has no visible border. Slow
    changes are stored to the code value, so that the dither of ``develop`` survives and no bands appear.
    """
    rgb = image.convertToFormat(QImage.Format.Format_RGB888)
    pixels = np.frombuffer(rgb.constBits(), np.uint8).reshape(rgb.height(), rgb.bytesPerLine())
    picture = Image.fromarray(pixels[:, : rgb.width() * 3].reshape(rgb.height(), rgb.width(), 3))
    out = io.BytesIO()
    picture.save(out, "JPEG", qtables=[quantiser(style)], keep_rgb=True, subsampling=0, optimize=True)
    return out.getvalue()


def save(image: QImage, path: Path, style: Style = "light") -> None:
    """Write the picture to ``path``, down to the disk: whole or not at all, even if the power is cut.

    A killed process leaves a hidden neighbour, see ``kiosk.publish.files.is_hidden``.

    Raises:
        OSError: when the folder cannot be written.
    """
    Files().write(path, encode(image, style))
