"""One process that draws screens: jobs as JSON lines on standard input, one line per screen on standard output.

A job is ``{"edition", "out", "plates", "language", "size", "borrowed", "safe"}``: folders, a BCP 47 tag, px, the texts
that stand in for missing translations, and whether to draw the safe screen, too. A line is a ``Proofed`` as JSON, or
``{"done": [language, width, height]}``.
"""

from __future__ import annotations

import base64
import dataclasses
import json
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt, Slot
from PySide6.QtGui import QImage

from kiosk import paths
from kiosk.content.glyphs import shipped
from kiosk.player.edition_view import EditionView
from kiosk.player.plates import PlateShelf
from kiosk.publish.light.request import PlateRequest
from kiosk.staff.proof.contrast import contrasts, too_low
from kiosk.staff.proof.inspection import Flag, inspect
from kiosk.staff.proof.stage import Messages, Stage, prepare
from kiosk.staff.proof.texts import shown_texts
from kiosk.staff.proof.walk import Screen, walk

THUMB: Final = 300
"""Longer side of a picture on the contact sheet, px."""

THUMB_QUALITY: Final = 78

PACKED: Final = 70
"""Qt's quality for a PNG file: how much time is spent on packing, 100 for none."""


@dataclass(frozen=True)
class Proofed:
    """A screen as it was drawn: its file, its small picture, what is wrong with it."""

    name: str
    kind: str
    place: str
    page: int
    language: str
    size: tuple[int, int]
    file: str
    """Relative to the proof's folder, with ``/``."""
    thumb: str
    """JPEG in base 64."""
    flags: tuple[Flag, ...] = field(default=())
    lowest: float = 21.0
    """The lowest contrast of its texts."""

    def to_json(self) -> dict[str, Any]:
        """As the line that is printed."""
        return dataclasses.asdict(self)

    @classmethod
    def from_json(cls, line: dict[str, Any]) -> Proofed:
        """Read back what ``to_json`` wrote."""
        flags = tuple(Flag(flag["kind"], flag["message"], tuple(flag["rect"])) for flag in line["flags"])
        return cls(**{**line, "size": tuple(line["size"]), "flags": flags})


class BakingShelf(PlateShelf):
    """A shelf that has what is asked of it: a plate that is missing is baked at once, into ``folder``."""

    def __init__(self, folder: Path) -> None:
        super().__init__([paths.assets() / "plates", folder])
        self._folder = folder

    @Slot("QVariantMap", result=str)
    def find(self, wanted: dict[str, Any]) -> str:
        """The address of the plate for a request."""
        found = super().find(wanted)
        if not found:
            from kiosk.publish.light.bake import bake, save

            request = PlateRequest.from_json(wanted)
            self._folder.mkdir(parents=True, exist_ok=True)
            save(bake(request, paths.assets() / "fonts"), self._folder / f"{request.key}.jpg", request.style)
            found = super().find(wanted)
        return found


def thumb(image: QImage) -> str:
    """A small picture, JPEG in base 64."""
    mode = Qt.TransformationMode.SmoothTransformation
    small = image.scaled(THUMB, THUMB, Qt.AspectRatioMode.KeepAspectRatio, mode)
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    small.save(buffer, "JPEG", THUMB_QUALITY)  # type: ignore[call-overload]  # the stub wants bytes; Qt takes a str
    return base64.b64encode(data.data()).decode()


class Renderer:
    """Draws jobs one after another; neighbours of one size share a window."""

    def __init__(self, messages: Messages) -> None:
        self._messages = messages
        self._draws = shipped(paths.assets() / "fonts")
        self._stage: Stage | None = None

    def render(self, job: dict[str, Any]) -> None:
        """Draw every screen of a job and say a line about each."""
        size = (int(job["size"][0]), int(job["size"][1]))
        if self._stage is None:
            self._stage = Stage(EditionView(Path(job["edition"])), size, BakingShelf(Path(job["plates"])))
        elif self._stage.size != size:
            self._stage.resize(size)
        for screen in walk(self._stage, job["language"]):
            _say(self._proof(self._stage, screen, job).to_json())
        if job["safe"]:
            shelf = self._stage.shelf
            self.close()
            self._stage = Stage(None, size, shelf)
            _say(self._proof(self._stage, Screen("safe", "", 1, job["language"], size), job).to_json())
            self.close()
        _say({"done": [job["language"], *size]})

    def _proof(self, stage: Stage, screen: Screen, job: dict[str, Any]) -> Proofed:
        texts = shown_texts(stage)
        image = stage.grab()
        flags = inspect(stage, self._draws, job["borrowed"], texts)
        found = contrasts(stage, texts, image)
        flags += too_low(found)
        flags += [Flag("message", f"the program warns: {line}") for line in self._messages.take()]
        folder = f"{screen.size[0]}x{screen.size[1]}-{screen.language}"
        file = f"{folder}/{screen.name}.png"
        target = Path(job["out"]) / file
        target.parent.mkdir(parents=True, exist_ok=True)
        if not image.save(str(target), "PNG", PACKED):  # type: ignore[call-overload]  # as above
            raise OSError(f"{target} cannot be written")
        return Proofed(
            screen.name, screen.kind, screen.place, screen.page, screen.language, screen.size, file, thumb(image),
            tuple(flags), round(min((value for value, _ in found), default=21.0), 2),
        )  # fmt: skip

    def close(self) -> None:
        """Take the window down."""
        if self._stage:
            self._stage.close()
            self._stage = None


def _say(line: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(line) + "\n")
    sys.stdout.flush()


def main() -> int:
    """Draw the jobs on standard input. 0 done, 1 if a picture cannot be written."""
    application = prepare()
    with Messages() as messages:
        renderer = Renderer(messages)
        try:
            for line in sys.stdin:
                renderer.render(json.loads(line))
        except OSError as error:
            _say({"error": f"{error.strerror or error}"})
            return 1
        finally:
            renderer.close()
    del application
    return 0


if __name__ == "__main__":
    sys.exit(main())
