"""The outlines of the name: characters of one font file as paths, set in lines that fill a box."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QGuiApplication, QPainterPath, QRawFont, QTransform

from kiosk.publish.light.request import PlateRequest, RequestError

FONT_FILE: Final = "PretendardJP-Bold.otf"

FONT_SIZE: Final = 200.0
"""px at which outlines are read before they are scaled."""

LINE_GAP: Final = 40.0
"""Design units between the boxes of two lines."""

SIDE_GAP: Final = 0.082
"""Gap between two square characters in a row, as a share of the row's width: 60 of 1188 at 1920x1080, bearings in."""

TILE_INSET: Final = 0.07
"""Share of a tile kept free on each side."""

BODY: Final = 0.93
"""Share of the region's height the characters may take; the rest is for the light that leaves them."""


def outlines(request: PlateRequest, fonts: Path) -> tuple[QPainterPath, ...]:
    """One path per line of the request's text, scaled to fill its region from the top.

    Lines stand flush left on a page, centred in a tile.
    Square scripts (Hangul, kana, hanja) stand one below the other in a tall region, side by side in a wide one;
    other scripts stay in their line. Needs a running QGuiApplication.

    Raises:
        RequestError: when the font file is missing, has no glyph for a character, or a line draws nothing.
    """
    font = _font(fonts)
    x, y, w, h = request.region
    if request.tile:
        x, y, w, h = x + TILE_INSET * w, y + TILE_INSET * h, w * (1 - 2 * TILE_INSET), h * (1 - 2 * TILE_INSET)
    lines = _lines(request.text.strip(), tall=h > 1.2 * w)
    paths = [_outline(font, line) for line in lines]
    if any(path.isEmpty() for path in paths):
        raise RequestError("text: has a line that draws nothing; choose other characters.")
    widest = max(path.boundingRect().width() for path in paths)
    gap = LINE_GAP * request.unit
    scales = []
    for path in paths:
        own, common = w / path.boundingRect().width(), w / widest
        # Lines of nearly the same width are set flush on both sides, as the two syllables of the name are.
        scales.append(own if own < 1.25 * common else common)
    total = sum(path.boundingRect().height() * scale for path, scale in zip(paths, scales, strict=True))
    shrink = min(1.0, (BODY * h - gap * (len(paths) - 1)) / total)
    placed = []
    for path, scale in zip(paths, scales, strict=True):
        box = path.boundingRect()
        size = max(0.01, scale * shrink)
        left = x + (w - box.width() * size) / 2 if request.tile else x
        move = QTransform.fromTranslate(left, y).scale(size, size).translate(-box.left(), -box.top())
        placed.append(move.map(path))
        y += box.height() * size + gap
    return tuple(placed)


def _font(fonts: Path) -> QRawFont:
    if QGuiApplication.instance() is None:
        raise RuntimeError("outlines need a running QGuiApplication")
    font = QRawFont(str(fonts / FONT_FILE), FONT_SIZE, QFont.HintingPreference.PreferNoHinting)
    if not font.isValid():
        raise RequestError(f"fonts: {fonts / FONT_FILE} cannot be read; name the folder with the program's fonts.")
    return font


def _square(text: str) -> bool:
    """Whether every character stands in a square: Hangul syllables, kana, hanja."""
    return all("\u3040" <= char <= "\u9fff" or "\uac00" <= char <= "\ud7a3" for char in text)


def _lines(text: str, *, tall: bool) -> list[str]:
    if "\n" in text:
        return [line for line in text.split("\n") if line.strip()]
    return list(text) if tall and _square(text) else [text]


def _outline(font: QRawFont, line: str) -> QPainterPath:
    path = QPainterPath()
    left = 0.0
    for char in line:
        indexes = font.glyphIndexesForString(char)
        if not indexes or indexes[0] == 0:
            raise RequestError(f"text: {FONT_FILE} has no glyph for {char!r}; choose other characters.")
        glyph = font.pathForGlyph(indexes[0])
        advance = font.advancesForGlyphIndexes(indexes[:1])[0].x()
        if _square(line) and len(line) > 1:
            box = glyph.boundingRect()
            glyph = QTransform.fromTranslate(-box.left(), 0).map(glyph)
            advance = box.width() + SIDE_GAP * FONT_SIZE
        path.addPath(glyph.translated(QPointF(left, 0)))
        left += advance
    return path
