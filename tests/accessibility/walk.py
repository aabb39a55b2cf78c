"""One walk through every page of a setting, written down: what the tests ask about afterwards is plain data."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QAccessible, QAccessibleInterface, QColor, QImage
from PySide6.QtQuick import QQuickItem

from kiosk.player.narrator_reading import CONTROLS, Thing
from tests.accessibility.measure import Control, chain, controls, covered, faded, kind, shown_rect, texts
from tests.accessibility.settings import Setting
from tests.accessibility.visits import Where, around
from tests.player.conftest import Kiosk

Pixels = np.ndarray[Any, np.dtype[np.uint8]]
Numbers = np.ndarray[Any, np.dtype[np.float64]]

BRIGHTEST = 95
"""Of the pixels behind a text, the one brighter than so many per cent counts: a single grain of light is no ground."""


@dataclass(frozen=True)
class Spot:
    """Something a finger can act on: its QML type, its name, its rectangle in px."""

    kind: str
    label: str
    rect: QRectF
    area: bool
    covered: bool
    keyed: bool
    """Whether the keypad comes to it."""

    def __str__(self) -> str:
        return f"{self.kind} {self.label!r}"


@dataclass(frozen=True)
class Letter:
    """A text as it stands on the screen; see ``measure.Letters``. Sizes in px."""

    text: str
    language: str
    rect: QRectF
    ink: QRectF
    lines: tuple[QRectF, ...]
    seen: QRectF
    """The part of its ink that nothing cuts away."""
    glyph: float
    capital: float
    holder: str
    room: QRectF | None
    """The rectangle of the control it names."""
    truncated: bool
    told: bool
    """Whether the accessibility tree has its words."""
    contrast: float = 0.0
    ground: tuple[int, int, int] = (0, 0, 0)
    """The brightest of what is behind it."""
    colour: tuple[int, int, int] = (0, 0, 0)

    def __str__(self) -> str:
        return repr(self.text[:40])


@dataclass(frozen=True)
class Told:
    """Something of the accessibility tree: see ``narrator_reading.Thing``."""

    name: str
    note: str
    role: str
    checked: bool
    part: str
    rect: QRectF

    def __str__(self) -> str:
        return f"{self.role} {self.name!r}"


@dataclass
class Page:
    """A page of a screen, written down."""

    where: Where
    spots: list[Spot]
    letters: list[Letter]
    things: list[Told]
    ring: list[QRectF]
    """What the keypad comes to, in its order."""
    bar: list[QRectF]
    """The cells of the bottom bar in order, those at rest included."""
    bare: list[str] = field(default_factory=list)
    """What the two walks do not agree on."""
    pictured: bool = False

    @property
    def cells(self) -> list[Spot]:
        """The controls of the page: what is no ground beneath a sheet."""
        return [spot for spot in self.spots if not spot.area]

    def height(self, y: float) -> float:
        """Height above the floor of a line of the screen, mm."""
        return self.where.setting.panel.height(y)

    @property
    def mm(self) -> float:
        """Millimetres of one px."""
        return self.where.setting.panel.mm

    def __str__(self) -> str:
        return str(self.where)


def walk(kiosk: Kiosk, setting: Setting, screens: tuple[str, ...], pictures: bool = False) -> list[Page]:
    """Go through a setting and write every page down. ``pictures``: look behind the texts of each first page too."""
    return [_page(kiosk, where, pictures and where.page == 0) for where in around(kiosk, setting, screens)]


def _page(kiosk: Kiosk, where: Where, pictured: bool) -> Page:
    items = list(kiosk.items())
    found = controls(items)
    keypad = kiosk.hands.keypad.ring()
    keyed = set(map(id, keypad))
    spots = [
        Spot(kind(one.item), one.label, one.rect, one.area, covered(one, found), id(one.item) in keyed) for one in found
    ]
    things = kiosk.speech.narrator.things()
    told = squeeze(" ".join(f"{name} {note}" for name, note in _named(kiosk)))
    named = {id(thing.item) for thing in things}
    shown = texts(items)
    letters = [
        Letter(
            one.text,
            str(one.item.property("tag") or where.setting.language),
            one.rect,
            one.ink,
            one.lines,
            shown_rect(one.item, one.item.mapRectFromScene(one.ink)),
            one.glyph,
            one.capital,
            str(one.holder.property("label")) if one.holder else "",
            shown_rect(one.holder) if one.holder else None,
            bool(one.item.property("truncated")),
            id(one.item) in named or _told(one.text, told),
        )
        for one in shown
    ]
    page = Page(
        where,
        spots,
        letters,
        [Told(one.name, one.note, one.role, one.checked, one.part, one.rect) for one in things],
        [item.mapRectToScene(QRectF(0, 0, item.width(), item.height())) for item in keypad],
        _bar(items),
        _disagree(found, things, [one.item for one in shown]),
        pictured,
    )
    if pictured:
        page.letters = _behind(kiosk, [one.item for one in shown], letters)
    return page


def squeeze(text: str) -> str:
    """A text without what only sets it: breaks, joiners, spaces, dots between parts, letter case."""
    return "".join(char for char in unicodedata.normalize("NFC", text).lower() if char.isalpha() or char.isdecimal())


def _told(text: str, told: str) -> bool:
    """Whether every word of a text is among what is told."""
    return all(squeeze(word) in told for word in text.split())


def _bar(items: list[QQuickItem]) -> list[QRectF]:
    cells = [item for item in items if kind(item) == "Pressable" and any(map(_is_bar, chain(item)))]
    return [item.mapRectToScene(QRectF(0, 0, item.width(), item.height())) for item in cells]


def _is_bar(item: QQuickItem) -> bool:
    return kind(item) == "BottomBar"


# -------------------------------------------------------------------- the tree


def _named(kiosk: Kiosk) -> list[tuple[str, str]]:
    """Name and description of everything in the accessibility tree that is visible."""

    def below(parent: QAccessibleInterface) -> list[tuple[str, str]]:
        found = []
        for index in range(parent.childCount()):
            child = parent.child(index)
            if child is not None and not child.state().invisible:
                text = QAccessible.Text
                found.append((child.text(text.Name), child.text(text.Description)))
                found += below(child)
        return found

    return below(QAccessible.queryAccessibleInterface(kiosk.window))


def _disagree(found: list[Control], things: list[Thing], shown: list[QQuickItem]) -> list[str]:
    """Controls and texts that only one of the two walks comes to."""
    bare = []
    tree = {id(thing.item): thing for thing in things}
    for one in found:
        thing = tree.get(id(one.item))
        if not one.area and (thing is None or not (thing.control and thing.name)):
            bare.append(f"{one} is no control of the tree")
    ours = {id(one.item) for one in found}
    bare += [
        f"{thing.role} {thing.name!r} cannot be touched"
        for thing in things
        if thing.control and id(thing.item) not in ours
    ]
    texts_shown = set(map(id, shown))
    for thing in things:
        if thing.role in ("text", "heading") and thing.role not in CONTROLS and id(thing.item) not in texts_shown:
            bare.append(f"{thing.role} {thing.name!r} is not on the screen")
    return bare


# -------------------------------------------------------------------- the pixels


def pixels(image: QImage) -> Pixels:
    """An image as rows of RGB."""
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    # A copy: the image and its bytes are gone when this returns.
    flat = np.array(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine() // 4, 4)
    return flat[:, : image.width(), 2::-1]


_LINEAR = np.array([(c / 255 / 12.92) if c <= 10 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in range(256)])


def luminance(rgb: Pixels) -> Numbers:
    """Relative luminance of WCAG 2.2, 0 to 1."""
    result: Numbers = _LINEAR[rgb] @ np.array([0.2126, 0.7152, 0.0722])
    return result


def ratio(one: float, two: float) -> float:
    """Contrast of two luminances, 1 to 21."""
    return (max(one, two) + 0.05) / (min(one, two) + 0.05)


def _behind(kiosk: Kiosk, items: list[QQuickItem], letters: list[Letter]) -> list[Letter]:
    """Take the texts away, look at what is behind each, and put them back."""
    was = [(item, item.opacity(), faded(item)) for item in items]
    for item, _, _ in was:
        item.setOpacity(0)
    ground = pixels(kiosk.grab())
    for item, opacity, _ in was:
        item.setOpacity(opacity)
    found = []
    for letter, (item, _, opacity) in zip(letters, was, strict=True):
        box = letter.seen.toAlignedRect().intersected(kiosk.window.contentItem().boundingRect().toRect())
        part = ground[box.top() : box.bottom() + 1, box.left() : box.right() + 1]
        colour: QColor = item.property("color")
        if part.size == 0:
            found.append(letter)
            continue
        flat = part.reshape(-1, 3)
        light = luminance(flat)
        own = np.array([colour.red(), colour.green(), colour.blue()], np.uint8)
        mine = float(luminance(own))
        # The pixel most like the text is the one that matters.
        at = np.argsort(light)[(len(light) - 1) * (BRIGHTEST if mine > light.mean() else 100 - BRIGHTEST) // 100]
        mixed = np.round(own * opacity + flat[at] * (1 - opacity)).astype(np.uint8)
        found.append(
            replace(
                letter,
                contrast=ratio(float(luminance(mixed)), float(light[at])),
                ground=tuple(int(part) for part in flat[at]),
                colour=tuple(int(part) for part in mixed),
            )
        )
    return found
