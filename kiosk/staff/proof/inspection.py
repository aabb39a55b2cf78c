"""What is wrong with a screen: letters left out, cut off, over one another, without a glyph, in another language."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from PySide6.QtCore import QRectF
from PySide6.QtQuick import QQuickItem

from kiosk.content.lettering import Draws
from kiosk.player.interface import type_name
from kiosk.staff.proof.stage import Stage
from kiosk.staff.proof.texts import JOINER, Shown, above, shown_texts

Kind = Literal["elided", "overlap", "glyph", "translation", "contrast", "message"]

ERRORS: frozenset[Kind] = frozenset({"elided", "overlap", "glyph", "contrast", "message"})
"""Kinds that keep a content folder from going live; the rest is for a person to judge."""

SLACK = 1.5
"""px by which letters may reach over a line before it counts: what antialiasing adds on both sides."""

TOUCHING = 2.5
"""px by which the letters of two texts may reach into one another: side bearings of two glyphs."""


@dataclass(frozen=True)
class Flag:
    """Something wrong on a screen, with its place."""

    kind: Kind
    message: str
    """One line, such as ``“Photonics” stands over “since 2000”``."""
    rect: tuple[int, int, int, int] = (0, 0, 0, 0)
    """x, y, width, height in px of the picture."""

    @property
    def error(self) -> bool:
        """Whether it must be mended."""
        return self.kind in ERRORS


def inspect(
    stage: Stage, draws: Draws | None, borrowed: Collection[str] = (), texts: list[Shown] | None = None
) -> list[Flag]:
    """Everything wrong with the texts of the screen the stage shows.

    Args:
        stage: at rest on a screen.
        draws: what the program's fonts can draw; None looks for no glyphs.
        borrowed: texts that stand in for a missing translation in this language, in ``plain`` form.
        texts: the screen's texts, where the caller has them.
    """
    texts = shown_texts(stage) if texts is None else texts
    language = str(stage.session.language)
    flags: list[Flag] = []
    for shown in texts:
        flags += _left_out(shown)
        flags += _undrawn(shown, draws, shown.tag or language)
        if borrowed and any(text in plain(shown.text) for text in borrowed):
            flags.append(Flag("translation", f"{shown} is not translated", _whole(shown.box)))
    flags += _overlaps(stage, texts)
    return flags


def plain(text: str) -> str:
    """A text for comparing: without hand-set line breaks and doubled spaces."""
    return "".join(text.replace(JOINER, "").split())


def _whole(rect: QRectF) -> tuple[int, int, int, int]:
    return round(rect.x()), round(rect.y()), round(rect.width()), round(rect.height())


def _left_out(shown: Shown) -> Iterator[Flag]:
    if shown.truncated:
        yield Flag("elided", f"{shown} is cut short", _whole(shown.box))
    elif shown.overflow > SLACK:
        yield Flag("elided", f"{shown} is {shown.overflow:.0f} px wider than its place", _whole(shown.box))
    elif not shown.visible.adjusted(-SLACK, -SLACK, SLACK, SLACK).contains(shown.box) and any(
        not shown.visible.adjusted(-SLACK, -SLACK, SLACK, SLACK).contains(line) for line in shown.lines
    ):
        yield Flag("elided", f"{shown} is cut off by an edge", _whole(shown.box))


def _undrawn(shown: Shown, draws: Draws | None, tag: str) -> Iterator[Flag]:
    if draws is None or shown.text.isascii():
        return
    for char in dict.fromkeys(shown.text):
        if not char.isascii() and unicodedata.category(char) not in ("Cf", "Mn", "Zl") and not draws(tag, char):
            yield Flag("glyph", f"no font draws {char} (U+{ord(char):04X}) in {shown}", _whole(shown.box))


def _overlaps(stage: Stage, texts: list[Shown]) -> Iterator[Flag]:
    for one, other in combinations(texts, 2):
        if one.box.intersects(other.box):
            shared = _shared(one.lines, other.lines)
            if shared is not None:
                yield Flag("overlap", f"{one} and {other} stand over one another", _whole(shared))
    for item in stage.items():
        if item.isEnabled() and (what := _solid(item)):
            yield from _over_picture(item, what, texts)


def _solid(item: QQuickItem) -> str:
    """What an item is called on which no letters of anything else may stand; empty for all others."""
    return {"QrTile": "a QR code", "Icon": "an icon", "OutlineButton": "a button", "BottomBar": "the bar"}.get(
        type_name(item), ""
    )


def _over_picture(item: QQuickItem, what: str, texts: list[Shown]) -> Iterator[Flag]:
    rect = item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))
    within = {item, *above(item)}
    for shown in texts:
        if shown.box.intersects(rect) and not any(
            # What lies in the same control was set beside the text on purpose, however tightly.
            parent in within and (parent is item or parent.inherits("QQuickAbstractButton"))
            for parent in above(shown.item)
        ):
            shared = _shared(shown.lines, [rect])
            if shared is not None:
                yield Flag("overlap", f"{shown} stands over {what}", _whole(shared))


def _shared(lines: list[QRectF], others: list[QRectF]) -> QRectF | None:
    """The largest piece two texts share, if it is more than a touch."""
    pieces = [a.intersected(b) for a in lines for b in others]
    pieces = [piece for piece in pieces if piece.width() > TOUCHING and piece.height() > TOUCHING]
    return max(pieces, key=lambda piece: piece.width() * piece.height(), default=None)
