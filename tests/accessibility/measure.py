"""What stands on the screen, measured: controls and texts with their rectangles in px and mm."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtQml import QQmlExpression, qmlContext
from PySide6.QtQuick import QQuickItem

from kiosk.player.interface import parent, type_name

AREAS = ("Sheets", "IdleSheet")
"""Types whose MouseAreas lie beneath a sheet: a tap beside it does what its named button does."""

SAMPLES = {"hangul": "가", "ideograph": "東", "latin": "bp"}
"""The letters whose height counts as the height of a text: a full syllable, a full ideograph, ascender to descender."""


def shown_rect(item: QQuickItem, rect: QRectF | None = None) -> QRectF:
    """The part of an item that no clip cuts away, px of the window."""
    whole = item.mapRectToScene(rect if rect is not None else QRectF(0, 0, item.width(), item.height()))
    above = parent(item)
    while above is not None:
        if above.clip():
            whole = whole.intersected(above.mapRectToScene(QRectF(0, 0, above.width(), above.height())))
        above = parent(above)
    return whole


def chain(item: QQuickItem) -> Iterator[QQuickItem]:
    """An item and everything it lies in."""
    above: QQuickItem | None = item
    while above is not None:
        yield above
        above = parent(above)


def kind(item: QQuickItem) -> str:
    """The QML type of an item, without Qt's decoration."""
    return type_name(item).removeprefix("QQuick")


def faded(item: QQuickItem) -> float:
    """How opaque an item is with all it lies in, 0 to 1."""
    opacity = 1.0
    for above in chain(item):
        opacity *= above.opacity()
    return opacity


# -------------------------------------------------------------------- controls


@dataclass(frozen=True)
class Control:
    """Something a finger can act on. ``rect`` in px of the window."""

    item: QQuickItem
    label: str
    rect: QRectF
    area: bool
    """Whether it is no control of its own but the ground beneath a sheet."""

    def __str__(self) -> str:
        return f"{kind(self.item)} {self.label!r}"


def handles(item: QQuickItem) -> bool:
    """Whether an item takes touches: a button, a MouseArea, or anything with a pointer handler."""
    return (
        item.inherits("QQuickAbstractButton")
        or item.inherits("QQuickMouseArea")
        or any(child.inherits("QQuickPointerHandler") for child in item.children())
    )


def controls(items: list[QQuickItem]) -> list[Control]:
    """Everything a finger can act on now, in the order of the item tree."""
    found = []
    for item in items:
        if item.isEnabled() and handles(item):
            area = item.inherits("QQuickMouseArea") and any(kind(above) in AREAS for above in chain(item))
            found.append(Control(item, str(item.property("label") or ""), shown_rect(item), area))
    return found


def covered(control: Control, others: list[Control]) -> bool:
    """Whether something drawn later takes the touch in the middle of a control."""
    at = control.rect.center()
    later = others[others.index(control) + 1 :]
    return any(other.rect.contains(at) and control.item not in chain(other.item) for other in later)


def apart(one: QRectF, two: QRectF) -> float:
    """The gap between two rectangles, px; negative where they overlap."""
    x = max(one.left(), two.left()) - min(one.right(), two.right())
    y = max(one.top(), two.top()) - min(one.bottom(), two.bottom())
    return float(max(x, y))


# -------------------------------------------------------------------- texts


@dataclass(frozen=True)
class Letters:
    """A text on the screen. ``rect``: where its lines stand; ``ink``: where its letters reach, px of the window."""

    item: QQuickItem
    text: str
    rect: QRectF
    ink: QRectF
    pixels: int
    lines: tuple[QRectF, ...]
    """``ink`` line by line where a text is broken by hand alone, else all of it."""
    glyph: float
    """Height of the letter of ``SAMPLES`` for its script, px."""
    capital: float
    holder: QQuickItem | None
    """The control it names."""

    def __str__(self) -> str:
        return f"{self.text[:40]!r} ({self.pixels} px)"


def _letter(text: str) -> str:
    for char in text:
        if "가" <= char <= "힣":
            return SAMPLES["hangul"]
        if "぀" <= char <= "鿿":
            return SAMPLES["ideograph"]
    return SAMPLES["latin"]


def texts(items: list[QQuickItem]) -> list[Letters]:
    """Every text a visitor can read now; those of what is disabled, or beneath a sheet, are left out."""
    texts = (item for item in items if item.inherits("QQuickText") and item.isEnabled() and item.property("text"))
    return [_letters(item) for item in texts if faded(item) > 0.05]


def _aligned(item: QQuickItem) -> tuple[int, int]:
    """Horizontal and vertical alignment; Python cannot read these properties itself."""
    asked = QQmlExpression(qmlContext(item), item, "[effectiveHorizontalAlignment, verticalAlignment]")
    across, upright = asked.evaluate()[0].toVariant()
    return int(across), int(upright)


def _letters(item: QQuickItem) -> Letters:
    font: QFont = item.property("font")
    text = str(item.property("text")).replace("⁠", "")
    metrics = QFontMetricsF(font)
    wide, high = float(item.property("contentWidth")), float(item.property("contentHeight"))
    slack = item.width() - wide
    align, upright = _aligned(item)
    x = {1: 0.0, 2: slack, 4: slack / 2}.get(align, 0.0)
    top = float(item.property("topPadding"))
    free = item.height() - top - high
    y = top + {32: 0.0, 64: free, 128: free / 2}.get(upright, 0.0)
    box = QRectF(x, y, wide, high)
    lines = max(1, int(item.property("lineCount")))
    ink = metrics.tightBoundingRect(text.replace("\n", " "))
    base = item.baselineOffset()
    letters = QRectF(x, base + ink.top(), wide, ink.height() + high - high / lines)
    inks = [item.mapRectToScene(part) for part in _broken(text, letters, metrics, high / lines, align)]
    holder = next((above for above in chain(item) if above.inherits("QQuickAbstractButton")), None)
    letter = _letter(text)
    return Letters(
        item,
        text,
        item.mapRectToScene(box),
        item.mapRectToScene(letters),
        font.pixelSize(),
        tuple(inks) if len(inks) == lines else (item.mapRectToScene(letters),),
        metrics.tightBoundingRect(letter).height(),
        metrics.tightBoundingRect("H").height(),
        holder,
    )


def _broken(text: str, ink: QRectF, metrics: QFontMetricsF, pitch: float, align: int) -> list[QRectF]:
    """The ink of each line of a text as its author broke it."""
    lines = text.split("\n")
    first = ink.height() - pitch * (len(lines) - 1)
    boxes = []
    for index, line in enumerate(lines):
        wide = min(ink.width(), metrics.horizontalAdvance(line))
        x = ink.left() + {2: ink.width() - wide, 4: (ink.width() - wide) / 2}.get(align, 0.0)
        boxes.append(QRectF(x, ink.top() + index * pitch, wide, first))
    return boxes


def middle(rect: QRectF) -> QPointF:
    """The middle of a rectangle."""
    return rect.center()
