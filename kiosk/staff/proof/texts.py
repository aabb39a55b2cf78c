"""The texts on a screen: what they say and where their letters stand, line by line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QTextLayout, QTextOption
from PySide6.QtQml import QQmlExpression, qmlContext
from PySide6.QtQuick import QQuickItem

from kiosk.player.interface import parent
from kiosk.staff.proof.stage import Stage

JOINER = "\u2060"
"""Word joiner: holds Korean words together on the screen and draws nothing."""

UNSEEN = 0.05
"""Opacity below which a text is not there."""


@dataclass(frozen=True)
class Shown:
    """A text a visitor can read now. All rectangles in px of the window."""

    item: QQuickItem
    text: str
    tag: str
    """BCP 47 tag of its language; empty where the item does not say."""
    font: QFont
    colour: QColor
    opacity: float
    """With everything it lies in, 0 to 1."""
    truncated: bool
    """Whether lines or letters are left out."""
    overflow: float
    """px by which its longest line is wider than the item."""
    box: QRectF
    """Where its lines stand, letters or not."""
    visible: QRectF
    """What no clip and no edge of the window cuts away."""
    _lines: list[QRectF] = field(default_factory=list, compare=False)

    @property
    def pixels(self) -> int:
        """Font size, px."""
        return self.font.pixelSize()

    @property
    def lines(self) -> list[QRectF]:
        """Where the letters of each line reach."""
        if not self._lines:
            self._lines.extend(_lines(self))
        return self._lines

    def __str__(self) -> str:
        short = " ".join(self.text.split())
        return f"“{short[:40]}…”" if len(short) > 41 else f"“{short}”"


def shown_texts(stage: Stage) -> list[Shown]:
    """Every text that can be read now; what is disabled, or lies beneath a sheet, is left out."""
    window = QRectF(0, 0, stage.window.width(), stage.window.height())
    found = []
    for item in stage.items():
        if item.inherits("QQuickText") and item.isEnabled() and item.property("text"):
            opacity = _opacity(item)
            if opacity > UNSEEN:
                found.append(_shown(item, opacity, window))
    return found


def above(item: QQuickItem) -> Iterator[QQuickItem]:
    """Everything an item lies in, from the inside."""
    around = parent(item)
    while around is not None:
        yield around
        around = parent(around)


def _opacity(item: QQuickItem) -> float:
    opacity = item.opacity()
    for around in above(item):
        opacity *= around.opacity()
    return float(opacity)


def _layout(item: QQuickItem) -> tuple[int, int, int]:
    """Horizontal and vertical alignment and wrap mode; Python cannot read these properties itself."""
    context = qmlContext(item)
    if context is None:
        return 1, 32, 0
    asked = QQmlExpression(context, item, "[effectiveHorizontalAlignment, verticalAlignment, wrapMode]")
    across, upright, wrap = asked.evaluate()[0].toVariant()
    return int(across), int(upright), int(wrap)


def _box(item: QQuickItem) -> QRectF:
    """Where the lines stand in the item."""
    wide, high = float(item.property("contentWidth")), float(item.property("contentHeight"))
    slack = item.width() - wide
    across, upright, _ = _layout(item) if abs(slack) > 1 or item.height() > high + 1 else (1, 32, 0)
    top = float(item.property("topPadding"))
    free = item.height() - top - high
    x = {1: 0.0, 2: slack, 4: slack / 2}.get(across, 0.0)
    return QRectF(x, top + {32: 0.0, 64: free, 128: free / 2}.get(upright, 0.0), wide, high)


def _shown(item: QQuickItem, opacity: float, window: QRectF) -> Shown:
    box = _box(item)
    visible = window
    for around in above(item):
        if around.clip():
            visible = visible.intersected(around.mapRectToScene(QRectF(0, 0, around.width(), around.height())))
    return Shown(
        item,
        str(item.property("text")).replace(JOINER, ""),
        str(item.property("tag") or ""),
        item.property("font"),
        item.property("color"),
        opacity,
        bool(item.property("truncated")),
        float(item.property("contentWidth")) - item.width(),
        item.mapRectToScene(box),
        visible,
    )


def _lines(shown: Shown) -> Iterator[QRectF]:
    """Set the text once more, as the screen does, and measure the letters of each line."""
    item = shown.item
    across, _, wrap = _layout(item)
    text = str(item.property("text")).replace("\n", "\u2028")
    layout = QTextLayout(text, shown.font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap if wrap else QTextOption.WrapMode.NoWrap)
    layout.setTextOption(option)
    metrics = QFontMetricsF(shown.font)
    count = max(1, int(item.property("lineCount")))
    step = float(item.property("contentHeight")) / count
    base = item.baselineOffset()
    layout.beginLayout()
    for number in range(count):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(item.width() + 1 if wrap else 1e5)
        piece = text[line.textStart() : line.textStart() + line.textLength()].strip(" \u2028")
        ink = metrics.tightBoundingRect(piece)
        slack = item.width() - line.naturalTextWidth()
        x = {2: slack, 4: slack / 2}.get(across, 0.0)
        corner = item.mapToScene(QPointF(x, base + number * step + ink.top()))
        yield QRectF(corner.x(), corner.y(), line.naturalTextWidth(), ink.height())
    layout.endLayout()
